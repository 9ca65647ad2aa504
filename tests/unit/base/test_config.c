/* test_config.c - the configuration file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/config.h"
#include "child.h"

static char dir[] = "/tmp/xxgk-config-XXXXXX", out[20000];
static struct arena *m;
static const char *path;

static int
set_up(void **state)
{
	(void)state;
	m = arena_new();
	if (mkdtemp(dir) == NULL)
		return -1;
	path = arena_printf(m, "%s/xxgk.conf", dir);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	unlink(path);
	rmdir(dir);
	arena_free(m);
	return 0;
}

static void
write_bytes(const char *text, size_t n)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(text, 1, n, f), n);
	fclose(f);
}

static void
read_it(const void *p)
{
	config_read(p);
}

/* The file with this text is refused with one line that says so. */
static void
refuses(const char *text, const char *message)
{
	int lines = 0;
	char *s;

	write_bytes(text, strlen(text));
	assert_int_equal(child_run(read_it, path, out, sizeof(out)), 1);
	if (strstr(out, message) == NULL)
		fail_msg("\"%s\" said: %s", text, out);
	for (s = out; *s != '\0'; s++)
		lines += *s == '\n';
	assert_int_equal(lines, 1);
}

static void
test_defaults(void **state)
{
	const struct config *c = config_read(NULL);
	char here[4096];

	(void)state;
	assert_non_null(getcwd(here, sizeof(here)));
	assert_string_equal(c->data, here);
	assert_string_equal(c->templates, "/usr/share/xxgk/templates");
	assert_string_equal(c->site_name, "天津市宝坻区政府信息公开");
	assert_string_equal(c->hours, "工作日 8:30–12:00，14:00–17:30");
	assert_int_equal(c->upload_max, 100 << 20);
	assert_int_equal(c->body_max, 105 << 20);
	assert_int_equal(c->text_max, 2 << 20);
	assert_int_equal(c->image_max, 10 << 20);
	assert_int_equal(c->session_idle, 1800);
	assert_int_equal(c->session_max, 36000);
	assert_int_equal(c->login_failures, 5);
	assert_int_equal(c->login_lock, 900);
	assert_int_equal(c->initial_days, 7);
	assert_int_equal(c->requests_per_worker, 10000);
	assert_false(c->random_initial);
	assert_false(c->secure_cookies);
}

static void
test_values_and_paths(void **state)
{
	const struct config *c;
	const char text[] = "\xEF\xBB\xBF# comment\n\n  data = sub/var \n"
	    "templates=/abs/t\r\nsite_name = 某区 = 公开 # 不是注释\n"
	    "upload_max = 2048\nsecure_cookies = yes\nicp =\nphone = 1";

	(void)state;
	write_bytes(text, strlen(text));
	c = config_read(path);
	assert_string_equal(c->data, arena_printf(m, "%s/sub/var", dir));
	assert_string_equal(c->db, arena_printf(m, "%s/xxgk.db", c->data));
	assert_string_equal(c->files, arena_printf(m, "%s/files", c->data));
	assert_string_equal(c->tmp, arena_printf(m, "%s/tmp", c->data));
	assert_string_equal(c->secret,
	    arena_printf(m, "%s/secret.key", c->data));
	assert_string_equal(c->write_lock,
	    arena_printf(m, "%s/write.lock", c->data));
	assert_string_equal(c->templates, "/abs/t");
	assert_string_equal(c->site_name, "某区 = 公开 # 不是注释");
	assert_int_equal(c->upload_max, 2048);
	assert_true(c->secure_cookies);
	assert_string_equal(c->icp, "");
	assert_string_equal(c->phone, "1");
}

static void
test_refusals(void **state)
{
	char *bad;

	(void)state;
	refuses("uplaod_max = 5000\n", ":1: unknown key \"uplaod_max\"");
	refuses("\n# x\ndb = /x\n", ":3: unknown key \"db\"");
	refuses("phone = 1\nphone = 2\n", ":2: key \"phone\" is there twice");
	refuses("just words\n", ":1: not \"key = value\"");
	refuses("upload_max = many\n", "bad value for \"upload_max\"");
	refuses("upload_max = 10\n", "bad value for \"upload_max\"");
	refuses("upload_max = -4096\n", "bad value");
	refuses("upload_max = 5000000000\n", "bad value");
	refuses("upload_max =\n", "bad value");
	refuses("secure_cookies = true\n", "bad value for \"secure_cookies\"");
	refuses("data =\n", "bad value for \"data\"");
	refuses("phone = a\x1b[1m\n", "bad value for \"phone\"");
	refuses("phone = \xFF\n", ":1: not UTF-8");
	bad = arena_alloc(m, 5001);
	memset(bad, 'x', 5000);
	refuses(bad, ":1: line too long");
	write_bytes("phone = 1\0x\n", 12);
	assert_int_equal(child_run(read_it, path, out, sizeof(out)), 1);
	unlink(path);
	assert_int_equal(child_run(read_it, path, out, sizeof(out)), 1);
	assert_non_null(strstr(out, "No such file"));
}

static void
test_printed_file_reads_back(void **state)
{
	static const char *const set[] = { "site_name=某县", "data = /srv/x",
	    "secure_cookies=yes" };
	const struct config *c;
	FILE *f = fopen(path, "w");

	(void)state;
	config_print_set(f, 3, set);
	fclose(f);
	c = config_read(path);
	assert_string_equal(c->site_name, "某县");
	assert_string_equal(c->db, "/srv/x/xxgk.db");
	assert_true(c->secure_cookies);
	assert_string_equal(c->phone, config_read(NULL)->phone);
	f = fopen(path, "w");
	config_print(f);
	fclose(f);
	assert_string_equal(config_read(path)->data, dir);
}

static void
print_it(const void *pair)
{
	const char *set[] = { pair };

	config_print_set(stdout, 1, set);
}

static void
test_set_refuses(void **state)
{
	(void)state;
	assert_int_equal(child_run(print_it, "nme=x", out, sizeof(out)), 1);
	assert_non_null(strstr(out, "unknown key \"nme\""));
	assert_int_equal(child_run(print_it, "phone", out, sizeof(out)), 1);
	assert_int_equal(child_run(print_it, "phone=1\nicp=2", out,
	    sizeof(out)), 1);
	assert_int_equal(child_run(print_it, "body_max=x", out,
	    sizeof(out)), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_values_and_paths),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_printed_file_reads_back),
		cmocka_unit_test(test_set_refuses),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
