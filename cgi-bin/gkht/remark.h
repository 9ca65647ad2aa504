/* remark.h - remarks on passages, for whoever wrote or reads them. */
#ifndef GKHT_REMARK_H
#define GKHT_REMARK_H

#include "core/document.h"
#include "web/route.h"

/* Page.Remarks: Id, Number (of the revision), Current, Mine, First (of its
 * round), Quote, Place, Words, By, When.  number: of the current revision. */
enum rc remark_show(struct ctx *, int64_t document, int number);

#endif
