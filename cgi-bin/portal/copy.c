/* copy.c - see copy.h: what is asked for, in which order, where it is put. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/text.h"
#include "core/publication.h"
#include "core/register.h"
#include "portal/copy_about.h"
#include "portal/copy_entries.h"
#include "portal/copy_fetch.h"
#include "portal/copy_page.h"
#include "portal/copy_place.h"

#define STATE	".state.db"	/* of the database, while the copy is made */
#define CHUNK	500

/* The address that follows, kept while the arena is emptied. */
static const char *
go_on(struct copy *c, const char *next)
{
	static char url[1000];

	if (next != NULL && strlen(next) >= sizeof(url))
		fatal("%s: too long", next);
	if (next != NULL)
		strncpy(url, next, sizeof(url) - 1);
	arena_reset(c->app.mem);
	return next != NULL ? url : NULL;
}

static const char *
put_page(struct copy *c, const char *url, const char *place,
    const struct answer *a)
{
	struct buf page;
	const char *next = copy_page(c, url, place, &a->body, &page);

	copy_write(c, place, page.s, page.n);
	c->pages++;
	return next;
}

/* Programs read on at what stands in the answer. */
static const char *
next_of_json(const struct buf *json, struct arena *m)
{
	static const char name[] = "\"next\":\"";
	const char *s = strstr(json->s, name);

	return s == NULL ? NULL : arena_strndup(m, s + strlen(name),
	    strcspn(s + strlen(name), "\""));
}

/* A page or data, and those that follow. */
static void
put_all(struct copy *c, const char *url)
{
	while (url != NULL) {
		struct answer a = copy_fetch(c, url);
		const char *place = copy_place(c, url, c->app.mem);

		if (a.status != 200 || place == NULL)
			fatal("%s: status %d", url, a.status);
		if (strncmp(url, COPY_API, strlen(COPY_API)) == 0) {
			copy_write(c, place, a.body.s, a.body.n);
			url = go_on(c, next_of_json(&a.body, c->app.mem));
		} else {
			url = go_on(c, put_page(c, url, place, &a));
		}
	}
}

/* Data, where there is an answer: also that something was deleted. */
static void
put_data(struct copy *c, const char *url)
{
	struct answer a = copy_fetch(c, url);

	if (a.status == 200 || a.status == 410)
		copy_write(c, copy_place(c, url, c->app.mem), a.body.s,
		    a.body.n);
}

/* A page that must be there. */
static void
put_one(struct copy *c, const char *url)
{
	struct answer a = copy_fetch(c, url);
	const char *place = copy_place(c, url, c->app.mem);

	if (a.status != 200 || place == NULL)
		fatal("%s: status %d", url, a.status);
	put_page(c, url, place, &a);
}

static void
put_version(struct copy *c, const char *doc, int64_t current,
    const struct publication_version *v, int before)
{
	struct arena *m = c->app.mem;

	put_data(c, arena_printf(m, COPY_API "documents/%s/versions/%d", doc,
	    v->number));
	if (v->number != current)
		put_one(c, arena_printf(m, "/doc/%s/v/%d", doc, v->number));
	if (before == 0)
		return;
	put_one(c, arena_printf(m, "/doc/%s/compare?from=%d&to=%d", doc,
	    before, v->number));
	put_one(c, arena_printf(m, "/doc/%s/compare?all=1&from=%d&to=%d", doc,
	    before, v->number));
}

static enum rc
put_versions(struct copy *c, const char *doc)
{
	struct arena *m = c->app.mem;
	const char *unit = arena_strndup(m, doc, strcspn(doc, "/"));
	struct publication_versions list;
	struct publication p;
	enum rc rc = publication_get(c->app.db, unit, doc + strlen(unit) + 1,
	    &p, m);

	if (rc != RC_OK)
		return rc == RC_GONE || rc == RC_NOT_FOUND ? RC_OK : rc;
	if ((rc = publication_versions(c->app.db, p.id, &list, m)) != RC_OK)
		return rc;
	for (int k = 0; k < list.n && list.n > 1; k++)
		put_version(c, doc, p.number, &list.v[k],
		    k + 1 < list.n ? list.v[k + 1].number : 0);
	return RC_OK;
}

/* As everybody sees it, or what stays of it. */
static enum rc
put_document(struct copy *c, const char *index_no)
{
	struct arena *m = c->app.mem;
	const char *doc = text_lower(m, index_no);
	const char *url = arena_printf(m, "/doc/%s", doc);
	const char *place = copy_place(c, url, m);
	struct answer a;

	if (place == NULL)
		fatal("%s: not a number of a document", index_no);
	if (copy_exists(c, place, m))
		return RC_OK;
	a = copy_fetch(c, url);
	/* it has a line: what is not there was withdrawn */
	if (a.status != 200 && a.status != 410 && a.status != 404)
		fatal("%s: status %d", url, a.status);
	put_page(c, url, place, &a);
	put_data(c, arena_printf(m, COPY_API "documents/%s", doc));
	return put_versions(c, doc);
}

