/* bulk_import.c - a good row becomes a draft. */
#include <string.h>

#include "base/clock.h"
#include "core/bulk_row.h"
#include "core/bulk_work.h"
#include "core/imported.h"
#include "core/lateness.h"
#include "core/likeness.h"
#include "core/list.h"
#include "core/relation.h"

struct job {
	struct db *db;
	struct actor who;	/* who said that it is to be imported */
	struct bulk_row *r;
	struct { int n; int64_t *v; } attachments;
	struct { int n; const char **v; } images;
	struct problems p;
	struct arena *m;
};

static enum rc
load_files(struct job *j, struct bulk_files *out)
{
	struct rows q = db_query(j->db, "SELECT use, name, type, size, sha256,"
	    " report, conceals FROM bulk_file WHERE bulk_id = $1"
	    " AND row_id = $2 ORDER BY position", V(j->r->bulk),
	    V(j->r->id));

	*out = (struct bulk_files){ 0 };
	while (db_next(&q))
		*list_add(out, j->m) = (struct bulk_file){
			.use = db_text(&q, 0, j->m),
			.name = db_text(&q, 1, j->m),
			.type = db_text(&q, 2, j->m), .size = db_int(&q, 3),
			.sha256 = db_text(&q, 4, j->m),
			.report = db_text(&q, 5, j->m),
			.conceals = db_int(&q, 6) != 0,
		};
	return db_done(&q);
}

static enum rc
file_add(struct job *j, int position, const struct bulk_file *f)
{
	struct upload u = { .use = f->use, .name = f->name, .type = f->type,
	    .size = f->size, .sha256 = f->sha256 };
	enum rc rc = upload_add(j->db, &j->who, &u, j->m);

	if (rc == RC_OK)
		rc = db_run(j->db, "UPDATE bulk_file SET upload_id = $1"
		    " WHERE bulk_id = $2 AND row_id = $3 AND position = $4",
		    V(u.id), V(j->r->bulk), V(j->r->id), V(position));
	if (rc != RC_OK)
		return rc;
	if (strcmp(f->use, "attachment") == 0) {
		*list_add(&j->attachments, j->m) = u.id;
	} else if (strcmp(f->use, "image") == 0) {
		*list_add(&j->images, j->m) = f->sha256;
	} else {
		j->r->c.original = u.id;
		rc = imported_add(j->db, u.id, f->report, f->conceals,
		    j->r->c.body);
	}
	return rc;
}

static enum rc
files_add(struct job *j)
{
	struct content *c = &j->r->c;
	struct bulk_files files;
	enum rc rc = load_files(j, &files);

	for (int k = 0; rc == RC_OK && k < files.n; k++)
		rc = file_add(j, k, &files.v[k]);
	c->n_attachments = j->attachments.n;
	c->attachment = j->attachments.v;
	c->n_images = j->images.n;
	c->image = j->images.v;
	return rc;
}

/* Somebody may have entered it since the dry run, or sent it twice. */
static enum rc
number_free(struct job *j)
{
	struct likes l;
	enum rc rc = likeness_find(j->db, j->who.unit, 0, j->r->c.doc_no, "",
	    &l, j->m);

	if (rc != RC_OK || l.n == 0)
		return rc;
	bulk_note_add(&j->r->notes, true, "doc_no", PROBLEM_BULK_NUMBER_TAKEN,
	    l.v[0].title);
	return RC_INVALID;
}

static enum rc
relate(struct job *j, int64_t document)
{
	enum rc rc = relation_set(j->db, &j->who, document,
	    RELATION_INTERPRETS, j->r->interprets, "interprets", &j->p, j->m);

	if (rc == RC_OK)
		rc = relation_set(j->db, &j->who, document,
		    RELATION_REPLACES, j->r->replaces, "replaces", &j->p,
		    j->m);
	return rc == RC_OK ? lateness_keep(j->db, &j->who, document,
	    j->r->late, j->m) : rc;
}

/* The words stand in the document now, and only there. */
static enum rc
settle(struct job *j, int64_t document, int64_t version)
{
	return db_run(j->db, "UPDATE bulk_row SET document_id = $1,"
	    " version = $2, summary = '', closed_reason = '', body = '',"
	    " body_text = '' WHERE id = $3", V(document), V(version),
	    V(j->r->id));
}

static enum rc
save(struct job *j)
{
	int64_t id = 0, version = 0;
	enum rc rc;

	if ((rc = number_free(j)) != RC_OK || (rc = files_add(j)) != RC_OK)
		return rc;
	if ((rc = document_save(j->db, &j->who, &id, &version, &j->r->c,
	    &j->p, j->m)) == RC_OK)
		rc = relate(j, id);
	if (rc == RC_INVALID)
		for (int k = 0; k < j->p.n; k++)
			bulk_note_add(&j->r->notes, true, j->p.v[k].field,
			    j->p.v[k].what, "");
	return rc == RC_OK ? settle(j, id, version) : rc;
}

enum rc
bulk_row_import(struct db *db, const struct bulk *b, struct bulk_row *r,
    struct arena *m)
{
	struct job j = { .db = db, .r = r, .m = m, .who = { b->account,
	    b->login, ROLE_ENTRY, b->unit, b->address } };
	enum rc rc = db_run(db, "UPDATE bulk_row SET state = 'imported'"
	    " WHERE id = $1 AND state = 'good'", V(r->id));

	if (rc != RC_OK || db_changed(db) != 1)
		return rc;
	rc = save(&j);
	if (rc == RC_INVALID && !bulk_notes_bad(&r->notes))
		bulk_note_add(&r->notes, true, "title", PROBLEM_BULK_FAILED,
		    "");
	return rc == RC_OK ? bulk_work_later(db, b, m) : rc;
}
