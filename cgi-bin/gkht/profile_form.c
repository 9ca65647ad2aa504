/* profile_form.c - reading those forms: values, people, photographs. */
#include <stdlib.h>
#include <string.h>

#include "base/secret.h"
#include "core/document.h"
#include "gkht/intake.h"
#include "gkht/pages.h"
#include "gkht/profile_form.h"
#include "richtext/filetype.h"
#include "richtext/inspect_file.h"
#include "store/files.h"

#define LONG		3000

/* The keys of base/profile.c, in its order. */
const char *const profile_form_kinds[] = {
	"guide", "organisation", "leaders", "staff", NULL
};

/* In step with enum profile_key. */
const struct field profile_form_fields[] = {
	[P_VERSION] = { "version", KIND_NUMBER, 0, INT64_MAX, NULL },
	[P_KIND] = { "kind", KIND_CHOICE, 0, 0, profile_form_kinds },
	[P_NOTE] = { "note", KIND_LINES, 0, DOCUMENT_REASON_MAX, NULL },
	[P_DO] = { "do", KIND_TOKEN, 0, 20, NULL },
	[P_FILE] = { "photo", KIND_FILE, MANY | EMPTY, 0, NULL },
	[P_FINDING] = { "finding", KIND_TOKEN, MANY, FINDING_KEY, NULL },
	[P_WHY] = { "why", KIND_LINE, MANY | EMPTY, FINDING_REASON_MAX, NULL },
	[P_MEND] = { "mend", KIND_TOKEN, 0, FINDING_KEY, NULL },
	[P_COPY] = { "copy", KIND_TOKEN, 0, 100, NULL },
	[P_SERIAL] = { "serial", KIND_NUMBER, 0, INT64_MAX, NULL },
	[P_ONCE] = { "once", KIND_TOKEN, 0, SECRET_TOKEN_LEN, NULL },
	[P_ATTACHMENT] = { "attachment", KIND_ID, MANY, 0, NULL },
	SECRECY_FIELDS(P_CARRIER),
#define AT(key) [P_VALUES + PROFILE_ ## key]
	AT(ORGAN) = { "p_organ", KIND_LINE, 0, 100, NULL },
	AT(ADDRESS) = { "p_address", KIND_LINE, 0, 200, NULL },
	AT(POSTCODE) = { "p_postcode", KIND_LINE, 0, 10, NULL },
	AT(HOURS) = { "p_hours", KIND_LINE, 0, 200, NULL },
	AT(PHONE) = { "p_phone", KIND_LINE, 0, 100, NULL },
	AT(FAX) = { "p_fax", KIND_LINE, 0, 100, NULL },
	AT(INTERNET) = { "p_internet", KIND_LINE, 0, 200, NULL },
	AT(HEAD) = { "p_head", KIND_LINE, 0, 200, NULL },
	AT(DUTIES) = { "p_duties", KIND_LINES, 0, LONG, NULL },
	AT(OFFICES) = { "p_offices", KIND_LINES, 0, LONG, NULL },
	AT(BELOW) = { "p_below", KIND_LINES, 0, LONG, NULL },
	AT(CLASSES) = { "p_classes", KIND_LINES, 0, LONG, NULL },
	AT(SCHEME) = { "p_scheme", KIND_LINES, 0, LONG, NULL },
	AT(ACCESS) = { "p_access", KIND_LINES, 0, LONG, NULL },
	AT(VISIT) = { "p_visit", KIND_LINES, 0, 500, NULL },
	AT(POST) = { "p_post", KIND_LINES, 0, 500, NULL },
	AT(CHANNELS) = { "p_channels", KIND_LINES, 0, 1000, NULL },
	AT(STEPS) = { "p_steps", KIND_LINES, 0, LONG, NULL },
	AT(FEES) = { "p_fees", KIND_LINES, 0, 1000, NULL },
	AT(REMEDY) = { "p_remedy", KIND_LINES, 0, LONG, NULL },
	AT(NOTE) = { "p_note", KIND_LINES, 0, 1000, NULL },
	AT(ROLE) = { "p_role", KIND_CHOICE, MANY | EMPTY, 0, profile_roles },
	AT(NAME) = { "p_name", KIND_LINE, MANY | EMPTY, 30, NULL },
	AT(OFFICE) = { "p_office", KIND_LINE, MANY | EMPTY, 100, NULL },
	AT(TASK) = { "p_task", KIND_LINES, MANY | EMPTY, 500, NULL },
	AT(CV) = { "p_cv", KIND_LINES, MANY | EMPTY, LONG, NULL },
	AT(CALL) = { "p_call", KIND_LINE, MANY | EMPTY, 60, NULL },
	AT(MAIL) = { "p_mail", KIND_LINE, MANY | EMPTY, 100, NULL },
	AT(PHOTO) = { "p_photo", KIND_TOKEN, MANY | EMPTY, 70, NULL },
#undef AT
	{ 0 }
};

static bool
is_photo(const char *name, struct arena *m)
{
	const char *dot = strchr(name, '.');

	return dot != NULL && (strcmp(dot, ".jpg") == 0 ||
	    strcmp(dot, ".png") == 0) && files_is_name(arena_strndup(m, name,
	    (size_t)(dot - name)));
}

static bool
says_nothing(const struct profile_person *who)
{
	for (int k = PROFILE_PERSONS; k < PROFILE__MAX; k++)
		if (k != PROFILE_ROLE && *who->v[k] != '\0')
			return false;
	return true;
}

static const char *
typed(const struct value *v, bool raw)
{
	return raw ? v->raw : v->s;
}

