/* offer.c - see offer.h. */
#include <string.h>

#include "core/likeness.h"
#include "gkht/content.h"
#include "gkht/json.h"
#include "gkht/offer.h"
#include "gkht/rows.h"

/* The fields that can be read, in the order of the choices of "take". */
static const struct {
	const char *name;
	int typed, read;
} fields[] = {
	{ "title", C_TITLE, C_READ_TITLE },
	{ "doc_no", C_DOC_NO, C_READ_NO },
	{ "made_on", C_MADE_ON, C_READ_DATE },
};
#define FIELDS ((int)(sizeof(fields) / sizeof(fields[0])))

static struct node *
place(struct ctx *x, int k)
{
	return view_child(view_child(x->page, "Page.Read"), fields[k].name);
}

/* Nothing is said about what stands in the field already. */
static void
show_one(struct ctx *x, int k, const char *read, const char **typed)
{
	struct node *at = place(x, k);

	if (*read == '\0' || strcmp(read, *typed) == 0)
		return;
	view_set(at, "Value", read);
	view_flag(at, "Filled", **typed == '\0');
	if (**typed == '\0')
		*typed = read;
}

void
offer_read(struct ctx *x, struct content *c)
{
	struct node *at = view_child(x->page, "Page.Read");
	struct recognised r;
	struct passages p;

	passages_of(c->body, &p, x->mem);
	recognise(&p, &r, x->mem);
	view_set(at, "Addressee", r.addressee);
	view_set(at, "Organ", r.organ);
	show_one(x, 0, r.title, &c->title);
	show_one(x, 1, r.doc_no, &c->doc_no);
	show_one(x, 2, r.made_on, &c->made_on);
}

bool
offer_taken(const struct ctx *x)
{
	return x->in.v[C_TAKE].given;
}

void
offer_again(struct ctx *x)
{
	struct value *v = x->in.v;

	for (int k = 0; k < FIELDS; k++) {
		const char *read = v[fields[k].read].s;

		if (*read == '\0' ||
		    strcmp(read, v[fields[k].typed].raw) == 0)
			continue;
		if (v[C_TAKE].given && v[C_TAKE].i == k)
			view_set(view_child(x->page, "Page.Form"),
			    fields[k].name, read);
		else
			view_set(place(x, k), "Value", read);
	}
}

void
offer_json(struct buf *b, const struct recognised *r)
{
	buf_puts(b, ",\"read\":{");
	json_text(b, "title", r->title);
	json_text(b, "doc_no", r->doc_no);
	json_text(b, "made_on", r->made_on);
	json_text(b, "addressee", r->addressee);
	json_text(b, "organ", r->organ);
	buf_putc(b, '}');
}

static enum rc
find(struct ctx *x, int64_t except, const char *doc_no, const char *text,
    struct likes *out)
{
	return likeness_find(x->db, x->me->unit, except,
	    document_no_tidy(x->mem, doc_no), text, out, x->mem);
}

enum rc
offer_alike(struct ctx *x, int64_t except, const char *doc_no,
    const char *text)
{
	struct likes l;
	enum rc rc;

	if ((rc = find(x, except, doc_no, text, &l)) != RC_OK)
		return rc;
	for (int k = 0; k < l.n; k++) {
		struct node *n = view_item(x->page, "Page.Alike");

		view_int(n, "Id", l.v[k].id);
		view_set(n, "Title", l.v[k].title);
		view_set(n, "DocNo", l.v[k].doc_no);
		view_flag(n, "Number", l.v[k].number);
		rows_tag(n, l.v[k].state, l.v[k].returned);
	}
	return RC_OK;
}

enum rc
offer_alike_json(struct ctx *x, struct buf *b, const char *doc_no,
    const char *text)
{
	struct likes l;
	enum rc rc;

	if ((rc = find(x, 0, doc_no, text, &l)) != RC_OK)
		return rc;
	buf_puts(b, ",\"alike\":[");
	for (int k = 0; k < l.n; k++) {
		buf_puts(b, k > 0 ? ",{" : "{");
		json_int(b, "id", l.v[k].id);
		json_text(b, "title", l.v[k].title);
		json_int(b, "number", l.v[k].number);
		buf_putc(b, '}');
	}
	buf_putc(b, ']');
	return RC_OK;
}
