/*
 * filter.h - what a list of documents is asked for.  All of it stands in the
 * address: conditions, order, rows on a page, where the page begins.
 */
#ifndef GKHT_FILTER_H
#define GKHT_FILTER_H

#include "core/document.h"
#include "gkht/rows.h"
#include "web/route.h"

/* The query of every list of documents: conditions first. */
enum {
	R_Q, R_CATEGORY, R_STATE, R_FROM, R_TO, R_OPENNESS, R_KIND, R_THEME,
	R_BY, R_SINCE, R_UNTIL, R_SUMMARY, R_TEXT, R_NO, R_INDEX,
	R_SORT, R_ROWS, R_AFTER, R_AFTER_ID, R_ON, R_DONE, R_COUNT
};
#define R_CONDITIONS	R_SORT	/* so many are conditions */
extern const struct field rows_fields[];

/* The same of 常用查询: conditions, order, rows on a page, and besides: */
enum { V_LIST = R_AFTER, V_NAME, V_DONE };
extern const struct field saved_fields[];

/* Whether the route takes that query; a form over a list does not. */
bool filter_asked(const struct ctx *);
struct document_filter filter_read(struct ctx *, const struct rows_kind *);
/*
 * Page.Filter: each condition by its name as typed, Query (all but the place),
 * Rows and RowsQuery, Narrow, Later, Cut (the search ended before its end),
 * More (one behind 更多条件 is set), Unsure (whether one less helps was not
 * found out in time); Page.Chips of each condition: Key, Value,
 * Query without it, Helps where an empty list had rows without it alone;
 * Page.Sort of each column: Query, Aria; Page.FilterKinds, Page.FilterThemes;
 * Page.Queries of saved.h; Page.Next (the query of the next page), Page.Done
 * and Page.DoneCount of the last deed.
 */
enum rc filter_show(struct ctx *, const struct rows_kind *,
    const struct document_filter *, const struct document_rows *);

/* Conditions, order and rows on a page, as they stand in the address. */
const char *filter_query(struct ctx *);
/* The same and where the page begins. */
const char *filter_place(struct ctx *);
/* Page.Chips and Page.Filter.Query without a list; Page.Filter.Fields of each
 * of them: Name, Value. */
enum rc filter_words(struct ctx *);

/* The filter of 已发布信息管理. */
struct document_filter manage_filter(struct ctx *);

#endif
