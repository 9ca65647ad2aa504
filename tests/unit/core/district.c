/* district.c - building, driving and removing the small district. */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/lateness.h"
#include "core/secrecy.h"
#include "core/imported.h"
#include "base/secret.h"
#include "core/category.h"
#include "store/schema.h"

#include "district.h"

#define SHA_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define SHA_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define SHA_C "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"

static int64_t
category(struct district *d, int64_t parent, const char *code)
{
	struct category c = { .parent = parent, .code = code, .name = code };

	assert_int_equal(category_add(d->db, &c, d->m), RC_OK);
	return c.id;
}

static int64_t
upload(struct district *d, const struct actor *who, const char *use,
    const char *name, const char *sha256)
{
	struct upload u = { .use = use, .name = name, .size = 12,
	    .type = "application/pdf", .sha256 = sha256 };

	assert_int_equal(upload_add(d->db, who, &u, d->m), RC_OK);
	return u.id;
}

static void
unit(struct district *d, const char *code, const char *name,
    struct actor *admin, struct actor *entry, struct actor *review)
{
	struct actor *by[] = { admin, entry, review };
	struct unit u = { .code = code, .name = name, .kind = "department" };
	struct users users;

	assert_int_equal(unit_add(d->db, &d->operator, &u, "111111", &d->p,
	    d->m), RC_OK);
	assert_int_equal(user_list(d->db, u.id, &users, d->m), RC_OK);
	assert_int_equal(users.n, 3);
	for (int k = 0; k < 3; k++)
		*by[k] = (struct actor){ .user = users.v[k].id,
		    .login = users.v[k].login, .role = users.v[k].role,
		    .unit = u.id, .address = "192.0.2.1" };
}

static void
fill(struct district *d)
{
	unit(d, "aaj", "甲局", &d->admin, &d->entry, &d->review);
	unit(d, "bbj", "乙局", &d->admin_b, &d->entry_b, &d->review_b);
	d->top = category(d, 0, "open");
	d->leaf[0] = category(d, d->top, "a20-1");
	d->leaf[1] = category(d, d->top, "a20-2");
	d->leaf[2] = category(d, 0, "report");
	assert_int_equal(vocabulary_add(d->db, "theme", "综合政务",
	    &d->theme[0]), RC_OK);
	assert_int_equal(vocabulary_add(d->db, "theme", "其他",
	    &d->theme[1]), RC_OK);
	assert_int_equal(vocabulary_add(d->db, "kind", "通知", &d->kind),
	    RC_OK);
	d->attachment = upload(d, &d->entry, "attachment", "表.pdf", SHA_A);
	d->original = upload(d, &d->entry, "original", "文.docx", SHA_B);
	assert_int_equal(imported_add(d->db, d->original, "", false,
	    (struct safe_html){ "" }), RC_OK);
	upload(d, &d->entry, "image", "图.png", SHA_C);
	d->foreign = upload(d, &d->entry_b, "attachment", "乙.pdf", SHA_B);
}

int
district_setup(void **state)
{
	struct district *d = calloc(1, sizeof(*d));
	char path[100], lock[100];

	secret_init();
	clock_travel(TEST_NOW);
	strcpy(d->dir, "/tmp/test-core-XXXXXX");
	assert_non_null(mkdtemp(d->dir));
	snprintf(path, sizeof(path), "%s/xxgk.db", d->dir);
	snprintf(lock, sizeof(lock), "%s/write.lock", d->dir);
	d->m = arena_new();
	d->conf = (struct config){ .session_idle = 1800, .session_max = 28800,
	    .login_failures = 5, .login_lock = 900, .initial_days = 7 };
	d->operator = (struct actor){ .login = "operator", .address = "" };
	d->db = db_open(path, lock, true);
	assert_non_null(d->db);
	assert_int_equal(schema_apply(d->db, "sql"), RC_OK);
	assert_int_equal(db_begin(d->db), RC_OK);
	fill(d);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	*state = d;
	return 0;
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *w)
{
	(void)st;
	(void)type;
	(void)w;
	return remove(path);
}

