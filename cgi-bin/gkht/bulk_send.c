/* bulk_send.c - a table, or a zip file with one, comes in. */
#include <string.h>

#include "base/secret.h"
#include "base/text.h"
#include "core/upload.h"
#include "gkht/bulk.h"
#include "gkht/frame.h"
#include "gkht/intake.h"
#include "gkht/pages.h"
#include "store/files.h"

enum { S_SHEET, S_ONCE };

const struct field bulk_send_fields[] = {
	[S_SHEET] = { "sheet", KIND_FILE, REQUIRED, 0, NULL },
	[S_ONCE] = { "once", KIND_TOKEN, 0, SECRET_TOKEN_LEN, NULL },
	{ 0 }
};

/* Nothing is stored; the page says what is wrong with which part of it. */
static enum rc
refused(struct ctx *x, enum problem what, const char *which)
{
	problem_add(&x->problems, "sheet", what);
	view_set(x->page, "Page.Which", which);
	frame_problems(x);
	return bulk_page(x);
}

static bool
names(const struct bulk_row *r, const char *name)
{
	size_t n = strlen(name);
	const char *at = r->attachments;

	if (strcmp(r->word, name) == 0)
		return true;
	for (; (at = strstr(at, name)) != NULL; at += n)
		if ((at == r->attachments || at[-1] == '\n') &&
		    (at[n] == '\0' || at[n] == '\n'))
			return true;
	return false;
}

/* Files that no row asks for, for the clerk to know. */
static int64_t
count_unused(const struct bulk_sent *sent, const struct bulk_rows *rows)
{
	int64_t unused = 0;

	for (int k = 0; k < sent->files.n; k++) {
		const char *name = sent->files.v[k].name;
		bool used = strcmp(name, sent->name) == 0;

		for (int i = 0; !used && i < rows->n; i++)
			used = names(&rows->v[i], name);
		unused += !used;
	}
	return unused;
}

static enum rc
store(struct ctx *x, const struct file *f, const struct bulk_sent *sent,
    const struct bulk_rows *rows)
{
	struct bulk b = { .name = upload_name(f->name, x->mem), .zip = "",
	    .once = x->in.v[S_ONCE].s,
	    .unused = count_unused(sent, rows) };
	struct stored_file stored;
	enum rc rc = route_write(x);

	if (rc == RC_OK && sent->zip && (rc = files_put(x->conf->files,
	    f->path, &stored, x->mem)) == RC_OK)
		b.zip = stored.sha256;
	if (rc == RC_OK)
		rc = bulk_add(x->db, &x->actor, &b, rows, x->mem);
	return rc == RC_OK ? go(x, "/gkht/entry/bulk/%lld", (long long)b.id) :
	    rc;
}

enum rc
bulk_send(struct ctx *x)
{
	const struct file *f = x->in.v[S_SHEET].file;
	struct bulk_rows rows;
	struct bulk_sent sent;
	const char *detail;
	enum problem what;
	enum rc rc;

	if (f->size > x->conf->upload_max)
		return refused(x, PROBLEM_FILE_TOO_LARGE, "");
	if ((what = bulk_open(x, f, &sent)) != PROBLEM_NONE)
		return refused(x, what, sent.which);
	if ((rc = bulk_read(x, &sent.sheet, sent.zip ? &sent.files : NULL,
	    sent.folder, &rows, &what, &detail)) != RC_OK)
		return rc;
	return what != PROBLEM_NONE ? refused(x, what, detail) :
	    store(x, f, &sent, &rows);
}
