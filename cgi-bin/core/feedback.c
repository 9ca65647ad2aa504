/* feedback.c - see feedback.h. */
#include <ctype.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "core/application_row.h"
#include "core/audit.h"
#include "core/feedback.h"
#include "core/list.h"

#define COLS "f.id, f.unit_id, f.document_id, f.number, f.page, f.words,"    \
	" f.received, f.state, f.answer, f.corrected, f.answered, f.contact," \
	" u.name"
#define FROM " FROM feedback f JOIN unit u ON u.id = f.unit_id"
#define CODE_DIGITS 32

struct place {
	int64_t unit, document;
	const char *unit_code;
};

static void
load(const struct rows *q, struct feedback *f, struct arena *m)
{
	f->id = db_int(q, 0);
	f->unit = db_int(q, 1);
	f->document = db_int(q, 2);
	f->number = db_text(q, 3, m);
	f->page = db_text(q, 4, m);
	f->words = db_text(q, 5, m);
	f->received = db_text(q, 6, m);
	f->open = strcmp(db_text(q, 7, m), "open") == 0;
	f->answer = db_text(q, 8, m);
	f->corrected = db_int(q, 9) != 0;
	f->answered = db_text(q, 10, m);
	f->contact = *db_text(q, 11, m) != '\0';
	f->unit_name = db_text(q, 12, m);
}

static enum rc
one(struct rows q, struct feedback *f, struct arena *m)
{
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	load(&q, f, m);
	return db_done(&q);
}

/* The part of the path behind the prefix, up to the next slash; NULL. */
static const char *
behind(const char *page, const char *prefix, struct arena *m)
{
	size_t n = strlen(prefix);

	return strncmp(page, prefix, n) != 0 ? NULL :
	    arena_strndup(m, page + n, strcspn(page + n, "/?#"));
}

/* The document of /doc/zfb/2026-00012..., 0 when there is none. */
static enum rc
find_document(struct db *db, const char *page, const char *code,
    int64_t *document, struct arena *m)
{
	const char *number = behind(page, arena_printf(m, "/doc/%s/", code), m);
	struct rows q;
	enum rc rc;

	*document = 0;
	if (number == NULL)
		return RC_OK;
	q = db_query(db, "SELECT id FROM public_document WHERE index_no = $1",
	    V(arena_printf(m, "%s/%s", text_upper(m, code), number)));
	if ((rc = db_first(&q)) != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	*document = db_int(&q, 0);
	return db_done(&q);
}

static enum rc
find_unit(struct rows q, struct place *p, struct arena *m)
{
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	p->unit = db_int(&q, 0);
	p->unit_code = db_text(&q, 1, m);
	return db_done(&q);
}

/* Who answers for that page. */
static enum rc
find_place(struct db *db, const char *page, struct place *p, struct arena *m)
{
	const char *code = behind(page, "/doc/", m);
	enum rc rc = RC_NOT_FOUND;

	*p = (struct place){ 0 };
	if (code == NULL)
		code = behind(page, "/unit/", m);
	if (code != NULL)
		rc = find_unit(db_query(db, "SELECT id, code FROM unit"
		    " WHERE code = $1 AND enabled = 1", V(code)), p, m);
	if (rc == RC_OK)
		return find_document(db, page, code, &p->document, m);
	if (rc != RC_NOT_FOUND)
		return rc;
	return find_unit(db_query(db, "SELECT id, code FROM unit"
	    " WHERE supervising = 1 ORDER BY id LIMIT 1"), p, m);
}

static enum rc
check_text(const char *s, size_t max, const char *field, struct problems *p)
{
	if (*s == '\0')
		problem_add(p, field, PROBLEM_MISSING);
	else if (text_length(s) > max)
		problem_add(p, field, PROBLEM_TOO_LONG);
	else if (!text_printable(s, strlen(s), true))
		problem_add(p, field, PROBLEM_NOT_TEXT);
	else
		return RC_OK;
	return RC_INVALID;
}

static const char *
number_new(const char *unit_code, int64_t serial, struct arena *m)
{
	return arena_printf(m, "ZC-%s-%d-%05lld", text_upper(m, unit_code),
	    day_year(clock_today()), (long long)serial);
}

/* Groups of four are easier to copy. */
static char *
code_shown(const char *code, struct arena *m)
{
	struct buf b = buf_new(m);

	for (int i = 0; code[i] != '\0'; i++) {
		if (i > 0 && i % 4 == 0)
			buf_putc(&b, ' ');
		buf_putc(&b, code[i]);
	}
	return b.s;
}

/* Of the form, so that sent again, because its answer was lost on the way, it
 * is answered with the same one: nowhere else is it kept. */
static const char *
code_of(const char *once, struct arena *m)
{
	return arena_strndup(m, secret_mac(m, "feedback", once), CODE_DIGITS);
}

/* RC_CONFLICT: sent before with other words. */
static enum rc
find_once(struct db *db, const char *once, const char *words, char **number,
    struct arena *m)
{
	const char *said;
	struct rows q = db_query(db, "SELECT number, words FROM feedback"
	    " WHERE once = $1", V(once));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*number = (char *)db_text(&q, 0, m);
	said = db_text(&q, 1, m);
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	return strcmp(said, words) == 0 ? RC_OK : RC_CONFLICT;
}

static enum rc
insert(struct db *db, const struct feedback_new *n, const struct place *p,
    const char *once, const char *code, int64_t id, const char *number,
    struct arena *m)
{
	const char *contact = text_trim(m, n->contact);

	return db_run(db, "INSERT INTO feedback (id, number, code_hash, once,"
	    " unit_id, document_id, page, words, contact, received, state)"
	    " VALUES ($1, $2, $3, $4, $5, NULLIF($6, 0), $7, $8, $9, $10,"
	    " 'open')", V(id), V(number),
	    V(secret_sha256(m, code, strlen(code))), V(once), V(p->unit),
	    V(p->document), V(n->page), V(n->words), V(*contact == '\0' ? "" :
	    secret_seal(m, SEAL_CONTACT, contact)),
	    V(clock_text(m, clock_now())));
}

enum rc
feedback_add(struct db *db, const struct feedback_new *n, const char *address,
    char **number, char **code, struct problems *p, struct arena *m)
{
	const char *once = secret_sha256(m, n->once, strlen(n->once));
	const char *plain = code_of(n->once, m);
	struct actor who = { .login = "", .address = address };
	struct place at;
	int64_t id;
	enum rc rc;

	if ((rc = check_text(n->words, FEEDBACK_WORDS_MAX, "words", p))
	    != RC_OK)
		return rc;
	*code = code_shown(plain, m);
	if ((rc = find_once(db, once, n->words, number, m)) != RC_NOT_FOUND)
		return rc;
	if ((rc = find_place(db, n->page, &at, m)) != RC_OK ||
	    (rc = db_id(db, "feedback", &id)) != RC_OK)
		return rc;
	*number = (char *)number_new(at.unit_code, id, m);
	who.unit = at.unit;
	if ((rc = insert(db, n, &at, once, plain, id, *number, m)) != RC_OK)
		return rc;
	return audit_write(db, &who, "feedback_add", "feedback", id, "",
	    "open", n->page, m);
}

/* Letters and digits alone; "" when it cannot be one. */
static const char *
code_tidy(struct arena *m, const char *s)
{
	char *out = arena_alloc(m, CODE_DIGITS + 1);
	size_t n = 0;

	for (s = text_fold(m, s); *s != '\0'; s++) {
		if (*s == ' ' || *s == '-')
			continue;
		if (n == CODE_DIGITS || !isxdigit((unsigned char)*s))
			return "";
		out[n++] = *s;
	}
	return n == CODE_DIGITS ? out : "";
}

enum rc
feedback_by_code(struct db *db, const char *number, const char *code,
    struct feedback *f, struct arena *m)
{
	const char *plain = code_tidy(m, code);

	return one(db_query(db, "SELECT " COLS FROM " WHERE f.number = $1"
	    " AND f.code_hash = $2",
	    V(text_upper(m, text_fold(m, text_trim(m, number)))),
	    V(secret_sha256(m, plain, strlen(plain)))), f, m);
}

enum rc
feedback_list(struct db *db, int64_t unit, bool open, int64_t before, int max,
    struct feedbacks *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS FROM " WHERE f.unit_id = $1"
	    " AND f.state = $2 AND ($3 = 0 OR f.id < $3)"
	    " ORDER BY f.id DESC LIMIT $4", V(unit),
	    V(open ? "open" : "answered"), V(before), V(max + 1));

	*out = (struct feedbacks){ 0 };
	while (db_next(&q))
		load(&q, list_add(out, m), m);
	if (out->n > max)
		out->next = out->v[(out->n = max) - 1].id;
	return db_done(&q);
}