int
district_teardown(void **state)
{
	struct district *d = *state;

	db_close(d->db);
	arena_free(d->m);
	nftw(d->dir, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	free(d);
	clock_travel(0);
	return 0;
}

struct db *
district_again(const struct district *d)
{
	char path[100], lock[100];

	snprintf(path, sizeof(path), "%s/xxgk.db", d->dir);
	snprintf(lock, sizeof(lock), "%s/write.lock", d->dir);
	return db_open(path, lock, false);
}

struct content
district_content(struct district *d, const char *title)
{
	int64_t *category = arena_memdup(d->m, &d->leaf[0], sizeof(int64_t));
	int64_t *attachment = arena_memdup(d->m, &d->attachment,
	    sizeof(int64_t));
	const char **image = arena_alloc(d->m, sizeof(*image));

	*image = SHA_C;
	return (struct content){
		.title = title, .doc_no = "宝坻政办发〔2026〕12号",
		.made_on = "2026-05-20", .summary = "概述", .openness = "active",
		.kind = d->kind, .theme = d->theme[0],
		.body = { "<p>正文</p>" }, .body_text = "正文",
		.n_categories = 1, .category = category,
		.n_attachments = 1, .attachment = attachment,
		.original = d->original, .n_images = 1, .image = image,
	};
}

int64_t
district_draft(struct district *d, const char *title)
{
	struct content c = district_content(d, title);
	int64_t id = 0;

	d->version = 0;
	d->p = (struct problems){ 0 };
	assert_int_equal(document_save(d->db, &d->entry, &id, &d->version, &c,
	    &d->p, d->m), RC_OK);
	return id;
}

struct document
district_get(struct district *d, int64_t id)
{
	struct document doc = { 0 };

	assert_int_equal(document_get(d->db, d->entry.unit, id, &doc, d->m),
	    RC_OK);
	return doc;
}

void
district_openness(struct content *c, const char *openness)
{
	c->openness = openness;
	c->article = strcmp(openness, "closed") == 0 ? "16.1" : "13";
	c->closed_reason = "内部事务";
	c->reassess = "2099-01-01";
}

static struct secrecy
sign_for(const char *openness)
{
	return (struct secrecy){ .carrier = "paper", .channels = "site",
	    .holds = "", .opinion = strcmp(openness, "closed") == 0 ?
	    "closed" : "public", .basis = "无", .handler = "甲", .head = "乙",
	    .reviewer = "丙" };
}

void
district_ready(struct district *d, int64_t id)
{
	const struct secrecy s = sign_for("active"), closed =
	    sign_for("closed");
	struct document doc = district_get(d, id);
	struct findings none = { 0 };
	struct problems p = { 0 };

	if (workflow_find(doc.state, ACTION_EDIT, ROLE_ENTRY) == NULL)
		return;
	if (!doc.rev.findings.inspected)
		assert_int_equal(finding_keep(d->db, &d->entry, doc.rev.id,
		    &none, d->m), RC_OK);
	assert_int_equal(lateness_keep(d->db, &d->entry, id, "会签", d->m),
	    RC_OK);
	if (!doc.secrecy)
		assert_int_equal(secrecy_sign(d->db, &d->entry, id,
		    strcmp(doc.rev.c.openness, "closed") == 0 ? &closed : &s,
		    &p, d->m), RC_OK);
}

enum rc
district_amend(struct district *d, const struct actor *who, int64_t id,
    int64_t version, const struct content *c, const char *note)
{
	struct findings none = { 0 };
	const struct secrecy sign = sign_for(c->openness);
	const struct change ch = { .content = c, .note = note, .found = &none,
	    .sign = &sign };
	bool waits;

	return document_amend(d->db, who, id, version, &ch, &waits, &d->p,
	    d->m);
}

enum rc
district_move(struct district *d, const struct actor *who, int64_t id,
    enum action action, const char *reason)
{
	struct document doc = { 0 };
	enum rc rc;

	d->p = (struct problems){ 0 };
	if (action == ACTION_SUBMIT)
		district_ready(d, id);
	assert_int_equal(document_get(d->db, d->entry.unit, id, &doc, d->m),
	    RC_OK);
	rc = document_move(d->db, who, id, doc.version, action, reason, &d->p,
	    d->m);
	d->version = doc.version + (rc == RC_OK);
	return rc;
}

int64_t
district_state(struct district *d, const char *title, enum state state)
{
	static const enum action way[] =
	    { ACTION_SUBMIT, ACTION_APPROVE, ACTION_PUBLISH };
	static const enum action last[STATE__MAX] = {
		[STATE_WITHDRAWN] = ACTION_WITHDRAW,
		[STATE_EXPIRED] = ACTION_EXPIRE,
		[STATE_DELETED] = ACTION_DELETE,
	};
	int64_t id = district_draft(d, title);
	int steps = state < STATE_PUBLISHED ? (int)state - STATE_DRAFT : 3;

	for (int k = 0; k < steps; k++)
		assert_int_equal(district_move(d, k == 0 ? &d->entry :
		    &d->review, id, way[k], ""), RC_OK);
	if (last[state] != ACTION_NONE)
		assert_int_equal(district_move(d, &d->review, id, last[state],
		    "理由"), RC_OK);
	return id;
}

int64_t
district_count(struct rows q)
{
	int64_t n = 0;

	while (db_next(&q))
		n++;
	assert_int_equal(db_done(&q), RC_OK);
	return n;
}
