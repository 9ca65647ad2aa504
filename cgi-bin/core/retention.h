/*
 * retention.h - personal data goes when its time is over (PIPL 19, 47), and
 * is sealed anew when the key is changed.
 */
#ifndef CORE_RETENTION_H
#define CORE_RETENTION_H

#include "base/arena.h"
#include "base/rc.h"
#include "core/actor.h"
#include "store/db.h"

/* Files in the store that no row names and nobody wrote to for a day. */
struct strays {
	int64_t found, removed;
	bool many;	/* so many that the database may be the wrong one */
};
enum strays_how {
	STRAYS_COUNT,
	STRAYS_REMOVE,	/* unless there are many */
	STRAYS_FORCE
};

struct retention {
	int64_t applications, files, copies, visits, waiting;	/* erased */
	struct strays strays;
};

/*
 * One pass of the daily job: applications closed longer ago than the setting
 * lose person, wish, texts, letters' bodies and scans; dates, channel, kind,
 * result and the number stay.  Also what is past its time of working copies,
 * visits, failures and unclaimed files.  Begins and ends transactions of its
 * own, at most 200 applications each.
 */
enum rc retention_run(struct db *, const char *files_dir, const struct actor *,
    struct retention *, struct arena *);

/* What forms and batches left in the store that were never finished.  Each
 * batch that goes is a transaction of its own. */
enum rc retention_strays(struct db *, const char *files_dir, enum strays_how,
    struct strays *);

struct reseal { int64_t rows, files; };
/* Everything sealed is opened and sealed with the newest key; MACs are made
 * anew.  Call after secret_rotate(); one transaction of its own. */
enum rc retention_reseal(struct db *, const char *files_dir,
    const struct actor *, struct reseal *, struct arena *);

#endif
