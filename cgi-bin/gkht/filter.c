/* filter.c - see filter.h. */
#include <string.h>

#include "core/category.h"
#include "core/title_key.h"
#include "gkht/filter.h"
#include "gkht/saved.h"
#include "web/message.h"

static const char *const states[] = {
	"draft", "returned", "submitted", "approved", "published",
	"withdrawn", "expired", "deleted", NULL
};
/* By enum document_order. */
static const char *const orders[] = {
	"modified", "modified-up", "made", "made-up", "published",
	"published-up", "index", "index-up", "title", "title-up", NULL
};
static const char *const sizes[] = { "20", "50", "100", NULL };
static const char *const openness[] = { "active", "request", "closed", NULL };
static const char *const deeds[] = {
	"save", "submit", "discard", "approve", "return", "publish",
	"withdraw", "expire", "repeal", "delete", "amend", "password", "purge",
	"plan", "unplan", "unplanned", "propose", "adopt", "decline", "abandon",
	NULL
};

static const char *const lists[] = {
	"entry", "review", "publish", "published", "manage", NULL
};
static const char *const saved_deeds[] = { "rename", "drop", NULL };

/* What is kept of a question: conditions, order, rows on a page. */
#define CONDITIONS							\
	[R_Q] = { "q", KIND_LINE, 0, 100, NULL },			\
	[R_CATEGORY] = { "category", KIND_ID, 0, 0, NULL },		\
	[R_STATE] = { "state", KIND_CHOICE, 0, 0, states },		\
	[R_FROM] = { "from", KIND_DATE, 0, 0, NULL },			\
	[R_TO] = { "to", KIND_DATE, 0, 0, NULL },			\
	[R_OPENNESS] = { "openness", KIND_CHOICE, 0, 0, openness },	\
	[R_KIND] = { "kind", KIND_ID, 0, 0, NULL },			\
	[R_THEME] = { "theme", KIND_ID, 0, 0, NULL },			\
	[R_BY] = { "by", KIND_LINE, 0, 30, NULL },			\
	[R_SINCE] = { "since", KIND_DATE, 0, 0, NULL },			\
	[R_UNTIL] = { "until", KIND_DATE, 0, 0, NULL },			\
	[R_SUMMARY] = { "summary", KIND_LINE, 0, 100, NULL },		\
	[R_TEXT] = { "text", KIND_LINE, 0, 100, NULL },			\
	[R_NO] = { "doc_no", KIND_LINE, 0, 60, NULL },			\
	[R_INDEX] = { "index_no", KIND_LINE, 0, 30, NULL },		\
	[R_SORT] = { "sort", KIND_CHOICE, 0, 0, orders },		\
	[R_ROWS] = { "rows", KIND_CHOICE, 0, 0, sizes }

const struct field rows_fields[] = {
	CONDITIONS,
	[R_AFTER] = { "after", KIND_LINE, 0, TITLE_KEY_MAX, NULL },
	[R_AFTER_ID] = { "after_id", KIND_ID, 0, 0, NULL },
	[R_ON] = { "on", KIND_ID, 0, 0, NULL },
	[R_DONE] = { "done", KIND_CHOICE, 0, 0, deeds },
	[R_COUNT] = { "count", KIND_NUMBER, 0, 200, NULL },
	{ 0 }
};

const struct field saved_fields[] = {
	CONDITIONS,
	[V_LIST] = { "list", KIND_CHOICE, 0, 0, lists },
	[V_NAME] = { "query_name", KIND_LINE, 0, 30, NULL },
	[V_DONE] = { "done", KIND_CHOICE, 0, 0, saved_deeds },
	{ 0 }
};

#define HINT_MS		50	/* for all conditions of an empty list */

bool
filter_asked(const struct ctx *x)
{
	return x->route->fields == rows_fields;
}

static bool
has_conditions(const struct ctx *x)
{
	return filter_asked(x) || x->route->fields == saved_fields;
}

static bool
one_state(struct document_filter *f, const struct rows_kind *kind,
    const char *key)
{
	enum state wanted = state_of_key(key);

	f->returned_only = strcmp(key, "returned") == 0;
	if (f->returned_only)
		wanted = STATE_DRAFT;
	for (int i = 0; kind->states[i] != STATE_NONE; i++)
		if (kind->states[i] == wanted) {
			f->states[0] = wanted;
			f->states[1] = STATE_NONE;
			return true;
		}
	f->returned_only = false;
	return false;
}

static const char *
given(const struct value *v)
{
	return v->given && *v->s != '\0' ? v->s : NULL;
}

