/* application_act_letter.c - see application_act_letter.h. */
#include <string.h>

#include "base/text.h"
#include "core/setting.h"
#include "core/unit.h"
#include "gkht/application_act_letter.h"
#include "gkht/applications.h"
#include "web/message_case.h"

#define BODY_MAX	(200 << 10)	/* bytes of a letter */

static const struct { enum setting setting; const char *name; } asked[] = {
	{ SETTING_REVIEW_ORGAN, "ReviewOrgan" },
	{ SETTING_REVIEW_ADDRESS, "ReviewAddress" },
	{ SETTING_REVIEW_PHONE, "ReviewPhone" },
	{ SETTING_REVIEW_URL, "ReviewUrl" },
	{ SETTING_COURT, "Court" },
	{ SETTING_COURT_ADDRESS, "CourtAddress" },
	{ SETTING_PAY_WAY, "PayWay" },
};

static enum rc
settings_fill(struct ctx *x, int64_t unit, struct node *at)
{
	for (size_t i = 0; i < sizeof(asked) / sizeof(asked[0]); i++) {
		char *text;
		enum rc rc = setting_text(x->db, unit, asked[i].setting, &text,
		    x->mem);

		if (rc != RC_OK)
			return rc;
		view_set(at, asked[i].name, text);
	}
	return RC_OK;
}

static enum rc
unit_fill(struct ctx *x, int64_t id, struct node *at)
{
	struct unit u;
	enum rc rc;

	if ((rc = unit_get(x->db, id, &u, x->mem)) != RC_OK)
		return rc;
	view_set(at, "Unit", u.name);
	view_set(at, "UnitAddress", u.address);
	view_set(at, "UnitPostcode", u.postcode);
	view_set(at, "UnitPhone", u.phone);
	return settings_fill(x, id, at);
}

enum rc
act_letter_values(struct ctx *x, const struct application *a,
    const char *kind, struct node **values)
{
	struct node *at;
	int64_t when;
	enum rc rc;

	*values = view_page(x->view);
	at = view_child(*values, "Letter");
	view_set(at, "Kind", kind);
	view_set(at, "KindText", message_letter(kind));
	view_set(at, "Number", a->number);
	view_set(at, "Channel", message_channel(a->channel));
	view_set(at, "Delivery", message_delivery(a->wish.delivery));
	view_set(at, "WishName", a->wish.name);
	view_set(at, "WishDocNo", a->wish.doc_no);
	view_set(at, "WishDescription", a->wish.description);
	applications_day(at, "Came", a->came_on);
	if (clock_parse(a->submitted, &when))
		applications_day(at, "Submitted", clock_day(when));
	applications_day(at, "Received", a->clock.received);
	applications_day(at, "Due", a->clock.due);
	applications_day(at, "Today", clock_today());
	if ((rc = unit_fill(x, a->unit, at)) != RC_OK)
		view_end(x->view, *values);
	return rc;
}

void
act_letter_lines(struct ctx *x, struct node *values, const char *name,
    const char *text)
{
	for (size_t n; *text != '\0'; text += n + (text[n] == '\n')) {
		n = strcspn(text, "\n");
		if (n > 0)
			view_set(view_item(values, name), "Line",
			    arena_strndup(x->mem, text, n));
	}
}

static enum rc
rendered(struct ctx *x, const char *name, struct node *values,
    struct sanitized *out)
{
	struct buf b = buf_new(x->mem);
	enum rc rc;

	if ((rc = view_render(x->view, arena_printf(x->mem, "letters/%s.cs",
	    name), values, &b)) != RC_OK)
		return rc;
	return sanitize_html(b.s, b.n, BODY_MAX, out, x->mem);
}

enum rc
act_letter_make(struct ctx *x, const char *kind, struct node *values,
    struct act_letter *l)
{
	struct sanitized title;
	enum rc rc;

	l->kind = kind;
	if ((rc = rendered(x, "title", values, &title)) == RC_OK)
		rc = rendered(x, kind, values, &l->body);
	view_end(x->view, values);
	if (rc == RC_OK)
		l->title = arena_strndup(x->mem, title.text,
		    strcspn(title.text, "\n"));
	return rc;
}

