/*
 * export.h - public things as JSON: what the programming interface answers
 * and what the dump holds.  The names are English, documented in
 * static/openapi.json, and never change their meaning.
 *
 * Each function writes one object.  base is what absolute addresses begin
 * with (the site's address without a slash at the end).
 */
#ifndef CORE_EXPORT_H
#define CORE_EXPORT_H

#include "base/json.h"
#include "core/category.h"
#include "core/publication.h"
#include "core/register.h"
#include "core/unit.h"

/* What a list tells of a document. */
void export_row(struct buf *, const struct publication *, const char *base);
/*
 * A document or an earlier version in full: text, files, versions, and
 * everything that its registered hash is made of.
 */
enum rc export_document(struct db *, const struct publication *,
    const char *base, struct buf *, struct arena *);
/* What stays of one that was deleted. */
void export_tombstone(struct buf *, const struct publication *,
    const char *base);
void export_unit(struct buf *, const struct unit *, const char *base);
/* parent: its code, "" for a top one; n: documents under it. */
void export_category(struct buf *, const struct category *,
    const char *parent, int64_t n);
void export_line(struct buf *, const struct register_line *, struct arena *);
void export_head(struct buf *, const struct register_head *, struct arena *);
void export_path(struct buf *, const char *name, const struct merkle_path *);

#endif
