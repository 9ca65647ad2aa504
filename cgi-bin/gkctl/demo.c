/*
 * demo.c - gkctl demo: a district with its units, people and three years of
 * documents, made through core as staff would have made them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/register.h"
#include "core/unit.h"
#include "core/user.h"
#include "gkctl/ctl.h"
#include "gkctl/demo.h"
#include "gkctl/demo_application.h"
#include "gkctl/demo_play.h"
#include "gkctl/table.h"

#define UNIT_COLUMNS	13
#define HOURS		"工作日 8:30—12:00，14:00—17:30"

static void
unit_read(char **row, struct demo_unit *u)
{
	*u = (struct demo_unit){ .code = row[0], .name = row[1],
	    .short_name = row[2], .kind = row[3], .sign = row[5],
	    .address = row[6], .postcode = row[7], .phone = row[8],
	    .fax = row[9], .email = row[10], .places = row[11],
	    .duties = row[12] };
}

static enum rc
unit_store(struct ctl *c, struct demo_unit *d, bool supervising)
{
	struct unit u = { .code = d->code, .name = d->name,
	    .short_name = d->short_name, .kind = d->kind,
	    .supervising = supervising, .enabled = true, .duties = d->duties,
	    .address = d->address, .postcode = d->postcode, .phone = d->phone,
	    .fax = d->fax, .email = d->email, .hours = HOURS };
	struct problems bad = { 0 };
	enum rc rc;
	int i;

	rc = unit_add(c->db, &ctl_operator, &u, USER_INITIAL_PASSWORD, &bad,
	    c->mem);
	for (i = 0; i < bad.n; i++)
		ctl_fail("unit %s: the %s %s", d->code, bad.v[i].field,
		    ctl_problem(bad.v[i].what));
	d->id = u.id;
	return rc;
}

/* Names and telephones of clerk and reviewer, set by the administrator. */
static enum rc
people_store(struct ctl *c, const struct demo_unit *d)
{
	static const struct demo_text none = { .name = "people" };
	struct demo_scope x = { .text = &none, .unit = d, .no = "",
	    .seed = demo_hash(0, d->code) };
	struct users list;
	struct actor admin = { .role = ROLE_ADMIN, .unit = d->id,
	    .address = "" };
	enum rc rc;
	int i;

	if ((rc = user_list(c->db, d->id, &list, c->mem)) != RC_OK)
		return rc;
	demo_fill_open(&x, c->mem);
	for (i = 0; rc == RC_OK && i < list.n; i++) {
		if (list.v[i].role == ROLE_ADMIN) {
			admin.user = list.v[i].id;
			admin.login = list.v[i].login;
			continue;
		}
		rc = user_set_person(c->db, &admin, list.v[i].id,
		    demo_fill(&x, list.v[i].login, "{@person}"), d->phone,
		    c->mem);
	}
	return rc;
}

/* New Year of the first of the three years. */
static int64_t
beginning(struct ctl *c)
{
	day_t day;

	if (!day_parse(arena_printf(c->mem, "%04d-01-01",
	    day_year(clock_today()) - 2), &day))
		abort();
	return day_start(day) + 8 * 3600;
}

static enum rc
units_store(struct ctl *c, const struct table *t, struct demo_unit *unit)
{
	enum rc rc;
	int i;

	if ((rc = db_begin(c->db)) != RC_OK)
		return rc;
	clock_travel(beginning(c));
	for (i = 0; rc == RC_OK && i < t->n; i++) {
		unit_read(t->row[i], &unit[i]);
		rc = unit_store(c, &unit[i], strcmp(t->row[i][4], "1") == 0);
		if (rc == RC_OK)
			rc = people_store(c, &unit[i]);
	}
	clock_travel(0);
	return db_end(c->db, rc);
}

/* As the job of every night does. */
static enum rc
register_close(struct ctl *c)
{
	struct register_head head;
	enum rc rc;

	if ((rc = db_begin(c->db)) != RC_OK)
		return rc;
	return db_end(c->db, register_sign(c->db, c->conf->register_key,
	    c->conf->site_domain, &head, c->mem));
}

/* Initial passwords of years ago have expired; everybody gets a new one. */
static enum rc
passwords_renew(struct ctl *c, const struct demo_unit *unit, int n)
{
	char *shown;
	enum rc rc;
	int i, k;

	if ((rc = db_begin(c->db)) != RC_OK)
		return rc;
	for (i = 0; i < n; i++)
		for (k = 1; rc == RC_OK && k <= 3; k++)
			rc = user_operator_reset(c->db, c->conf,
			    arena_printf(c->mem, "%s%03d", unit[i].code, k),
			    &shown, c->mem);
	return db_end(c->db, rc);
}

enum rc
demo_units_make(struct ctl *c, struct demo_unit **unit, int *n)
{
	struct table t;
	enum rc rc;

	rc = table_read(arena_printf(c->mem, "%s/data/demo_units.tsv",
	    c->conf->sql), UNIT_COLUMNS, &t, c->mem);
	if (rc != RC_OK)
		return rc;
	*unit = arena_calloc(c->mem, (size_t)t.n, sizeof(**unit));
	*n = t.n;
	return units_store(c, &t, *unit);
}

static enum rc
demo_fill_district(struct ctl *c, struct demo_plan *plan, int *units,
    int *applications)
{
	const char *dir = arena_printf(c->mem, "%s/data", c->conf->sql);
	struct calendar *calendar;
	struct demo_texts texts;
	struct demo_unit *unit;
	enum rc rc;

	if ((rc = demo_text_load(dir, &texts, c->mem)) != RC_OK ||
	    (rc = calendar_load(c->db, &calendar, c->mem)) != RC_OK ||
	    (rc = demo_units_make(c, &unit, units)) != RC_OK)
		return rc;
	demo_plan_make(plan, &texts, unit, *units, calendar, c->mem);
	if ((rc = demo_play(c, plan, calendar)) != RC_OK ||
	    (rc = demo_applications(c, applications)) != RC_OK ||
	    (rc = register_close(c)) != RC_OK)
		return rc;
	return passwords_renew(c, unit, *units);
}

int
demo_run(struct ctl *c, int argc, char **argv)
{
	struct demo_plan plan;
	struct units have;
	int units = 0, applications = 0;
	enum rc rc;

	(void)argv;
	if (argc != 1)
		return ctl_fail("demo takes no arguments");
	if ((rc = unit_list(c->db, &have, c->mem)) != RC_OK)
		return ctl_fail_rc(rc, "units");
	if (have.n > 0)
		return ctl_fail("this district has units already; the demo "
		    "needs an empty one");
	if ((rc = demo_fill_district(c, &plan, &units,
	    &applications)) != RC_OK)
		return ctl_fail_rc(rc, "demo");
	printf("%d units, %d documents, %d steps, %d applications\n", units,
	    plan.n_docs, plan.n_events, applications);
	return 0;
}
