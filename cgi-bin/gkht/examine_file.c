/* examine_file.c - files looked through before anybody waits for them; see
 * examine.h. */
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/secret.h"
#include "core/list.h"
#include "gkht/content.h"
#include "gkht/examine.h"
#include "gkht/intake.h"
#include "richtext/filetype.h"
#include "store/files.h"

const char *
examine_line_key(const struct inspections *v, int k, struct arena *m)
{
	const char *before, *after;

	inspect_quote(v, k, &before, &after, m);
	return finding_key(m, inspect_key(v->v[k].kind), v->v[k].value,
	    arena_printf(m, "%s|%s", before, after));
}

const char *
examine_lines(const struct inspections *v, struct arena *m)
{
	struct buf b = buf_new(m);

	for (int k = 0; k < v->n; k++) {
		const struct inspected *f = &v->v[k];
		const char *before, *after;

		inspect_quote(v, k, &before, &after, m);
		buf_printf(&b, "%s\t%s\t%d\t%s\t%s\t%s\n",
		    inspect_key(f->kind), examine_line_key(v, k, m),
		    f->number, before, f->masked, after);
	}
	return b.n > 0 ? b.s : arena_strdup(m, "");
}

const char *
examine_file(struct ctx *x, const char *path, const char *type)
{
	struct office office = intake_office(x);
	struct inspections v = { 0 };

	inspect_file(&office, path, type, &v, x->mem);
	return examine_lines(&v, x->mem);
}

/* Nobody had the time to look: the next one may. */
static bool
is_final(const char *report)
{
	const char *later = inspect_key(INSPECT_LATER);
	size_t n = strlen(later);

	return strncmp(report, later, n) != 0 || report[n] != '\t';
}

enum rc
examine_keep(struct ctx *x, const struct upload *u, const char *report)
{
	if (report == NULL || !is_final(report))
		return RC_OK;
	return finding_file_keep(x->db, u->sha256, u->type, INSPECT_RULES,
	    report);
}

/* Pictures alone are looked at on the spot: that takes no time. */
enum rc
examine_report(struct ctx *x, const struct upload *u, const char **report)
{
	char *kept;
	enum rc rc = finding_file_get(x->db, u->sha256, u->type,
	    INSPECT_RULES, &kept, x->mem);

	*report = kept;
	if (rc != RC_NOT_FOUND)
		return rc;
	if (strncmp(u->type, "image/", 6) != 0) {
		*report = arena_printf(x->mem, "%s\t%s\t0\t\t\t",
		    inspect_key(INSPECT_LATER), u->sha256);
		return RC_OK;
	}
	*report = examine_file(x, files_path(x->conf->files, u->sha256,
	    x->mem), u->type);
	return examine_keep(x, u, *report);
}

static enum rc
ahead_stored(struct ctx *x, const struct upload *u, struct examined *out)
{
	char *report;
	enum rc rc = finding_file_get(x->db, u->sha256, u->type,
	    INSPECT_RULES, &report, x->mem);

	if (rc != RC_NOT_FOUND)
		return rc;
	*list_add(out, x->mem) = (struct examined_file){ *u,
	    examine_file(x, files_path(x->conf->files, u->sha256, x->mem),
	    u->type) };
	return RC_OK;
}

static const char *
hash_of(const struct file *f, struct arena *m)
{
	struct secret_sha256 *h = secret_sha256_new(m);
	char part[65536];
	off_t at = 0;
	ssize_t n;

	for (; (n = pread(f->fd, part, sizeof(part), at)) > 0; at += n)
		secret_sha256_add(h, part, (size_t)n);
	return secret_sha256_end(h, m);
}

static void
ahead_sent(struct ctx *x, const struct file *f, struct examined *out)
{
	struct upload u = { .sha256 = "" };

	if (f == NULL || f->size == 0 || f->size > x->conf->upload_max ||
	    filetype_check(f->name, f->path, &u.type, x->mem) != PROBLEM_NONE)
		return;
	u.sha256 = hash_of(f, x->mem);
	*list_add(out, x->mem) = (struct examined_file){ u,
	    examine_file(x, intake_path(f, x->mem), u.type) };
}

static enum rc
ahead_named(struct ctx *x, int64_t id, struct examined *out)
{
	struct upload u;
	enum rc rc = upload_get(x->db, x->me->unit, id, &u, x->mem);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	return ahead_stored(x, &u, out);
}

enum rc
examine_ahead(struct ctx *x, struct examined *out)
{
	const struct value *kept = &x->in.v[C_ATTACHMENT];
	const struct value *sent = &x->in.v[C_FILE];
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < kept->n; k++)
		rc = ahead_named(x, kept->many[k].i, out);
	if (rc == RC_OK && x->in.v[C_ORIGINAL].given)
		rc = ahead_named(x, x->in.v[C_ORIGINAL].i, out);
	for (int k = 0; rc == RC_OK && k < sent->n; k++)
		ahead_sent(x, sent->many[k].file, out);
	return rc;
}

enum rc
examine_ahead_files(struct ctx *x, const struct revision *r,
    struct examined *out)
{
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < r->attachments.n; k++)
		rc = ahead_stored(x, &r->attachments.v[k], out);
	return rc != RC_OK || r->original.id == 0 ? rc :
	    ahead_stored(x, &r->original, out);
}

enum rc
examine_ahead_ids(struct ctx *x, int n, const int64_t *upload,
    struct examined *out)
{
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < n; k++)
		rc = ahead_named(x, upload[k], out);
	return rc;
}

enum rc
examine_ahead_of(struct ctx *x, int64_t id, struct examined *out)
{
	struct document d;
	enum rc rc = document_get(x->db, x->me->unit, id, &d, x->mem);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	return d.rev.findings.inspected ? RC_OK :
	    examine_ahead_files(x, &d.rev, out);
}

enum rc
examine_write(struct ctx *x, const struct examined *v)
{
	enum rc rc = route_write(x);

	for (int k = 0; rc == RC_OK && k < v->n; k++)
		rc = examine_keep(x, &v->v[k].u, v->v[k].report);
	return rc;
}
