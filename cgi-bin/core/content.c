/* content.c - checking what a clerk filled in. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/catalogue.h"
#include "core/category.h"
#include "core/content.h"
#include "core/list.h"

#define DOC_NO_MAX 60
#define FOUNDED "1949-10-01"	/* no organ of today published before it */

struct check {
	struct db *db;
	int64_t unit;
	const struct content *in;
	struct revision *out;
	struct problems *p;
	struct arena *m;
};

static const char *
tidy(struct check *k, const char *s)
{
	return s ? text_trim(k->m, s) : "";
}

static void
check_text(struct check *k, const char *field, const char *s, size_t max,
    bool lines)
{
	if (!text_printable(s, strlen(s), lines))
		problem_add(k->p, field, PROBLEM_NOT_TEXT);
	else if (text_length(s) > max)
		problem_add(k->p, field, PROBLEM_TOO_LONG);
}

static void
check_doc_no(struct check *k)
{
	const char *s = k->in->doc_no ? k->in->doc_no : "";

	check_text(k, "doc_no", s, DOC_NO_MAX, false);
	if (problem_of(k->p, "doc_no") != PROBLEM_NONE)
		return;
	k->out->c.doc_no = document_no_tidy(k->m, s);
	if (!document_no_valid(k->out->c.doc_no))
		problem_add(k->p, "doc_no", PROBLEM_DOC_NO);
}

static void
check_made_on(struct check *k)
{
	day_t day;

	k->out->c.made_on = tidy(k, k->in->made_on);
	if (*k->out->c.made_on == '\0')
		return;
	if (!day_parse(k->out->c.made_on, &day))
		problem_add(k->p, "made_on", PROBLEM_NOT_DATE);
	else if (day > clock_today())
		problem_add(k->p, "made_on", PROBLEM_FUTURE);
	else if (strcmp(k->out->c.made_on, FOUNDED) < 0)
		problem_add(k->p, "made_on", PROBLEM_BEFORE_1949);
}

/* Why it is not for everybody; a draft may say so later. */
static void
check_closure(struct check *k, bool wanted)
{
	struct content *c = &k->out->c;
	day_t day;

	c->article = wanted ? tidy(k, k->in->article) : "";
	c->closed_reason = wanted ? text_unix_lines(k->m,
	    tidy(k, k->in->closed_reason)) : "";
	c->reassess = wanted && strcmp(c->openness, "closed") == 0 ?
	    tidy(k, k->in->reassess) : "";
	if (*c->article != '\0' &&
	    !catalogue_article_valid(c->openness, c->article))
		problem_add(k->p, "article", PROBLEM_NOT_CHOICE);
	check_text(k, "closed_reason", c->closed_reason, DOCUMENT_REASON_MAX,
	    true);
	if (*c->reassess != '\0' && !day_parse(c->reassess, &day))
		problem_add(k->p, "reassess", PROBLEM_NOT_DATE);
}

static void
check_openness(struct check *k)
{
	const char *s = tidy(k, k->in->openness);

	k->out->c.openness = *s == '\0' ? "active" : s;
	if (*s != '\0' && strcmp(s, "active") != 0 &&
	    strcmp(s, "request") != 0 && strcmp(s, "closed") != 0)
		problem_add(k->p, "openness", PROBLEM_NOT_CHOICE);
	check_closure(k, strcmp(k->out->c.openness, "active") != 0);
}

static void
check_texts(struct check *k)
{
	struct content *c = &k->out->c;

	c->title = tidy(k, k->in->title);
	c->summary = text_unix_lines(k->m, tidy(k, k->in->summary));
	c->body.s = k->in->body.s ? k->in->body.s : "";
	c->body_text = k->in->body_text ? k->in->body_text : "";
	if (*c->title == '\0')
		problem_add(k->p, "title", PROBLEM_MISSING);
	check_text(k, "title", c->title, DOCUMENT_TITLE_MAX, false);
	check_text(k, "summary", c->summary, DOCUMENT_SUMMARY_MAX, true);
	if (!text_valid(c->body.s, strlen(c->body.s)) ||
	    !text_valid(c->body_text, strlen(c->body_text)))
		problem_add(k->p, "body", PROBLEM_NOT_TEXT);
	check_doc_no(k);
	check_made_on(k);
	check_openness(k);
}

static enum rc
check_vocable(struct check *k, const char *list, int64_t id)
{
	struct rows q;
	enum rc rc;

	if (id == 0)
		return RC_OK;
	q = db_query(k->db,
	    "SELECT 1 FROM vocabulary WHERE id = $1 AND list = $2", V(id),
	    V(list));
	if ((rc = db_first(&q)) == RC_OK)
		return db_done(&q);
	if (rc != RC_NOT_FOUND)
		return rc;
	problem_add(k->p, strcmp(list, "kind") == 0 ? "kind" : "theme",
	    PROBLEM_NOT_CHOICE);
	return RC_OK;
}

