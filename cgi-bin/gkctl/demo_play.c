/* demo_play.c - entering, reviewing and publishing the demo documents. */
#include "gkctl/demo_play.h"

#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "core/category.h"
#include "core/document.h"
#include "core/register.h"
#include "core/upload.h"
#include "core/user.h"
#include "gkctl/demo_body.h"
#include "gkctl/demo_chart.h"
#include "gkctl/demo_profile.h"
#include "gkctl/ready.h"
#include "richtext/profile_body.h"
#include "richtext/sanitize.h"
#include "store/files.h"

#define REASSESS_DAYS 365

#define BATCH 300	/* events a transaction; each ends in an fsync */

struct player {
	day_t day;		/* of the last event */
	struct ctl *c;
	const struct calendar *calendar;
	struct vocabulary themes, kinds;
	struct arena *mem;	/* for one event */
};

/* The account of the unit that does this. */
static enum rc
actor_of(struct player *p, const struct demo_unit *u, enum role role,
    struct actor *out)
{
	struct users list;
	enum rc rc;
	int i;

	if ((rc = user_list(p->c->db, u->id, &list, p->mem)) != RC_OK)
		return rc;
	for (i = 0; i < list.n; i++)
		if (list.v[i].role == role)
			break;
	if (i == list.n)
		return RC_NOT_FOUND;
	*out = (struct actor){ .user = list.v[i].id, .role = role,
	    .login = list.v[i].login, .unit = u->id,
	    .address = arena_printf(p->mem, "10.115.%d.%d", (int)(u->id % 250),
	    20 + (int)role) };
	return RC_OK;
}

static int64_t
vocable(const struct vocabulary *list, const char *name)
{
	int i;

	for (i = 0; i < list->n; i++)
		if (strcmp(list->v[i].name, name) == 0)
			return list->v[i].id;
	return 0;
}

static enum rc
attach(struct player *p, struct demo_scope *x, const struct actor *who,
    struct content *out)
{
	const struct demo_text *t = x->text;
	int64_t *id = arena_calloc(p->mem, DEMO_FILES, sizeof(*id));
	struct stored_file f;
	struct upload up;
	enum rc rc = RC_OK;
	void *data;
	size_t n;
	int i;

	for (i = 0; rc == RC_OK && i < t->n_files; i++) {
		up = (struct upload){ .use = "attachment" };
		up.name = demo_fill(x, "file", t->file[i].name);
		up.type = demo_file_type(up.name);
		data = demo_file_bytes(up.name, demo_fill(x, up.name,
		    demo_file_repeat(t->file[i].value, p->mem)), &n, p->mem);
		rc = files_put_bytes(p->c->conf->files, data, n, &f, p->mem);
		up.size = f.size;
		up.sha256 = f.sha256;
		if (rc == RC_OK)
			rc = upload_add(p->c->db, who, &up, p->mem);
		id[out->n_attachments++] = up.id;
	}
	out->attachment = id;
	return rc;
}

static enum rc
categories(struct player *p, const struct demo_text *t, struct content *out)
{
	int64_t *id = arena_calloc(p->mem, DEMO_CATEGORIES, sizeof(*id));
	struct category c;
	enum rc rc = RC_OK;
	int i;

	for (i = 0; i < DEMO_CATEGORIES && t->category[i] != NULL; i++) {
		rc = category_by_code(p->c->db, t->category[i], &c, p->mem);
		if (rc != RC_OK) {
			log_fail("demo text %s: category %s is not there",
			    t->name, t->category[i]);
			return rc;
		}
		id[out->n_categories++] = c.id;
	}
	out->category = id;
	return RC_OK;
}

/* "!chart what it shows: 3,5,8" becomes a stored picture. */
static enum rc
chart_put(struct player *p, const struct actor *who, char *line,
    struct buf *b)
{
	char *values = strrchr(line, ':');
	struct stored_file f;
	struct upload up = { .use = "image", .type = "image/png",
	    .name = "chart.png" };
	void *data;
	size_t n;
	enum rc rc;

