/* office.c - see office.h: folders, turns, and what is asked for. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/text.h"
#include "richtext/office.h"
#include "richtext/office_run.h"

#define PROGRAM	  "/usr/lib/libreoffice/program/soffice.bin"
#define PAINTER	  "/usr/bin/pdftoppm"
#define TIME_MS	  60000
#define PAINT_MS  20000
#define TURN_MS	  8000		/* that the one who waits waits */
#define PREFIX	  "office-"
#define AGAIN	  81		/* "start me once more", on a new profile */
#define PNG_MAX	  (8 << 20)

/* Nothing in a document runs, and nothing is fetched for it.  A profile that
 * no version has used is taken for an upgrade, after which the machine's
 * graphics are tried out: two thirds of the time of a conversion. */
static const char settings[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\n"
#define SETTING(path, name, value) \
    "<item oor:path=\"/org.openoffice." path "\"><prop oor:name=\"" name \
    "\" oor:op=\"fuse\"><value>" value "</value></prop></item>\n"
    SETTING("Office.Common/Security/Scripting", "MacroSecurityLevel", "3")
    SETTING("Office.Common/Security/Scripting", "DisableMacrosExecution",
    "true")
    SETTING("Office.Common/Security/Scripting",
    "BlockUntrustedRefererLinks", "true")
    SETTING("Office.Writer/Content/Update", "Link", "0")
    SETTING("Office.Writer/Content/Update", "Field", "false")
    SETTING("Office.Common/Misc", "FirstRun", "false")
    SETTING("Setup/Office", "ooSetupInstCompleted", "true")
    SETTING("Setup/Product", "ooSetupLastVersion", "99.0")
    SETTING("Office.Common/Java/ApplicationVM", "Enable", "false")
    "</oor:items>\n";

bool
office_there(bool pages)
{
	return access(PROGRAM, X_OK) == 0 &&
	    (!pages || access(PAINTER, X_OK) == 0);
}

static bool
lock_byte(int fd, off_t at)
{
	struct flock l = { .l_type = F_WRLCK, .l_whence = SEEK_SET,
	    .l_start = at, .l_len = 1 };

	return fcntl(fd, F_OFD_SETLK, &l) == 0;
}

static void
unlock_byte(int fd, off_t at)
{
	struct flock l = { .l_type = F_UNLCK, .l_whence = SEEK_SET,
	    .l_start = at, .l_len = 1 };

	(void)fcntl(fd, F_OFD_SETLK, &l);
}

/* Byte 0 is the turn, byte 1 the one place to wait for it. */
static bool
turn_taken(int fd)
{
	static const struct timespec nap = { .tv_nsec = 50000000 };
	long until = office_now_ms() + TURN_MS;
	bool mine;

	if (lock_byte(fd, 0))
		return true;
	if (!lock_byte(fd, 1))
		return false;
	while (!(mine = lock_byte(fd, 0)) && office_now_ms() < until)
		nanosleep(&nap, NULL);
	unlock_byte(fd, 1);
	return mine;
}

static enum rc
turn_take(const struct office *o, struct office_work *w)
{
	w->lock = -1;
	if (o->lock == NULL)
		return RC_OK;
	w->lock = open(o->lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
	    0660);
	if (w->lock < 0) {
		log_fail("%s: %s", o->lock, strerror(errno));
		return RC_FAIL;
	}
	return turn_taken(w->lock) ? RC_OK : RC_BUSY;
}

static int
remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st, (void)kind, (void)at;
	return remove(path);
}

static void
folder_remove(const char *folder)
{
	if (nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS) != 0)
		log_warn("%s: not removed", folder);
}

/* What a worker left that was killed: whoever has the turn is alone here. */
static void
sweep(const char *tmp)
{
	char path[300];
	struct dirent *e;
	DIR *d = opendir(tmp);

	while (d != NULL && (e = readdir(d)) != NULL)
		if (strncmp(e->d_name, PREFIX, strlen(PREFIX)) == 0 &&
		    snprintf(path, sizeof path, "%s/%s", tmp, e->d_name) <
		    (int)sizeof path)
			folder_remove(path);
	if (d != NULL)
		closedir(d);
}

static bool
write_settings(const char *folder)
{
	char path[400];
	FILE *f;
	bool good;

	snprintf(path, sizeof path, "%s/profile", folder);
	if (mkdir(path, 0700) != 0)
		return false;
	snprintf(path, sizeof path, "%s/profile/user", folder);
	if (mkdir(path, 0700) != 0)
		return false;
	snprintf(path, sizeof path,
	    "%s/profile/user/registrymodifications.xcu", folder);
	if ((f = fopen(path, "wxe")) == NULL)
		return false;
	good = fputs(settings, f) >= 0;
	return fclose(f) == 0 && good;
}

