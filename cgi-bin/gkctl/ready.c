/* ready.c - see ready.h. */
#include <string.h>

#include "core/lateness.h"
#include "core/secrecy.h"
#include "gkctl/ready.h"
#include "richtext/inspect_file.h"

/* What a clerk would say of the numbers that these notices give out. */
static void
findings_add(const char *field, const char *text, struct findings *out,
    struct arena *m)
{
	struct inspections v = { 0 };
	struct finding *f;
	int i;

	inspect_text(text, &v, m);
	f = arena_calloc(m, (size_t)(out->n + v.n), sizeof(*f));
	if (out->n > 0)
		memcpy(f, out->v, (size_t)out->n * sizeof(*f));
	out->v = f;
	for (i = 0; i < v.n; i++) {
		f = &out->v[out->n++];
		*f = (struct finding){ .kind = inspect_key(v.v[i].kind),
		    .field = field, .line = v.v[i].number,
		    .masked = v.v[i].masked, .reason_by = "",
		    .reason_at = "", .reason = "单位对外公布的工作电话" };
		f->weight = (enum finding_weight)inspect_weight(v.v[i].kind);
		inspect_quote(&v, i, &f->before, &f->after, m);
		f->key = finding_key(m, f->kind, finding_key(m, f->kind,
		    v.v[i].value, arena_printf(m, "%s|%s", f->before,
		    f->after)), field);
	}
}

struct secrecy
ready_secrecy(const struct document *d, const char *openness)
{
	bool closed = strcmp(openness, "closed") == 0;

	return (struct secrecy){ .carrier = "paper", .channels = "site",
	    .holds = "", .opinion = closed ? "closed" : "public",
	    .basis = closed ? "属于内部事务信息（条例第十六条第一款）" : "",
	    .handler = d->entered_name, .head = "办公室主任",
	    .reviewer = "保密审查员" };
}

enum rc
ready_make(struct db *db, const struct actor *who, const struct document *d,
    struct arena *m)
{
	const struct secrecy s = ready_secrecy(d, d->rev.c.openness);
	struct findings found = { 0 };
	struct problems bad = { 0 };
	enum rc rc;

	findings_add("title", d->rev.c.title, &found, m);
	findings_add("summary", d->rev.c.summary, &found, m);
	findings_add("body", d->rev.c.body_text, &found, m);
	rc = finding_keep(db, who, d->rev.id, &found, m);
	if (rc == RC_OK && !d->secrecy)
		rc = secrecy_sign(db, who, d->id, &s, &bad, m);
	if (rc == RC_OK && d->late)
		rc = lateness_keep(db, who, d->id, "涉及多个部门会签，"
		    "定稿时间较晚", m);
	return rc;
}
