/* content.c - reading the content form; see content.h. */
#include <string.h>

#include "base/secret.h"
#include "core/category.h"
#include "core/relation.h"
#include "gkht/amend.h"
#include "gkht/content.h"
#include "gkht/examine.h"
#include "gkht/intake.h"
#include "gkht/offer.h"
#include "gkht/secrecy.h"
#include "gkht/told.h"
#include "gkht/way.h"
#include "richtext/sanitize.h"

#define BODY_CHARACTERS	4000000

static const char *const opennesses[] = {
	"active", "request", "closed", NULL
};
static const char *const acts[] = {
	"save", "submit", "import", "sign", "purge", "merge", NULL
};
static const char *const articles[] = {
	"13", "14", "15", "16.1", "16.2", NULL
};
const char *const content_theirs[] = {
	[THEIRS_CATEGORY] = "category", [THEIRS_TITLE] = "title",
	[THEIRS_DOC_NO] = "doc_no", [THEIRS_MADE_ON] = "made_on",
	[THEIRS_SUMMARY] = "summary", [THEIRS_OPENNESS] = "openness",
	[THEIRS_THEME] = "theme", [THEIRS_KIND] = "kind",
	[THEIRS_ARTICLE] = "article", [THEIRS_REASSESS] = "reassess",
	[THEIRS_CLOSED_REASON] = "closed_reason",
	[THEIRS_ATTACHMENT] = "attachment", [THEIRS_BODY] = "body", NULL
};
static const char *const takes[] = { "title", "doc_no", "made_on", NULL };

const struct field content_fields[] = {
	[C_VERSION] = { "version", KIND_NUMBER, 0, INT64_MAX, NULL },
	[C_TITLE] = { "title", KIND_LINE, 0, DOCUMENT_TITLE_MAX, NULL },
	[C_DOC_NO] = { "doc_no", KIND_LINE, 0, 60, NULL },
	[C_MADE_ON] = { "made_on", KIND_DATE, 0, 0, NULL },
	[C_SUMMARY] = { "summary", KIND_LINES, 0, DOCUMENT_SUMMARY_MAX,
	    NULL },
	[C_OPENNESS] = { "openness", KIND_CHOICE, 0, 0, opennesses },
	[C_KIND] = { "kind", KIND_ID, 0, 0, NULL },
	[C_THEME] = { "theme", KIND_ID, 0, 0, NULL },
	[C_CATEGORY] = { "category", KIND_ID, MANY, 0, NULL },
	[C_BODY] = { "body", KIND_MARKUP, 0, BODY_CHARACTERS, NULL },
	[C_ATTACHMENT] = { "attachment", KIND_ID, MANY, 0, NULL },
	[C_ORIGINAL] = { "original", KIND_ID, 0, 0, NULL },
	[C_FILE] = { "file", KIND_FILE, MANY, 0, NULL },
	[C_WORD] = { "word", KIND_FILE, 0, 0, NULL },
	[C_NOTE] = { "note", KIND_LINES, 0, DOCUMENT_REASON_MAX, NULL },
	[C_ACT] = { "act", KIND_CHOICE, 0, 0, acts },
	[C_READ_TITLE] = { "read_title", KIND_LINE, 0, DOCUMENT_TITLE_MAX,
	    NULL },
	[C_READ_NO] = { "read_doc_no", KIND_LINE, 0, 60, NULL },
	[C_READ_DATE] = { "read_made_on", KIND_DATE, 0, 0, NULL },
	[C_TAKE] = { "take", KIND_CHOICE, 0, 0, takes },
	[C_INTERPRETS] = { "interprets", KIND_LINES, 0, RELATION_TEXT_MAX,
	    NULL },
	[C_REPLACES] = { "replaces", KIND_LINES, 0, RELATION_TEXT_MAX, NULL },
	[C_FINDING] = { "finding", KIND_TOKEN, MANY, FINDING_KEY, NULL },
	[C_WHY] = { "why", KIND_LINE, MANY | EMPTY, FINDING_REASON_MAX, NULL },
	[C_MEND] = { "mend", KIND_TOKEN, 0, FINDING_KEY, NULL },
	SECRECY_FIELDS(C_CARRIER),
	[C_ARTICLE] = { "article", KIND_CHOICE, 0, 0, articles },
	[C_CLOSED_REASON] = { "closed_reason", KIND_LINES, 0,
	    DOCUMENT_REASON_MAX, NULL },
	[C_REASSESS] = { "reassess", KIND_DATE, 0, 0, NULL },
	[C_LATE] = { "late", KIND_LINES, 0, DOCUMENT_REASON_MAX, NULL },
	[C_COPY] = { "copy", KIND_TOKEN, 0, 100, NULL },
	[C_SERIAL] = { "serial", KIND_NUMBER, 0, INT64_MAX, NULL },
	[C_ONCE] = { "once", KIND_TOKEN, 0, SECRET_TOKEN_LEN, NULL },
	[C_THEIRS] = { "theirs", KIND_CHOICE, MANY, 0, content_theirs },
	[C_NAMED] = { "named", KIND_ID, MANY | EMPTY, 0, NULL },
	[C_NAMED_AS] = { "named_as", KIND_LINE, MANY | EMPTY, 200, NULL },
	[C_NAMED_AT] = { "named_at", KIND_NUMBER, MANY | EMPTY, 1000, NULL },
	[C_WAY] = WAY_FIELD,
	{ 0 }
};

