/*
 * publication_row.h - the columns of public_document and public_revision that
 * make a struct publication.  Internal to core.
 */
#ifndef CORE_PUBLICATION_ROW_H
#define CORE_PUBLICATION_ROW_H

#include "core/publication.h"

#define PUBLICATION_COLS "p.id, p.revision_id, p.number, p.publication,"	\
	" p.unit_code, p.unit_name, p.unit_short, p.index_no, p.state,"	\
	" p.reason, p.expired, p.title, p.doc_no, p.made_on, p.summary," \
	" p.openness, p.kind_name, p.theme_name, p.first_published,"	\
	" p.published, p.hash"
#define PUBLICATION_COLS_N 21

/* Reads them from column 0; the rest is left empty. */
void publication_load(const struct rows *, struct publication *,
    struct arena *);
/* ZFB/2026-00012 as address: /doc/zfb/2026-00012 */
char *publication_path(const char *index_no, struct arena *);

#endif
