/* bulk.c - see bulk.h. */
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "core/bulk_work.h"
#include "core/list.h"
#include "gkctl/bulk.h"
#include "gkctl/bulk_check.h"
#include "store/files.h"

/* One change of the tables. */
#define CHANGE(db, rc, call) do {					\
	if (((rc) = db_begin(db)) == RC_OK)				\
		(rc) = db_end((db), (call));				\
} while (0)

/* What cannot be worked on must not keep the others waiting. */
static bool
is_lost(enum rc rc)
{
	return rc != RC_OK && rc != RC_BUSY;
}

/* The files are in the store, or the zip file is of no use. */
static enum rc
unpack(struct ctl *c, const struct bulk *b, struct arena *m)
{
	struct bulk_files files;
	enum rc rc = bulk_unpack(c, b, &files, m);

	if (is_lost(rc))
		CHANGE(c->db, rc, bulk_failed(c->db, b, rc == RC_INVALID ?
		    PROBLEM_BULK_ZIP_BROKEN : PROBLEM_BULK_FAILED, m));
	else if (rc == RC_OK)
		CHANGE(c->db, rc, bulk_unpacked(c->db, b, &files, m));
	return rc;
}

static enum rc
images_keep(struct ctl *c, struct bulk_check *k, struct arena *m)
{
	struct stored_file stored;
	enum rc rc = RC_OK;

	for (int i = 0; rc == RC_OK && i < k->word.n_images; i++) {
		const struct word_image *w = &k->word.image[i];
		const char *slash = strchr(w->type, '/');

		rc = files_put_bytes(c->conf->files, w->data, w->n, &stored,
		    m);
		*list_add(&k->files, m) = (struct bulk_file){
			.use = "image", .type = w->type,
			.name = arena_printf(m, "image.%s",
			    slash != NULL ? slash + 1 : w->type),
			.size = stored.size, .sha256 = stored.sha256,
		};
	}
	return rc;
}

static enum rc
checked(struct ctl *c, const struct bulk *b, struct bulk_row *r,
    struct bulk_check *k, struct arena *m)
{
	enum rc rc = images_keep(c, k, m);

	return rc == RC_OK ? bulk_checked(c->db, b, r, &k->files, m) : rc;
}

static enum rc
later(struct ctl *c, const struct bulk_row *r, enum problem why)
{
	enum rc rc;

	sleep(1);	/* for whoever is being converted */
	CHANGE(c->db, rc, bulk_again(c->db, r, why));
	return rc;
}

static enum rc
turn(struct ctl *c, const struct bulk *b, struct arena *m)
{
	enum rc rc;

	CHANGE(c->db, rc, bulk_work_turn(c->db, b, m));
	return rc;
}

static enum rc
check(struct ctl *c, const struct bulk *b, struct arena *m)
{
	struct bulk_check k = { 0 };
	struct bulk_row r;
	enum rc rc = bulk_work_row(c->db, b->id, BULK_ROW_WAITING, &r, m);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? turn(c, b, m) : rc;
	if ((rc = bulk_notes_of(c->db, &r, m)) == RC_OK &&
	    (rc = bulk_check(c, b, &r, &k, m)) == RC_OK &&
	    k.later == PROBLEM_NONE)
		CHANGE(c->db, rc, checked(c, b, &r, &k, m));
	if (is_lost(rc))
		k.later = PROBLEM_BULK_FAILED;
	return k.later != PROBLEM_NONE ? later(c, &r, k.later) : rc;
}

static enum rc
import(struct ctl *c, const struct bulk *b, struct arena *m)
{
	struct bulk_row r;
	enum rc rc = bulk_work_row(c->db, b->id, BULK_ROW_GOOD, &r, m);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? turn(c, b, m) : rc;
	CHANGE(c->db, rc, bulk_row_import(c->db, b, &r, m));
	if (!is_lost(rc))
		return rc;
	if (rc != RC_INVALID) {
		log_fail("row %d of bulk %lld is not imported", r.number,
		    (long long)b->id);
		bulk_note_add(&r.notes, true, "title", PROBLEM_BULK_FAILED,
		    "");
	}
	CHANGE(c->db, rc, bulk_refused(c->db, &r));
	return rc;
}

static enum rc
undo(struct ctl *c, const struct bulk *b, struct arena *m)
{
	struct bulk_row r;
	enum rc rc = bulk_work_row(c->db, b->id, BULK_ROW_IMPORTED, &r, m);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? turn(c, b, m) : rc;
	CHANGE(c->db, rc, bulk_row_undo(c->db, b, &r, m));
	if (!is_lost(rc))
		return rc;
	log_fail("row %d of bulk %lld is not taken back", r.number,
	    (long long)b->id);
	CHANGE(c->db, rc, bulk_row_keep(c->db, &r));
	return rc;
}

static enum rc
sweep(struct ctl *c, const struct bulk *b, struct arena *m)
{
	enum rc rc;

	CHANGE(c->db, rc, bulk_sweep(c->db, b, c->conf->files, m));
	return is_lost(rc) ? turn(c, b, m) : rc;
}

static enum rc (*const steps[BULK__MAX])(struct ctl *, const struct bulk *,
    struct arena *) = {
	[BULK_UNPACKING] = unpack, [BULK_CHECKING] = check,
	[BULK_CHECKED] = turn, [BULK_IMPORTING] = import,
	[BULK_IMPORTED] = sweep, [BULK_UNDOING] = undo, [BULK_UNDONE] = sweep,
	[BULK_DROPPED] = sweep, [BULK_FAILED] = sweep,
};

enum rc
bulk_step(struct ctl *c, struct arena *m)
{
	struct bulk b;
	enum rc rc = bulk_work_next(c->db, &b, m);

	if (rc != RC_OK)
		return rc;
	return steps[b.state] != NULL ? steps[b.state](c, &b, m) : RC_FAIL;
}
