/*
 * generate.c - gkctl generate: very many documents, entered, reviewed and
 * published through core as staff would do it, over ten years up to today.
 * Only lists and search index are made at the end, all at once, by what
 * gkctl reindex does.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "core/category.h"
#include "core/document.h"
#include "core/listing.h"
#include "core/unit.h"
#include "core/user.h"
#include "gkctl/ctl.h"
#include "gkctl/demo.h"
#include "gkctl/generate_text.h"
#include "gkctl/ready.h"
#include "richtext/sanitize.h"

#define MOST  10000000
#define BATCH 2000
#define YEARS 10
#define MADE_BEFORE 6		/* days at most */

struct people { struct actor entry, review; };

struct maker {
	struct ctl *c;
	const struct generate_lists *lists;
	struct vocabulary themes, kinds;
	struct demo_unit *unit;
	struct people *people;		/* of each unit */
	int units;
	int (*serial)[YEARS + 1];	/* 文号 of each unit and year */
	int64_t documents, start, end;
	uint64_t seed;
	struct arena *mem;
};

static enum rc
people_of(struct maker *g, const struct demo_unit *u, struct people *out)
{
	struct users list;
	struct actor *a;
	enum rc rc;
	int k;

	if ((rc = user_list(g->c->db, u->id, &list, g->c->mem)) != RC_OK)
		return rc;
	for (k = 0; k < list.n; k++) {
		if (list.v[k].role == ROLE_ADMIN)
			continue;
		a = list.v[k].role == ROLE_ENTRY ? &out->entry : &out->review;
		*a = (struct actor){ .user = list.v[k].id,
		    .role = list.v[k].role, .login = list.v[k].login,
		    .unit = u->id, .address = "10.115.0.1" };
	}
	return RC_OK;
}

static int64_t
vocable(const struct vocabulary *list, const char *name)
{
	int k;

	for (k = 0; k < list->n; k++)
		if (strcmp(list->v[k].name, name) == 0)
			return list->v[k].id;
	fatal("generate.txt: %s is not in the lists of this district", name);
}

/* Small places write less than offices: the lowest of two. */
static int
unit_draw(struct maker *g, uint64_t *state)
{
	int a = demo_draw(state, 0, g->units - 1);
	int b = demo_draw(state, 0, g->units - 1);

	return a < b ? a : b;
}

static const char *
number_of(struct maker *g, int unit, day_t made)
{
	int year = day_year(made), first = day_year(clock_day(g->start));

	if (year < first)
		return "";
	return arena_printf(g->mem, "%s发〔%d〕%d号", g->unit[unit].sign, year,
	    ++g->serial[unit][year - first]);
}

static enum rc
content_of(struct maker *g, int unit, uint64_t *state, day_t today,
    struct content *out)
{
	int64_t *category = arena_alloc(g->mem, sizeof(*category));
	day_t made = today - demo_draw(state, 0, MADE_BEFORE);
	struct generated t;
	struct sanitized s;
	struct category c;
	enum rc rc;

	generate_document(g->lists, *state, &g->unit[unit], made, &t, g->mem);
	if ((rc = sanitize_plain(t.body, &s, g->mem)) != RC_OK ||
	    (rc = category_by_code(g->c->db, t.category, &c, g->mem)) !=
	    RC_OK)
		return rc;
	*category = c.id;
	*out = (struct content){ .title = t.title, .summary = t.summary,
	    .doc_no = t.numbered ? number_of(g, unit, made) : "",
	    .made_on = day_text(g->mem, made), .openness = "active",
	    .theme = vocable(&g->themes, t.theme),
	    .kind = vocable(&g->kinds, t.kind), .body = s.html,
	    .body_text = s.text, .n_categories = 1, .category = category };
	return RC_OK;
}

static enum rc
publish(struct maker *g, const struct people *p, const struct content *c,
    struct problems *bad)
{
	struct db *db = g->c->db;
	int64_t id = 0, version = 0;
	struct document d;
	enum rc rc;

	if ((rc = document_save(db, &p->entry, &id, &version, c, bad,
	    g->mem)) != RC_OK ||
	    (rc = document_get(db, p->entry.unit, id, &d, g->mem)) != RC_OK ||
	    (rc = ready_make(db, &p->entry, &d, g->mem)) != RC_OK ||
	    (rc = document_move(db, &p->entry, id, version, ACTION_SUBMIT,
	    "", bad, g->mem)) != RC_OK ||
	    (rc = document_move(db, &p->review, id, version + 1,
	    ACTION_APPROVE, "", bad, g->mem)) != RC_OK)
		return rc;
	return document_move(db, &p->review, id, version + 2, ACTION_PUBLISH,
	    "", bad, g->mem);
}

