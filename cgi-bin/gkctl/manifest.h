/*
 * manifest.h - the list of files of a backup with their SHA-256, in the form
 * that sha256sum -c reads.
 */
#ifndef GKCTL_MANIFEST_H
#define GKCTL_MANIFEST_H

#include "base/arena.h"
#include "base/rc.h"

#define MANIFEST_NAME "MANIFEST"

struct manifest {
	int n, cap;
	struct { const char *sha256, *path; } *v;	/* path: in the folder */
	struct arena *mem;
};

/* Hashes dir/path and adds it. */
enum rc manifest_add(struct manifest *, const char *dir, const char *path);
enum rc manifest_write(const struct manifest *, const char *dir);
/* Reads dir/MANIFEST; a line or a path that a backup cannot have is refused. */
enum rc manifest_read(struct manifest *, const char *dir, struct arena *);
/* Re-hashes every file; each difference is one line on standard error. */
enum rc manifest_check(const struct manifest *, const char *dir);

/* Copies a file with fsync; hard: a hard link where that is possible.  The
 * target must not exist. */
enum rc manifest_copy(const char *from, const char *to, int hard,
    struct arena *);

#endif
