/*
 * ctl.h - what every command of gkctl gets, and how commands end.
 *
 * A command returns 0 or 1; it has said on standard error what was wrong.
 */
#ifndef GKCTL_CTL_H
#define GKCTL_CTL_H

#include "base/arena.h"
#include "base/config.h"
#include "base/problem.h"
#include "base/rc.h"
#include "core/actor.h"
#include "store/db.h"

struct ctl {
	const char *conf_path;		/* what -c named */
	const struct config *conf;	/* NULL where the command needs none */
	struct db *db;			/* likewise */
	struct arena *mem;
};

struct command {
	const char *name, *arguments, *what;
	enum { NEEDS_NOTHING, NEEDS_CONFIG, NEEDS_DATABASE,
	    TAKES_DATABASE /* when -c names one */ } needs;
	int (*run)(struct ctl *, int argc, char **argv);
};

/* The operator as an actor: no account, named in the audit rows. */
extern const struct actor ctl_operator;

/* One line on standard error; returns 1. */
int ctl_fail(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* The same with the reason for rc ("not found", "busy", ...). */
int ctl_fail_rc(enum rc, const char *what);
/* What a problem means, for the operator. */
const char *ctl_problem(enum problem);

/* Opens the configured database (create: also when it is not there yet). */
enum rc ctl_open(struct ctl *, bool create);

/* argv[0] is the command's name in each. */
int init_run(struct ctl *, int, char **);
int demo_run(struct ctl *, int, char **);
int generate_run(struct ctl *, int, char **);
int drain_run(struct ctl *, int, char **);
int due_run(struct ctl *, int, char **);
int unit_run(struct ctl *, int, char **);
int user_run(struct ctl *, int, char **);
int backup_run(struct ctl *, int, char **);
int restore_run(struct ctl *, int, char **);
int verify_run(struct ctl *, int, char **);
int reindex_run(struct ctl *, int, char **);
int word_run(struct ctl *, int, char **);
int import_run(struct ctl *, int, char **);
int purge_run(struct ctl *, int, char **);
int strays_run(struct ctl *, int, char **);
int rotate_key_run(struct ctl *, int, char **);
int deadline_run(struct ctl *, int, char **);
int workday_run(struct ctl *, int, char **);
int register_run(struct ctl *, int, char **);
int daily_run(struct ctl *, int, char **);
int dump_run(struct ctl *, int, char **);
int deposit_run(struct ctl *, int, char **);

#endif
