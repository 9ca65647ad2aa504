/* application_act.h - what the dialogs of acts and of the reply share. */
#ifndef GKHT_APPLICATION_ACT_H
#define GKHT_APPLICATION_ACT_H

#include "core/application_file.h"
#include "core/case.h"
#include "web/route.h"

/* Seals each sent file for this unit; ids of those kept and the new ones.
 * RC_INVALID with a problem on "file". */
enum rc application_act_files(struct ctx *, const char *use,
    const struct value *kept, const struct value *sent, int *n,
    int64_t **ids);
/* Page.Kept: those that were sent with an earlier step, or belong to the
 * application (0: none) already. */
enum rc application_act_kept(struct ctx *, int64_t application, int n,
    const int64_t *ids);
void application_act_file(struct ctx *, const struct application_file *);
/* What files of this unit's staff belong to. */
const char *application_act_owner(struct ctx *);

#endif