static enum rc
folder_make(const struct office *o, struct office_work *w)
{
	if (o->lock != NULL)
		sweep(o->tmp);
	if (snprintf(w->folder, sizeof w->folder, "%s/" PREFIX "XXXXXX",
	    o->tmp) >= (int)sizeof w->folder ||
	    mkdtemp(w->folder) == NULL) {
		log_fail("%s: no private folder: %s", o->tmp,
		    strerror(errno));
		w->folder[0] = '\0';
		return RC_FAIL;
	}
	if (write_settings(w->folder))
		return RC_OK;
	log_fail("%s: %s", w->folder, strerror(errno));
	return RC_FAIL;
}

/* A page that names no character set would be guessed at, and badly: what
 * begins it in the copy, "" for one that says what it is. */
static const char *
charset_of(const char *page, size_t n)
{
	if (n >= 2 && (page[0] == '\xFE' || page[0] == '\xFF' ||
	    page[0] == '\xEF' || page[0] == '\0' || page[1] == '\0'))
		return "";	/* a mark of its own, or UTF-16 */
	if (memmem(page, n, "charset", 7) != NULL ||
	    memmem(page, n, "CHARSET", 7) != NULL)
		return "";
	/* the sample may end inside a character */
	for (size_t cut = 0; cut < 4 && cut < n; cut++)
		if (text_valid(page, n - cut))
			return "<meta charset=\"utf-8\">";
	return "<meta charset=\"gb18030\">";
}

/* Empty for everything but web pages. */
static const char *
copy_head(int in, enum sniff kind)
{
	char sample[16384];
	ssize_t n = kind != SNIFF_HTML || in < 0 ? 0 :
	    pread(in, sample, sizeof sample, 0);

	return n > 0 ? charset_of(sample, (size_t)n) : "";
}

/* RC_TOO_LARGE: more than we convert. */
static enum rc
copy_in(const char *from, const char *to, enum sniff kind)
{
	int in = open(from, O_RDONLY | O_CLOEXEC);
	int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	enum rc rc = in < 0 || out < 0 ? RC_FAIL : RC_OK;
	const char *head = copy_head(in, kind);
	off_t all = 0;
	char piece[65536];
	ssize_t n = 0;

	if (rc == RC_OK && write(out, head, strlen(head)) !=
	    (ssize_t)strlen(head))
		rc = RC_FAIL;
	while (rc == RC_OK && (n = read(in, piece, sizeof piece)) > 0) {
		if ((all += n) > OFFICE_FILE_MAX)
			rc = RC_TOO_LARGE;
		else if (write(out, piece, (size_t)n) != n)
			rc = RC_FAIL;
	}
	if (n < 0)
		rc = RC_FAIL;
	if (rc == RC_FAIL)
		log_fail("%s: cannot be copied: %s", from, strerror(errno));
	if (in >= 0)
		close(in);
	if (out >= 0)
		close(out);
	return rc;
}

static const char *
filter_of(enum sniff kind)
{
	static const char *const filters[SNIFF__MAX] = {
		[SNIFF_WORD] = "--infilter=MS Word 2007 XML",
		[SNIFF_DOC] = "--infilter=MS Word 97",
		[SNIFF_RTF] = "--infilter=Rich Text Format",
		[SNIFF_HTML] = "--infilter=HTML (StarWriter)",
		[SNIFF_XML] = "--infilter=MS Word 2003 XML",
		[SNIFF_ODT] = "--infilter=writer8",
	};

	return filters[kind];
}

/* Nothing came out although it ran: it could not read the document. */
static enum rc
failure(enum office_end end, enum problem *why)
{
	*why = end == OFFICE_LATE ? PROBLEM_WORD_LATE : PROBLEM_WORD_BROKEN;
	return RC_INVALID;
}

static enum rc
convert_in(struct office_work *w, const char *in, enum sniff kind,
    const char *to, enum problem *why)
{
	char profile[300];
	const char *argv[] = { PROGRAM, profile, "--headless", "--invisible",
	    "--norestore", "--nolockcheck", "--nodefault", "--nologo",
	    filter_of(kind), "--convert-to", to, "--outdir", w->folder, in,
	    NULL };
	long deadline = office_now_ms() + TIME_MS;
	enum office_end end;
	int status, k = 0;

	snprintf(profile, sizeof profile,
	    "-env:UserInstallation=file://%s/profile", w->folder);
	snprintf(w->out, sizeof w->out, "%s/text.%s", w->folder, to);
	do
		end = office_run(w->folder, argv, deadline, &status);
	while (end == OFFICE_RAN && status == AGAIN && ++k < 3);
	if (end == OFFICE_RAN && access(w->out, R_OK) == 0) {
		*why = PROBLEM_NONE;
		return RC_OK;
	}
	log_warn("a .%s could not be converted (status %d)",
	    sniff_ending(kind), status);
	return failure(end, why);
}