	if (values == NULL)
		return RC_INVALID;
	*values++ = '\0';
	data = demo_chart(values, &n, p->mem);
	rc = files_put_bytes(p->c->conf->files, data, n, &f, p->mem);
	if (rc != RC_OK)
		return rc;
	up.size = f.size;
	up.sha256 = f.sha256;
	buf_printf(b, "<p class=\"ta-c\"><img src=\"/image/%s.png\" alt=\"%s\""
	    " width=\"%d\" height=\"%d\"></p>\n", f.sha256, line,
	    DEMO_CHART_WIDTH, DEMO_CHART_HEIGHT);
	return upload_add(p->c->db, who, &up, p->mem);
}

static enum rc
charts(struct player *p, const struct actor *who, char *text, char **out)
{
	struct buf b = buf_new(p->mem);
	enum rc rc = RC_OK;
	char *line;

	while (rc == RC_OK && (line = strsep(&text, "\n")) != NULL) {
		if (strncmp(line, "!chart ", 7) == 0)
			rc = chart_put(p, who, line + 7, &b);
		else
			buf_printf(&b, "%s\n", line);
	}
	*out = b.s;
	return rc;
}

/* Why it is not for everybody, and when that is looked at again. */
static void
closure(struct content *out, const struct demo_doc *d, struct arena *m)
{
	bool closed = strcmp(d->text->openness, "closed") == 0;

	out->openness = d->text->openness;
	if (strcmp(out->openness, "active") == 0)
		return;
	out->article = closed ? "16.1" : "13";
	out->closed_reason = closed ? "属于本机关内部工作安排" :
	    "涉及特定对象，依申请提供";
	if (closed)
		out->reassess = day_text(m, clock_today() + REASSESS_DAYS);
}

/* From the markup of the pattern, or from the form that it fills in. */
static enum rc
text_make(struct player *p, const struct demo_text *t, char *body,
    struct sanitized *s, struct content *out)
{
	struct profile *made;

	if (t->form == NULL) {
		body = demo_body_html(body, p->mem);
		return sanitize_html(body, strlen(body),
		    (size_t)p->c->conf->text_max, s, p->mem);
	}
	out->profile = made = demo_profile(t->form, body, p->mem);
	return profile_body(made, s, p->mem);
}

static enum rc
compose(struct player *p, const struct demo_doc *d, const struct actor *who,
    struct content *out)
{
	struct demo_scope x = { .text = d->text, .unit = d->unit,
	    .calendar = p->calendar, .made = d->made, .seed = d->seed,
	    .no = d->no, .amended = d->amended };
	struct sanitized s;
	char *body;
	enum rc rc;

	demo_fill_open(&x, p->mem);
	*out = (struct content){ .doc_no = d->no };
	out->title = demo_fill(&x, "title", d->text->title);
	out->summary = demo_fill(&x, "summary", d->text->summary);
	out->made_on = day_text(p->mem, d->made);
	closure(out, d, p->mem);
	out->theme = vocable(&p->themes, d->text->theme);
	out->kind = vocable(&p->kinds, d->text->kind);
	rc = charts(p, who, demo_fill(&x, "body", d->text->body), &body);
	if (rc != RC_OK)
		return rc;
	if ((rc = text_make(p, d->text, body, &s, out)) != RC_OK)
		return rc;
	out->body = s.html;
	out->body_text = s.text;
	out->n_images = s.n_images;
	out->image = s.image;
	if ((rc = categories(p, d->text, out)) != RC_OK)
		return rc;
	return attach(p, &x, who, out);
}

static enum role
role_for(enum action a)
{
	return a == ACTION_EDIT || a == ACTION_SUBMIT ? ROLE_ENTRY :
	    a == ACTION_AMEND ? ROLE_ADMIN : ROLE_REVIEW;
}

/* Content keeps its attachments when a returned draft is saved again. */
static enum rc
content_for(struct player *p, const struct demo_doc *d, enum action a,
    const struct document *now, const struct actor *who, struct content *out)
{
	struct content old;
	enum rc rc;

	if (d->id == 0)
		return compose(p, d, who, out);
	old = now->rev.c;
	rc = compose(p, d, who, out);
	if (a == ACTION_EDIT && old.n_attachments > 0) {
		out->n_attachments = old.n_attachments;
		out->attachment = old.attachment;
	}
	return rc;
}

