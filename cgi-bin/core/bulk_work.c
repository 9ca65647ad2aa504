/* bulk_work.c - a bulk from its file to the answer of its dry run. */
#include <string.h>

#include "base/clock.h"
#include "core/bulk_row.h"
#include "core/bulk_work.h"
#include "core/content.h"
#include "core/lateness.h"
#include "core/likeness.h"
#include "core/list.h"

enum rc
bulk_work_row(struct db *db, int64_t bulk, enum bulk_row_state state,
    struct bulk_row *r, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " BULK_ROW_COLS ", body,"
	    " body_text FROM bulk_row WHERE bulk_id = $1 AND state = $2"
	    " ORDER BY tries, number LIMIT 1", V(bulk),
	    V(bulk_row_key(state)));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	bulk_row_load(&q, r, m);
	r->c.body = db_html(&q, 25, m);
	r->c.body_text = db_text(&q, 26, m);
	return db_done(&q);
}

/* From the state that the worker saw; work: there is more to do. */
static enum rc
turn(struct db *db, const struct bulk *b, enum bulk_state to, bool work,
    const char *problem, struct arena *m)
{
	return db_run(db, "UPDATE bulk SET state = $1, work = $2,"
	    " problem = $3, touched = $4 WHERE id = $5 AND state = $6",
	    V(bulk_state_key(to)), V(work), V(problem),
	    V(clock_text(m, clock_now())), V(b->id),
	    V(bulk_state_key(b->state)));
}

enum rc
bulk_work_turn(struct db *db, const struct bulk *b, struct arena *m)
{
	switch (b->state) {
	case BULK_CHECKING:
		return turn(db, b, BULK_CHECKED, false, "", m);
	case BULK_IMPORTING:
		return turn(db, b, BULK_IMPORTED, true, "", m);
	case BULK_UNDOING:
		return turn(db, b, BULK_UNDONE, true, "", m);
	default:
		return turn(db, b, b->state, false, "", m);
	}
}

enum rc
bulk_work_later(struct db *db, const struct bulk *b, struct arena *m)
{
	return turn(db, b, b->state, true, "", m);
}

enum rc
bulk_failed(struct db *db, const struct bulk *b, enum problem what,
    struct arena *m)
{
	return turn(db, b, BULK_FAILED, true, bulk_problem_key(what), m);
}

static void
wanted_add(struct bulk_files *out, const char *name, struct arena *m)
{
	if (*name != '\0')
		*list_add(out, m) = (struct bulk_file){ .name = name };
}

enum rc
bulk_wanted(struct db *db, int64_t bulk, struct bulk_files *out,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT word, attachments FROM bulk_row"
	    " WHERE bulk_id = $1 AND state = 'waiting'"
	    " AND (word <> '' OR attachments <> '')", V(bulk));
	char *all, *one;

	*out = (struct bulk_files){ 0 };
	while (db_next(&q)) {
		wanted_add(out, db_text(&q, 0, m), m);
		all = db_text(&q, 1, m);
		while ((one = strsep(&all, "\n")) != NULL)
			wanted_add(out, one, m);
	}
	return db_done(&q);
}

static enum rc
file_insert(struct db *db, int64_t bulk, int64_t row, int position,
    const struct bulk_file *f)
{
	return db_run(db, "INSERT INTO bulk_file (bulk_id, row_id, position,"
	    " use, name, type, size, sha256, report, conceals) VALUES ($1, $2,"
	    " $3, $4, $5, $6, $7, $8, $9, $10)"
	    " ON CONFLICT (bulk_id, row_id, position) DO NOTHING", V(bulk),
	    V(row), V(position), V(f->use), V(f->name), V(f->type), V(f->size), V(f->sha256),
	    V(f->report != NULL ? f->report : ""), V(f->conceals));
}

enum rc
bulk_unpacked(struct db *db, const struct bulk *b,
    const struct bulk_files *files, struct arena *m)
{
	enum rc rc = turn(db, b, BULK_CHECKING, true, "", m);

	/* dropped meanwhile: these are to be swept, too */
	if (rc == RC_OK && db_changed(db) != 1)
		rc = db_run(db, "UPDATE bulk SET work = 1 WHERE id = $1",
		    V(b->id));
	for (int k = 0; rc == RC_OK && k < files->n; k++)
		rc = file_insert(db, b->id, 0, k, &files->v[k]);
	return rc;
}

enum rc
bulk_entry(struct db *db, int64_t bulk, const char *name,
    struct bulk_file *f, struct arena *m)
{
	struct rows q = db_query(db, "SELECT size, sha256 FROM bulk_file"
	    " WHERE bulk_id = $1 AND row_id = 0 AND name = $2", V(bulk),
	    V(name));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*f = (struct bulk_file){ .use = "entry", .name = name,
	    .size = db_int(&q, 0), .sha256 = db_text(&q, 1, m) };
	return db_done(&q);
}

static void
notes_take(struct bulk_row *r, bool bad, const struct problems *p,
    const char *detail)
{
	for (int k = 0; k < p->n; k++)
		bulk_note_add(&r->notes, bad, p->v[k].field, p->v[k].what,
		    detail);
}

