/* place.c - folders under /tmp. */
#include "place.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/secret.h"

struct place place;

int
place_make(void **state)
{
	(void)state;
	secret_init();
	place.mem = arena_new();
	snprintf(place.dir, sizeof(place.dir), "/tmp/xxgk-store-XXXXXX");
	if (mkdtemp(place.dir) == NULL)
		return -1;
	place.db = arena_printf(place.mem, "%s/xxgk.db", place.dir);
	place.lock = arena_printf(place.mem, "%s/write.lock", place.dir);
	return 0;
}

static int
remove_one(const char *path, const struct stat *st, int flag, struct FTW *f)
{
	(void)st;
	(void)flag;
	(void)f;
	return remove(path);
}

int
place_remove(void **state)
{
	(void)state;
	nftw(place.dir, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	arena_free(place.mem);
	return 0;
}

struct db *
place_db(void)
{
	unlink(place.db);
	unlink(arena_printf(place.mem, "%s-wal", place.db));
	unlink(arena_printf(place.mem, "%s-shm", place.db));
	return db_open(place.db, place.lock, true);
}

const char *
place_file(const char *name, const char *text)
{
	char *path = arena_printf(place.mem, "%s/%s", place.dir, name), *p;
	FILE *f;

	for (p = path + strlen(place.dir) + 1; (p = strchr(p, '/')); p++) {
		*p = '\0';
		mkdir(path, 0700);
		*p = '/';
	}
	if ((f = fopen(path, "w")) == NULL || fputs(text, f) < 0 ||
	    fclose(f) != 0)
		abort();
	return path;
}
