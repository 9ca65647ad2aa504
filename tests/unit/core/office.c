/* office.c - applications in the small district. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/secret.h"
#include "core/calendar.h"

#include "office.h"

struct office office;

int
office_setup(void **state)
{
	struct district *d;

	if (district_setup(state) != 0)
		return -1;
	d = *state;
	office = (struct office){ 0 };
	snprintf(office.files, sizeof(office.files), "%s/files", d->dir);
	snprintf(office.key, sizeof(office.key), "%s/secret.key", d->dir);
	assert_int_equal(mkdir(office.files, 0700), 0);
	assert_int_equal(secret_create(office.key), RC_OK);
	secret_load(office.key);
	return 0;
}

int
office_teardown(void **state)
{
	return district_teardown(state);
}

int64_t
office_scan(struct district *d, const char *owner, const char *use)
{
	struct application_file f = { .use = use, .name = "身份证正面.png",
	    .type = "image/png" };

	DEED(d, RC_OK, application_file_add(d->db, office.files, owner, &f,
	    "PNG bytes of " ID_CARD, 32, &d->p, d->m));
	return f.id;
}

struct application_new
office_form(struct district *d, enum channel channel)
{
	bool online = channel == CHANNEL_INTERNET;
	const char *owner = online ? OWNER : arena_printf(d->m, "unit:%lld",
	    (long long)d->entry.unit);
	int64_t *file = arena_alloc(d->m, sizeof(*file));

	*file = office_scan(d, owner, online ? "identity" : "paper");
	return (struct application_new){
		.unit = d->entry.unit, .channel = channel,
		.came_on = clock_today(), .n_files = 1, .file = file,
		.file_owner = online ? OWNER : NULL, .once = "",
		.person = { .name = "欧阳明月", .paper_kind = "id_card",
		    .paper_no = ID_CARD, .phone = PHONE,
		    .address = "天津市宝坻区某街道某小区" },
		.wish = { .name = "2025年度预算执行情况",
		    .description = "区级预算执行情况的报告全文。",
		    .delivery = "pickup", .carrier = "paper" },
	};
}

enum rc
office_submit(struct district *d, const struct actor *who,
    const struct application_new *in)
{
	enum rc rc;

	d->p = (struct problems){ 0 };
	assert_int_equal(db_begin(d->db), RC_OK);
	rc = application_submit(d->db, who, in, &office.id, &office.number,
	    &office.code, &d->p, d->m);
	return db_end(d->db, rc);
}

struct application
office_get(struct district *d, int64_t id)
{
	struct application a = { 0 };

	assert_int_equal(application_get(d->db, d->entry.unit, id, &a, d->m),
	    RC_OK);
	return a;
}

struct case_deed
office_deed(const struct application *a, enum case_act act)
{
	return (struct case_deed){ .application = a->id,
	    .version = a->version, .act = act, .day = DAY_NONE,
	    .until = DAY_NONE, .days = 10, .amount = 100,
	    .text = "说明文字", .organ = "天津某某公司",
	    .opinion = "agree" };
}

enum rc
office_do(struct district *d, const struct actor *who,
    const struct case_deed *in)
{
	enum rc rc;

	d->p = (struct problems){ 0 };
	assert_int_equal(db_begin(d->db), RC_OK);
	rc = case_do(d->db, who, in, &office.event, &d->p, d->m);
	return db_end(d->db, rc);
}

struct case_reply
office_reply(const char *result)
{
	return (struct case_reply){ .result = result, .note = "答复内容",
	    .given = "公开部分", .withheld = "不公开部分",
	    .basis = "refused_third", .reason = "理由", .way = "途径",
	    .organ = "某机关", .organ_contact = "022-29240000",
	    .delivery = "pickup" };
}

enum rc
office_draft(struct district *d, const struct application *a,
    const struct case_reply *r)
{
	enum rc rc;

	d->p = (struct problems){ 0 };
	assert_int_equal(db_begin(d->db), RC_OK);
	rc = case_reply_draft(d->db, &d->review, a->id, a->version, r, &d->p,
	    d->m);
	return db_end(d->db, rc);
}

int64_t
office_letter(struct district *d, int64_t application, const char *kind)
{
	struct letter l = { .application = application, .kind = kind,
	    .title = "告知书", .body = { "<p>正文</p>" }, .text = "正文",
	    .organ = letter_kind_for_applicant(kind) ? "" : "天津某某公司" };

	DEED(d, RC_OK, letter_save(d->db, &d->review, &l, "宝坻公开", &d->p,
	    d->m));
	return l.id;
}

static void
step(struct district *d, int64_t id, enum case_act act)
{
	struct application a = office_get(d, id);
	struct case_deed in = office_deed(&a, act);

	assert_int_equal(office_do(d, &d->review, &in), RC_OK);
}

struct application
office_case(struct district *d, enum channel channel, enum case_state state)
{
	struct actor visitor = application_visitor("192.0.2.1");
	struct application_new in = office_form(d, channel);
	struct application a;
	struct case_reply r = office_reply("granted");

	assert_int_equal(office_submit(d, channel == CHANNEL_INTERNET ?
	    &visitor : &d->entry, &in), RC_OK);
	a = office_get(d, office.id);
	if (a.state == CASE_SUBMITTED && state != CASE_SUBMITTED &&
	    state != CASE_WITHDRAWN)
		step(d, a.id, ACT_CONFIRM);
	if (state == CASE_CORRECTING)
		step(d, a.id, ACT_ASK_CORRECTION);
	if (state == CASE_WITHDRAWN)
		step(d, a.id, ACT_WITHDRAW);
	if (state == CASE_ENDED)
		step(d, a.id, ACT_END);
	if (state == CASE_DRAFTED || state == CASE_ANSWERED) {
		a = office_get(d, a.id);
		assert_int_equal(office_draft(d, &a, &r), RC_OK);
		office_letter(d, a.id, "reply");
	}
	if (state == CASE_ANSWERED)
		step(d, a.id, ACT_RELEASE_REPLY);
	return office_get(d, a.id);
}

void
office_days(struct district *d, int n)
{
	struct calendar *c;

	assert_int_equal(calendar_load(d->db, &c, d->m), RC_OK);
	clock_travel(n == 0 ? TEST_NOW : day_start(calendar_add(c,
	    clock_day(TEST_NOW), n)) + TEST_NOW % 86400);
}

static bool
file_holds(const char *path, const char *text)
{
	static char piece[1 << 20];
	size_t keep = strlen(text) - 1, n = 0, got;
	FILE *f = fopen(path, "re");
	bool found = false;

	if (f == NULL)
		return false;
	while (!found && (got = fread(piece + n, 1, sizeof(piece) - n, f)) >
	    0) {
		n += got;
		found = memmem(piece, n, text, strlen(text)) != NULL;
		if (n > keep) {
			memmove(piece, piece + n - keep, keep);
			n = keep;
		}
	}
	fclose(f);
	return found;
}

bool
office_leaks(struct district *d, const char *text)
{
	return file_holds(arena_printf(d->m, "%s/xxgk.db", d->dir), text) ||
	    file_holds(arena_printf(d->m, "%s/xxgk.db-wal", d->dir), text);
}
