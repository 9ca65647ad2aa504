/* publication_family.c - the documents with the numbers next to one's own:
 * 宝坻政办发〔2026〕11号 and 13号 of 12号. */
#include <stdlib.h>
#include <string.h>

#include "core/document.h"
#include "core/list.h"
#include "core/publication_row.h"

#define BRACKET "〕"

/* The number before 号, 0 when it is no number of that form; *head: how many
 * bytes stand before it. */
static int64_t
number_in(const char *doc_no, size_t *head)
{
	const char *at = strstr(doc_no, BRACKET);

	if (!document_no_valid(doc_no) || at == NULL)
		return 0;
	at += strlen(BRACKET);
	*head = (size_t)(at - doc_no);
	return strtoll(at, NULL, 10);
}

static const char *
number_at(const char *doc_no, size_t head, int64_t n, struct arena *m)
{
	return n < 1 ? "" : arena_printf(m, "%.*s%lld号", (int)head, doc_no,
	    (long long)n);
}

enum rc
publication_family(struct db *db, const struct publication *p,
    struct publications *out, struct arena *m)
{
	size_t head = 0;
	int64_t n = number_in(p->doc_no, &head);
	struct rows q;

	*out = (struct publications){ 0 };
	if (n == 0)
		return RC_OK;
	q = db_query(db, "SELECT " PUBLICATION_COLS " FROM public_document p"
	    " WHERE p.doc_no IN ($1, $2, $3, $4) ORDER BY p.doc_no, p.id"
	    " LIMIT 8", V(number_at(p->doc_no, head, n - 2, m)),
	    V(number_at(p->doc_no, head, n - 1, m)),
	    V(number_at(p->doc_no, head, n + 1, m)),
	    V(number_at(p->doc_no, head, n + 2, m)));
	while (db_next(&q)) {
		struct publication found;

		publication_load(&q, &found, m);
		if (*found.doc_no != '\0' && found.id != p->id)
			*list_add(out, m) = found;
	}
	return db_done(&q);
}
