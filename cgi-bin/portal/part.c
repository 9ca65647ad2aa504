/* part.c - see part.h. */
#include <string.h>

#include "core/publication.h"
#include "portal/part.h"
#include "richtext/sanitize.h"

#define KEPT_BYTES	(256 * 1024)

struct kept {
	const char *template, *key, *html;
	struct kept *next;
};

/* What this process keeps: good for one public state of the database. */
static struct {
	struct arena *mem;
	int64_t state;
	struct kept *first;
} store;

static void
forget(int64_t state)
{
	if (store.mem == NULL)
		store.mem = arena_new();
	arena_reset(store.mem);
	store.first = NULL;
	store.state = state;
}

static const char *
find(const struct part *p)
{
	for (const struct kept *k = store.first; k != NULL; k = k->next)
		if (strcmp(k->template, p->template) == 0 &&
		    strcmp(k->key, p->key) == 0)
			return k->html;
	return NULL;
}

static void
keep(const struct part *p, const struct buf *html)
{
	struct kept *k;

	if (arena_used(store.mem) + html->n > KEPT_BYTES)
		forget(store.state);
	k = arena_alloc(store.mem, sizeof(*k));
	k->template = arena_strdup(store.mem, p->template);
	k->key = arena_strdup(store.mem, p->key);
	k->html = arena_strndup(store.mem, html->s, html->n);
	k->next = store.first;
	store.first = k;
}

static enum rc
make(struct ctx *x, const struct part *p, struct buf *html)
{
	struct node *values = view_page(x->view);
	enum rc rc = p->fill(x, values, p->arg);

	if (rc == RC_OK)
		rc = view_render(x->view, p->template, values, html);
	view_end(x->view, values);
	return rc;
}

enum rc
part_show(struct ctx *x, const struct part *p)
{
	struct buf made = buf_new(x->mem);
	const char *html;
	int64_t state;
	enum rc rc;

	if ((rc = publication_state(x->db, &state)) != RC_OK)
		return rc;
	if (store.mem == NULL || state != store.state)
		forget(state);
	if ((html = find(p)) == NULL) {
		if ((rc = make(x, p, &made)) != RC_OK)
			return rc;
		keep(p, &made);
		html = made.s;
	}
	view_html(x->page, p->name, sanitize_built(html));
	return RC_OK;
}