static enum rc
act(struct player *p, struct demo_doc *d, const struct demo_event *e,
    struct problems *bad)
{
	struct db *db = p->c->db;
	struct document now;
	struct secrecy sign;
	struct content c;
	struct actor who;
	enum rc rc;

	if ((rc = actor_of(p, d->unit, role_for(e->action), &who)) != RC_OK)
		return rc;
	if (d->id != 0) {
		rc = document_get(db, d->unit->id, d->id, &now, p->mem);
		if (rc != RC_OK)
			return rc;
		d->version = now.version;
	}
	if (e->action == ACTION_SUBMIT &&
	    (rc = ready_make(db, &who, &now, p->mem)) != RC_OK)
		return rc;
	if (e->action != ACTION_EDIT && e->action != ACTION_AMEND)
		return document_move(db, &who, d->id, d->version, e->action,
		    e->reason, bad, p->mem);
	if (e->action == ACTION_AMEND)
		d->amended++;
	if ((rc = content_for(p, d, e->action, &now, &who, &c)) != RC_OK)
		return rc;
	if (e->action == ACTION_EDIT)
		return document_save(db, &who, &d->id, &d->version, &c, bad,
		    p->mem);
	sign = ready_secrecy(&now, c.openness);
	return document_amend(db, &who, d->id, d->version, &(struct change){
	    .content = &c, .note = e->reason, .sign = &sign,
	    .found = &(struct findings){ 0 } }, &(bool){ false }, bad,
	    p->mem);
}

static void
complain(const struct demo_doc *d, const struct demo_event *e, enum rc rc,
    const struct problems *bad)
{
	int i;

	ctl_fail("demo %s of %s: %s gave result %d", d->text->name,
	    d->unit->code, action_key(e->action), (int)rc);
	for (i = 0; i < bad->n; i++)
		ctl_fail("  %s: problem %d", bad->v[i].field,
		    (int)bad->v[i].what);
}

/* Midnight before a day with events: the tree head of what is there. */
static enum rc
sign_day(struct player *p, const struct demo_event *e)
{
	day_t day = clock_day(e->at);
	struct register_head head;
	enum rc rc;

	if (day == p->day)
		return RC_OK;
	p->day = day;
	clock_travel(day_start(day));
	rc = register_sign(p->c->db, p->c->conf->register_key,
	    p->c->conf->site_domain, &head, p->mem);
	return rc == RC_CONFLICT ? RC_OK : rc;
}

static enum rc
play_batch(struct player *p, struct demo_plan *plan, int from, int to)
{
	struct demo_event *e;
	enum rc rc = RC_OK;
	int i;

	for (i = from; rc == RC_OK && i < to; i++) {
		struct problems bad = { 0 };

		e = &plan->event[i];
		arena_reset(p->mem);
		if ((rc = sign_day(p, e)) != RC_OK)
			break;
		clock_travel(e->at);
		rc = act(p, &plan->doc[e->doc], e, &bad);
		if (rc != RC_OK)
			complain(&plan->doc[e->doc], e, rc, &bad);
	}
	clock_travel(0);
	return rc;
}

enum rc
demo_play(struct ctl *c, struct demo_plan *plan,
    const struct calendar *calendar)
{
	struct player p = { .c = c, .calendar = calendar,
	    .mem = arena_new() };
	enum rc rc;
	int i, to;

	if ((rc = vocabulary_list(c->db, "theme", &p.themes, c->mem)) == RC_OK)
		rc = vocabulary_list(c->db, "kind", &p.kinds, c->mem);
	for (i = 0; rc == RC_OK && i < plan->n_events; i = to) {
		to = i + BATCH < plan->n_events ? i + BATCH : plan->n_events;
		if ((rc = db_begin(c->db)) == RC_OK)
			rc = db_end(c->db, play_batch(&p, plan, i, to));
	}
	arena_free(p.mem);
	return rc;
}
