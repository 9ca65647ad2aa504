/* bulk_open.c - what was sent: a table alone, or with files in a zip. */
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/log.h"
#include "gkht/bulk.h"
#include "gkht/intake.h"
#include "richtext/package.h"

#define SHEET_BYTES	(20 << 20)
#define TRIES		10	/* tables looked at in one zip file */

static bool
is_zip(const struct file *f)
{
	char head[4];

	return pread(f->fd, head, 4, 0) == 4 &&
	    (memcmp(head, "PK\3\4", 4) == 0 || memcmp(head, "PK\5\6", 4) == 0);
}

static enum problem
problem_of_sheet(enum extract how)
{
	return how == EXTRACT_OK ? PROBLEM_NONE : PROBLEM_BULK_SHEET;
}

static int
depth_of(const char *name)
{
	int n = 0;

	for (; *name != '\0'; name++)
		n += *name == '/';
	return n;
}

static bool
is_table(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot != NULL && (strcasecmp(dot, ".xlsx") == 0 ||
	    strcasecmp(dot, ".csv") == 0);
}

/* How deep the outermost tables lie; -1: there is none. */
static int
outermost(const struct bundle *b)
{
	int least = -1, depth;

	for (int k = 0; k < b->n; k++) {
		depth = depth_of(b->v[k].name);
		if (is_table(b->v[k].name) && (least < 0 || depth < least))
			least = depth;
	}
	return least;
}

/* The entry that the reader stands on, read as a table. */
static enum extract
table_read(struct ctx *x, struct bundle_reader *r, struct sheet *s)
{
	int fd = open(x->conf->tmp, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	struct office office = intake_office(x);
	enum extract how = EXTRACT_BROKEN;

	if (fd < 0) {
		log_fail("%s: no temporary file", x->conf->tmp);
		return EXTRACT_FAIL;
	}
	if (bundle_save(r, fd, SHEET_BYTES))
		how = sheet_read(&office, arena_printf(x->mem,
		    "/proc/%d/fd/%d", (int)getpid(), fd), s, x->mem);
	close(fd);
	return how;
}

static void
found(struct ctx *x, struct bulk_sent *out, const char *name,
    const struct sheet *s)
{
	const char *slash = strrchr(name, '/');

	out->sheet = *s;
	out->name = name;
	out->folder = slash == NULL ? "" : arena_strndup(x->mem, name,
	    (size_t)(slash + 1 - name));
}

/* Among the outermost tables the one whose first row has our columns; an
 * attachment may be a table, too. */
static enum problem
find_table(struct ctx *x, const char *path, struct bulk_sent *out)
{
	struct bundle_reader *r = bundle_open(path);
	int depth = outermost(&out->files), tries = 0, ours = 0, broken = 0;
	const char *name;
	struct sheet s;

	if (r == NULL)
		return PROBLEM_BULK_ZIP_BROKEN;
	while (tries < TRIES && (name = bundle_next(r, x->mem)) != NULL) {
		if (!is_table(name) || depth_of(name) != depth)
			continue;
		tries++;
		if (table_read(x, r, &s) != EXTRACT_OK) {
			broken++;
			out->which = name;
		} else if (bulk_is_ours(&s, x->mem) && ours++ == 0) {
			found(x, out, name, &s);
		}
	}
	bundle_close(r);
	if (ours == 1)
		return PROBLEM_NONE;
	if (ours > 1)
		return PROBLEM_BULK_TWO_SHEETS;
	return broken > 0 ? PROBLEM_BULK_SHEET : PROBLEM_BULK_NO_SHEET;
}

enum problem
bulk_open(struct ctx *x, const struct file *f, struct bulk_sent *out)
{
	const char *path = intake_path(f, x->mem);
	struct office office = intake_office(x);
	enum problem what;

	*out = (struct bulk_sent){ .folder = "", .name = "", .which = "" };
	if (!is_zip(f) || package_has(path, "xl/workbook.xml"))
		return problem_of_sheet(sheet_read(&office, path,
		    &out->sheet, x->mem));
	out->zip = true;
	what = bundle_list(path, &out->files, &out->which, x->mem);
	return what != PROBLEM_NONE ? what : find_table(x, path, out);
}
