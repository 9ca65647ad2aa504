/* examine_show.c - findings for whoever deals with them. */
#include <string.h>

#include "gkht/examine.h"
#include "richtext/inspect.h"
#include "web/message.h"
#include "web/message_finding.h"

static const char *
weight_key(enum finding_weight w)
{
	return w == FINDING_FIX ? "fix" : w == FINDING_EXPLAIN ? "explain" :
	    "look";
}

/* Numbers in files are put right in the file; names and places here. */
static bool
can_mend(const struct finding *f, bool cleans)
{
	return cleans || strcmp(f->field, "original") == 0 ||
	    (f->upload == 0 && inspect_mends(inspect_kind_of(f->kind)));
}

static bool
is_personal(const char *kind)
{
	enum inspect_kind k = inspect_kind_of(kind);

	return k >= INSPECT_ID_CARD && k <= INSPECT_EMAIL;
}

/* What is in a file is put right in the file. */
static const char *
hint_of(const struct finding *f, bool cleans, const char *usual)
{
	enum inspect_kind k = inspect_kind_of(f->kind);
	bool original = strcmp(f->field, "original") == 0;

	if (cleans)
		return message_finding_cleans(k == INSPECT_AUTHOR);
	if (f->upload == 0 || k == INSPECT_AUTHOR || k >= INSPECT_UNREAD ||
	    (!original && !is_personal(f->kind)))
		return usual;
	return message_finding_file(original, weight_key(f->weight));
}

static enum rc
one_show(struct ctx *x, struct node *n, const struct document *d,
    const struct finding *f)
{
	struct upload u = { .name = "", .type = "" };
	const char *hint;
	bool cleans;
	enum rc rc;

	if (f->upload != 0 && (rc = upload_get(x->db, d->unit, f->upload, &u,
	    x->mem)) != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	cleans = inspect_cleans(inspect_kind_of(f->kind), u.type);
	view_set(n, "Text", message_finding(f->kind, &hint));
	view_set(n, "Hint", hint_of(f, cleans, hint));
	view_set(n, "Key", f->key);
	view_set(n, "Kind", f->kind);
	view_set(n, "Weight", weight_key(f->weight));
	view_set(n, "Field", f->field);
	view_set(n, "Label", f->upload == 0 ? message_field(f->field) : "");
	view_set(n, "File", u.name);
	view_int(n, "Upload", f->upload);
	if (f->line >= INSPECT_SIDE)
		view_flag(n, "Side", 1);
	else if (f->line > 0)
		view_int(n, "Line", f->line);
	view_set(n, "Before", f->before);
	view_set(n, "Masked", f->masked);
	view_set(n, "After", f->after);
	view_flag(n, "Mends", can_mend(f, cleans));
	view_flag(n, "Cleans", cleans);
	view_set(n, "Reason", f->reason);
	view_set(n, "By", f->reason_by);
	view_set(n, "When", clock_show(x->mem, f->reason_at));
	return RC_OK;
}

static enum rc
all_show(struct ctx *x, struct node *at, const struct document *d,
    const struct findings *all, const struct finding_sum *sum)
{
	bool personal = false;
	enum rc rc = RC_OK;

	for (int w = FINDING_FIX; w >= FINDING_LOOK; w--)
		for (int k = 0; rc == RC_OK && k < all->n; k++) {
			if ((int)all->v[k].weight != w)
				continue;
			personal |= is_personal(all->v[k].kind);
			rc = one_show(x, view_item(at, "Findings"), d,
			    &all->v[k]);
		}
	view_flag(at, "Inspected", sum->inspected);
	view_flag(at, "Clean", sum->inspected && !personal);
	view_int(at, "Fix", sum->fix);
	view_int(at, "Open", sum->open);
	view_flag(at, "Wanting", sum->fix > 0 || sum->open > 0);
	view_int(at, "Wants", sum->fix + sum->open);
	if (d->rev.attachments.n > 0)
		view_int(at, "Files", d->rev.attachments.n);
	view_flag(at, "Original", d->rev.original.id != 0);
	return rc;
}

enum rc
examine_show(struct ctx *x, struct node *at, const struct document *d)
{
	struct findings all;
	enum rc rc = finding_list(x->db, d->rev.id, &all, x->mem);

	return rc != RC_OK ? rc : all_show(x, at, d, &all, &d->rev.findings);
}

enum rc
examine_show_found(struct ctx *x, struct node *at, const struct document *d,
    const struct findings *found)
{
	struct finding_sum sum = { .inspected = true };

	for (int k = 0; k < found->n; k++) {
		sum.fix += found->v[k].weight == FINDING_FIX;
		sum.open += found->v[k].weight != FINDING_FIX &&
		    finding_wants(&found->v[k]);
	}
	return all_show(x, at, d, found, &sum);
}
