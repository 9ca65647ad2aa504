/* upload.h - files that staff of a unit sent in and may use in documents. */
#ifndef CORE_UPLOAD_H
#define CORE_UPLOAD_H

#include "base/arena.h"
#include "base/rc.h"
#include "core/actor.h"
#include "store/db.h"
#include "store/files.h"

struct upload {
	int64_t id;
	const char *use;	/* "attachment", "original", "image" */
	const char *name;	/* as the clerk named it, without any folder */
	const char *type;	/* media type from our own table */
	int64_t size;
	const char *sha256;
};
struct uploads { int n; struct upload *v; };

/* Reads id, use, name, type, size, sha256 from that column on. */
void upload_load(const struct rows *, int column, struct upload *,
    struct arena *);

/* The bare name of a file somebody sent: no folders, no control characters,
 * at most 200 characters with its ending kept. */
const char *upload_name(const char *sent, struct arena *);

/* Registers a file that is already in the store and was checked; u->id is
 * set.  The name is cut to 200 characters and freed of folders. */
enum rc upload_add(struct db *, const struct actor *, struct upload *u,
    struct arena *);
/* Of that unit only, else RC_NOT_FOUND. */
enum rc upload_get(struct db *, int64_t unit, int64_t id, struct upload *,
    struct arena *);
/* The unit's upload of that use, content and name: sets u->id, or
 * RC_NOT_FOUND. */
enum rc upload_named(struct db *, int64_t unit, struct upload *u);
/* A picture of that unit by its hash. */
enum rc upload_image(struct db *, int64_t unit, const char *sha256,
    struct upload *, struct arena *);

#endif
