/*
 * district.h - a small district in a database of its own: two units with
 * their accounts, some categories, and documents driven through the same
 * functions that staff use.
 */
#ifndef TESTS_DISTRICT_H
#define TESTS_DISTRICT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/config.h"
#include "core/document.h"
#include "core/publication.h"
#include "core/unit.h"
#include "core/user.h"

struct district {
	char dir[64];
	struct arena *m;
	struct db *db;
	struct config conf;
	struct actor operator, admin, entry, review;	/* of unit aaj */
	struct actor admin_b, entry_b, review_b;	/* of unit bbj */
	struct problems p;		/* of the last deed */
	int64_t top, leaf[3];		/* leaf 0, 1 below top; 2 alone */
	int64_t theme[2], kind;
	int64_t attachment, original, foreign;	/* uploads; foreign: of bbj */
	int64_t version;		/* after the last deed */
};

/* 2026-06-15 10:00 in Shanghai: where the clock of every test stands. */
#define TEST_NOW 1781488800

int district_setup(void **);
int district_teardown(void **);
/* Another handle on the same database. */
struct db *district_again(const struct district *);

/* A deed in a transaction of its own, with fresh problems. */
#define DEED(d, want, call) do {					\
	assert_int_equal(db_begin((d)->db), RC_OK);			\
	(d)->p = (struct problems){ 0 };				\
	assert_int_equal(db_end((d)->db, (call)), (want));		\
} while (0)

/* Content that may be submitted. */
struct content district_content(struct district *, const char *title);
/* A new draft; district_state() drives one into that state. */
int64_t district_draft(struct district *, const char *title);
int64_t district_state(struct district *, const char *title, enum state);
/* Looked at and signed, as 提交 demands; district_move() does it by itself. */
/* Not for everybody, with all that demands. */
void district_openness(struct content *, const char *openness);
void district_ready(struct district *, int64_t id);
/* One move of the current version by that actor, no transaction around. */
enum rc district_move(struct district *, const struct actor *, int64_t id,
    enum action, const char *reason);
/* A change in which the inspection finds nothing. */
enum rc district_amend(struct district *, const struct actor *, int64_t id,
    int64_t version, const struct content *, const char *note);
struct document district_get(struct district *, int64_t id);
/* The number of rows of a query; sql is a literal. */
#define COUNT(d, sql, ...) district_count(db_query((d)->db, sql, __VA_ARGS__))
int64_t district_count(struct rows);

#endif
