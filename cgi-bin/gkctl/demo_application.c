/*
 * demo_application.c - taking in and handling the demo applications through
 * the functions that citizens and staff use, each step on its own day.
 */
#include "gkctl/demo_application.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "core/application_file.h"
#include "core/application_log.h"
#include "core/calendar.h"
#include "core/case.h"
#include "core/case_reply.h"
#include "core/case_result.h"
#include "core/letter.h"
#include "core/setting.h"
#include "core/unit.h"
#include "core/user.h"
#include "gkctl/demo_body.h"
#include "gkctl/table.h"
#include "richtext/sanitize.h"

#define BODY_MAX	(64 << 10)
#define MORNING		(9 * 3600)
#define VISITOR		"192.0.2.11"

enum column { UNIT, CHANNEL, AGO, KIND, NAME, PHONE, WISH, DESCRIPTION,
	SCRIPT, RESULT, NOTE, REASON, COLUMNS };

struct play {
	struct ctl *c;
	struct calendar *calendar;
	struct table texts;
	char **row;
	struct unit unit;
	struct actor entry, review, admin, visitor, applicant;
	struct application a;
	day_t today, day;
	int step;
	struct problems p;
	struct arena *m;
};

static const char *
cell(const struct play *y, enum column c)
{
	return strcmp(y->row[c], "-") == 0 ? "" : y->row[c];
}

/* The text of a key, or what stands beside it. */
static const char *
text(const struct play *y, const char *key, int column)
{
	char **row;

	for (int k = 0; k < y->texts.n; k++) {
		row = y->texts.row[k];
		if (strcmp(row[0], key) == 0)
			return strcmp(row[column], "-") == 0 ? "" :
			    row[column];
	}
	return "";
}

/* Numbers with a right check character, never those of a person: district
 * 000 of the region does not exist. */
