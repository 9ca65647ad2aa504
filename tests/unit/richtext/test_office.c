/* test_office.c - LibreOffice in its cage; skipped where there is none. */
#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/secret.h"
#include "docx_build.h"
#include "richtext/office.h"
#include "richtext/office_run.h"

static struct arena *mem;
static char folder[] = "/tmp/test_office_XXXXXX";
static char path[64], lock[64], tmp[64];
static struct office office = { tmp, lock };
static struct word_result res;
static struct report report;
static enum sniff kind;
static enum problem why;

static int
setup(void **st)
{
	(void)st;
	secret_init();
	mem = arena_new();
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/file", folder);
	snprintf(lock, sizeof lock, "%s/lock", folder);
	snprintf(tmp, sizeof tmp, "%s/tmp", folder);
	return mkdir(tmp, 0700);
}

static int
teardown(void **st)
{
	(void)st;
	unlink(path);
	unlink(lock);
	rmdir(tmp);
	assert_int_equal(rmdir(folder), 0);
	arena_free(mem);
	return 0;
}

static enum rc
import(const char *text)
{
	file_write(path, text, strlen(text));
	return office_import(&office, path, &kind, &res, &report, &why, mem);
}

static void
assert_nothing_left(void)
{
	struct dirent *e;
	DIR *d = opendir(tmp);

	assert_non_null(d);
	while ((e = readdir(d)) != NULL)
		assert_int_equal(e->d_name[0], '.');
	closedir(d);
}

static void
test_rtf(void **st)
{
	(void)st;
	if (!office_there(false))
		skip();
	assert_int_equal(import("{\\rtf1 first\\par {\\v hidden}"
	    "{\\deleted gone}second\\par}"), RC_OK);
	assert_int_equal(kind, SNIFF_RTF);
	assert_non_null(strstr(res.body.html.s, "first"));
	assert_non_null(strstr(res.body.html.s, "second"));
	assert_null(strstr(res.body.html.s, "hidden"));
	assert_null(strstr(res.body.html.s, "gone"));
	assert_int_equal(report.word, report.found);
	assert_int_equal(report.item[REPORT_HIDDEN].count, 1);
	assert_nothing_left();
}

static void
test_refused(void **st)
{
	struct office_work w;

	(void)st;
	assert_int_equal(import("%PDF-1.4"), RC_INVALID);
	assert_int_equal(why, PROBLEM_WORD_FIXED);
	assert_int_equal(import(""), RC_INVALID);
	assert_int_equal(why, PROBLEM_FILE_EMPTY);
	if (!office_there(false)) {
		assert_int_equal(import("{\\rtf1 x}"), RC_INVALID);
		assert_int_equal(why, PROBLEM_WORD_OLD);
		return;
	}
	assert_int_equal(office_convert(&office, "/nowhere/x", SNIFF_RTF,
	    "docx", &w, &why), RC_FAIL);
	office_end(&w);
	assert_nothing_left();
}

static void
byte_lock(int fd, off_t at)
{
	struct flock l = { .l_type = F_WRLCK, .l_whence = SEEK_SET,
	    .l_start = at, .l_len = 1 };

	assert_int_equal(fcntl(fd, F_OFD_SETLK, &l), 0);
}

/* Somebody converts, somebody waits: the third is sent away at once. */
static void
test_busy(void **st)
{
	long since = office_now_ms();
	int fd;

	(void)st;
	if (!office_there(false))
		skip();
	fd = open(lock, O_RDWR | O_CREAT, 0600);
	byte_lock(fd, 0);
	byte_lock(fd, 1);
	assert_int_equal(import("{\\rtf1 x}"), RC_BUSY);
	assert_true(office_now_ms() - since < 1000);
	close(fd);
	assert_int_equal(import("{\\rtf1 x}"), RC_OK);
}

static void
test_swept(void **st)
{
	char left[96];

	(void)st;
	if (!office_there(false))
		skip();
	snprintf(left, sizeof left, "%s/office-dead", tmp);
	assert_int_equal(mkdir(left, 0700), 0);
	snprintf(left, sizeof left, "%s/office-dead/x", tmp);
	file_write(left, "x", 1);
	assert_int_equal(import("{\\rtf1 x}"), RC_OK);
	assert_nothing_left();
}

