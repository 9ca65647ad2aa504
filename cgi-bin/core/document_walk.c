/* document_walk.c - see document_walk.h. */
#include "core/document_walk.h"

/* Whether a row is wanted.  Everything that is optional comes with a value
 * that switches it off; what costs most stands last. */
#define WANTED "(d.state <> 'deleted' OR d.index_no IS NOT NULL)"		\
	" AND (CAST($5 AS BIGINT) = 0 OR d.returned <> '')"		\
	" AND ($8 = '' OR r.made_on >= $8) AND ($9 = '' OR"		\
	" (r.made_on <= $9 AND r.made_on <> ''))"			\
	" AND ($12 = '' OR r.openness = $12)"				\
	" AND (CAST($13 AS BIGINT) = 0 OR r.kind_id = $13)"		\
	" AND (CAST($14 AS BIGINT) = 0 OR r.theme_id = $14)"		\
	" AND ($15 = '' OR d.published >= $15) AND ($16 = '' OR"	\
	" (d.published < $16 AND d.published <> ''))"			\
	" AND ($17 = '' OR lower(r.doc_no) LIKE $17 ESCAPE '\\')"		\
	" AND ($18 = '' OR lower(d.index_no) LIKE $18 ESCAPE '\\')"	\
	" AND ($19 = '' OR lower(a.login) LIKE $19 ESCAPE '\\'"		\
	" OR lower(d.person) LIKE $19 ESCAPE '\\')"			\
	" AND ($6 = '' OR lower(r.title) LIKE $6 ESCAPE '\\'"		\
	" OR lower(d.index_no) LIKE $6 ESCAPE '\\'"			\
	" OR r.doc_no LIKE $7 ESCAPE '\\')"				\
	" AND (CAST($10 AS BIGINT) = 0 OR EXISTS (SELECT 1"		\
	" FROM revision_category x WHERE x.revision_id = r.id"		\
	" AND x.category_id IN (WITH RECURSIVE below (id) AS ("		\
	"SELECT CAST($10 AS BIGINT) UNION SELECT c.id FROM category c"	\
	" JOIN below b ON c.parent_id = b.id) SELECT id FROM below)))"	\
	" AND ($20 = '' OR lower(r.summary) LIKE $20 ESCAPE '\\')"	\
	" AND ($21 = '' OR lower(r.body_text) LIKE $21 ESCAPE '\\')"

#define WALK_FROM(key, from) "SELECT d.id, " key ", CASE WHEN " WANTED	\
	" THEN 1 ELSE 0 END FROM " from				\
	" JOIN revision r ON r.id = d.revision_id"			\
	" JOIN account a ON a.id = d.entered_by WHERE d.unit_id = $1"

#define WALK(key) WALK_FROM(key, "document d")
#define CLOSURES(key) WALK_FROM(key, "closure k CROSS JOIN document d")

/* $2: one state of document_office, or all that are wanted between commas. */
#define ONE_STATE " AND d.state = $2"
#define SOME_STATES " AND $2 LIKE '%,' || d.state || ',%'"
#define ONE_PLACE SOME_STATES " AND d.publication = $22"
#define NOT_FOR_ALL SOME_STATES " AND k.unit_id = $1"			\
	" AND d.revision_id = k.revision_id AND r.openness <> 'active'"

/* From the row before on: $3 is its key, $4 its id. */
#define FALL(key) " AND (" key ", d.id) < ($3, $4)"			\
	" ORDER BY " key " DESC, d.id DESC LIMIT $11"
#define RISE(key) " AND (" key ", d.id) > ($3, $4)"			\
	" ORDER BY " key ", d.id LIMIT $11"

#define VALUES V(w->unit), V(w->states), V(w->after), V(w->after_id),	\
	V(w->returned), V(w->title), V(w->no), V(w->from), V(w->to),	\
	V(w->category), V(w->max), V(w->openness), V(w->kind),		\
	V(w->theme), V(w->since), V(w->before), V(w->doc_no),		\
	V(w->index_no), V(w->by), V(w->summary), V(w->text)
#define IN(key, rest)							\
	(which == WALK_STATE ?						\
	    db_query(db, WALK(key) ONE_STATE rest(key), VALUES) :	\
	which == WALK_PLACE ? db_query(db,				\
	    WALK(key) ONE_PLACE rest(key), VALUES, V(w->publication)) :	\
	which == WALK_CLOSURE ?						\
	    db_query(db, CLOSURES(key) NOT_FOR_ALL rest(key), VALUES) :	\
	    db_query(db, WALK(key) SOME_STATES rest(key), VALUES))

bool
document_order_rises(enum document_order o)
{
	return o == LIST_MODIFIED_UP || o == LIST_MADE_UP ||
	    o == LIST_PUBLISHED_UP || o == LIST_INDEX_UP ||
	    o == LIST_TITLE_UP;
}

struct rows
document_walk(struct db *db, enum document_order order,
    enum document_walk which, const struct wanted *w)
{
	switch (order) {
	case LIST_MODIFIED_UP:
		return IN("d.modified", RISE);
	case LIST_MADE:
		return IN("d.made_sort", FALL);
	case LIST_MADE_UP:
		return IN("d.made_sort", RISE);
	case LIST_PUBLISHED:
		return IN("d.published", FALL);
	case LIST_PUBLISHED_UP:
		return IN("d.published", RISE);
	case LIST_INDEX:
		return IN("d.index_no", FALL);
	case LIST_INDEX_UP:
		return IN("d.index_no", RISE);
	case LIST_TITLE:
		return IN("d.title_sort", FALL);
	case LIST_TITLE_UP:
		return IN("d.title_sort", RISE);
	case LIST_MODIFIED:
	case LIST__MAX:
		break;
	}
	return IN("d.modified", FALL);
}