enum rc
act_letter_typed(struct ctx *x, const char *kind, const char *title,
    const char *body, struct act_letter *l)
{
	enum rc rc;

	l->kind = kind;
	l->title = title;
	rc = sanitize_looks_html(body) ?
	    sanitize_html(body, strlen(body), BODY_MAX, &l->body, x->mem) :
	    sanitize_plain(body, &l->body, x->mem);
	if (rc == RC_TOO_LARGE)
		return refuse(x, "body", PROBLEM_TOO_LONG);
	if (rc == RC_INVALID)
		return refuse(x, "body", PROBLEM_NOT_TEXT);
	if (*title == '\0')
		return refuse(x, "title", PROBLEM_MISSING);
	if (rc == RC_OK && *l->body.text == '\0')
		return refuse(x, "body", PROBLEM_MISSING);
	return rc;
}

/* A line per paragraph becomes a blank line between them, as it is read. */
static const char *
editable(struct ctx *x, const char *text)
{
	struct buf b = buf_new(x->mem);

	for (; *text != '\0'; text++) {
		buf_putc(&b, *text);
		if (*text == '\n')
			buf_putc(&b, '\n');
	}
	return b.n > 0 ? b.s : "";
}

void
act_letter_show(struct ctx *x, const struct act_letter *l)
{
	struct node *at = view_child(x->page, "Page.Letter");

	view_flag(x->page, "Page.Letter", 1);
	view_set(at, "Kind", l->kind);
	view_set(at, "Title", l->title);
	view_set(at, "Text", editable(x, l->body.text));
	view_html(at, "BodyHtml", l->body.html);
}

static enum rc
signed_body(struct ctx *x, const struct application *a,
    const struct act_letter *l, struct sanitized *out)
{
	struct node *values;
	enum rc rc;

	if ((rc = act_letter_values(x, a, l->kind, &values)) != RC_OK)
		return rc;
	view_html(view_child(values, "Letter"), "BodyHtml", l->body.html);
	rc = rendered(x, "sheet", values, out);
	view_end(x->view, values);
	return rc;
}

/* The part of the number before the year: the unit's own and a character of
 * the kind, because every kind has a series. */
static enum rc
word_of(struct ctx *x, const struct application *a, const char *kind,
    const char **word)
{
	struct node *values = view_page(x->view);
	struct node *at = view_child(values, "Letter");
	struct sanitized made;
	char *text;
	enum rc rc;

	if ((rc = setting_text(x->db, a->unit, SETTING_LETTER_WORD, &text,
	    x->mem)) == RC_OK) {
		view_set(at, "Word", *text != '\0' ? text : a->unit_short);
		view_set(at, "Kind", kind);
		rc = rendered(x, "word", values, &made);
	}
	view_end(x->view, values);
	if (rc == RC_OK)
		*word = text_trim(x->mem, made.text);
	return rc;
}

enum rc
act_letter_signed(struct ctx *x, const struct application *a,
    const struct act_letter *l, struct letter *out, const char **word)
{
	struct sanitized sheet;
	enum rc rc;

	if ((rc = word_of(x, a, l->kind, word)) != RC_OK ||
	    (rc = signed_body(x, a, l, &sheet)) != RC_OK)
		return rc;
	out->kind = l->kind;
	out->title = l->title;
	out->body = sheet.html;
	out->text = sheet.text;
	return RC_OK;
}

enum rc
act_letter_store(struct ctx *x, const struct application *a,
    const struct act_letter *l, bool sign, int64_t id, int64_t event,
    const char *organ, int64_t *stored)
{
	struct letter letter = { .id = id, .application = a->id,
	    .unit = a->unit, .event = event, .kind = l->kind,
	    .title = l->title, .body = l->body.html, .text = l->body.text,
	    .organ = organ };
	const char *word;
	enum rc rc;

	rc = sign ? act_letter_signed(x, a, l, &letter, &word) :
	    word_of(x, a, l->kind, &word);
	if (rc != RC_OK)
		return rc;
	rc = letter_save(x->db, &x->actor, &letter, word, &x->problems,
	    x->mem);
	*stored = letter.id;
	return rc;
}

enum rc
act_letter_draft(struct ctx *x, const struct application *a,
    struct letter *out)
{
	struct letters all;
	enum rc rc;

	if ((rc = letter_list(x->db, a->id, false, &all, x->mem)) != RC_OK)
		return rc;
	for (int i = all.n - 1; i >= 0; i--)
		if (strcmp(all.v[i].kind, "reply") == 0 &&
		    *all.v[i].issued == '\0')
			return letter_get(x->db, a->unit, all.v[i].id, out,
			    x->mem);
	return RC_NOT_FOUND;
}
