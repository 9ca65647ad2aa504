/* document_amend.c - what the administrator changes of what is published. */
#include "base/clock.h"
#include "core/amendment.h"
#include "core/amendment_propose.h"
#include "core/change.h"
#include "core/content.h"
#include "core/setting.h"

enum rc
document_changed(struct db *db, const struct actor *who, int64_t id,
    const struct change *ch, struct document *d, struct arena *m)
{
	struct problems later = { 0 };	/* document_amend() tells them */
	struct amendment open;
	struct revision r;
	enum rc rc;

	if ((rc = amendment_open(db, who->unit, id, d, &open, m)) != RC_OK ||
	    (rc = content_check(db, who->unit, ch->content, &r, &later, m))
	    != RC_OK)
		return rc;
	r.id = d->rev.id;
	r.note = ch->note ? ch->note : "";
	d->rev = r;
	return RC_OK;
}

static enum rc
take_effect(struct db *db, const struct actor *who, struct changing *k,
    const struct change *ch, struct problems *p, struct arena *m)
{
	enum rc rc = amendment_supersede(db, who, k->was.id, m);

	if (rc != RC_OK || (!k->same && ((rc = change_store(db, who, k, ch->found,
	    clock_text(m, clock_now()), m)) != RC_OK ||
	    (rc = change_live(db, who, &k->was, &k->r,
	    action_key(ACTION_AMEND), m)) != RC_OK)))
		return rc;
	return change_relate(db, who, k->was.id, ch->interprets,
	    ch->replaces, p, m);
}

enum rc
document_amend(struct db *db, const struct actor *who, int64_t id,
    int64_t version, const struct change *ch, bool *waits,
    struct problems *p, struct arena *m)
{
	struct changing k;
	enum rc rc;

	*waits = false;
	if ((rc = change_check(db, who, id, version, ch, &k, p, m)) != RC_OK ||
	    (rc = setting_flag(db, who->unit, SETTING_AMEND_REVIEW, waits, m))
	    != RC_OK)
		return rc;
	return *waits ? amendment_propose(db, who, &k, ch, m) :
	    take_effect(db, who, &k, ch, p, m);
}
