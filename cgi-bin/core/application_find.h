/*
 * application_find.h - whose applications: 查找申请人.
 *
 * By the number of the paper through its keyed hash, where nothing is opened;
 * by name through the sealed part of those whose masked name fits.  Either way
 * it is a look at who asked: it needs a reason and leaves an audit row, which
 * holds the reason and how many were found, never the name or the number.
 */
#ifndef CORE_APPLICATION_FIND_H
#define CORE_APPLICATION_FIND_H

#include "core/application.h"

#define FIND_MAX 100		/* newest ones */

struct application_finding {
	const char *name;	/* in full */
	const char *paper_no;	/* of a paper of any kind */
	const char *reason;
};

/* Newest first, with facts and clock.  ROLE_REVIEW or ROLE_ADMIN, of their
 * unit; needs a writing transaction.  Problems on "name" (neither given),
 * "reason". */
enum rc application_find(struct db *, const struct actor *,
    const struct application_finding *, struct applications *,
    struct problems *, struct arena *);

#endif
