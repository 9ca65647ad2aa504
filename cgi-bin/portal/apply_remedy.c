/* apply_remedy.c - what an applicant can do about an answer, where, and until
 * when. */
#include <string.h>

#include "base/clock.h"
#include "core/case_reply.h"
#include "core/case_result.h"
#include "core/letter.h"
#include "core/setting.h"
#include "portal/apply_status.h"

/* The day he fetched the reply; else that of its release, which is never
 * later. */
static enum rc
delivered_on(struct ctx *x, const struct application *a, day_t *day,
    bool *fetched)
{
	struct letters all;
	int64_t at = 0;
	enum rc rc = letter_list(x->db, a->id, true, &all, x->mem);

	(void)clock_parse(a->closed, &at);
	*day = clock_day(at);
	*fetched = false;
	for (int k = 0; rc == RC_OK && k < all.n; k++)
		if (strcmp(all.v[k].kind, "reply") == 0 &&
		    clock_parse(all.v[k].downloaded, &at)) {
			*day = clock_day(at);
			*fetched = true;
		}
	return rc;
}

static enum rc
fill_places(struct ctx *x, int64_t unit)
{
	static const struct { enum setting s; const char *name; } places[] = {
		{ SETTING_REVIEW_ORGAN, "Page.Remedy.Organ" },
		{ SETTING_REVIEW_ADDRESS, "Page.Remedy.Address" },
		{ SETTING_REVIEW_PHONE, "Page.Remedy.Phone" },
		{ SETTING_REVIEW_URL, "Page.Remedy.Url" },
		{ SETTING_COURT, "Page.Remedy.Court" },
		{ SETTING_COURT_ADDRESS, "Page.Remedy.CourtAddress" },
	};
	char *text;
	enum rc rc;

	for (size_t k = 0; k < sizeof(places) / sizeof(places[0]); k++) {
		rc = setting_text(x->db, unit, places[k].s, &text, x->mem);
		if (rc != RC_OK)
			return rc;
		view_set(x->page, places[k].name, text);
	}
	return RC_OK;
}

enum rc
status_remedy(struct ctx *x, const struct application *a)
{
	struct case_reply reply = { .basis = "" };
	enum remedy remedy;
	bool fetched;
	day_t day;
	enum rc rc;

	if (a->state != CASE_ANSWERED && a->state != CASE_ENDED)
		return RC_OK;
	rc = case_reply_get(x->db, a->id, &reply, x->mem);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	remedy = case_result_remedy(a->result, reply.basis);
	if (remedy == REMEDY_NONE)
		return RC_OK;
	if ((rc = delivered_on(x, a, &day, &fetched)) != RC_OK)
		return rc;
	view_set(x->page, "Page.Remedy.Class",
	    remedy == REMEDY_REVIEW_FIRST ? "review" : "choice");
	view_set(x->page, "Page.Remedy.From", day_text(x->mem, day));
	view_flag(x->page, "Page.Remedy.Fetched", fetched);
	view_set(x->page, "Page.Remedy.ReviewLast", day_text(x->mem,
	    case_review_last(day)));
	view_set(x->page, "Page.Remedy.SuitLast", day_text(x->mem,
	    case_suit_last(day)));
	return fill_places(x, a->unit);
}
