/* place.h - an empty folder with a database in it, for one test program. */
#ifndef TESTS_PLACE_H
#define TESTS_PLACE_H

#include "base/arena.h"
#include "store/db.h"

struct place {
	char dir[64];
	const char *db, *lock;
	struct arena *mem;
};

extern struct place place;

/* For cmocka's group: makes the folder, removes it with all that is in it. */
int place_make(void **state);
int place_remove(void **state);
/* A new, empty database (the one before is deleted). */
struct db *place_db(void);
/* A file of the folder with this text; returns its path. */
const char *place_file(const char *name, const char *text);

#endif