static bool
has_id(const int64_t *v, int n, int64_t id)
{
	for (int k = 0; k < n; k++)
		if (v[k] == id)
			return true;
	return false;
}

static enum rc
check_categories(struct check *k)
{
	struct { int n; int64_t *v; } ids = { 0 };
	struct category found;
	int64_t id;
	enum rc rc = RC_OK;

	if (k->in->n_categories > DOCUMENT_CATEGORIES_MAX) {
		problem_add(k->p, "category", PROBLEM_TOO_LONG);
		return RC_OK;
	}
	for (int j = 0; rc == RC_OK && j < k->in->n_categories; j++) {
		id = k->in->category[j];
		if (has_id(ids.v, ids.n, id))
			continue;
		rc = category_get(k->db, id, &found, k->m);
		if (rc == RC_NOT_FOUND || (rc == RC_OK && !found.leaf)) {
			problem_add(k->p, "category",
			    PROBLEM_UNKNOWN_CATEGORY);
			rc = RC_OK;
			continue;
		}
		*list_add(&ids, k->m) = id;
	}
	k->out->c.category = ids.v;
	k->out->c.n_categories = ids.n;
	return rc;
}

/* A file of that use sent in by the unit; *known says whether there is one. */
static enum rc
find_upload(struct check *k, int64_t id, const char *use, struct upload *out,
    bool *known)
{
	enum rc rc = upload_get(k->db, k->unit, id, out, k->m);

	*known = rc == RC_OK && strcmp(out->use, use) == 0;
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

static enum rc
check_attachments(struct check *k)
{
	struct { int n; int64_t *v; } ids = { 0 };
	struct upload u;
	bool known;
	enum rc rc = RC_OK;

	if (k->in->n_attachments > DOCUMENT_ATTACHMENTS_MAX) {
		problem_add(k->p, "attachment", PROBLEM_TOO_MANY_FILES);
		return RC_OK;
	}
	for (int j = 0; rc == RC_OK && j < k->in->n_attachments; j++) {
		if (has_id(ids.v, ids.n, k->in->attachment[j]))
			continue;
		rc = find_upload(k, k->in->attachment[j], "attachment", &u,
		    &known);
		if (!known) {
			problem_add(k->p, "attachment",
			    PROBLEM_UNKNOWN_UPLOAD);
			continue;
		}
		*list_add(&ids, k->m) = u.id;
		*list_add(&k->out->attachments, k->m) = u;
	}
	k->out->c.attachment = ids.v;
	k->out->c.n_attachments = ids.n;
	return rc;
}

static enum rc
check_original(struct check *k)
{
	bool known;
	enum rc rc;

	if (k->in->original == 0)
		return RC_OK;
	rc = find_upload(k, k->in->original, "original", &k->out->original,
	    &known);
	if (!known)
		problem_add(k->p, "original", PROBLEM_UNKNOWN_UPLOAD);
	k->out->c.original = k->in->original;
	return rc;
}

static bool
has_text(const char *const *v, int n, const char *s)
{
	for (int k = 0; k < n; k++)
		if (strcmp(v[k], s) == 0)
			return true;
	return false;
}

static enum rc
check_images(struct check *k)
{
	struct { int n; const char **v; } images = { 0 };
	const char *name;
	struct upload u;
	enum rc rc = RC_OK;

	if (k->in->n_images > CONTENT_IMAGES_MAX) {
		problem_add(k->p, "body", PROBLEM_TOO_MANY_FILES);
		return RC_OK;
	}
	for (int j = 0; rc == RC_OK && j < k->in->n_images; j++) {
		name = k->in->image[j];
		if (has_text(images.v, images.n, name))
			continue;
		rc = upload_image(k->db, k->unit, name, &u, k->m);
		if (rc == RC_NOT_FOUND) {
			problem_add(k->p, "body", PROBLEM_UNKNOWN_UPLOAD);
			rc = RC_OK;
			continue;
		}
		*list_add(&images, k->m) = name;
	}
	k->out->c.image = images.v;
	k->out->c.n_images = images.n;
	return rc;
}

enum rc
content_check(struct db *db, int64_t unit, const struct content *in,
    struct revision *out, struct problems *p, struct arena *m)
{
	struct check k = { db, unit, in, out, p, m };
	enum rc rc;

	*out = (struct revision){ .note = "", .hash = "", .published = "" };
	out->c.kind = in->kind;
	out->c.theme = in->theme;
	out->c.profile = in->profile;
	out->c.once = in->once;
	check_texts(&k);
	if ((rc = check_vocable(&k, "kind", in->kind)) != RC_OK ||
	    (rc = check_vocable(&k, "theme", in->theme)) != RC_OK ||
	    (rc = check_categories(&k)) != RC_OK ||
	    (rc = check_attachments(&k)) != RC_OK ||
	    (rc = check_original(&k)) != RC_OK)
		return rc;
	return check_images(&k);
}
