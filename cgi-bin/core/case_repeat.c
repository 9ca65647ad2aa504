/* case_repeat.c - who asked for the same before. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "core/application_row.h"
#include "core/audit.h"
#include "core/case_follow.h"
#include "core/case_repeat.h"
#include "core/document.h"
#include "core/list.h"

#define COMPARED_MAX	2000	/* newest ones of the unit */
#define SHOWN_MAX	10
#define PAIRS_MAX	4000

struct pairs { int n; uint64_t v[PAIRS_MAX]; };

static int
compare_pair(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return a < b ? -1 : a > b;
}

static bool
is_sign(uint32_t c)
{
	return c == ' ' || (c < 0x80 && strchr(".,;:!?()\"'\n\t", (int)c)) ||
	    (c >= 0x3000 && c <= 0x303f) || (c >= 0x2010 && c <= 0x2027) ||
	    (c >= 0xff00 && c <= 0xff0f);
}

/* Each pair of neighbouring characters once, sorted; signs part them. */
static void
pairs_of(const char *s, struct pairs *out)
{
	struct text_folder f = { .s = s };
	uint32_t c, last = 0;
	int k, n = 0;

	out->n = 0;
	while (out->n < PAIRS_MAX && (c = text_fold_next(&f)) != 0) {
		if (is_sign(c)) {
			last = 0;
			continue;
		}
		if (last != 0)
			out->v[out->n++] = (uint64_t)last << 32 | c;
		last = c;
	}
	qsort(out->v, (size_t)out->n, sizeof(out->v[0]), compare_pair);
	for (k = 0; k < out->n; k++)
		if (n == 0 || out->v[n - 1] != out->v[k])
			out->v[n++] = out->v[k];
	out->n = n;
}

static int
shared(const struct pairs *a, const struct pairs *b)
{
	int i = 0, k = 0, n = 0;

	while (i < a->n && k < b->n)
		if (a->v[i] == b->v[k]) {
			n++;
			i++;
			k++;
		} else if (a->v[i] < b->v[k]) {
			i++;
		} else {
			k++;
		}
	return n;
}

static int
likeness(const struct pairs *a, const struct pairs *b)
{
	int least = a->n < b->n ? a->n : b->n;

	return least == 0 ? 0 : shared(a, b) * 100 / least;
}

int
case_likeness(const char *a, const char *b, struct arena *m)
{
	struct pairs *x = arena_alloc(m, sizeof(*x));
	struct pairs *y = arena_alloc(m, sizeof(*y));

	pairs_of(a, x);
	pairs_of(b, y);
	return likeness(x, y);
}

static char *
whole(const struct wish *w, struct arena *m)
{
	return arena_printf(m, "%s %s %s", w->name, w->doc_no,
	    w->description);
}

static int
compare_similar(const void *x, const void *y)
{
	const struct case_similar *a = x, *b = y;

	if (a->likeness != b->likeness)
		return b->likeness - a->likeness;
	return a->id > b->id ? -1 : a->id < b->id;
}

struct search {
	struct pairs mine, other;
	const char *applicant;
	struct case_similar best[SHOWN_MAX + 1];
	int n_best;
	struct { int n; const char **v; } who;	/* different applicants */
};

static void
note_applicant(struct search *s, const char *mac, struct arena *m)
{
	if (*mac == '\0')
		return;
	for (int k = 0; k < s->who.n; k++)
		if (strcmp(s->who.v[k], mac) == 0)
			return;
	*list_add(&s->who, m) = mac;
}

static void
keep(struct search *s, const struct case_similar *one)
{
	s->best[s->n_best++] = *one;
	qsort(s->best, (size_t)s->n_best, sizeof(s->best[0]),
	    compare_similar);
	if (s->n_best > SHOWN_MAX)
		s->n_best = SHOWN_MAX;
}

static void
compare_row(struct search *s, const struct rows *q, struct case_repeat *out,
    struct arena *m)
{
	struct wish w = { .name = db_text(q, 2, m), .doc_no = db_text(q, 3, m),
	    .description = db_text(q, 4, m) };
	const char *applicant = db_text(q, 7, m);
	struct case_similar one = { .id = db_int(q, 0),
	    .number = db_text(q, 1, m), .submitted = db_text(q, 5, m),
	    .result = db_text(q, 6, m),
	    .state = case_state_of_key(db_text(q, 8, m)) };

