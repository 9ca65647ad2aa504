/*
 * dump.c - gkctl dump: all public data as files, for whoever wants all of it.
 *
 * Everything is read in one transaction through the public views, so that the
 * files fit each other; each appears whole or not at all.
 */
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/csv_write.h"
#include "core/export.h"
#include "core/list.h"
#include "gkctl/ctl.h"
#include "gkctl/manifest.h"

#define CHUNK	500

struct dump {
	struct ctl *c;
	const char *dir;
	struct arena *mem;		/* of one row */
	FILE *json, *table;		/* what is being written */
	struct buf row;			/* of the table */
	struct csv_write csv;
	struct { int n; const char **v; } names;
};

static const char *
place(struct dump *d, const char *name, const char *end)
{
	return arena_printf(d->c->mem, "%s/%s%s", d->dir, name, end);
}

static FILE *
file_open(struct dump *d, const char *name)
{
	FILE *f = fopen(place(d, name, ".new"), "we");

	if (f == NULL)
		ctl_fail("%s: %s", place(d, name, ".new"), strerror(errno));
	else
		*list_add(&d->names, d->c->mem) = name;
	return f;
}

static bool
put(FILE *f, const struct buf *b)
{
	return fwrite(b->s, 1, b->n, f) == b->n;
}

static bool
put_line(FILE *f, struct buf *b)
{
	buf_putc(b, '\n');
	return put(f, b);
}

static bool
table_row(struct dump *d)
{
	bool good;

	csv_write_row(&d->csv);
	good = put(d->table, &d->row);
	d->row.n = 0;
	return good;
}

static bool
table_head(struct dump *d)
{
	static const char *const head[] = { "index_no", "title", "doc_no",
	    "unit", "unit_name", "theme", "kind", "made_on",
	    "first_published", "published", "state", "version", "sha256",
	    "url" };

	d->row = buf_new(d->c->mem);
	d->csv = csv_write_open(&d->row);
	for (size_t k = 0; k < sizeof(head) / sizeof(head[0]); k++)
		csv_write_text(&d->csv, head[k]);
	return table_row(d);
}

static bool
table_document(struct dump *d, const struct publication *p)
{
	const char *const cell[] = { p->index_no, p->title, p->doc_no,
	    p->unit_code, p->unit_name, p->theme_name, p->kind_name,
	    p->made_on, p->first_published, p->published,
	    p->repealed ? "repealed" :
	    p->expired ? "expired" : "published" };

	for (size_t k = 0; k < sizeof(cell) / sizeof(cell[0]); k++)
		csv_write_text(&d->csv, cell[k]);
	csv_write_number(&d->csv, p->number);
	csv_write_text(&d->csv, p->hash);
	csv_write_text(&d->csv, arena_printf(d->mem, "%s%s",
	    d->c->conf->site_url, p->path));
	return table_row(d);
}

/* The address of a document is the unit's code and what follows the slash. */
static enum rc
put_document(struct dump *d, const char *unit, const char *index_no)
{
	const char *slash = strchr(index_no, '/');
	struct buf b = buf_new(d->mem);
	struct publication p;
	enum rc rc;

	if (slash == NULL)
		return RC_FAIL;
	rc = publication_get(d->c->db, unit, slash + 1, &p, d->mem);
	if (rc != RC_OK || (rc = export_document(d->c->db, &p,
	    d->c->conf->site_url, &b, d->mem)) != RC_OK)
		return rc;
	return put_line(d->json, &b) && table_document(d, &p) ? RC_OK :
	    RC_FAIL;
}

static enum rc
put_documents(struct dump *d)
{
	enum rc rc = RC_OK, read;
	struct rows q = db_query(d->c->db, "SELECT unit_code, index_no"
	    " FROM public_document ORDER BY publication");

	for (; rc == RC_OK && db_next(&q); arena_reset(d->mem))
		rc = put_document(d, db_text(&q, 0, d->mem),
		    db_text(&q, 1, d->mem));
	read = db_done(&q);
	return rc == RC_OK ? read : rc;
}

static enum rc
documents(struct dump *d)
{
	enum rc rc = RC_FAIL;

	if ((d->json = file_open(d, "documents.jsonl")) == NULL)
		return RC_FAIL;
	if ((d->table = file_open(d, "documents.csv")) != NULL &&
	    table_head(d))
		rc = put_documents(d);
	if (d->table != NULL && fclose(d->table) != 0)
		rc = RC_FAIL;
	return fclose(d->json) == 0 ? rc : RC_FAIL;
}

static enum rc
put_lines(struct dump *d, FILE *f)
{
	struct register_lines lines;
	int64_t last = 0;
	enum rc rc;

	do {
		arena_reset(d->mem);
		rc = register_after(d->c->db, last, CHUNK, &lines, d->mem);
		for (int k = 0; rc == RC_OK && k < lines.n; k++) {
			struct buf b = buf_new(d->mem);

			export_line(&b, &lines.v[k], d->mem);
			last = lines.v[k].number;
			rc = put_line(f, &b) ? RC_OK : RC_FAIL;
		}
	} while (rc == RC_OK && lines.n > 0);
	return rc;
}