/* Everything but where the page begins. */
static void
conditions_read(struct document_filter *f, const struct rows_kind *kind,
    const struct value *v)
{
	if (v[R_STATE].i >= 0 && v[R_STATE].given)
		one_state(f, kind, states[v[R_STATE].i]);
	f->q = given(&v[R_Q]);
	f->category = v[R_CATEGORY].i;
	f->from = given(&v[R_FROM]);
	f->to = given(&v[R_TO]);
	f->openness = given(&v[R_OPENNESS]);
	f->kind = v[R_KIND].i;
	f->theme = v[R_THEME].i;
	f->by = given(&v[R_BY]);
	f->published_from = given(&v[R_SINCE]);
	f->published_to = given(&v[R_UNTIL]);
	f->summary = given(&v[R_SUMMARY]);
	f->text = given(&v[R_TEXT]);
	f->doc_no = given(&v[R_NO]);
	f->index_no = given(&v[R_INDEX]);
	if (v[R_SORT].given && v[R_SORT].i >= 0)
		f->order = (enum document_order)v[R_SORT].i;
}

struct document_filter
filter_read(struct ctx *x, const struct rows_kind *kind)
{
	struct document_filter f = { .unit = x->me->unit, .max = 20 };
	const struct value *v = x->in.v;

	memcpy(f.states, kind->states, sizeof(f.states));
	if (!filter_asked(x))
		return f;
	conditions_read(&f, kind, v);
	f.after = given(&v[R_AFTER]);
	f.after_id = v[R_AFTER_ID].i;
	if (v[R_ROWS].given && v[R_ROWS].i >= 0)
		f.max = v[R_ROWS].i == 0 ? 20 : v[R_ROWS].i == 1 ? 50 : 100;
	return f;
}

static const char *
query_to(struct ctx *x, int last, int skip)
{
	struct buf b = buf_new(x->mem);

	for (int i = R_Q; i <= last; i++) {
		if (i == skip || *x->in.v[i].s == '\0')
			continue;
		buf_printf(&b, "%s%s=%s", b.n > 0 ? "&" : "",
		    rows_fields[i].name,
		    url_encode(x->mem, x->in.v[i].s));
	}
	return b.n > 0 ? b.s : "";
}

/* The query as it was, without its place, ready to append "&after=". */
static const char *
query_of(struct ctx *x, int skip)
{
	return query_to(x, R_ROWS, skip);
}

/* A column head leads to its order, newest first but names from A on, or turns
 * it round. */
static void
sort_show(struct ctx *x, const struct document_filter *f)
{
	static const char *const names[] = {
		"Modified", "Made", "Published", "Index", "Title"
	};
	const char *query = query_of(x, R_SORT);

	for (int k = 0; k < LIST__MAX; k += 2) {
		struct node *n = view_child(view_child(x->page, "Page.Sort"),
		    names[k / 2]);
		bool down = (int)f->order == k, up = (int)f->order == k + 1;

		bool rise = k == LIST_TITLE ? !up : down;

		view_set(n, "Query", arena_printf(x->mem, "%s%ssort=%s", query,
		    *query != '\0' ? "&" : "", orders[rise ? k + 1 : k]));
		if (down || up)
			view_set(n, "Aria", down ? "descending" : "ascending");
	}
	view_set(x->page, "Page.Filter.Sort",
	    f->order != LIST_MODIFIED ? orders[f->order] : "");
}