	pairs_of(whole(&w, m), &s->other);
	one.likeness = likeness(&s->mine, &s->other);
	if (one.likeness < REPEAT_SIMILAR)
		return;
	one.name = text_cut(m, *w.name ? w.name : w.description, 40);
	one.same_applicant = *applicant != '\0' &&
	    strcmp(applicant, s->applicant) == 0;
	out->n_same += one.same_applicant;
	out->n_others += !one.same_applicant;
	note_applicant(s, applicant, m);
	keep(s, &one);
}

/* Of the applicant, in the month in which this one came. */
static enum rc
count_month(struct db *db, const struct application *a, const char *mac,
    int *n, struct arena *m)
{
	const char *month = arena_printf(m, "%.7s", day_text(m, a->came_on));
	struct rows q = db_query(db, "SELECT COUNT(*) FROM application"
	    " WHERE unit_id = $1 AND applicant = $2 AND applicant <> ''"
	    " AND came_on LIKE $3 || '%'", V(a->unit), V(mac), V(month));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*n = (int)db_int(&q, 0);
	return db_done(&q);
}

static enum rc
applicant_of(struct db *db, const struct application *a, const char **mac,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT applicant FROM application"
	    " WHERE id = $1 AND unit_id = $2", V(a->id), V(a->unit));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*mac = db_text(&q, 0, m);
	return db_done(&q);
}

enum rc
case_repeat_find(struct db *db, const struct application *a,
    struct case_repeat *out, struct arena *m)
{
	struct search *s = arena_alloc(m, sizeof(*s));
	struct rows q;
	enum rc rc;

	*out = (struct case_repeat){ 0 };
	if ((rc = applicant_of(db, a, &s->applicant, m)) != RC_OK ||
	    (rc = count_month(db, a, s->applicant, &out->month, m)) != RC_OK)
		return rc;
	pairs_of(whole(&a->wish, m), &s->mine);
	note_applicant(s, s->applicant, m);
	q = db_query(db, "SELECT id, number, wish_name, wish_doc_no,"
	    " wish_description, submitted, result, applicant, state"
	    " FROM application WHERE unit_id = $1 AND id < $2"
	    " ORDER BY id DESC LIMIT $3", V(a->unit), V(a->id),
	    V(COMPARED_MAX));
	while (db_next(&q))
		compare_row(s, &q, out, m);
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	out->v = s->best;
	out->n = s->n_best;
	out->propose = s->who.n >= REPEAT_PROPOSE;
	return RC_OK;
}

/* The unit's entry account, in whose list the draft is to appear; the audit
 * row names who did it. */
static enum rc
clerk_of(struct db *db, const struct actor *who, struct actor *out)
{
	struct rows q = db_query(db, "SELECT id FROM account"
	    " WHERE unit_id = $1 AND role = 'entry'", V(who->unit));
	enum rc rc = db_first(&q);

	*out = *who;
	if (rc != RC_OK)
		return rc;
	out->user = db_int(&q, 0);
	out->role = ROLE_ENTRY;
	return db_done(&q);
}

/* Its first line can be a title. */
static char *
first_line(const char *s, struct arena *m)
{
	return text_cut(m, arena_strndup(m, s, strcspn(s, "\n\t")),
	    DOCUMENT_TITLE_MAX - 1);
}

static enum rc
make_draft(struct db *db, const struct actor *who,
    const struct application *a, int64_t *document, struct problems *p,
    struct arena *m)
{
	const char *title = *a->open_summary ? a->open_summary :
	    *a->wish.name ? a->wish.name : a->wish.description;
	struct content c = { .title = first_line(title, m), .doc_no = "",
	    .made_on = "", .summary = "", .openness = "active",
	    .body = { "" }, .body_text = "" };
	struct actor clerk;
	int64_t version = 0;
	enum rc rc;

	*document = 0;
	if ((rc = clerk_of(db, who, &clerk)) != RC_OK)
		return rc;
	return document_save(db, &clerk, document, &version, &c, p, m);
}

enum rc
case_propose(struct db *db, const struct actor *who, int64_t application,
    int64_t *document, struct problems *p, struct arena *m)
{
	struct case_follow f = { .application = application,
	    .kind = "suggestion", .outcome = "accepted",
	    .day = clock_today(), .done = clock_today() };
	struct application a;
	enum rc rc;

	rc = application_get(db, who->unit, application, &a, m);
	if (rc != RC_OK)
		return rc;
	if (who->role != ROLE_REVIEW)
		return RC_DENIED;
	if ((rc = make_draft(db, who, &a, document, p, m)) != RC_OK)
		return rc;
	f.text = a.number;
	f.document = *document;
	return case_follow_save(db, who, false, &f, p, m);
}