/* What was sent; raw: as typed.  People who are only empty fields stay. */
struct profile *
profile_form_sent(struct ctx *x, const struct profile_kind *kind, bool raw)
{
	const struct value *v = &x->in.v[P_VALUES];
	int n = 0;
	struct profile *p;

	for (int k = PROFILE_PERSONS; k < PROFILE__MAX; k++)
		if (v[k].n > n && profile_part(kind, (enum profile_key)k))
			n = v[k].n < PROFILE_PEOPLE_MAX ? v[k].n :
			    PROFILE_PEOPLE_MAX;
	p = profile_new(kind, n + 1, x->mem);
	p->n = n;
	for (int k = 0; k < PROFILE__MAX; k++) {
		if (profile_part(kind, (enum profile_key)k) == NULL)
			continue;
		if (k < PROFILE_PERSONS)
			p->v[k] = typed(&v[k], raw);
		for (int i = 0; k >= PROFILE_PERSONS && i < v[k].n && i < n;
		    i++)
			p->person[i].v[k] = typed(&v[k].many[i], raw);
	}
	for (int i = 0; i < n; i++)
		if (!is_photo(p->person[i].v[PROFILE_PHOTO], x->mem))
			p->person[i].v[PROFILE_PHOTO] = "";
	return p;
}

void
profile_form_files(const struct ctx *x, struct content *c)
{
	const struct value *sent = &x->in.v[P_ATTACHMENT];
	int64_t *ids;

	if (sent->n == 0)
		return;
	ids = arena_calloc(x->mem, (size_t)sent->n, sizeof(*ids));
	for (int k = 0; k < sent->n; k++)
		ids[k] = sent->many[k].i;
	c->n_attachments = sent->n;
	c->attachment = ids;
}

void
profile_form_files_adopt(struct ctx *x, const struct content *c)
{
	struct value *named = &x->in.v[P_ATTACHMENT];

	named->n = c->n_attachments;
	named->many = arena_calloc(x->mem, (size_t)named->n + 1,
	    sizeof(*named->many));
	for (int k = 0; k < named->n; k++) {
		named->many[k].given = true;
		named->many[k].i = c->attachment[k];
	}
}

void
profile_form_tidy(struct profile *p)
{
	int n = 0;

	for (int k = 0; k < p->n; k++)
		if (!says_nothing(&p->person[k]))
			p->person[n++] = p->person[k];
	p->n = n;
}

/* Without what the camera wrote into it. */
static enum problem
photo_clean(struct ctx *x, const struct file *f, const char **type,
    void **data, size_t *n)
{
	enum problem why;
	int width, height;

	if (f->size > PROFILE_PHOTO_BYTES)
		return PROBLEM_PHOTO;
	if ((why = filetype_check(f->name, f->path, type, x->mem))
	    != PROBLEM_NONE)
		return why;
	if (strcmp(*type, "image/jpeg") != 0 && strcmp(*type, "image/png") != 0)
		return PROBLEM_PHOTO;
	*data = inspect_file_clean(f->path, *type, n, x->mem);
	if (*data == NULL || filetype_image(*data, *n, &width, &height) == NULL)
		return PROBLEM_PHOTO;
	return PROBLEM_NONE;
}

static enum rc
photo_take(struct ctx *x, const struct file *f, const char **name)
{
	struct upload u = { .use = "image", .name = f->name };
	void *data;
	size_t n;
	enum problem why = photo_clean(x, f, &u.type, &data, &n);
	enum rc rc;

	if (why != PROBLEM_NONE) {
		problem_add(&x->problems, "photo", why);
		return RC_OK;
	}
	if ((rc = intake_keep(x, data, n, &u)) != RC_OK ||
	    (rc = upload_add(x->db, &x->actor, &u, x->mem)) != RC_OK)
		return rc;
	*name = arena_printf(x->mem, "%s.%s", u.sha256,
	    strcmp(u.type, "image/png") == 0 ? "png" : "jpg");
	return RC_OK;
}

enum rc
profile_form_photos(struct ctx *x, struct profile *p)
{
	const struct value *v = &x->in.v[P_FILE];
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < v->n && k < p->n; k++)
		if (v->many[k].file != NULL)
			rc = photo_take(x, v->many[k].file,
			    &p->person[k].v[PROFILE_PHOTO]);
	return rc;
}

static void
swap(struct profile *p, int a, int b)
{
	struct profile_person kept;

	if (a < 0 || b < 0 || a >= p->n || b >= p->n)
		return;
	kept = p->person[a];
	p->person[a] = p->person[b];
	p->person[b] = kept;
}

/* "add", "up-2", "down-2", "remove-2", "photo-2": the buttons of persons. */
void
profile_form_change(struct profile *p, const char *what)
{
	const char *dash = strchr(what, '-');
	int k = dash != NULL ? (int)strtol(dash + 1, NULL, 10) - 1 : -1;

	if (strcmp(what, "add") == 0 && p->n < PROFILE_PEOPLE_MAX)
		p->n++;
	if (k < 0 || k >= p->n)
		return;
	if (strncmp(what, "up-", 3) == 0)
		swap(p, k, k - 1);
	else if (strncmp(what, "down-", 5) == 0)
		swap(p, k, k + 1);
	else if (strncmp(what, "photo-", 6) == 0)
		p->person[k].v[PROFILE_PHOTO] = "";
	else if (strncmp(what, "remove-", 7) == 0) {
		for (; k + 1 < p->n; k++)
			p->person[k] = p->person[k + 1];
		p->n--;
	}
}
