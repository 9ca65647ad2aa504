/*
 * amend.h - a change of what is published, looked at before it takes effect:
 * for 内容表修改 and for the forms of structured documents.
 */
#ifndef GKHT_AMEND_H
#define GKHT_AMEND_H

#include "core/amendment.h"
#include "core/document.h"
#include "web/route.h"

/* What the form changes: the document, for the administrator with the
 * amendment that is open in the place of rev; a->id 0: none is. */
enum rc amend_base(struct ctx *, int64_t document, struct document *,
    struct amendment *);
/* Page.Amending of an open one: Id, State, Note, By, When, DecidedBy, Decided,
 * Reason; and Page.Reviewed: a change will be reviewed first. */
enum rc amend_state_show(struct ctx *, const struct amendment *);
/* Page.Amendments: those of the unit in that state (Id, Document, Title, State,
 * Note, By, When as rows_when() has it, DecidedBy, Reason). */
enum rc amend_list(struct ctx *, enum amendment_state);

/* What is found in the change, with the reasons that the form gave or that
 * stood there before; becomes ch->found.  Files were looked at ahead. */
enum rc amend_look(struct ctx *, int64_t document, struct change *);
/* Page.Exam: what is found in the change now, as examine_show() has it. */
enum rc amend_show(struct ctx *, int64_t document, struct change *);
/* The same of the live document, where nothing of a change could be read; the
 * reasons are those that the form gave. */
enum rc amend_show_live(struct ctx *, int64_t document);

#endif
