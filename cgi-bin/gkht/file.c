/* file.c - what the dialogs send in the background, and staff's downloads. */
#include <string.h>

#include "base/text.h"
#include "gkht/examine.h"
#include "gkht/image.h"
#include "gkht/intake.h"
#include "gkht/json.h"
#include "gkht/offer.h"
#include "gkht/pages.h"
#include "richtext/filetype.h"
#include "richtext/inspect_file.h"
#include "store/files.h"

enum { U_FILE };

const struct field upload_fields[] = {
	[U_FILE] = { "file", KIND_FILE, REQUIRED, 0, NULL },
	{ 0 }
};

const struct field word_fields[] = {
	[U_FILE] = { "word", KIND_FILE, REQUIRED, 0, NULL },
	{ 0 }
};

enum rc
file_again(struct ctx *x)
{
	return json_problems(x);
}

static enum rc
refused(struct ctx *x, const char *field, enum problem why)
{
	problem_add(&x->problems, field, why);
	return RC_INVALID;
}

static void
upload_put(struct ctx *x, struct buf *b, const struct upload *u)
{
	json_int(b, "id", u->id);
	json_text(b, "name", u->name);
	json_text(b, "size", text_size(x->mem, u->size));
}

/* What is in a file is looked at before anybody waits for it. */
static const char *
look(struct ctx *x, const struct file *f)
{
	const char *type;

	if (f->size > x->conf->upload_max || filetype_check(f->name, f->path,
	    &type, x->mem) != PROBLEM_NONE)
		return NULL;
	return examine_file(x, intake_path(f, x->mem), type);
}

enum rc
upload_take(struct ctx *x)
{
	const struct file *f = x->in.v[U_FILE].file;
	const char *report = look(x, f);
	struct buf b = buf_new(x->mem);
	struct upload u;
	enum problem why;
	enum rc rc;

	if ((rc = route_write(x)) != RC_OK)
		return rc;
	rc = intake_file(x, f, "attachment", &u, &why);
	if (rc == RC_OK)
		rc = examine_keep(x, &u, report);
	if (rc == RC_INVALID)
		return refused(x, "file", why);
	if (rc != RC_OK)
		return rc;
	buf_putc(&b, '{');
	upload_put(x, &b, &u);
	buf_putc(&b, '}');
	return send_json(x, b.s);
}

/* What the text says of itself, and what it is like. */
static enum rc
read_put(struct ctx *x, struct buf *b, const struct sanitized *body)
{
	struct recognised r;
	struct passages p;

	passages_of(body->html, &p, x->mem);
	recognise(&p, &r, x->mem);
	offer_json(b, &r);
	return offer_alike_json(x, b, r.doc_no, body->text);
}

enum rc
word_take(struct ctx *x)
{
	const struct file *f = x->in.v[U_FILE].file;
	struct buf b = buf_new(x->mem);
	struct upload original;
	struct intake in;
	enum problem why;
	enum rc rc;

	intake_convert(x, f, &in);
	if ((rc = route_write(x)) != RC_OK)
		return rc;
	rc = intake_word(x, f, &in, &original, &why);
	if (rc == RC_INVALID)
		return refused(x, "word", why);
	if (rc != RC_OK)
		return rc;
	buf_putc(&b, '{');
	json_text(&b, "html",
	    sanitize_rebase(in.word.body.html, OFFICE_IMAGES, x->mem).s);
	json_text(&b, "title", in.word.title == NULL ? "" : in.word.title);
	buf_puts(&b, ",\"original\":{");
	upload_put(x, &b, &original);
	buf_puts(&b, "},\"report\":");
	report_json(in.report, &b);
	if ((rc = read_put(x, &b, &in.word.body)) != RC_OK)
		return rc;
	buf_putc(&b, '}');
	return send_json(x, b.s);
}

enum rc
file_send(struct ctx *x)
{
	struct upload u;
	enum rc rc;

	if ((rc = upload_get(x->db, x->me->unit, arg_id(x, 0), &u, x->mem))
	    != RC_OK)
		return rc;
	return send_stored(x, u.sha256, u.type, u.name);
}

enum rc
image_send(struct ctx *x)
{
	const char *dot = strchr(x->arg[0], '.');
	struct upload u;
	char *sha256;
	enum rc rc;

	if (dot == NULL)
		return RC_NOT_FOUND;
	sha256 = arena_strndup(x->mem, x->arg[0],
	    (size_t)(dot - x->arg[0]));
	if (!files_is_name(sha256))
		return RC_NOT_FOUND;
	if ((rc = upload_image(x->db, x->me->unit, sha256, &u, x->mem))
	    != RC_OK)
		return rc;
	return send_stored(x, u.sha256, u.type, NULL);
}
