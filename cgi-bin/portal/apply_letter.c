/* apply_letter.c - letters and files of the answer; the first time one is
 * fetched is kept, so fetching is a POST. */
#include <string.h>

#include "base/clock.h"
#include "core/application_file.h"
#include "core/case.h"
#include "core/letter.h"
#include "portal/apply.h"
#include "portal/apply_status.h"
#include "portal/pages.h"
#include "portal/rows.h"

/* One that was issued to the applicant who has opened it. */
static enum rc
find_letter(struct ctx *x, struct application *a, struct letter *l)
{
	const char *visit;
	enum rc rc;

	if ((rc = status_load(x, a, &visit)) != RC_OK ||
	    (rc = letter_get(x->db, a->unit, arg_id(x, 0), l, x->mem)) !=
	    RC_OK)
		return rc;
	if (l->application != a->id || *l->issued == '\0' ||
	    !letter_kind_for_applicant(l->kind))
		return RC_NOT_FOUND;
	return RC_OK;
}

enum rc
apply_letter_fetch(struct ctx *x)
{
	struct application a;
	struct letter l;
	struct actor who;
	enum rc rc;

	if ((rc = find_letter(x, &a, &l)) != RC_OK)
		return rc;
	who = case_applicant(&a, x->req->address);
	rc = case_downloaded(x->db, &who, a.id, "letter", l.id, x->mem);
	if (rc != RC_OK)
		return rc;
	return go(x, "/apply/status/letter/%lld", (long long)l.id);
}

enum rc
apply_letter_show(struct ctx *x)
{
	struct application a;
	struct person who;
	struct letter l;
	enum rc rc;

	if ((rc = find_letter(x, &a, &l)) != RC_OK)
		return rc;
	if (*l.downloaded == '\0')
		return go(x, "/apply/status");
	rc = application_own_person(x->db, &a, &who, x->mem);
	if (rc != RC_OK && rc != RC_GONE)
		return rc;
	status_head(x, &a);
	view_set(x->page, "Page.To", rc == RC_OK ? who.name : a.masked_name);
	view_flag(x->page, "Page.Typeset", true);
	view_set(x->page, "Page.Letter.Title", l.title);
	view_set(x->page, "Page.Letter.Number", l.number);
	view_set(x->page, "Page.Letter.Issued", rows_day(x->mem, l.issued));
	view_html(x->page, "Page.Letter.BodyHtml", l.body);
	return apply_page(x, "portal/apply_letter.cs");
}

enum rc
apply_file_send(struct ctx *x)
{
	struct application_file f;
	struct application a;
	struct actor who;
	const char *visit;
	void *bytes;
	size_t n;
	enum rc rc;

	if ((rc = status_load(x, &a, &visit)) != RC_OK)
		return rc;
	if (a.state != CASE_ANSWERED)
		return RC_NOT_FOUND;
	rc = application_file_read(x->db, x->conf->files, a.id, arg_id(x, 0),
	    &f, &bytes, &n, x->mem);
	if (rc != RC_OK)
		return rc;
	if (strcmp(f.use, "answer") != 0)
		return RC_NOT_FOUND;
	who = case_applicant(&a, x->req->address);
	rc = case_downloaded(x->db, &who, a.id, "file", f.id, x->mem);
	if (rc != RC_OK)
		return rc;
	return send_bytes(x, bytes, n, f.type, f.name);
}
