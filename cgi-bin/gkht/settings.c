/* settings.c - 设置: what a unit, and the supervising unit for the district,
 * switch: for applications, and for what is published. */
#include <string.h>

#include "core/setting.h"
#include "core/unit.h"
#include "gkht/frame.h"
#include "gkht/pages.h"

enum { S_DONE };
enum {
	V_SCOPE, V_LOG, V_RETENTION, V_AMEND, V_EYES, V_WORD, V_REVIEW, V_REVIEW_ADDRESS,
	V_REVIEW_PHONE, V_REVIEW_URL, V_COURT, V_COURT_ADDRESS, V_PAY
};
enum { SCOPE_UNIT, SCOPE_DISTRICT };

static const char *const scopes[] = { "unit", "district", NULL };

const struct field settings_page_fields[] = {
	[S_DONE] = { "done", KIND_FLAG, 0, 0, NULL },
	{ 0 }
};

/* Named as the settings themselves; what is longer than allowed is told by
 * the setting's own limit. */
const struct field settings_fields[] = {
	[V_SCOPE] = { "scope", KIND_CHOICE, REQUIRED, 0, scopes },
	[V_LOG] = { "public_log", KIND_FLAG, 0, 0, NULL },
	[V_RETENTION] = { "retention_days", KIND_LINE, 0, 10, NULL },
	[V_AMEND] = { "amend_review", KIND_FLAG, 0, 0, NULL },
	[V_EYES] = { "four_eyes", KIND_FLAG, 0, 0, NULL },
	[V_WORD] = { "letter_word", KIND_LINE, 0, 20, NULL },
	[V_REVIEW] = { "review_organ", KIND_LINE, 0, 60, NULL },
	[V_REVIEW_ADDRESS] = { "review_address", KIND_LINE, 0, 120, NULL },
	[V_REVIEW_PHONE] = { "review_phone", KIND_LINE, 0, 40, NULL },
	[V_REVIEW_URL] = { "review_url", KIND_LINE, 0, 200, NULL },
	[V_COURT] = { "court", KIND_LINE, 0, 60, NULL },
	[V_COURT_ADDRESS] = { "court_address", KIND_LINE, 0, 120, NULL },
	[V_PAY] = { "pay_way", KIND_LINES, 0, 300, NULL },
	{ 0 }
};

static enum rc
values_show(struct ctx *x, const char *name, int64_t unit, bool district)
{
	struct node *at = view_child(x->page, name);

	for (int s = SETTING_NONE + 1; s < SETTING__MAX; s++) {
		const struct setting_rule *r = setting_rule((enum setting)s);
		char *text;
		enum rc rc;

		if (r->district && !district)
			continue;
		if ((rc = setting_text(x->db, unit, (enum setting)s, &text,
		    x->mem)) != RC_OK)
			return rc;
		if (r->kind == SETTING_FLAG)
			view_flag(at, r->key, strcmp(text, "1") == 0);
		else
			view_set(at, r->key, text);
	}
	return RC_OK;
}

/* What was typed in that part of the page. */
static void
typed_show(struct ctx *x, const char *name)
{
	struct node *at = view_child(x->page, name);

	for (int i = V_LOG; i <= V_PAY; i++)
		view_set(at, settings_fields[i].name, x->in.v[i].raw);
}

static enum rc
page(struct ctx *x, int typed)
{
	struct unit u;
	enum rc rc;

	if ((rc = unit_get(x->db, x->me->unit, &u, x->mem)) != RC_OK)
		return rc;
	frame_menu(x, "settings");
	if (typed == SCOPE_UNIT)
		typed_show(x, "Page.Unit");
	else if ((rc = values_show(x, "Page.Unit", u.id, false)) != RC_OK)
		return rc;
	view_flag(x->page, "Page.Supervising", u.supervising);
	if (!u.supervising)
		return show(x, "gkht/settings.cs");
	if (typed == SCOPE_DISTRICT)
		typed_show(x, "Page.District");
	else if ((rc = values_show(x, "Page.District", 0, true)) != RC_OK)
		return rc;
	return show(x, "gkht/settings.cs");
}

enum rc
settings_show(struct ctx *x)
{
	view_flag(x->page, "Page.Deed", x->in.v[S_DONE].given);
	return page(x, -1);
}

enum rc
settings_again(struct ctx *x)
{
	view_set(x->page, "Page.Scope", x->in.v[V_SCOPE].s);
	return page(x, (int)x->in.v[V_SCOPE].i);
}

static const char *
value_of(const struct ctx *x, enum setting s)
{
	const struct value *v = &x->in.v[V_LOG + (int)s - SETTING_PUBLIC_LOG];

	if (setting_rule(s)->kind == SETTING_FLAG)
		return v->given ? "1" : "0";
	return v->s;
}

/* What says the same as the district goes on following it. */
static enum rc
store_one(struct ctx *x, int64_t unit, enum setting s)
{
	const char *value = value_of(x, s);
	char *district;
	enum rc rc;

	if ((rc = setting_text(x->db, 0, s, &district, x->mem)) != RC_OK)
		return rc;
	if (unit != 0 && setting_rule(s)->kind == SETTING_TEXT &&
	    strcmp(value, district) == 0)
		value = "";
	return setting_set(x->db, &x->actor, unit, s, value, &x->problems,
	    x->mem);
}

enum rc
settings_store(struct ctx *x)
{
	bool district = x->in.v[V_SCOPE].i == SCOPE_DISTRICT;
	int64_t unit = district ? 0 : x->me->unit;
	enum rc rc;

	for (int s = SETTING_NONE + 1; s < SETTING__MAX; s++) {
		if (setting_rule((enum setting)s)->district && !district)
			continue;
		rc = store_one(x, unit, (enum setting)s);
		if (rc != RC_OK && rc != RC_INVALID)
			return rc;
	}
	if (x->problems.n > 0)
		return RC_INVALID;
	return go(x, "/gkht/settings?done=1");
}
