/*
 * saved_query.h - 常用查询: conditions of a list of documents kept by a name.
 * They are their owner's alone: every function touches only those of the
 * actor's account, anything else is RC_NOT_FOUND.
 */
#ifndef CORE_SAVED_QUERY_H
#define CORE_SAVED_QUERY_H

#include "base/arena.h"
#include "base/problem.h"
#include "base/rc.h"
#include "core/actor.h"
#include "store/db.h"

#define SAVED_QUERY_MAX		20	/* of one account */
#define SAVED_QUERY_NAME_MAX	30	/* characters */

struct saved_query {
	int64_t id;
	const char *list;	/* "manage": the address after /gkht/ */
	const char *name;
	const char *query;	/* as it stands in the address, without "?" */
};
struct saved_queries { int n; struct saved_query *v; };

/*
 * Problems on "query_name": PROBLEM_MISSING, PROBLEM_TOO_LONG,
 * PROBLEM_NOT_TEXT, PROBLEM_QUERY_TAKEN, PROBLEM_QUERY_MANY; on "query"
 * PROBLEM_QUERY_EMPTY.
 */
enum rc saved_query_add(struct db *, const struct actor *,
    const struct saved_query *, struct problems *, struct arena *);
enum rc saved_query_rename(struct db *, const struct actor *, int64_t id,
    const char *name, struct problems *, struct arena *);
enum rc saved_query_drop(struct db *, const struct actor *, int64_t id,
    struct arena *);
/* By name; list NULL: of all lists. */
enum rc saved_query_list(struct db *, const struct actor *, const char *list,
    struct saved_queries *, struct arena *);

#endif
