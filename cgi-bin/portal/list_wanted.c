/* list_wanted.c - see list_wanted.h. */
#include "portal/list_wanted.h"
#include "portal/pages.h"
#include "portal/rows.h"
#include "portal/tree.h"

#define WORD_MAX 40

enum { F_UNIT, F_CATEGORY, F_THEME, F_KIND, F_WORD, F_YEAR, F_MONTH,
    F_VALIDITY, F_SORT, F_BEFORE, F_PAGE };

static const char *const validities[] = { "any", "valid", "expired",
    "repealed", NULL };
static const char *const orders[] = {
	[ORDER_PUBLISHED] = "published", [ORDER_MADE] = "made",
	[ORDER_NUMBER] = "number", NULL
};

const struct field list_fields[] = {
	[F_UNIT] = { "unit", KIND_TOKEN, 0, 16, NULL },
	[F_CATEGORY] = { "category", KIND_TOKEN, 0, 40, NULL },
	[F_THEME] = { "theme", KIND_ID, 0, 0, NULL },
	[F_KIND] = { "kind", KIND_ID, 0, 0, NULL },
	[F_WORD] = { "word", KIND_LINE, 0, WORD_MAX, NULL },
	[F_YEAR] = { "year", KIND_NUMBER, 0, 9999, NULL },
	[F_MONTH] = { "month", KIND_NUMBER, 0, 12, NULL },
	[F_VALIDITY] = { "validity", KIND_CHOICE, 0, 0, validities },
	[F_SORT] = { "sort", KIND_CHOICE, 0, 0, orders },
	[F_BEFORE] = { "before", KIND_ID, 0, 0, NULL },
	[F_PAGE] = { "page", KIND_NUMBER, 0, 1000000, NULL },
	{ 0 }
};

static enum rc
names_read(const struct value *v, const struct directory *d, struct wanted *w)
{
	if (v[F_UNIT].given)
		w->unit = directory_unit(d, v[F_UNIT].s);
	if (v[F_CATEGORY].given)
		w->category = tree_find(&d->categories, v[F_CATEGORY].s);
	if (v[F_THEME].given)
		w->theme = directory_theme(d, v[F_THEME].i);
	if (v[F_KIND].given)
		w->kind = directory_kind(d, v[F_KIND].i);
	if (v[F_WORD].given)
		w->word = directory_word(d, v[F_WORD].s);
	if ((v[F_UNIT].given && w->unit == NULL) ||
	    (v[F_CATEGORY].given && w->category == NULL) ||
	    (v[F_THEME].given && w->theme == NULL) ||
	    (v[F_KIND].given && w->kind == NULL) ||
	    (v[F_WORD].given && w->word == NULL))
		return RC_NOT_FOUND;
	return RC_OK;
}

enum rc
wanted_read(const struct ctx *x, const struct directory *d, struct wanted *w)
{
	const struct value *v = x->in.v;

	if (x->problems.n > 0)
		return RC_INVALID;
	*w = (struct wanted){
		.year = (int)v[F_YEAR].i,
		.before = v[F_BEFORE].i,
		.page = v[F_PAGE].i,
	};
	*(w->year > 0 ? &w->month : &w->yearless) = (int)v[F_MONTH].i;
	if (v[F_VALIDITY].given)
		w->validity = (int)v[F_VALIDITY].i;
	if (v[F_SORT].given)
		w->order = (enum publication_order)v[F_SORT].i;
	return names_read(v, d, w);
}

struct publication_filter
wanted_filter(const struct wanted *w)
{
	return (struct publication_filter){
		.unit = w->unit != NULL ? w->unit->id : 0,
		.category = w->category != NULL ? w->category->id : 0,
		.theme = w->theme != NULL ? w->theme->id : 0,
		.kind = w->kind != NULL ? w->kind->id : 0,
		.word = w->word != NULL ? w->word->id : 0,
		.year = w->year, .month = w->month, .validity = w->validity,
		.order = w->order, .before = w->before,
		.max = ROWS_PER_PAGE,
	};
}

/* Codes are letters, digits and hyphens. */
const char *
wanted_query(const struct wanted *w, struct arena *m)
{
	struct buf b = buf_new(m);

	if (w->unit != NULL)
		buf_printf(&b, "&unit=%s", w->unit->code);
	if (w->category != NULL)
		buf_printf(&b, "&category=%s", w->category->code);
	if (w->theme != NULL)
		buf_printf(&b, "&theme=%lld", (long long)w->theme->id);
	if (w->kind != NULL)
		buf_printf(&b, "&kind=%lld", (long long)w->kind->id);
	if (w->word != NULL)
		buf_printf(&b, "&word=%s", url_encode(m, w->word->word));
	if (w->year != 0)
		buf_printf(&b, "&year=%d", w->year);
	if (w->month != 0)
		buf_printf(&b, "&month=%d", w->month);
	if (w->validity != 0)
		buf_printf(&b, "&validity=%s", validities[w->validity]);
	if (w->order != ORDER_PUBLISHED)
		buf_printf(&b, "&sort=%s", orders[w->order]);
	return b.n > 0 ? b.s + 1 : "";
}
