/* office.h - applications in the small district: a key, a folder for files,
 * and applications driven through the same functions that people use. */
#ifndef TESTS_OFFICE_H
#define TESTS_OFFICE_H

#include "core/application_file.h"
#include "core/case.h"
#include "core/case_reply.h"
#include "core/case_result.h"
#include "core/letter.h"
#include "core/setting.h"

#include "district.h"

#define ID_CARD	"11010519491231002X"
#define USCC	"91350100M000100Y43"
#define PHONE	"13812345678"
#define OWNER	"token of the form"

struct office {
	char files[100], key[100];
	char *number, *code;	/* of the last submission */
	int64_t id;
	int64_t event;		/* of the last deed */
};
extern struct office office;

int office_setup(void **);
int office_teardown(void **);

/* What a citizen fills in; good in every field. */
struct application_new office_form(struct district *, enum channel);
/* A sealed scan that OWNER may claim; "unit:<id>" for staff. */
int64_t office_scan(struct district *, const char *owner, const char *use);
/* Submits it with its transaction; id, number and code go into office. */
enum rc office_submit(struct district *, const struct actor *,
    const struct application_new *);
/* One that came so and is in that state; reads it back. */
struct application office_case(struct district *, enum channel,
    enum case_state);
struct application office_get(struct district *, int64_t id);
/* An act with everything it needs, by the actor; problems go into d->p. */
struct case_deed office_deed(const struct application *, enum case_act);
enum rc office_do(struct district *, const struct actor *,
    const struct case_deed *);
struct case_reply office_reply(const char *result);
enum rc office_draft(struct district *, const struct application *,
    const struct case_reply *);
/* A letter of that kind; its id. */
int64_t office_letter(struct district *, int64_t application,
    const char *kind);
/* The clock of the test stands n working days later than TEST_NOW. */
void office_days(struct district *, int n);
/* The whole database file (and its log) holds that text somewhere. */
bool office_leaks(struct district *, const char *text);

#endif
