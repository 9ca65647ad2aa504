/*
 * application_import.c - a historical register: every row is read and checked
 * before the first one is stored.
 */
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "core/application_check.h"
#include "core/application_import.h"
#include "core/application_row.h"
#include "core/audit.h"
#include "core/case_follow.h"
#include "core/case_result.h"
#include "core/list.h"
#include "core/unit.h"

#define BATCH		500
#define ERRORS_MAX	100
#define ROWS_MAX	200000
#define NOON		(12 * 3600)

enum column { UNIT, OLD_NUMBER, CHANNEL, RECEIVED, KIND, NAME, WISH, RESULT,
	CLOSED, CORRECTED, EXTENDED, REVIEW, SUIT, SUIT_AFTER, COLUMNS };

static const char *const names[COLUMNS] = { "unit", "old_number", "channel",
	"received", "kind", "name", "wish", "result", "closed", "corrected",
	"extended", "review", "suit", "suit_after" };
static const char *const kinds[] = { "citizen", "business", "research",
	"welfare", "legal", "other", NULL };

struct row {
	int line;
	const struct unit *unit;
	const char *old_number, *kind, *name, *wish;
	enum channel channel;
	day_t received, closed, asked, came;
	const struct case_result *result;
	int extended;
	const char *follow[3];
	bool there;		/* imported before */
};

struct import {
	struct db *db;
	const struct actor *who;
	struct units units;
	int at[COLUMNS];	/* where a column stands, -1: it is missing */
	char *field[CSV_COLUMNS];
	int n_fields;
	struct { int n; struct row *v; } rows;
	struct import_report *report;
	struct arena *m;
};

static void
bad(struct import *in, int line, const char *column, const char *what)
{
	struct import_report *r = in->report;

	if (r->n < ERRORS_MAX)
		r->v[r->n++] = (struct import_error){ line, column, what };
}

static const char *
get(const struct import *in, enum column c)
{
	int k = in->at[c];

	return k < 0 || k >= in->n_fields ? "" : text_unix_lines(in->m,
	    text_trim(in->m, in->field[k]));
}

static enum rc
read_head(struct import *in, struct csv *csv)
{
	enum rc rc = csv_next(csv, in->field, &in->n_fields, in->m);

	if (rc != RC_OK)
		return RC_INVALID;
	for (int c = 0; c < COLUMNS; c++) {
		in->at[c] = -1;
		for (int k = 0; k < in->n_fields; k++)
			if (strcmp(text_trim(in->m, in->field[k]),
			    names[c]) == 0)
				in->at[c] = k;
		if (in->at[c] < 0 && c <= CLOSED && c != NAME)
			bad(in, 1, names[c], "is missing in the first row");
	}
	return in->report->n > 0 ? RC_INVALID : RC_OK;
}

static const struct unit *
find_unit(const struct import *in, const char *code)
{
	for (int k = 0; k < in->units.n; k++)
		if (strcmp(in->units.v[k].code, code) == 0)
			return &in->units.v[k];
	return NULL;
}

static bool
is_past(const char *s, day_t *out)
{
	return day_parse(s, out) && *out <= clock_today();
}

static void
read_days(struct import *in, struct row *r)
{
	const char *closed = get(in, CLOSED), *corrected = get(in, CORRECTED);
	const char *slash = strchr(corrected, '/');
	int64_t n = 0;

	r->closed = r->asked = r->came = DAY_NONE;
	if (!is_past(get(in, RECEIVED), &r->received))
		bad(in, r->line, "received", "is no day up to today");
	if ((*closed != '\0') != (r->result != NULL))
		bad(in, r->line, "closed", "goes with a result");
	else if (*closed != '\0' && (!is_past(closed, &r->closed) ||
	    r->closed < r->received))
		bad(in, r->line, "closed", "is no day from received to today");
	if (*corrected != '\0' && (slash == NULL || !is_past(arena_strndup(
	    in->m, corrected, (size_t)(slash - corrected)), &r->asked) ||
	    !is_past(slash + 1, &r->came) || r->came < r->asked))
		bad(in, r->line, "corrected", "is not asked/came");
	if (*get(in, EXTENDED) != '\0' && !text_int(get(in, EXTENDED), 1,
	    DEADLINE_EXTENSION, &n))
		bad(in, r->line, "extended", "is not 1 to 20");
	r->extended = (int)n;
}

