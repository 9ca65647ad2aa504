/* apply_log.c - the public log of applications, where the district has
 * switched it on. */
#include "base/clock.h"
#include "core/application_log.h"
#include "core/case_result.h"
#include "core/setting.h"
#include "core/unit.h"
#include "portal/pages.h"
#include "portal/rows.h"

enum { L_UNIT, L_BEFORE };
const struct field apply_log_fields[] = {
	[L_UNIT] = { "unit", KIND_TOKEN, 0, 16, NULL },
	[L_BEFORE] = { "before", KIND_ID, 0, 0, NULL },
	{ 0 }
};

static enum rc
switched_on(struct ctx *x)
{
	bool on;
	enum rc rc = setting_flag(x->db, 0, SETTING_PUBLIC_LOG, &on, x->mem);

	if (rc != RC_OK)
		return rc;
	return on ? RC_OK : RC_NOT_FOUND;
}

static void
fill_row(struct node *row, const struct log_row *r, struct arena *m)
{
	const struct case_result *result = case_result_get(r->result);

	view_int(row, "Id", r->id);
	view_set(row, "Code", r->unit_code);
	view_set(row, "Unit", r->unit_short);
	view_set(row, "UnitName", r->unit_name);
	view_set(row, "Summary", r->summary);
	view_set(row, "Result", result != NULL ? result->short_label : "");
	view_set(row, "Received", r->received == DAY_NONE ? "" :
	    day_text(m, r->received));
	view_set(row, "Closed", r->closed == DAY_NONE ? "" :
	    day_text(m, r->closed));
	view_int(row, "Used", r->days_used);
	view_set(row, "Answer", r->answer);
}

enum rc
apply_log_show(struct ctx *x)
{
	struct log_rows rows;
	struct unit u = { 0 };
	enum rc rc;

	if (x->problems.n > 0)
		return RC_INVALID;
	if ((rc = switched_on(x)) != RC_OK)
		return rc;
	if (x->in.v[L_UNIT].given) {
		rc = unit_by_code(x->db, x->in.v[L_UNIT].s, &u, x->mem);
		if (rc != RC_OK)
			return rc;
		rows_unit(view_child(x->page, "Page.Unit"), &u);
	}
	rc = application_log_list(x->db, u.id, x->in.v[L_BEFORE].i,
	    ROWS_PER_PAGE, &rows, x->mem);
	if (rc != RC_OK)
		return rc;
	for (int k = 0; k < rows.n; k++)
		fill_row(view_item(x->page, "Page.Rows"), &rows.v[k], x->mem);
	if (rows.next != 0)
		view_int(x->page, "Page.Next", rows.next);
	view_flag(x->page, "Page.NotFirst", x->in.v[L_BEFORE].given);
	return show(x, "portal/apply_log.cs");
}

enum rc
apply_log_entry(struct ctx *x)
{
	struct log_row r;
	enum rc rc;

	if ((rc = switched_on(x)) != RC_OK ||
	    (rc = application_log_get(x->db, arg_id(x, 0), &r, x->mem)) !=
	    RC_OK)
		return rc;
	fill_row(view_child(x->page, "Page.Entry"), &r, x->mem);
	return show(x, "portal/apply_log_entry.cs");
}