enum rc
office_convert(const struct office *o, const char *path, enum sniff kind,
    const char *to, struct office_work *w, enum problem *why)
{
	char in[300];
	enum rc rc;

	*w = (struct office_work){ .lock = -1 };
	*why = PROBLEM_WORD_OLD;
	if (!office_there(false) || filter_of(kind) == NULL)
		return RC_INVALID;
	*why = PROBLEM_WORD_BROKEN;
	if ((rc = turn_take(o, w)) != RC_OK || (rc = folder_make(o, w)) !=
	    RC_OK)
		return rc;
	/* text.docx would be its own copy */
	snprintf(in, sizeof in, "%s/in", w->folder);
	if (mkdir(in, 0700) != 0)
		return RC_FAIL;
	snprintf(in, sizeof in, "%s/in/text.%s", w->folder,
	    sniff_ending(kind));
	if ((rc = copy_in(path, in, kind)) == RC_TOO_LARGE)
		*why = PROBLEM_WORD_TOO_LARGE;
	return rc == RC_OK ? convert_in(w, in, kind, to, why) : rc;
}

void
office_end(struct office_work *w)
{
	if (w->folder[0] != '\0')
		folder_remove(w->folder);
	if (w->lock >= 0)
		close(w->lock);
	*w = (struct office_work){ .lock = -1 };
}

enum rc
office_import(const struct office *o, const char *path, enum sniff *kind,
    struct word_result *res, struct report *report, enum problem *why,
    struct arena *m)
{
	struct office_work w;
	enum rc rc;

	*kind = sniff_file(path);
	if ((*why = sniff_problem(*kind)) != PROBLEM_NONE)
		return RC_INVALID;
	if (!sniff_is_old(*kind))
		return word_import_reported(path, res, report, why, m);
	if ((rc = office_convert(o, path, *kind, "docx", &w, why)) == RC_OK)
		rc = word_import_reported(w.out, res, report, why, m);
	office_end(&w);
	return rc;
}

static enum rc
page_read(const char *path, struct office_page *p, struct arena *m)
{
	FILE *f = fopen(path, "rbe");
	struct stat st;
	enum rc rc = RC_NOT_FOUND;

	if (f == NULL)
		return RC_NOT_FOUND;
	if (fstat(fileno(f), &st) == 0 && S_ISREG(st.st_mode) &&
	    st.st_size > 0 && st.st_size <= PNG_MAX) {
		p->n = (size_t)st.st_size;
		p->data = arena_alloc(m, p->n);
		rc = fread(p->data, 1, p->n, f) == p->n ? RC_OK : RC_FAIL;
	}
	fclose(f);
	return rc;
}

/* The painter pads its numbers to the width of the last one. */
static void
pages_read(const struct office_work *w, struct office_pages *all,
    struct arena *m)
{
	char path[400];
	enum rc rc = RC_OK;
	int width;

	all->v = arena_calloc(m, OFFICE_PAGES_MAX, sizeof *all->v);
	for (all->n = 0; all->n < OFFICE_PAGES_MAX && rc == RC_OK; ) {
		rc = RC_NOT_FOUND;
		for (width = 1; width < 5 && rc == RC_NOT_FOUND; width++) {
			snprintf(path, sizeof path, "%s/page-%0*d.png",
			    w->folder, width, all->n + 1);
			rc = page_read(path, &all->v[all->n], m);
		}
		all->n += rc == RC_OK;
	}
}

static enum rc
paint_in(const struct office_work *w, struct office_pages *all,
    enum problem *why, struct arena *m)
{
	char last[12];
	const char *argv[] = { PAINTER, "-png", "-scale-to-x", "900",
	    "-scale-to-y", "-1", "-l", last, "text.pdf", "page", NULL };
	enum office_end end;
	int status;

	snprintf(last, sizeof last, "%d", OFFICE_PAGES_MAX);
	end = office_run(w->folder, argv, office_now_ms() + PAINT_MS,
	    &status);
	if (end == OFFICE_RAN)
		pages_read(w, all, m);
	return all->n > 0 ? RC_OK : failure(end, why);
}

enum rc
office_paint(const struct office *o, const char *path,
    struct office_pages *all, enum problem *why, struct arena *m)
{
	enum sniff kind = sniff_file(path);
	struct office_work w;
	enum rc rc;

	*all = (struct office_pages){ 0 };
	if ((*why = sniff_problem(kind)) != PROBLEM_NONE)
		return RC_INVALID;
	if ((rc = office_convert(o, path, kind, "pdf", &w, why)) == RC_OK)
		rc = paint_in(&w, all, why, m);
	office_end(&w);
	return rc;
}