static void
read_follows(struct import *in, struct row *r)
{
	static const struct { enum column c; const char *kind; } v[3] = {
		{ REVIEW, "review" }, { SUIT, "suit" },
		{ SUIT_AFTER, "suit_after_review" },
	};

	for (int k = 0; k < 3; k++) {
		r->follow[k] = get(in, v[k].c);
		if (*r->follow[k] != '\0' && !case_follow_outcome_known(
		    v[k].kind, r->follow[k]))
			bad(in, r->line, names[v[k].c],
			    "is not upheld, corrected, other or pending");
	}
}

static void
read_text(struct import *in, struct row *r, enum column c, const char **out,
    size_t most, bool needed)
{
	struct problems p = { 0 };

	*out = get(in, c);
	check_text(*out, names[c], most, c == WISH, &p);
	if (p.n > 0)
		bad(in, r->line, names[c], "is too long or no plain text");
	else if (needed && **out == '\0')
		bad(in, r->line, names[c], "is empty");
}

static void
read_row(struct import *in, struct row *r)
{
	const char *result = get(in, RESULT);

	read_text(in, r, OLD_NUMBER, &r->old_number, 60, true);
	read_text(in, r, NAME, &r->name, APPLICATION_NAME_MAX, false);
	read_text(in, r, WISH, &r->wish, APPLICATION_TEXT_MAX, true);
	if ((r->unit = find_unit(in, get(in, UNIT))) == NULL)
		bad(in, r->line, "unit", "is not the code of a unit");
	r->channel = channel_of_key(get(in, CHANNEL));
	if (r->channel == CHANNEL_NONE)
		bad(in, r->line, "channel", "is none of the channels");
	r->kind = get(in, KIND);
	if (!check_choice(kinds, r->kind))
		bad(in, r->line, "kind", "is none of the kinds");
	r->result = case_result_get(result);
	if (r->result == NULL && *result != '\0')
		bad(in, r->line, "result", "is none of the results");
	read_days(in, r);
	read_follows(in, r);
}

static enum rc
read_rows(struct import *in, struct csv *csv)
{
	struct import_report *report = in->report;
	struct row *r;
	enum rc rc;
	int before;

	while ((rc = csv_next(csv, in->field, &in->n_fields, in->m)) ==
	    RC_OK) {
		if (++report->rows > ROWS_MAX)
			return RC_TOO_LARGE;
		before = report->n;
		r = list_add(&in->rows, in->m);
		r->line = csv->line;
		read_row(in, r);
		/* Past the last error kept, one more bad row is not told. */
		report->bad += report->n > before || before == ERRORS_MAX;
		if (before == ERRORS_MAX)
			return RC_OK;
	}
	if (rc == RC_NOT_FOUND)
		return RC_OK;
	bad(in, csv->next_line, "", "a quote is not closed, or too many "
	    "columns");
	report->bad++;
	return RC_OK;
}

static int
compare_rows(const void *x, const void *y)
{
	const struct row *const *a = x, *const *b = y;
	int order = (*a)->unit < (*b)->unit ? -1 : (*a)->unit > (*b)->unit;

	if (order == 0)
		order = strcmp((*a)->old_number, (*b)->old_number);
	return order != 0 ? order : (*a)->line - (*b)->line;
}

/* The same number twice in one file. */
static void
find_twice(struct import *in)
{
	struct row **v = arena_calloc(in->m, (size_t)in->rows.n + 1,
	    sizeof(*v));

	for (int k = 0; k < in->rows.n; k++)
		v[k] = &in->rows.v[k];
	qsort(v, (size_t)in->rows.n, sizeof(*v), compare_rows);
	for (int k = 1; k < in->rows.n; k++)
		if (v[k]->unit == v[k - 1]->unit && strcmp(v[k]->old_number,
		    v[k - 1]->old_number) == 0) {
			bad(in, v[k]->line, "old_number", "stands there twice");
			in->report->bad++;
		}
}

