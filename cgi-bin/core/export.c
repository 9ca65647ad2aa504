/* export.c - see export.h. */
#include <string.h>

#include "core/export.h"

static void
address(struct buf *b, const char *base, const char *path)
{
	json_name(b, "url");
	buf_puts(b, "\"");
	buf_puts(b, base);
	buf_puts(b, path);
	buf_puts(b, "\"");
	json_text(b, "path", path);
}

static const char *
state(const struct publication *p)
{
	return p->repealed ? "repealed" : p->expired ? "expired" : "published";
}

void
export_row(struct buf *b, const struct publication *p, const char *base)
{
	json_next(b);
	buf_putc(b, '{');
	json_text(b, "index_no", p->index_no);
	address(b, base, p->path);
	json_text(b, "title", p->title);
	json_text_or_null(b, "doc_no", p->doc_no);
	json_text(b, "unit", p->unit_code);
	json_text(b, "unit_short", p->unit_short);
	json_text_or_null(b, "theme", p->theme_name);
	json_text_or_null(b, "made_on", p->made_on);
	json_text(b, "published", p->published);
	json_text(b, "state", state(p));
	buf_putc(b, '}');
}

static void
put_facts(struct buf *b, const struct publication *p, const char *base)
{
	json_text(b, "index_no", p->index_no);
	address(b, base, p->path);
	json_text(b, "title", p->title);
	json_text_or_null(b, "doc_no", p->doc_no);
	json_text(b, "unit", p->unit_code);
	json_text(b, "unit_name", p->unit_name);
	json_text(b, "unit_short", p->unit_short);
	json_text_or_null(b, "kind", p->kind_name);
	json_text_or_null(b, "theme", p->theme_name);
	json_text_or_null(b, "made_on", p->made_on);
	json_text(b, "first_published", p->first_published);
	json_text(b, "published", p->published);
	json_text(b, "state", state(p));
	json_text_or_null(b, "expired", p->expired_at);
	json_text_or_null(b, "reason", p->expired ? p->reason : "");
	json_text(b, "summary", p->summary);
	json_text(b, "openness", p->openness);
	json_int(b, "version", p->number);
	json_text(b, "sha256", p->hash);
}

static void
put_file(struct buf *b, const struct publication *p, const struct upload *u,
    const char *base, struct arena *m)
{
	buf_putc(b, '{');
	json_text(b, "name", u->name);
	json_text(b, "type", u->type);
	json_int(b, "size", u->size);
	json_text(b, "sha256", u->sha256);
	address(b, base, arena_printf(m, "%s/file/%lld", p->path,
	    (long long)u->id));
	buf_putc(b, '}');
}

static void
put_parts(struct buf *b, const struct publication *p, const char *base,
    struct arena *m)
{
	json_name(b, "categories");
	buf_putc(b, '[');
	for (int k = 0; k < p->categories.n; k++) {
		json_next(b);
		buf_putc(b, '{');
		json_text(b, "code", p->categories.v[k].code);
		json_text(b, "name", p->categories.v[k].name);
		buf_putc(b, '}');
	}
	buf_putc(b, ']');
	json_name(b, "attachments");
	buf_putc(b, '[');
	for (int k = 0; k < p->attachments.n; k++) {
		json_next(b);
		put_file(b, p, &p->attachments.v[k], base, m);
	}
	buf_putc(b, ']');
	json_name(b, "original");
	if (p->original.id != 0)
		put_file(b, p, &p->original, base, m);
	else
		buf_puts(b, "null");
}

/* The text as the portal sets it on pages. */
static void
put_pdf(struct buf *b, const struct publication *p, const char *base)
{
	json_name(b, "pdf");
	if (strlen(p->body.s) > PUBLICATION_PDF_MAX)
		buf_puts(b, "null");
	else
		buf_printf(b, "\"%s%s/v/%lld/pdf\"", base, p->path,
		    (long long)p->number);
}

/* Text, and what the hash needs beside the facts. */
static enum rc
put_content(struct db *db, struct buf *b, const struct publication *p,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT kind_id, theme_id,"
	    " original_sha256, body_text FROM public_content"
	    " WHERE revision_id = $1", V(p->revision_id));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_FAIL : rc;
	json_int(b, "kind_id", db_int(&q, 0));
	json_int(b, "theme_id", db_int(&q, 1));
	json_text_or_null(b, "original_sha256", db_text(&q, 2, m));
	json_text(b, "html", p->body.s);
	json_text(b, "text", db_text(&q, 3, m));
	return db_done(&q);
}