/* Every document that ever was public has its lines in the register. */
static enum rc
put_line(struct copy *c, FILE *texts, const struct register_line *l)
{
	struct arena *m = c->app.mem;
	enum rc rc;

	if (fprintf(texts, "%s\n", register_text(l, m)) < 0)
		return RC_FAIL;
	put_one(c, arena_printf(m, "/register/%lld", (long long)l->number));
	put_data(c, arena_printf(m, COPY_API "register/proof?line=%lld",
	    (long long)l->number));
	rc = put_document(c, l->index_no);
	arena_reset(m);
	return rc;
}

static enum rc
put_lines(struct copy *c, FILE *texts)
{
	struct arena *m = arena_new();
	struct register_lines lines;
	int64_t last = 0;
	enum rc rc;

	do {
		arena_reset(m);
		rc = register_after(c->app.db, last, CHUNK, &lines, m);
		for (int k = 0; rc == RC_OK && k < lines.n; k++) {
			last = lines.v[k].number;
			rc = put_line(c, texts, &lines.v[k]);
		}
	} while (rc == RC_OK && lines.n > 0);
	arena_free(m);
	return rc;
}

/* Newest first; each grew out of the one that follows it here. */
static enum rc
put_heads(struct copy *c, FILE *texts)
{
	struct arena *m = arena_new();
	struct register_heads heads;
	int64_t before = 0, size = 0;
	enum rc rc;

	do {
		arena_reset(m);
		rc = register_heads(c->app.db, before, CHUNK, &heads, m);
		for (int k = 0; rc == RC_OK && k < heads.n; k++) {
			const struct register_head *h = &heads.v[k];

			if (size > h->size && h->size > 0)
				put_data(c, arena_printf(c->app.mem, COPY_API
				    "register/consistency?first=%lld"
				    "&second=%lld", (long long)h->size,
				    (long long)size));
			fprintf(texts, "%s%s\n%s\n\n", register_head_text(h, m),
			    h->signature, h->public_key);
			size = h->size;
			before = h->id;
			arena_reset(c->app.mem);
		}
	} while (rc == RC_OK && heads.n == CHUNK);
	arena_free(m);
	return rc;
}

/* One text a line, for whoever checks without reading JSON. */
static enum rc
texts(struct copy *c, const char *name,
    enum rc (*fill)(struct copy *, FILE *))
{
	const char *path = arena_printf(c->mem, "%s/%s", c->dir, name);
	FILE *f = fopen(path, "wxe");
	enum rc rc;

	if (f == NULL)
		fatal("%s: %s", path, strerror(errno));
	rc = fill(c, f);
	return fclose(f) == 0 ? rc : RC_FAIL;
}

static enum rc
fill(struct copy *c)
{
	enum rc rc = copy_entries(c);

	arena_reset(c->app.mem);
	if (rc != RC_OK)
		return rc;
	put_one(c, "/copy");
	for (int k = 0; k < c->entries.n; k++)
		put_all(c, c->entries.v[k]);
	copy_file(c, "verify.py", arena_printf(c->app.mem, "%s/verify.py",
	    c->app.conf->assets));
	if ((rc = texts(c, "register-lines.txt", put_lines)) != RC_OK)
		return rc;
	return texts(c, "register-heads.txt", put_heads);
}

/* One state for the whole copy, however long that takes.  It holds everything
 * that is not public as well: its files lose their names as soon as they are
 * open, so that nothing of it stays behind, however this process ends. */
static void
freeze(struct copy *c)
{
	static const char *const ends[] = { "", "-wal", "-shm" };
	const char *path = arena_printf(c->mem, "%s/" STATE, c->dir);
	const struct config *conf = c->app.conf;
	int64_t lines;

	if (db_backup(c->app.db, path) != RC_OK)
		fatal("%s: cannot be written", path);
	db_close(c->app.db);
	c->app.db = db_open(path, conf->write_lock, false);
	/* what it reads through is opened with the first question */
	if (c->app.db == NULL || register_size(c->app.db, &lines) != RC_OK)
		fatal("%s: cannot be opened", path);
	for (size_t k = 0; k < sizeof(ends) / sizeof(ends[0]); k++)
		unlink(arena_printf(c->mem, "%s%s", path, ends[k]));
}

int
copy_main(const struct program *portal, const char *conf, const char *dir)
{
	struct copy c = { .dir = dir, .mem = arena_new() };
	enum rc rc;

	/* nobody goes on for a gkctl that was stopped */
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	umask(022);
	log_open("portal");
	if (mkdir(dir, 0755) != 0)
		fatal("%s: %s", dir, strerror(errno));
	copy_about_pages(&c, portal);
	serve_open(&c.app, &c.program, conf);
	freeze(&c);
	copy_about_site(&c);
	if ((rc = fill(&c)) != RC_OK)
		fatal("%s: the copy cannot be made (%d)", dir, (int)rc);
	db_close(c.app.db);
	view_close(c.app.view);
	printf("%lld pages\n", (long long)c.pages);
	arena_free(c.app.mem);
	arena_free(c.mem);
	return 0;
}