static enum rc
find_there(struct import *in)
{
	struct rows q;
	struct row *r;
	enum rc rc;

	for (int k = 0; k < in->rows.n; k++) {
		r = &in->rows.v[k];
		q = db_query(in->db, "SELECT 1 FROM application"
		    " WHERE unit_id = $1 AND old_number = $2"
		    " AND old_number <> ''", V(r->unit->id),
		    V(r->old_number));
		rc = db_first(&q);
		if (rc != RC_OK && rc != RC_NOT_FOUND)
			return rc;
		r->there = rc == RC_OK;
		in->report->skipped += r->there;
		if (rc == RC_OK && (rc = db_done(&q)) != RC_OK)
			return rc;
	}
	return RC_OK;
}

struct target {		/* one application that is being made */
	struct import *in;
	const struct row *r;
	struct arena *m;
	int64_t id;
};

static enum case_act
closing_act(const struct row *r)
{
	static const struct { const char *key; enum case_act act; } v[] = {
		{ "withdrawn", ACT_WITHDRAW }, { "ended", ACT_END },
		{ "lapsed_correction", ACT_CORRECTION_LAPSED },
		{ "lapsed_fee", ACT_FEE_LAPSED },
	};

	for (size_t k = 0; k < sizeof(v) / sizeof(v[0]); k++)
		if (strcmp(v[k].key, r->result->key) == 0)
			return v[k].act;
	return ACT_RELEASE_REPLY;
}

static enum case_state
state_of(const struct row *r)
{
	if (r->result == NULL)
		return CASE_OPEN;
	switch (closing_act(r)) {
	case ACT_RELEASE_REPLY:
		return CASE_ANSWERED;
	case ACT_WITHDRAW:
		return CASE_WITHDRAWN;
	default:
		return CASE_ENDED;
	}
}

static const char *
at_noon(struct arena *m, day_t day)
{
	return day == DAY_NONE ? "" : clock_text(m, day_start(day) + NOON);
}

static enum rc
insert(struct target *t)
{
	const struct row *r = t->r;
	const char *kind = strcmp(r->kind, "citizen") == 0 ? "" : r->kind;
	struct person a = { .organisation_kind = kind, .name = r->name,
	    .workplace = "", .legal_person = "", .contact = "",
	    .paper_kind = "", .paper_no = "", .phone = "", .address = "",
	    .postcode = "", .email = "", .fax = "" };
	char *number;
	enum rc rc;

	rc = application_number(t->in->db, r->unit->id, r->unit->code,
	    day_year(r->received), &number, t->m);
	if (rc != RC_OK ||
	    (rc = db_id(t->in->db, "application", &t->id)) != RC_OK)
		return rc;
	return db_run(t->in->db, "INSERT INTO application (id, unit_id,"
	    " version, number, code_hash, old_number, channel, state, came_on,"
	    " submitted, closed, result, organisation, masked_name, person,"
	    " wish_description) VALUES ($1, $2, 1, $3, '', $4, $5, $6, $7, $8,"
	    " $9, $10, $11, $12, $13, $14)", V(t->id), V(r->unit->id),
	    V(number), V(r->old_number), V(channel_key(r->channel)),
	    V(case_state_key(state_of(r))), V(day_text(t->m, r->received)),
	    V(at_noon(t->m, r->received)), V(at_noon(t->m, r->closed)),
	    V(r->result != NULL ? r->result->key : ""), V(kind),
	    V(application_mask_name(t->m, r->name)),
	    V(person_seal(&a, t->m)), V(r->wish));
}

static enum rc
happened(struct target *t, enum case_act act, const char *kind, day_t day,
    int days)
{
	struct case_event e = { .act = act, .kind = kind, .day = day,
	    .until = act == ACT_ASK_CORRECTION ? t->r->came : DAY_NONE,
	    .days = days };

	if (day == DAY_NONE)
		return RC_OK;
	return event_add(t->in->db, t->in->who, t->id, &e, t->m);
}