static int
caged(const char *command, long ms)
{
	const char *const argv[] = { "/bin/bash", "-c", command, NULL };
	int status;
	enum office_end end = office_run(tmp, argv, office_now_ms() + ms,
	    &status);

	return end == OFFICE_RAN ? status : end == OFFICE_LATE ? -1 : -2;
}

static void
test_cage(void **st)
{
	char command[200];

	(void)st;
	assert_int_equal(caged("exit 7", 5000), 7);
	assert_int_equal(caged("sleep 9", 200), -1);
	assert_int_equal(caged("kill -SEGV $$", 5000), -2);
	assert_int_equal(caged("echo x > own && rm own", 5000), 0);
	assert_int_equal(caged("test \"$HOME\" = \"$PWD\"", 5000), 0);
	/* a child of it that outlives it is ended too */
	assert_int_equal(caged("(sleep 1; echo x > late) & exit 0", 5000), 0);
	file_write(path, "secret", 6);
	snprintf(command, sizeof command, "cat %s", path);
	if (caged("cat /etc/shadow", 5000) == 0)
		skip();		/* a kernel without Landlock */
	assert_int_not_equal(caged(command, 5000), 0);
	snprintf(command, sizeof command, "echo x > %s/new", folder);
	assert_int_not_equal(caged(command, 5000), 0);
	sleep(1);
	assert_nothing_left();
}

/* A conversion converts; it does not try out the machine's graphics first. */
static void
test_only_converted(void **st)
{
	struct office_work w;
	char log[300];

	(void)st;
	if (!office_there(false))
		skip();
	file_write(path, "{\\rtf1 one}", 11);
	assert_int_equal(office_convert(&office, path, SNIFF_RTF, "docx", &w,
	    &why), RC_OK);
	snprintf(log, sizeof log, "%s/profile/user", w.folder);
	assert_int_equal(access(log, R_OK), 0);
	snprintf(log, sizeof log, "%s/profile/user/GraphicsRenderTests.log",
	    w.folder);
	assert_int_not_equal(access(log, F_OK), 0);
	office_end(&w);
	assert_nothing_left();
}

/* Somebody listens on this machine, and still cannot be reached. */
static void
test_no_network(void **st)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t n = sizeof at;
	char command[80];
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	(void)st;
	assert_int_equal(bind(fd, (struct sockaddr *)&at, n), 0);
	assert_int_equal(listen(fd, 1), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &n), 0);
	snprintf(command, sizeof command, "bash -c 'exec 3<>/dev/tcp/127.0.0.1"
	    "/%d'", ntohs(at.sin_port));
	assert_int_equal(system(command), 0);
	assert_int_not_equal(caged(command, 5000), 0);
	close(fd);
}

/* GB18030, as saved by old programs that do not say so. */
static void
test_page_without_charset(void **st)
{
	(void)st;
	if (!office_there(false))
		skip();
	assert_int_equal(import("<html><body><p>\xcd\xf8\xd2\xb3</p></body>"
	    "</html>"), RC_OK);
	assert_int_equal(kind, SNIFF_HTML);
	assert_string_equal(res.body.html.s, "<p class=\"sb-h\">网页</p>");
	assert_nothing_left();
}

static void
test_pages(void **st)
{
	struct office_pages pages;

	(void)st;
	if (!office_there(true))
		skip();
	file_write(path, "{\\rtf1 one\\page two}", 20);
	assert_int_equal(office_paint(&office, path, &pages, &why, mem),
	    RC_OK);
	assert_int_equal(pages.n, 2);
	assert_memory_equal(pages.v[0].data, "\x89PNG", 4);
	assert_nothing_left();
	file_write(path, "%PDF", 4);
	assert_int_equal(office_paint(&office, path, &pages, &why, mem),
	    RC_INVALID);
	assert_int_equal(pages.n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rtf),
		cmocka_unit_test(test_page_without_charset),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_only_converted),
		cmocka_unit_test(test_busy),
		cmocka_unit_test(test_swept),
		cmocka_unit_test(test_cage),
		cmocka_unit_test(test_no_network),
		cmocka_unit_test(test_pages),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
