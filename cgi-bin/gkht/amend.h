/*
 * amend.h - a change of what is published, looked at before it takes effect:
 * for 内容表修改 and for the forms of structured documents.
 */
#ifndef GKHT_AMEND_H
#define GKHT_AMEND_H

#include "core/document.h"
#include "web/route.h"

/* What is found in the change, with the reasons that the form gave or that
 * stood there before; becomes ch->found.  Files were looked at ahead. */
enum rc amend_look(struct ctx *, int64_t document, struct change *);
/* Page.Exam: what is found in the change now, as examine_show() has it. */
enum rc amend_show(struct ctx *, int64_t document, struct change *);
/* The same of the live document, where nothing of a change could be read; the
 * reasons are those that the form gave. */
enum rc amend_show_live(struct ctx *, int64_t document);

#endif