static enum rc
add_events(struct target *t)
{
	const struct row *r = t->r;
	day_t last = r->came != DAY_NONE ? r->came : r->received;
	enum rc rc;

	rc = happened(t, ACT_NONE, "submit", r->received, 0);
	if (rc == RC_OK && channel_needs_confirm(r->channel))
		rc = happened(t, ACT_CONFIRM, "", r->received, 0);
	if (rc == RC_OK)
		rc = happened(t, ACT_ASK_CORRECTION, "", r->asked, 0);
	if (rc == RC_OK)
		rc = happened(t, ACT_CORRECT, "", r->came, 0);
	if (rc == RC_OK && r->extended > 0)
		rc = happened(t, ACT_APPROVE_EXTENSION, "", last, r->extended);
	if (rc == RC_OK && r->result != NULL)
		rc = happened(t, closing_act(r), "", r->closed, 0);
	return rc == RC_OK ? happened(t, ACT_NONE, "import", clock_today(),
	    0) : rc;
}

static enum rc
add_follows(struct target *t)
{
	static const char *const kind[3] = { "review", "suit",
		"suit_after_review" };
	const struct row *r = t->r;
	const char *day = day_text(t->m, r->closed != DAY_NONE ? r->closed :
	    r->received);
	int64_t id;
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < 3; k++) {
		if (*r->follow[k] == '\0')
			continue;
		rc = db_id(t->in->db, "case_follow", &id);
		if (rc == RC_OK)
			rc = db_run(t->in->db, "INSERT INTO case_follow (id,"
			    " application_id, version, kind, outcome, day,"
			    " done, login) VALUES ($1, $2, 1, $3, $4, $5, $6,"
			    " $7)", V(id), V(t->id), V(kind[k]),
			    V(r->follow[k]), V(day), V(strcmp(r->follow[k],
			    "pending") == 0 ? "" : day), V(t->in->who->login));
	}
	return rc;
}

static enum rc
store(struct import *in, const struct row *r, struct arena *m)
{
	struct target t = { .in = in, .r = r, .m = m };
	struct actor who = *in->who;
	enum rc rc;

	who.unit = r->unit->id;
	if ((rc = insert(&t)) != RC_OK || (rc = add_events(&t)) != RC_OK ||
	    (rc = add_follows(&t)) != RC_OK)
		return rc;
	in->report->added++;
	return audit_write(in->db, &who, "import", "application", t.id, "",
	    case_state_key(state_of(r)), "", m);
}

static enum rc
store_batch(struct import *in, int from, struct arena *m)
{
	enum rc rc = RC_OK;

	for (int k = from; rc == RC_OK && k < in->rows.n && k < from + BATCH;
	    k++) {
		if (!in->rows.v[k].there)
			rc = store(in, &in->rows.v[k], m);
		arena_reset(m);
	}
	return rc;
}

static enum rc
store_all(struct import *in)
{
	struct arena *m = arena_new();
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < in->rows.n; k += BATCH)
		if ((rc = db_begin(in->db)) == RC_OK)
			rc = db_end(in->db, store_batch(in, k, m));
	arena_free(m);
	return rc;
}

enum rc
application_import(struct db *db, const struct actor *who, const char *csv,
    size_t n, bool dry_run, struct import_report *report, struct arena *m)
{
	struct import in = { .db = db, .who = who, .report = report, .m = m };
	struct csv c = csv_open(csv, n);
	enum rc rc;

	*report = (struct import_report){ 0 };
	if (!text_valid(csv, n))
		return RC_INVALID;
	if ((rc = unit_list(db, &in.units, m)) != RC_OK ||
	    (rc = read_head(&in, &c)) != RC_OK ||
	    (rc = read_rows(&in, &c)) != RC_OK)
		return rc;
	if (report->bad == 0)
		find_twice(&in);
	if (report->bad > 0)
		return RC_OK;
	if ((rc = find_there(&in)) != RC_OK || dry_run)
		return rc;
	return store_all(&in);
}