static enum rc
put_heads(struct dump *d, FILE *f)
{
	struct register_heads heads;
	int64_t last = 0;
	enum rc rc;

	do {
		arena_reset(d->mem);
		rc = register_heads(d->c->db, last, CHUNK, &heads, d->mem);
		for (int k = 0; rc == RC_OK && k < heads.n; k++) {
			struct buf b = buf_new(d->mem);

			export_head(&b, &heads.v[k], d->mem);
			last = heads.v[k].id;
			rc = put_line(f, &b) ? RC_OK : RC_FAIL;
		}
	} while (rc == RC_OK && heads.n == CHUNK);
	return rc;
}

static enum rc
put_units(struct dump *d, FILE *f)
{
	struct units list;
	enum rc rc = unit_list(d->c->db, &list, d->mem);

	for (int k = 0; rc == RC_OK && k < list.n; k++) {
		struct buf b = buf_new(d->mem);

		if (!list.v[k].enabled)
			continue;
		export_unit(&b, &list.v[k], d->c->conf->site_url);
		rc = put_line(f, &b) ? RC_OK : RC_FAIL;
	}
	return rc;
}

static enum rc
one_file(struct dump *d, const char *name,
    enum rc (*fill)(struct dump *, FILE *))
{
	FILE *f = file_open(d, name);
	enum rc rc;

	if (f == NULL)
		return RC_FAIL;
	rc = fill(d, f);
	return fclose(f) == 0 ? rc : RC_FAIL;
}

/* gzip of the system, by its fixed path and without a shell. */
static enum rc
pack(const char *path)
{
	char *argv[] = { "gzip", "-9nf", (char *)path, NULL }, *env[] = { NULL };
	int status;
	pid_t pid;

	if (posix_spawn(&pid, "/bin/gzip", NULL, NULL, argv, env) != 0 ||
	    waitpid(pid, &status, 0) != pid || status != 0) {
		ctl_fail("%s: gzip failed", path);
		return RC_FAIL;
	}
	return RC_OK;
}

/* name.new becomes name.gz; its hash is a line of the list. */
static enum rc
finish(struct dump *d, const char *name, FILE *sums)
{
	const char *packed = arena_printf(d->c->mem, "%s.new.gz", name);
	const char *to = place(d, name, ".gz");
	struct manifest hashed = { .mem = d->c->mem };
	enum rc rc = pack(place(d, name, ".new"));

	if (rc != RC_OK ||
	    (rc = manifest_add(&hashed, d->dir, packed)) != RC_OK)
		return rc;
	if (rename(place(d, packed, ""), to) != 0 ||
	    fprintf(sums, "%s  %s.gz\n", hashed.v[0].sha256, name) < 0) {
		ctl_fail("%s: %s", to, strerror(errno));
		return RC_FAIL;
	}
	return RC_OK;
}

static enum rc
finish_all(struct dump *d)
{
	const char *tmp = place(d, "SHA256SUMS", ".new");
	FILE *sums = fopen(tmp, "we");
	enum rc rc = RC_OK;

	if (sums == NULL)
		return RC_FAIL;
	for (int k = 0; rc == RC_OK && k < d->names.n; k++)
		rc = finish(d, d->names.v[k], sums);
	if (fclose(sums) != 0 || (rc == RC_OK &&
	    rename(tmp, place(d, "SHA256SUMS", "")) != 0))
		rc = RC_FAIL;
	return rc;
}

static enum rc
write_all(struct dump *d)
{
	enum rc rc = db_begin_read(d->c->db);

	if (rc != RC_OK)
		return rc;
	if ((rc = documents(d)) == RC_OK &&
	    (rc = one_file(d, "units.jsonl", put_units)) == RC_OK &&
	    (rc = one_file(d, "register.jsonl", put_lines)) == RC_OK)
		rc = one_file(d, "heads.jsonl", put_heads);
	rc = db_end(d->c->db, rc);
	return rc == RC_OK ? finish_all(d) : rc;
}

int
dump_run(struct ctl *c, int argc, char **argv)
{
	struct dump d = { .c = c, .mem = arena_new() };
	enum rc rc;

	if (argc > 2)
		return ctl_fail("dump [DIR]");
	d.dir = argc == 2 ? argv[1] : arena_printf(c->mem, "%s/dump",
	    c->conf->data);
	if (mkdir(d.dir, 0755) != 0 && errno != EEXIST)
		return ctl_fail("%s: %s", d.dir, strerror(errno));
	rc = write_all(&d);
	arena_free(d.mem);
	if (rc != RC_OK)
		return ctl_fail_rc(rc, "dump");
	printf("%d files in %s\n", d.names.n, d.dir);
	return 0;
}
