/*
 * revision.h - revisions as stored, and the hash that an approval is bound
 * to.  Internal to core: documents are what everybody else sees.
 */
#ifndef CORE_REVISION_H
#define CORE_REVISION_H

#include "core/document.h"

/* In full, with categories, attachments, pictures and body. */
enum rc revision_get(struct db *, int64_t id, struct revision *,
    struct arena *);
/* All of one document, newest first, bodies left out. */
enum rc revision_list(struct db *, int64_t document, struct revisions *,
    struct arena *);

/*
 * Writes r, whose id, number, note, hash and published are set, as a new
 * revision of the document; revision_replace() writes its content over that
 * of the stored one with the same id.
 */
enum rc revision_add(struct db *, const struct actor *, int64_t document,
    const struct revision *, struct arena *);
enum rc revision_replace(struct db *, const struct actor *,
    const struct revision *, struct arena *);
/* The number of the next one: what never became public counts, too. */
enum rc revision_number(struct db *, int64_t document, int *);
/* Its categories, attachments and images; files and uploads stay. */
enum rc revision_drop_parts(struct db *, int64_t id);

/* SHA-256 over everything the public would get of r: title, numbers, dates,
 * text, categories, and name and content of each file. */
enum rc revision_hash(struct db *, const struct revision *, char **hash,
    struct arena *);

#endif
