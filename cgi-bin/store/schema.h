/* schema.h - the numbered files of sql/, applied in order, each once. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "base/rc.h"
#include "store/db.h"

/*
 * Applies every NNN_name.sql of dir that is newer than the database, each in
 * its own transaction.  Safe to repeat; a gap or a changed older file (its
 * SHA-256 is remembered) is refused.
 */
enum rc schema_apply(struct db *, const char *dir);
/* RC_OK when the database is exactly at the newest file of dir; else logs. */
enum rc schema_check(struct db *, const char *dir);

#endif
