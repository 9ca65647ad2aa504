/* bulk_columns.c - see bulk.h. */
#include <string.h>

#include "core/catalogue.h"
#include "core/list.h"
#include "gkht/bulk.h"
#include "gkht/content.h"
#include "web/message.h"
#include "web/message_finding.h"

const struct bulk_column bulk_columns[] = {
	{ C_TITLE, BULK_CELL_TEXT }, { C_DOC_NO, BULK_CELL_TEXT },
	{ C_MADE_ON, BULK_CELL_DAY }, { C_SUMMARY, BULK_CELL_TEXT },
	{ C_CATEGORY, BULK_CELL_SOME }, { C_THEME, BULK_CELL_ONE },
	{ C_KIND, BULK_CELL_ONE }, { C_OPENNESS, BULK_CELL_ONE },
	{ C_WORD, BULK_CELL_FILE }, { C_FILE, BULK_CELL_FILES },
	{ C_BODY, BULK_CELL_TEXT }, { C_ARTICLE, BULK_CELL_ONE },
	{ C_CLOSED_REASON, BULK_CELL_TEXT }, { C_REASSESS, BULK_CELL_DAY },
	{ C_LATE, BULK_CELL_TEXT }, { C_INTERPRETS, BULK_CELL_TEXT },
	{ C_REPLACES, BULK_CELL_TEXT },
};
_Static_assert(sizeof(bulk_columns) / sizeof(bulk_columns[0]) ==
    BULK_COLUMNS, "BULK_COLUMNS");

const char *
bulk_column_field(int column)
{
	return content_fields[bulk_columns[column].field].name;
}

const char *
bulk_column_name(int column)
{
	return message_field(bulk_column_field(column));
}

static void
add(struct bulk_values *out, const char *text, const char *basis,
    const char *value, struct arena *m)
{
	*list_add(out, m) = (struct bulk_value){ text, basis, value };
}

static const struct category *
category_of(const struct categories *all, int64_t id)
{
	for (int k = 0; k < all->n; k++)
		if (all->v[k].id == id)
			return &all->v[k];
	return NULL;
}

/* With the one above it where the name alone says too little. */
static const char *
category_text(const struct categories *all, const struct category *c,
    struct arena *m)
{
	const struct category *above = category_of(all, c->parent);
	int same = 0;

	for (int k = 0; k < all->n; k++)
		same += all->v[k].leaf &&
		    strcmp(all->v[k].name, c->name) == 0;
	return same < 2 || above == NULL ? c->name :
	    arena_printf(m, "%s/%s", above->name, c->name);
}

static enum rc
categories(struct ctx *x, struct bulk_values *out)
{
	struct categories all;
	enum rc rc = category_list(x->db, &all, x->mem);

	for (int k = 0; rc == RC_OK && k < all.n; k++)
		if (all.v[k].leaf)
			add(out, category_text(&all, &all.v[k], x->mem),
			    all.v[k].basis, arena_printf(x->mem, "%lld",
			    (long long)all.v[k].id), x->mem);
	return rc;
}

static enum rc
vocabulary(struct ctx *x, const char *list, struct bulk_values *out)
{
	struct vocabulary v;
	enum rc rc = vocabulary_list(x->db, list, &v, x->mem);

	for (int k = 0; rc == RC_OK && k < v.n; k++)
		add(out, v.v[k].name, "", arena_printf(x->mem, "%lld",
		    (long long)v.v[k].id), x->mem);
	return rc;
}

/* The form's own choices, in the words that people read. */
static void
choices(struct ctx *x, int field, const char *(*text)(const char *),
    struct bulk_values *out)
{
	const char *const *key = content_fields[field].choices;

	for (; *key != NULL; key++)
		add(out, text(*key), "", *key, x->mem);
}

enum rc
bulk_values(struct ctx *x, struct bulk_values values[BULK_COLUMNS])
{
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < BULK_COLUMNS; k++) {
		values[k] = (struct bulk_values){ 0 };
		switch (bulk_columns[k].field) {
		case C_CATEGORY:
			rc = categories(x, &values[k]);
			break;
		case C_THEME:
		case C_KIND:
			rc = vocabulary(x, bulk_column_field(k), &values[k]);
			break;
		case C_OPENNESS:
			choices(x, C_OPENNESS, message_openness, &values[k]);
			break;
		case C_ARTICLE:
			choices(x, C_ARTICLE, message_article, &values[k]);
			break;
		}
	}
	return rc;
}
