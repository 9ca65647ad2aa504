/*
 * application_contact.h - how to reach an applicant, corrected by himself
 * after he applied (PIPL art. 46).
 */
#ifndef CORE_APPLICATION_CONTACT_H
#define CORE_APPLICATION_CONTACT_H

#include "core/application.h"

/* While there is something left to send or to say, and it is not purged. */
bool application_contact_may(const struct application *);
/*
 * Takes contact, phone, address, postcode, email and fax of the person; sealed
 * like everything else of him.  What was there before is not kept: event and
 * audit row say that, not what.  Nothing different changes nothing.  The
 * problems are those of application_check_contact(); RC_CONFLICT when the
 * version is not that one any more or it may not be.
 */
enum rc application_contact_set(struct db *, const struct actor *, int64_t id,
    int64_t version, const struct person *, struct problems *, struct arena *);

#endif