static const int64_t *
ids_of(const struct value *v, int extra, struct arena *m)
{
	int64_t *ids = arena_calloc(m, (size_t)(v->n + extra), sizeof(*ids));

	for (int i = 0; i < v->n; i++)
		ids[i] = v->many[i].i;
	return ids;
}

static void
body_take(struct content *c, const struct sanitized *s)
{
	c->body = s->html;
	c->body_text = s->text;
	c->n_images = s->n_images;
	c->image = s->image;
}

/* The list has room for one more. */
static void
category_keep(struct content *c, int64_t id)
{
	for (int k = 0; k < c->n_categories; k++)
		if (c->category[k] == id)
			return;
	((int64_t *)c->category)[c->n_categories++] = id;
}

static enum rc
body_read(struct ctx *x, struct content *c)
{
	const char *typed = x->in.v[C_BODY].s;
	struct sanitized s = { 0 };
	enum rc rc;

	rc = sanitize_looks_html(typed) ?
	    sanitize_html(typed, strlen(typed), (size_t)x->conf->text_max,
	    &s, x->mem) : sanitize_plain(typed, &s, x->mem);
	if (rc == RC_OK)
		body_take(c, &s);
	else if (rc == RC_TOO_LARGE)
		problem_add(&x->problems, "body", PROBLEM_TOO_LONG);
	else if (rc == RC_INVALID)
		problem_add(&x->problems, "body", PROBLEM_NOT_TEXT);
	else
		return rc;
	return RC_OK;
}

/* Written in a form of its own: the text is what that made, and its kind stays,
 * whatever was sent here. */
static enum rc
formed_read(struct ctx *x, struct content *c)
{
	struct amendment open;
	struct document d;
	struct category own;
	enum rc rc = arg_id(x, 0) == 0 ? RC_NOT_FOUND : amend_base(x,
	    arg_id(x, 0), &d, &open);

	if (rc == RC_NOT_FOUND || (rc == RC_OK && d.rev.c.profile == NULL))
		return body_read(x, c);
	if (rc != RC_OK || (rc = category_by_code(x->db,
	    d.rev.c.profile->kind->category, &own, x->mem)) != RC_OK)
		return rc;
	c->profile = d.rev.c.profile;
	c->body = d.rev.c.body;
	c->body_text = d.rev.c.body_text;
	c->n_images = d.rev.c.n_images;
	c->image = d.rev.c.image;
	category_keep(c, own.id);
	return RC_OK;
}