/* What the form would refuse, and what 提交 would miss. */
static enum rc
check_content(struct db *db, const struct bulk *b, struct bulk_row *r,
    int attachments, struct arena *m)
{
	struct document d = { .first_published = "", .state = STATE_DRAFT };
	struct problems bad = { 0 }, lacks = { 0 };
	enum rc rc = content_check(db, b->unit, &r->c, &d.rev, &bad, m);

	if (rc != RC_OK)
		return rc;
	notes_take(r, true, &bad, "");
	d.rev.c.body_text = r->c.body_text;
	r->c = d.rev.c;
	d.rev.c.n_attachments = attachments;
	document_check(&d, &lacks);
	if ((rc = lateness_get(db, &d, m)) != RC_OK)
		return rc;
	if (d.late && *r->late == '\0')
		problem_add(&lacks, "late", PROBLEM_LATE);
	notes_take(r, false, &lacks, "");
	return RC_OK;
}

static enum rc
check_above(struct db *db, struct bulk_row *r, struct arena *m)
{
	struct rows q = db_query(db, "SELECT min(number) FROM bulk_row"
	    " WHERE bulk_id = $1 AND doc_no = $2 AND number < $3",
	    V(r->bulk), V(r->c.doc_no), V(r->number));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	if (db_int(&q, 0) > 0)
		bulk_note_add(&r->notes, true, "doc_no",
		    PROBLEM_BULK_NUMBER_TWICE, arena_printf(m, "%lld",
		    (long long)db_int(&q, 0)));
	return db_done(&q);
}

/* What the unit has already: the same number is somebody's mistake, nearly
 * the same text may be meant. */
static enum rc
check_others(struct db *db, const struct bulk *b, struct bulk_row *r,
    struct arena *m)
{
	struct likes l;
	enum rc rc = likeness_find(db, b->unit, 0, r->c.doc_no,
	    r->c.body_text, &l, m);

	for (int k = 0; rc == RC_OK && k < l.n; k++)
		if (l.v[k].number)
			bulk_note_add(&r->notes, true, "doc_no",
			    PROBLEM_BULK_NUMBER_TAKEN, l.v[k].title);
		else
			bulk_note_add(&r->notes, false, "body",
			    PROBLEM_BULK_ALIKE, l.v[k].title);
	return rc == RC_OK && *r->c.doc_no != '\0' ?
	    check_above(db, r, m) : rc;
}

/* Whether the row still is in that state: nobody was faster. */
static enum rc
take(struct db *db, const struct bulk_row *r, enum bulk_row_state state,
    bool *mine)
{
	enum rc rc = db_run(db, "UPDATE bulk_row SET tries = tries + 1"
	    " WHERE id = $1 AND state = $2", V(r->id),
	    V(bulk_row_key(state)));

	*mine = rc == RC_OK && db_changed(db) == 1;
	return rc;
}

static int
count_use(const struct bulk_files *files, const char *use)
{
	int n = 0;

	for (int k = 0; k < files->n; k++)
		n += strcmp(files->v[k].use, use) == 0;
	return n;
}

enum rc
bulk_checked(struct db *db, const struct bulk *b, struct bulk_row *r,
    const struct bulk_files *files, struct arena *m)
{
	bool mine;
	enum rc rc = take(db, r, BULK_ROW_WAITING, &mine);

	if (rc != RC_OK || !mine)
		return rc;
	if ((rc = check_content(db, b, r, count_use(files, "attachment"), m))
	    != RC_OK || (rc = check_others(db, b, r, m)) != RC_OK)
		return rc;
	r->state = bulk_notes_bad(&r->notes) ? BULK_ROW_BAD : BULK_ROW_GOOD;
	if ((rc = bulk_row_update(db, r)) != RC_OK ||
	    (rc = bulk_notes_keep(db, r)) != RC_OK)
		return rc;
	for (int k = 0; rc == RC_OK && k < files->n; k++)
		rc = file_insert(db, b->id, r->id, k, &files->v[k]);
	return rc == RC_OK ? bulk_work_later(db, b, m) : rc;
}

enum rc
bulk_again(struct db *db, const struct bulk_row *r, enum problem what)
{
	struct bulk_row bad = *r;
	bool mine;
	enum rc rc = take(db, r, BULK_ROW_WAITING, &mine);

	if (rc != RC_OK || !mine || r->tries + 1 < BULK_TRIES_MAX)
		return rc;
	bad.state = BULK_ROW_BAD;
	bulk_note_add(&bad.notes, true, "word", what, "");
	rc = bulk_row_update(db, &bad);
	return rc == RC_OK ? bulk_notes_keep(db, &bad) : rc;
}

enum rc
bulk_refused(struct db *db, const struct bulk_row *r)
{
	struct bulk_row bad = *r;
	bool mine;
	enum rc rc = take(db, r, BULK_ROW_GOOD, &mine);

	if (rc != RC_OK || !mine)
		return rc;
	bad.state = BULK_ROW_BAD;
	rc = bulk_row_update(db, &bad);
	return rc == RC_OK ? bulk_notes_keep(db, &bad) : rc;
}
