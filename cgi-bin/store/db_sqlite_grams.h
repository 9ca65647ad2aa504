/* db_sqlite_grams.h - the tokenizer "grams" of FTS5.  Internal to store. */
#ifndef STORE_DB_SQLITE_GRAMS_H
#define STORE_DB_SQLITE_GRAMS_H

#include "store/db_sqlite.h"

/* For every connection, before any statement meets the index. */
bool db_grams(struct db *);

#endif