enum rc
content_related(struct ctx *x, int64_t document, bool *differ)
{
	bool a = false, b = false;
	enum rc rc, other;

	rc = relation_check(x->db, document, RELATION_INTERPRETS,
	    x->in.v[C_INTERPRETS].s, "interprets", &a, &x->problems, x->mem);
	if (rc != RC_OK && rc != RC_INVALID)
		return rc;
	other = relation_check(x->db, document, RELATION_REPLACES,
	    x->in.v[C_REPLACES].s, "replaces", &b, &x->problems, x->mem);
	*differ = a || b;
	return other != RC_OK ? other : rc;
}

enum rc
content_relate(struct ctx *x, int64_t document)
{
	enum rc rc = relation_set(x->db, &x->actor, document,
	    RELATION_INTERPRETS, x->in.v[C_INTERPRETS].s, "interprets",
	    &x->problems, x->mem);

	if (rc != RC_OK)
		return rc;
	return relation_set(x->db, &x->actor, document, RELATION_REPLACES,
	    x->in.v[C_REPLACES].s, "replaces", &x->problems, x->mem);
}

enum rc
content_words(struct ctx *x, struct content *c)
{
	struct value *v = x->in.v;

	*c = (struct content){
		.body = { "" }, .body_text = "",
		.title = v[C_TITLE].s, .doc_no = v[C_DOC_NO].s,
		.made_on = v[C_MADE_ON].s, .summary = v[C_SUMMARY].s,
		.openness = v[C_OPENNESS].given ? v[C_OPENNESS].s : "active",
		.article = v[C_ARTICLE].s,
		.closed_reason = v[C_CLOSED_REASON].s,
		.reassess = v[C_REASSESS].s,
		.kind = v[C_KIND].i, .theme = v[C_THEME].i,
		.n_categories = v[C_CATEGORY].n,
		.category = ids_of(&v[C_CATEGORY], 1, x->mem),
		.original = v[C_ORIGINAL].i, .once = v[C_ONCE].s,
	};
	return formed_read(x, c);
}

enum rc
content_read(struct ctx *x, struct content *c)
{
	bool differ;
	enum rc rc;

	if ((rc = content_words(x, c)) != RC_OK ||
	    (rc = content_files(x, c)) != RC_OK)
		return rc;
	rc = content_related(x, arg_id(x, 0), &differ);
	if (rc != RC_OK && rc != RC_INVALID)
		return rc;
	return x->problems.n > 0 ? RC_INVALID : RC_OK;
}

bool
content_imports(const struct ctx *x)
{
	return x->in.v[C_ACT].i == CONTENT_IMPORT ||
	    x->in.v[C_WORD].file != NULL;
}

enum rc
content_begin(struct ctx *x, struct intake *in)
{
	struct examined files = { 0 };
	enum rc rc;

	if (content_imports(x))
		intake_convert(x, x->in.v[C_WORD].file, in);
	if ((rc = examine_ahead(x, &files)) != RC_OK)
		return rc;
	return examine_write(x, &files);
}

enum rc
content_import(struct ctx *x, struct content *c, struct intake *in)
{
	struct upload original;
	enum problem why;
	enum rc rc;

	rc = intake_word(x, x->in.v[C_WORD].file, in, &original, &why);
	if (rc == RC_INVALID)
		return refuse(x, "word", why);
	if (rc != RC_OK)
		return rc;
	body_take(c, &in->word.body);
	c->original = original.id;
	offer_read(x, c);
	if (*c->title == '\0' && in->word.title != NULL)
		c->title = in->word.title;
	view_flag(x->page, "Page.Imported", 1);
	told_show(x, original.id, in->report);
	return offer_alike(x, arg_id(x, 0), c->doc_no, c->body_text);
}