static enum rc
one(struct maker *g, int64_t k)
{
	uint64_t state = g->seed * 1000003u + (uint64_t)k;
	int64_t now = g->start + (g->end - g->start) / g->documents * k;
	int unit = unit_draw(g, &state);
	struct problems bad = { 0 };
	struct content c;
	enum rc rc;

	arena_reset(g->mem);
	clock_travel(now);
	if ((rc = content_of(g, unit, &state, clock_day(now), &c)) == RC_OK)
		rc = publish(g, &g->people[unit], &c, &bad);
	if (rc != RC_OK)
		log_fail("document %lld: %s: %s", (long long)k, c.title,
		    bad.n > 0 ? bad.v[0].field : "");
	return rc;
}

static enum rc
make_all(struct maker *g)
{
	enum rc rc = RC_OK;
	int64_t k, to;

	listing_pause(true);
	rc = db_bulk(g->c->db, true);
	for (k = 0; rc == RC_OK && k < g->documents; ) {
		to = k + BATCH < g->documents ? k + BATCH : g->documents;
		if ((rc = db_begin(g->c->db)) != RC_OK)
			break;
		for (; rc == RC_OK && k < to; k++)
			rc = one(g, k);
		clock_travel(0);
		rc = db_end(g->c->db, rc);
		if (rc == RC_OK && k % 100000 < BATCH && k >= 100000)
			log_info("%lld documents", (long long)k);
	}
	listing_pause(false);
	if (rc == RC_OK && (rc = db_begin(g->c->db)) == RC_OK)
		rc = db_end(g->c->db, document_reindex(g->c->db, g->mem));
	return rc;
}

static enum rc
prepare(struct maker *g)
{
	struct ctl *c = g->c;
	struct generate_lists *lists;
	enum rc rc;
	int k;

	if ((rc = generate_load(arena_printf(c->mem, "%s/data/generate.txt",
	    c->conf->sql), &lists, c->mem)) != RC_OK ||
	    (rc = vocabulary_list(c->db, "theme", &g->themes, c->mem)) !=
	    RC_OK ||
	    (rc = vocabulary_list(c->db, "kind", &g->kinds, c->mem)) !=
	    RC_OK ||
	    (rc = demo_units_make(c, &g->unit, &g->units)) != RC_OK)
		return rc;
	g->lists = lists;
	g->people = arena_calloc(c->mem, (size_t)g->units,
	    sizeof(*g->people));
	g->serial = arena_calloc(c->mem, (size_t)g->units,
	    sizeof(*g->serial));
	for (k = 0; rc == RC_OK && k < g->units; k++)
		rc = people_of(g, &g->unit[k], &g->people[k]);
	g->end = day_start(clock_today());
	g->start = g->end - (int64_t)YEARS * 365 * 86400;
	return rc;
}

static bool
arguments(int argc, char **argv, struct maker *g)
{
	int64_t seed = 1;
	int k;

	for (k = 1; k + 1 < argc; k += 2)
		if (!(strcmp(argv[k], "--documents") == 0 ?
		    text_int(argv[k + 1], 1, MOST, &g->documents) :
		    strcmp(argv[k], "--seed") == 0 &&
		    text_int(argv[k + 1], 0, INT32_MAX, &seed)))
			return false;
	g->seed = (uint64_t)seed;
	return k == argc && g->documents > 0;
}

int
generate_run(struct ctl *c, int argc, char **argv)
{
	struct maker g = { .c = c, .mem = arena_new() };
	struct units have;
	enum rc rc;

	if (!arguments(argc, argv, &g))
		return ctl_fail("generate --documents N [--seed S]: N from 1 "
		    "to %d", MOST);
	if ((rc = unit_list(c->db, &have, c->mem)) != RC_OK)
		return ctl_fail_rc(rc, "units");
	if (have.n > 0)
		return ctl_fail("this district has units already; generate "
		    "needs an empty one");
	if ((rc = prepare(&g)) == RC_OK)
		rc = make_all(&g);
	arena_free(g.mem);
	if (rc != RC_OK)
		return ctl_fail_rc(rc, "generate");
	printf("%lld documents of %d units\n", (long long)g.documents,
	    g.units);
	return 0;
}
