/* application_find.c - see application_find.h. */
#include <string.h>

#include "base/text.h"
#include "core/application_check.h"
#include "core/application_find.h"
#include "core/application_row.h"
#include "core/audit.h"
#include "core/list.h"

#define FROM_UNIT "SELECT " APPLICATION_COLS ", a.person" APPLICATION_FROM	\
	" WHERE a.unit_id = $1 AND a.person <> ''"

static const char *const kinds[] = { "id_card", "uscc", "passport", "other" };

static const char *
mac_of(int kind, const char *no, struct arena *m)
{
	struct person p = { .paper_kind = kinds[kind], .paper_no = no };

	return person_mac(&p, m);
}

static struct rows
candidates(struct db *db, int64_t unit, const struct application_finding *f,
    struct arena *m)
{
	if (*f->paper_no == '\0')
		return db_query(db, FROM_UNIT " AND a.masked_name = $2"
		    " ORDER BY a.id DESC", V(unit),
		    V(application_mask_name(m, f->name)));
	return db_query(db, FROM_UNIT " AND a.applicant IN ($2, $3, $4, $5)"
	    " ORDER BY a.id DESC", V(unit), V(mac_of(0, f->paper_no, m)),
	    V(mac_of(1, f->paper_no, m)), V(mac_of(2, f->paper_no, m)),
	    V(mac_of(3, f->paper_no, m)));
}

/* The name that was sealed, whatever its width and spaces. */
static enum rc
is_named(const char *sealed, const char *name, bool *yes, struct arena *m)
{
	struct person p;
	enum rc rc = person_open(sealed, &p, m);

	*yes = rc == RC_OK && strcmp(text_fold(m, text_trim(m, p.name)),
	    text_fold(m, name)) == 0;
	return rc;
}

static enum rc
collect(struct db *db, int64_t unit, const struct application_finding *f,
    struct applications *out, struct arena *m)
{
	struct rows q = candidates(db, unit, f, m);
	struct arena *scratch = arena_new();
	enum rc rc = RC_OK, end;
	bool fits;

	while (rc == RC_OK && out->n < FIND_MAX && db_next(&q)) {
		fits = true;
		if (*f->name != '\0')
			rc = is_named(db_text(&q, APPLICATION_COLS_N, scratch),
			    f->name, &fits, scratch);
		if (rc == RC_OK && fits)
			application_load(&q, list_add(out, m), m);
		arena_reset(scratch);
	}
	end = db_done(&q);
	arena_free(scratch);
	for (int k = 0; rc == RC_OK && end == RC_OK && k < out->n; k++)
		rc = application_clock_of(db, &out->v[k], false, m);
	return rc != RC_OK ? rc : end;
}

enum rc
application_find(struct db *db, const struct actor *who,
    const struct application_finding *in, struct applications *out,
    struct problems *p, struct arena *m)
{
	struct application_finding f = { .name = text_trim(m, in->name),
	    .paper_no = text_trim(m, in->paper_no),
	    .reason = text_trim(m, in->reason) };
	enum rc rc;

	*out = (struct applications){ 0 };
	if (who->role != ROLE_REVIEW && who->role != ROLE_ADMIN)
		return RC_DENIED;
	if (*f.name == '\0' && *f.paper_no == '\0')
		problem_add(p, "name", PROBLEM_MISSING);
	if (*f.reason == '\0')
		problem_add(p, "reason", PROBLEM_REASON_NEEDED);
	check_text(f.reason, "reason", APPLICATION_WISH_MAX, false, p);
	if (p->n > 0)
		return RC_INVALID;
	if ((rc = collect(db, who->unit, &f, out, m)) != RC_OK)
		return rc;
	return audit_write(db, who, "find_person", "application", 0, "", "",
	    arena_printf(m, "%s: %d", f.reason, out->n), m);
}