static enum rc
put_versions(struct db *db, struct buf *b, const struct publication *p,
    const char *base, struct arena *m)
{
	struct publication_versions list;
	enum rc rc = publication_versions(db, p->id, &list, m);

	if (rc != RC_OK)
		return rc;
	json_name(b, "versions");
	buf_putc(b, '[');
	for (int k = 0; k < list.n; k++) {
		json_next(b);
		buf_putc(b, '{');
		json_int(b, "version", list.v[k].number);
		json_text(b, "title", list.v[k].title);
		json_text(b, "published", list.v[k].published);
		json_text_or_null(b, "note", list.v[k].note);
		address(b, base, arena_printf(m, "%s/v/%d", p->path,
		    list.v[k].number));
		buf_putc(b, '}');
	}
	buf_putc(b, ']');
	return RC_OK;
}

enum rc
export_document(struct db *db, const struct publication *p, const char *base,
    struct buf *b, struct arena *m)
{
	enum rc rc;

	json_next(b);
	buf_putc(b, '{');
	put_facts(b, p, base);
	put_parts(b, p, base, m);
	put_pdf(b, p, base);
	if ((rc = put_content(db, b, p, m)) != RC_OK ||
	    (rc = put_versions(db, b, p, base, m)) != RC_OK)
		return rc;
	buf_putc(b, '}');
	return RC_OK;
}

void
export_tombstone(struct buf *b, const struct publication *p, const char *base)
{
	json_next(b);
	buf_putc(b, '{');
	json_text(b, "index_no", p->index_no);
	address(b, base, p->path);
	json_text(b, "title", p->title);
	json_text_or_null(b, "doc_no", p->doc_no);
	json_text(b, "unit", p->unit_code);
	json_text(b, "first_published", p->first_published);
	json_text(b, "left", p->left_portal);
	json_text(b, "reason", p->reason);
	json_text(b, "state", "deleted");
	buf_putc(b, '}');
}

void
export_unit(struct buf *b, const struct unit *u, const char *base)
{
	json_next(b);
	buf_putc(b, '{');
	json_text(b, "code", u->code);
	json_text(b, "name", u->name);
	json_text(b, "short_name", u->short_name);
	json_text(b, "kind", u->kind);
	json_text_or_null(b, "duties", u->duties);
	json_text_or_null(b, "address", u->address);
	json_text_or_null(b, "postcode", u->postcode);
	json_text_or_null(b, "phone", u->phone);
	json_text_or_null(b, "fax", u->fax);
	json_text_or_null(b, "email", u->email);
	json_text_or_null(b, "hours", u->hours);
	json_name(b, "url");
	buf_putc(b, '"');
	buf_puts(b, base);
	buf_printf(b, "/unit/%s\"", u->code);
	buf_putc(b, '}');
}

void
export_category(struct buf *b, const struct category *c, const char *parent,
    int64_t n)
{
	json_next(b);
	buf_putc(b, '{');
	json_text(b, "code", c->code);
	json_text_or_null(b, "parent", parent);
	json_text(b, "name", c->name);
	json_text_or_null(b, "basis", c->basis);
	json_bool(b, "leaf", c->leaf);
	json_int(b, "documents", n);
	buf_putc(b, '}');
}

void
export_line(struct buf *b, const struct register_line *l, struct arena *m)
{
	json_next(b);
	buf_putc(b, '{');
	json_int(b, "line", l->number);
	json_text(b, "at", l->at);
	json_text(b, "since", l->since);
	json_text(b, "action", l->action);
	json_text(b, "origin", l->origin);
	json_text(b, "document", l->index_no);
	json_text(b, "unit", l->unit_code);
	json_text(b, "state", l->state);
	json_int(b, "version", l->version);
	json_text(b, "sha256", l->hash);
	json_text(b, "text", register_text(l, m));
	json_text(b, "leaf", l->leaf);
	buf_putc(b, '}');
}

void
export_head(struct buf *b, const struct register_head *h, struct arena *m)
{
	json_next(b);
	buf_putc(b, '{');
	json_int(b, "id", h->id);
	json_text(b, "origin", h->origin);
	json_int(b, "size", h->size);
	json_text(b, "root", h->root);
	json_text(b, "at", h->at);
	json_text(b, "text", register_head_text(h, m));
	json_text(b, "signature", h->signature);
	json_text(b, "public_key", h->public_key);
	buf_putc(b, '}');
}

void
export_path(struct buf *b, const char *name, const struct merkle_path *p)
{
	json_name(b, name);
	buf_putc(b, '[');
	for (int k = 0; k < p->n; k++) {
		json_next(b);
		json_string(b, p->v[k]);
	}
	buf_putc(b, ']');
}