enum rc
feedback_open_count(struct db *db, int64_t unit, int64_t *n)
{
	return db_number(db, n, "SELECT count(*) FROM feedback"
	    " WHERE unit_id = $1 AND state = 'open'", V(unit));
}

enum rc
feedback_get(struct db *db, int64_t unit, int64_t id, struct feedback *f,
    struct arena *m)
{
	return one(db_query(db, "SELECT " COLS FROM " WHERE f.unit_id = $1"
	    " AND f.id = $2", V(unit), V(id)), f, m);
}

enum rc
feedback_contact(struct db *db, const struct actor *who, int64_t id,
    const char **contact, struct arena *m)
{
	const char *sealed;
	struct rows q = db_query(db, "SELECT contact FROM feedback"
	    " WHERE unit_id = $1 AND id = $2", V(who->unit), V(id));
	enum rc rc = db_first(&q);

	*contact = "";
	if (rc != RC_OK)
		return rc;
	sealed = db_text(&q, 0, m);
	if ((rc = db_done(&q)) != RC_OK || *sealed == '\0')
		return rc;
	if ((*contact = secret_open(m, SEAL_CONTACT, sealed)) == NULL) {
		log_fail("contact of feedback %lld cannot be opened",
		    (long long)id);
		return RC_FAIL;
	}
	return audit_write(db, who, "feedback_contact", "feedback", id, "",
	    "", "", m);
}

enum rc
feedback_answer(struct db *db, const struct actor *who, int64_t id,
    const char *answer, bool corrected, struct problems *p, struct arena *m)
{
	struct feedback f;
	enum rc rc;

	if ((rc = feedback_get(db, who->unit, id, &f, m)) != RC_OK)
		return rc;
	if (!f.open)
		return RC_CONFLICT;
	answer = text_unix_lines(m, text_trim(m, answer));
	if ((rc = check_text(answer, FEEDBACK_ANSWER_MAX, "answer", p))
	    != RC_OK || (rc = db_run(db, "UPDATE feedback SET"
	    " state = 'answered', answer = $1, corrected = $2, answered = $3"
	    " WHERE id = $4 AND state = 'open'", V(answer), V(corrected ? 1 : 0),
	    V(clock_text(m, clock_now())), V(id))) != RC_OK)
		return rc;
	return audit_write(db, who, "feedback_answer", "feedback", id, "open",
	    "answered", corrected ? "corrected" : "", m);
}
