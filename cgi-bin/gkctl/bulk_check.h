/* bulk_check.h - the slow part of a dry run: files are unpacked, documents
 * converted and looked through.  Internal to gkctl/bulk.c. */
#ifndef GKCTL_BULK_CHECK_H
#define GKCTL_BULK_CHECK_H

#include "core/bulk_work.h"
#include "gkctl/ctl.h"
#include "richtext/word.h"

/* The files that rows name are put into the store. */
enum rc bulk_unpack(struct ctl *, const struct bulk *, struct bulk_files *,
    struct arena *);

/* What a row needs, outside of the tables. */
struct bulk_check {
	struct bulk_files files;
	struct word_result word;	/* its pictures are not stored yet */
	enum problem later;		/* not now: once more for this reason */
};
/* r->c, r->notes, r->fix and r->explain are filled in. */
enum rc bulk_check(struct ctl *, const struct bulk *, struct bulk_row *,
    struct bulk_check *, struct arena *);

#endif