static char *
paper_number(const struct play *y, bool citizen)
{
	static const char last[] = "0123456789X";
	static const char places[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
	unsigned seed = 0;
	char *s;

	for (const char *n = cell(y, NAME); *n != '\0'; n++)
		seed = seed * 31 + (unsigned char)*n;
	s = citizen ? arena_printf(y->m, "120000%04u%02u%02u%03u0",
	    1960 + seed % 40, 1 + seed / 7 % 12, 1 + seed / 11 % 28,
	    seed / 13 % 1000) : arena_printf(y->m, "91120000%09u0",
	    seed % 1000000000);
	for (const char *p = citizen ? last : places; *p != '\0'; p++) {
		s[17] = *p;
		if (citizen ? application_id_card(s) : application_uscc(s))
			break;
	}
	return s;
}

static enum rc
actors(struct play *y)
{
	struct users list;
	struct actor *who;
	enum rc rc = user_list(y->c->db, y->unit.id, &list, y->m);

	for (int k = 0; rc == RC_OK && k < list.n; k++) {
		who = list.v[k].role == ROLE_ADMIN ? &y->admin :
		    list.v[k].role == ROLE_ENTRY ? &y->entry : &y->review;
		*who = (struct actor){ .user = list.v[k].id,
		    .login = list.v[k].login, .role = list.v[k].role,
		    .unit = y->unit.id, .address = "10.115.0.20" };
	}
	y->visitor = application_visitor(VISITOR);
	return rc;
}

static enum rc
told(struct play *y, const char *what, enum rc rc)
{
	if (rc != RC_OK)
		log_fail("demo application of %s, %s: %d, %s %d",
		    cell(y, NAME), what, (int)rc,
		    y->p.n > 0 ? y->p.v[0].field : "",
		    y->p.n > 0 ? (int)y->p.v[0].what : 0);
	y->p = (struct problems){ 0 };
	return rc;
}

static enum rc
scan_add(struct play *y, const char *owner, const char *use, int64_t *id)
{
	struct application_file f = { .use = use,
	    .name = text(y, "scan", 1), .type = "application/pdf" };
	size_t n;
	void *pdf = demo_file_bytes("x.pdf", text(y, "scan", 2), &n, y->m);
	enum rc rc = application_file_add(y->c->db, y->c->conf->files, owner,
	    &f, pdf, n, &y->p, y->m);

	*id = f.id;
	return rc;
}

static enum rc
submit(struct play *y)
{
	enum channel channel = channel_of_key(cell(y, CHANNEL));
	const char *kind = cell(y, KIND), *phone = cell(y, PHONE);
	bool citizen = strcmp(kind, "citizen") == 0;
	struct application_new in = { .unit = y->unit.id, .channel = channel,
	    .came_on = y->day, .n_files = 1, .file_owner = "demo",
	    .person = { .organisation = !citizen,
	    .organisation_kind = citizen ? "" : kind, .name = cell(y, NAME),
	    .paper_kind = citizen ? "id_card" : "uscc",
	    .paper_no = paper_number(y, citizen), .phone = phone,
	    .address = *phone == '\0' ? text(y, "address", 1) : "" },
	    .wish = { .name = cell(y, WISH),
	    .description = cell(y, DESCRIPTION), .delivery = "pickup",
	    .carrier = "electronic", .other_ways = true } };
	char *number, *code;
	int64_t id, scan;
	enum rc rc;

	rc = scan_add(y, "demo", channel == CHANNEL_INTERNET ? "identity" :
	    "paper", &scan);
	in.file = &scan;
	if (rc == RC_OK)
		rc = application_submit(y->c->db, channel == CHANNEL_INTERNET ?
		    &y->visitor : &y->entry, &in, &id, &number, &code, &y->p,
		    y->m);
	if (told(y, "submit", rc) != RC_OK)
		return rc;
	rc = application_get(y->c->db, y->unit.id, id, &y->a, y->m);
	y->applicant = case_applicant(&y->a, VISITOR);
	return rc;
}

static void
paragraph(struct buf *b, const char *s)
{
	if (*s == '\0')
		return;
	buf_puts(b, "<p>");
	buf_put_escaped(b, s, strlen(s));
	buf_puts(b, "</p>");
}

static enum rc
letter_make(struct play *y, const char *kind, const char *body,
    int64_t event, const char *organ, struct letter *l)
{
	const char *word = arena_printf(y->m, "%s%s", text(y, arena_printf(
	    y->m, "word:%s", y->unit.code), 1), text(y, "word", 1));
	struct sanitized clean;
	enum rc rc = sanitize_html(body, strlen(body), BODY_MAX, &clean, y->m);

	if (rc != RC_OK)
		return rc;
	*l = (struct letter){ .application = y->a.id, .event = event,
	    .kind = kind, .title = text(y, arena_printf(y->m, "letter:%s",
	    kind), 1), .body = clean.html, .text = clean.text,
	    .organ = organ };
	return letter_save(y->c->db, &y->review, l, word, &y->p, y->m);
}

static const char *
reply_body(struct play *y, const struct case_reply *r)
{
	struct buf b = buf_new(y->m);

	paragraph(&b, arena_printf(y->m, "%s%s%s", text(y, "received", 1),
	    y->a.wish.name, y->a.wish.description));
	paragraph(&b, text(y, "article", 1));
	paragraph(&b, r->note);
	paragraph(&b, r->reason);
	paragraph(&b, case_result_remedy(r->result, r->basis) ==
	    REMEDY_REVIEW_FIRST ? text(y, "remedy_first", 1) :
	    text(y, "remedy_choice", 1));
	return b.s;
}

static enum rc
draft(struct play *y)
{
	bool partial = strcmp(cell(y, RESULT), "partial") == 0;
	struct case_reply r = { .result = cell(y, RESULT),
	    .note = cell(y, NOTE), .reason = cell(y, REASON),
	    .delivery = "pickup", .way = text(y, "way", 1),
	    .organ = text(y, "organ", 1), .organ_contact = "022-29240000",
	    .given = partial ? text(y, "given", 1) : "",
	    .withheld = partial ? text(y, "withheld", 1) : "",
	    .basis = partial ? text(y, "basis", 1) : "" };
	int64_t file = 0;
	struct letter l;
	enum rc rc = RC_OK;

	if (case_result_get(r.result)->row <= 4) {
		rc = scan_add(y, arena_printf(y->m, "unit:%lld",
		    (long long)y->unit.id), "answer", &file);
		r.n_files = 1;
		r.file = &file;
	}
	if (rc == RC_OK)
		rc = case_reply_draft(y->c->db, &y->review, y->a.id,
		    y->a.version, &r, &y->p, y->m);
	return rc == RC_OK ? letter_make(y, "reply", reply_body(y, &r), 0, "",
	    &l) : rc;
}

static enum rc
download(struct play *y)
{
	struct letters list;
	enum rc rc = letter_list(y->c->db, y->a.id, true, &list, y->m);

	return rc != RC_OK || list.n == 0 ? rc : case_downloaded(y->c->db,
	    &y->applicant, y->a.id, "letter", list.v[list.n - 1].id, y->m);
}

/* The letter of an act goes out with it. */
static enum rc
act_letter(struct play *y, enum case_act act, int64_t event,
    const char *words)
{
	const char *kind = case_act_rule(act)->letter;
	struct buf b = buf_new(y->m);
	struct letter l;
	enum rc rc;

	if (*kind == '\0' || *text(y, arena_printf(y->m, "letter:%s", kind),
	    1) == '\0')
		return RC_OK;
	paragraph(&b, text(y, "received", 1));
	paragraph(&b, *y->a.wish.name ? y->a.wish.name :
	    y->a.wish.description);
	paragraph(&b, words);
	rc = letter_make(y, kind, b.s, event, text(y, case_act_key(act), 2),
	    &l);
	return rc == RC_OK ? letter_issue(y->c->db, &y->review, l.id, &l,
	    y->m) : rc;
}

static enum rc
do_act(struct play *y, enum case_act act)
{
	const char *key = case_act_key(act), *words = text(y, key, 1);
	unsigned by = case_may(&y->a, BY_ADMIN, act) ? BY_ADMIN : BY_REVIEW;
	struct case_deed in = { .application = y->a.id,
	    .version = y->a.version, .act = act, .day = DAY_NONE,
	    .until = DAY_NONE, .text = words, .organ = text(y, key, 2),
	    .opinion = "part",
	    .days = 10, .amount = 1700, .by_applicant = act == ACT_CORRECT ||
	    act == ACT_WITHDRAW };
	const struct actor *who = in.by_applicant ? &y->applicant :
	    by == BY_ADMIN && act != ACT_RELEASE_REPLY ? &y->admin :
	    &y->review;
	int64_t event;
	enum rc rc = case_do(y->c->db, who, &in, &event, &y->p, y->m);

	return rc == RC_OK ? act_letter(y, act, event, words) : rc;
}

static enum rc
do_step(struct play *y, const char *step)
{
	if (strcmp(step, "draft") == 0)
		return draft(y);
	if (strcmp(step, "release") == 0)
		return do_act(y, ACT_RELEASE_REPLY);
	if (strcmp(step, "download") == 0)
		return download(y);
	if (strcmp(step, "open") == 0)
		return application_log_mark(y->c->db, &y->review, y->a.id,
		    y->a.version, true, true, y->a.wish.name, &y->p, y->m);
	return do_act(y, case_act_of_key(step));
}

/* "confirm:1 draft:9": so many working days after the step before. */
static enum rc
handle(struct play *y)
{
	char *script = arena_strdup(y->m, cell(y, SCRIPT)), *step, *gap;
	int64_t days;
	enum rc rc = RC_OK;

	while (rc == RC_OK && (step = strsep(&script, " ")) != NULL &&
	    *step != '\0') {
		if ((gap = strchr(step, ':')) == NULL)
			return RC_INVALID;
		*gap = '\0';
		days = strtol(gap + 1, NULL, 10);
		if (days > 0)
			y->day = calendar_add(y->calendar, y->day, (int)days);
		if (y->day > y->today)
			break;
		clock_travel(day_start(y->day) + MORNING + 600 * ++y->step);
		rc = application_get(y->c->db, y->unit.id, y->a.id, &y->a,
		    y->m);
		if (rc == RC_OK)
			rc = told(y, step, do_step(y, step));
	}
	return rc;
}

static day_t
days_before(const struct play *y, int64_t n)
{
	day_t day = y->today;

	while (n > 0 || !calendar_working(y->calendar, day))
		if (calendar_working(y->calendar, day--))
			n--;
	return day;
}

static enum rc
play_row(struct play *y)
{
	enum rc rc = unit_by_code(y->c->db, cell(y, UNIT), &y->unit, y->m);

	if (rc != RC_OK || (rc = actors(y)) != RC_OK)
		return told(y, cell(y, UNIT), rc);
	y->step = 0;
	y->day = days_before(y, strtol(cell(y, AGO), NULL, 10));
	clock_travel(day_start(y->day) + MORNING);
	return (rc = submit(y)) == RC_OK ? handle(y) : rc;
}

static enum rc
settings(struct play *y)
{
	enum rc rc = RC_OK;
	const char *key;

	for (int k = 0; rc == RC_OK && k < y->texts.n; k++) {
		key = y->texts.row[k][0];
		if (strncmp(key, "setting:", 8) == 0)
			rc = told(y, key, setting_set(y->c->db, &ctl_operator,
			    0, setting_of_key(key + 8), y->texts.row[k][1],
			    &y->p, y->m));
	}
	return rc;
}

static int
compare_rows(const void *x, const void *y)
{
	char *const *a = x, *const *b = y;

	return (int)(strtol(b[AGO], NULL, 10) - strtol(a[AGO], NULL, 10));
}

enum rc
demo_applications(struct ctl *c, int *n)
{
	const char *dir = arena_printf(c->mem, "%s/data", c->conf->sql);
	struct play y = { .c = c, .today = clock_today(), .m = c->mem };
	struct table rows;
	enum rc rc;

	rc = table_read(arena_printf(c->mem, "%s/demo_applications.tsv", dir),
	    COLUMNS, &rows, c->mem);
	if (rc != RC_OK || (rc = table_read(arena_printf(c->mem,
	    "%s/demo_case_texts.tsv", dir), 3, &y.texts, c->mem)) != RC_OK ||
	    (rc = calendar_load(c->db, &y.calendar, c->mem)) != RC_OK ||
	    (rc = db_begin(c->db)) != RC_OK)
		return rc;
	qsort(rows.row, (size_t)rows.n, sizeof(*rows.row), compare_rows);
	rc = settings(&y);
	for (*n = 0; rc == RC_OK && *n < rows.n; ++*n) {
		y.row = rows.row[*n];
		rc = play_row(&y);
	}
	clock_travel(0);
	return db_end(c->db, rc);
}
