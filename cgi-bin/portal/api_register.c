/* api_register.c - the register of publication for whoever checks it. */
#include "portal/api.h"

#define LINES	1000	/* of one answer */
#define HEADS	1000

enum { L_AFTER, L_DOCUMENT };
const struct field api_lines_fields[] = {
	[L_AFTER] = { "after", KIND_ID, 0, 0, NULL },
	[L_DOCUMENT] = { "document", KIND_LINE, 0, 40, NULL },
	{ 0 }
};

enum { H_BEFORE };
const struct field api_heads_fields[] = {
	[H_BEFORE] = { "before", KIND_ID, 0, 0, NULL },
	{ 0 }
};

enum { P_LINE, P_SIZE };
const struct field api_proof_fields[] = {
	[P_LINE] = { "line", KIND_ID, REQUIRED, 0, NULL },
	[P_SIZE] = { "size", KIND_ID, 0, 0, NULL },
	{ 0 }
};

enum { C_FIRST, C_SECOND };
const struct field api_consistency_fields[] = {
	[C_FIRST] = { "first", KIND_ID, REQUIRED, 0, NULL },
	[C_SECOND] = { "second", KIND_ID, REQUIRED, 0, NULL },
	{ 0 }
};

/* Lines in order; those of one document the other way round. */
enum rc
api_lines(struct ctx *x)
{
	struct buf b = buf_new(x->mem);
	struct register_lines lines;
	int64_t size;
	enum rc rc;

	if (x->problems.n > 0)
		return RC_INVALID;
	if ((rc = register_size(x->db, &size)) != RC_OK ||
	    (rc = x->in.v[L_DOCUMENT].given ?
	    register_of(x->db, x->in.v[L_DOCUMENT].s, &lines, x->mem) :
	    register_after(x->db, x->in.v[L_AFTER].i, LINES, &lines,
	    x->mem)) != RC_OK)
		return rc;
	buf_putc(&b, '{');
	json_int(&b, "size", size);
	json_name(&b, "lines");
	buf_putc(&b, '[');
	for (int k = 0; k < lines.n; k++)
		export_line(&b, &lines.v[k], x->mem);
	buf_putc(&b, ']');
	json_name(&b, "next");
	if (lines.n == LINES && lines.v[lines.n - 1].number < size)
		buf_printf(&b, "\"/api/v1/register/lines?after=%lld\"",
		    (long long)lines.v[lines.n - 1].number);
	else
		buf_puts(&b, "null");
	buf_putc(&b, '}');
	return send_json(x, b.s);
}

enum rc
api_line(struct ctx *x)
{
	struct buf b = buf_new(x->mem);
	struct register_line l;
	enum rc rc = register_get(x->db, arg_id(x, 0), &l, x->mem);

	if (rc != RC_OK)
		return rc;
	export_line(&b, &l, x->mem);
	return send_json(x, b.s);
}

enum rc
api_heads(struct ctx *x)
{
	struct buf b = buf_new(x->mem);
	struct register_heads heads;
	enum rc rc;

	if (x->problems.n > 0)
		return RC_INVALID;
	rc = register_heads(x->db, x->in.v[H_BEFORE].i, HEADS, &heads,
	    x->mem);
	if (rc != RC_OK)
		return rc;
	buf_puts(&b, "{\"heads\":[");
	for (int k = 0; k < heads.n; k++)
		export_head(&b, &heads.v[k], x->mem);
	buf_putc(&b, ']');
	json_name(&b, "next");
	if (heads.n == HEADS)
		buf_printf(&b, "\"/api/v1/register/heads?before=%lld\"",
		    (long long)heads.v[heads.n - 1].id);
	else
		buf_puts(&b, "null");
	buf_putc(&b, '}');
	return send_json(x, b.s);
}

/* The head that the proof is for: of that size, or the first that covers the
 * line.  RC_NOT_FOUND: nothing of the kind was signed yet. */
static enum rc
proof_head(struct ctx *x, int64_t line, struct register_head *h)
{
	if (x->in.v[P_SIZE].given)
		return register_head_of_size(x->db, x->in.v[P_SIZE].i, h,
		    x->mem);
	return register_head_covering(x->db, line, h, x->mem);
}

enum rc
api_proof(struct ctx *x)
{
	struct merkle t = register_tree(x->db);
	struct buf b = buf_new(x->mem);
	struct register_line l;
	struct register_head h;
	struct merkle_path p;
	enum rc rc;

	if (x->problems.n > 0)
		return RC_INVALID;
	rc = register_get(x->db, x->in.v[P_LINE].i, &l, x->mem);
	if (rc != RC_OK || (rc = proof_head(x, l.number, &h)) != RC_OK ||
	    (rc = merkle_inclusion(&t, l.number - 1, h.size, &p, x->mem)) !=
	    RC_OK)
		return rc;
	buf_putc(&b, '{');
	json_int(&b, "index", l.number - 1);
	json_name(&b, "line");
	export_line(&b, &l, x->mem);
	json_name(&b, "head");
	export_head(&b, &h, x->mem);
	export_path(&b, "path", &p);
	buf_putc(&b, '}');
	return send_json(x, b.s);
}

enum rc
api_consistency(struct ctx *x)
{
	struct merkle t = register_tree(x->db);
	struct buf b = buf_new(x->mem);
	struct register_head first, second;
	struct merkle_path p;
	enum rc rc;

	if (x->problems.n > 0)
		return RC_INVALID;
	if ((rc = register_head_of_size(x->db, x->in.v[C_FIRST].i, &first,
	    x->mem)) != RC_OK ||
	    (rc = register_head_of_size(x->db, x->in.v[C_SECOND].i, &second,
	    x->mem)) != RC_OK ||
	    (rc = merkle_consistency(&t, first.size, second.size, &p,
	    x->mem)) != RC_OK)
		return rc;
	buf_puts(&b, "{\"first\":");
	export_head(&b, &first, x->mem);
	json_name(&b, "second");
	export_head(&b, &second, x->mem);
	export_path(&b, "path", &p);
	buf_putc(&b, '}');
	return send_json(x, b.s);
}

enum rc
api_key(struct ctx *x)
{
	struct buf b = buf_new(x->mem);
	struct register_keys keys;
	enum rc rc = register_keys(x->db, &keys, x->mem);

	if (rc != RC_OK)
		return rc;
	buf_puts(&b, "{\"keys\":[");
	for (int k = 0; k < keys.n; k++) {
		json_next(&b);
		buf_putc(&b, '{');
		json_text(&b, "algorithm", "Ed25519");
		json_text(&b, "since", keys.v[k].since);
		json_text(&b, "public_key", keys.v[k].public_key);
		buf_putc(&b, '}');
	}
	buf_puts(&b, "]}");
	return send_json(x, b.s);
}
