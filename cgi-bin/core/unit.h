/* unit.h - the units (单位) of the district and their codes. */
#ifndef CORE_UNIT_H
#define CORE_UNIT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/rc.h"
#include "core/actor.h"
#include "base/problem.h"
#include "store/db.h"

struct unit {
	int64_t id;
	const char *code;		/* "zfb": letters and digits, 2-12 */
	const char *name;		/* 宝坻区人民政府办公室 */
	const char *short_name;		/* 区政府办公室 */
	const char *kind;		/* department, street, town, zone */
	bool supervising, enabled;
	const char *pinyin;		/* "bao di qu ren min ..." of the name */
	const char *duties, *address, *postcode, *phone, *fax, *email, *hours;
};
struct units { int n; struct unit *v; };

/* In the order of the district's list: departments, streets, towns, zones. */
enum rc unit_list(struct db *, struct units *, struct arena *);
enum rc unit_get(struct db *, int64_t id, struct unit *, struct arena *);
enum rc unit_by_code(struct db *, const char *code, struct unit *,
    struct arena *);
/*
 * Makes the unit and its three accounts, which all get `password` as their
 * initial one.  u->id is set.  RC_INVALID with problems on "code" and "name"
 * (bad form, taken).
 */
enum rc unit_add(struct db *, const struct actor *, struct unit *u,
    const char *password, struct problems *, struct arena *);
/*
 * Codes that are still free for a unit of that name, best first: initials of
 * the short name, of the name, with a digit when taken.  At most max (<= 5).
 */
enum rc unit_suggest_codes(struct db *, const char *name, char **out, int max,
    int *n, struct arena *);

#endif
