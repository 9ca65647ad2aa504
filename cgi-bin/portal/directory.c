/* directory.c - see directory.h. */
#include <string.h>

#include "core/publication.h"
#include "portal/directory.h"

static struct {
	struct arena *mem;
	int64_t state;
	bool whole;
	struct directory d;
} kept;

static enum rc
load(struct db *db)
{
	struct directory *d = &kept.d;
	enum rc rc;

	kept.whole = false;
	if (kept.mem == NULL)
		kept.mem = arena_new();
	arena_reset(kept.mem);
	if ((rc = unit_list(db, &d->units, kept.mem)) != RC_OK ||
	    (rc = category_list(db, &d->categories, kept.mem)) != RC_OK)
		return rc;
	if ((rc = vocabulary_list(db, "kind", &d->kinds, kept.mem)) != RC_OK ||
	    (rc = publication_words(db, &d->words, kept.mem)) != RC_OK)
		return rc;
	rc = vocabulary_list(db, "theme", &d->themes, kept.mem);
	kept.whole = rc == RC_OK;
	return rc;
}

enum rc
directory_get(const struct ctx *x, const struct directory **out)
{
	int64_t state;
	enum rc rc;

	*out = &kept.d;
	if ((rc = publication_state(x->db, &state)) != RC_OK)
		return rc;
	if (kept.whole && kept.state == state)
		return RC_OK;
	kept.state = state;
	return load(x->db);
}

const struct unit *
directory_unit(const struct directory *d, const char *code)
{
	for (int i = 0; i < d->units.n; i++)
		if (strcmp(d->units.v[i].code, code) == 0)
			return &d->units.v[i];
	return NULL;
}

static const struct vocable *
vocable_of(const struct vocabulary *list, int64_t id)
{
	for (int i = 0; i < list->n; i++)
		if (list->v[i].id == id)
			return &list->v[i];
	return NULL;
}

const struct vocable *
directory_theme(const struct directory *d, int64_t id)
{
	return vocable_of(&d->themes, id);
}

const struct vocable *
directory_kind(const struct directory *d, int64_t id)
{
	return vocable_of(&d->kinds, id);
}

const struct publication_word *
directory_word(const struct directory *d, const char *word)
{
	for (int i = 0; i < d->words.n; i++)
		if (strcmp(d->words.v[i].word, word) == 0)
			return &d->words.v[i];
	return NULL;
}