static enum rc
vocabulary_show(struct ctx *x, const char *list, const char *name,
    int64_t chosen, const char **chosen_name)
{
	struct vocabulary v;
	enum rc rc;

	*chosen_name = "";
	if ((rc = vocabulary_list(x->db, list, &v, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < v.n; i++) {
		struct node *o = view_item(x->page, name);

		view_int(o, "Id", v.v[i].id);
		view_set(o, "Name", v.v[i].name);
		view_flag(o, "On", v.v[i].id == chosen);
		if (v.v[i].id == chosen)
			*chosen_name = v.v[i].name;
	}
	return RC_OK;
}

/* A condition as words; "returned" is left to the template. */
static enum rc
chip_value(struct ctx *x, int i, const char *kind, const char *theme,
    const char **out)
{
	const struct value *v = &x->in.v[i];
	struct category c;
	enum rc rc;

	*out = v->raw;
	if (i == R_STATE && strcmp(v->raw, "returned") != 0)
		*out = message_state(state_of_key(v->raw));
	else if (i == R_OPENNESS)
		*out = message_openness(v->raw);
	else if (i == R_KIND)
		*out = kind;
	else if (i == R_THEME)
		*out = theme;
	if (i != R_CATEGORY)
		return RC_OK;
	rc = category_get(x->db, v->i, &c, x->mem);
	*out = rc == RC_OK ? c.name : "";
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

static int
conditions_count(const struct ctx *x)
{
	int n = 0;

	for (int i = 0; i < R_CONDITIONS; i++)
		n += *x->in.v[i].s != '\0';
	return n;
}

/* Whether an empty list would have rows without this condition. */
static enum rc
would_help(struct ctx *x, const struct rows_kind *kind, int skip, bool *helps)
{
	struct value kept = x->in.v[skip];
	struct document_filter f;
	struct document_rows rows;
	int n = conditions_count(x);
	enum rc rc;

	x->in.v[skip] = (struct value){ .raw = "", .s = "", .i = 0 };
	f = filter_read(x, kind);
	x->in.v[skip] = kept;
	f.after_id = 0;
	f.max = 1;
	f.ms = HINT_MS / n;
	rc = document_list(x->db, &f, &rows, x->mem);
	*helps = rc == RC_OK && rows.n > 0;
	if (rc == RC_OK && rows.n == 0 && rows.cut)
		view_flag(x->page, "Page.Filter.Unsure", 1);
	return rc;
}

static enum rc
chip_show(struct ctx *x, const struct rows_kind *kind, int i,
    const char *value, bool empty)
{
	struct node *chip = view_item(x->page, "Page.Chips");
	bool helps = false;
	enum rc rc = RC_OK;

	view_set(chip, "Key", rows_fields[i].name);
	view_set(chip, "Value", value);
	view_set(chip, "Query", query_of(x, i));
	if (empty)
		rc = would_help(x, kind, i, &helps);
	view_flag(chip, "Helps", helps);
	if (helps)
		view_flag(x->page, "Page.Filter.Helps", 1);
	return rc;
}

/* kind NULL: no list has been asked. */
static enum rc
chips_show(struct ctx *x, const struct rows_kind *kind, bool empty)
{
	const struct value *v = has_conditions(x) ? x->in.v : NULL;
	const char *genre, *theme, *value;
	enum rc rc;

	if ((rc = vocabulary_show(x, "kind", "Page.FilterKinds",
	    v ? v[R_KIND].i : 0, &genre)) != RC_OK ||
	    (rc = vocabulary_show(x, "theme", "Page.FilterThemes",
	    v ? v[R_THEME].i : 0, &theme)) != RC_OK)
		return rc;
	for (int i = 0; v != NULL && i < R_CONDITIONS; i++) {
		if (*v[i].s == '\0')
			continue;
		if ((rc = chip_value(x, i, genre, theme, &value)) != RC_OK ||
		    (rc = chip_show(x, kind, i, value, empty)) != RC_OK)
			return rc;
		view_flag(x->page, "Page.Filter.Narrow", 1);
		if (i >= R_OPENNESS)
			view_flag(x->page, "Page.Filter.More", 1);
	}
	return RC_OK;
}

enum rc
filter_words(struct ctx *x)
{
	struct node *at = view_child(x->page, "Page.Filter");

	for (int i = 0; i < R_AFTER; i++)
		if (*x->in.v[i].s != '\0') {
			struct node *n = view_item(at, "Fields");

			view_set(n, "Name", rows_fields[i].name);
			view_set(n, "Value", x->in.v[i].s);
		}
	view_set(at, "Query", filter_query(x));
	return chips_show(x, NULL, false);
}

const char *
filter_query(struct ctx *x)
{
	return query_of(x, -1);
}

const char *
filter_place(struct ctx *x)
{
	return query_to(x, R_AFTER_ID, -1);
}

static void
next_page(struct ctx *x, const struct document_rows *rows)
{
	const char *query = filter_asked(x) ? query_of(x, -1) : "";

	if (rows->next_id == 0)
		return;
	view_set(x->page, "Page.Next", arena_printf(x->mem,
	    "%s%safter=%s&after_id=%lld", query, *query != '\0' ? "&" : "",
	    url_encode(x->mem, rows->next),
	    (long long)rows->next_id));
}

static void
values_show(struct ctx *x)
{
	static const char *const names[R_CONDITIONS] = {
		"Q", "Category", "State", "From", "To", "Openness", "Kind",
		"Theme", "By", "Since", "Until", "Summary", "Text", "No",
		"Index"
	};
	struct node *at = view_child(x->page, "Page.Filter");

	for (int i = 0; i < R_CONDITIONS; i++)
		view_set(at, names[i], x->in.v[i].raw);
	view_set(at, "RowsQuery", query_of(x, R_ROWS));
	view_set(at, "Query", query_of(x, -1));
	view_set(x->page, "Page.Done", x->in.v[R_DONE].raw);
	view_int(x->page, "Page.DoneCount",
	    x->in.v[R_COUNT].given ? x->in.v[R_COUNT].i : 1);
}

enum rc
filter_show(struct ctx *x, const struct rows_kind *kind,
    const struct document_filter *f, const struct document_rows *rows)
{
	struct node *at = view_child(x->page, "Page.Filter");
	enum rc rc;

	view_int(at, "Rows", f->max);
	view_set(at, "State", "");
	next_page(x, rows);
	view_flag(at, "Cut", rows->cut);
	view_flag(at, "Later", f->after_id != 0);
	if (filter_asked(x)) {
		sort_show(x, f);
		values_show(x);
	}
	if ((rc = saved_offer(x, kind->path, filter_asked(x) ?
	    filter_query(x) : "")) != RC_OK)
		return rc;
	return chips_show(x, kind, rows->n == 0 && !rows->cut &&
	    f->after_id == 0);
}
