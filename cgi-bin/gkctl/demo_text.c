/* demo_text.c - reading the patterns. */
#include "gkctl/demo_text.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/text.h"
#include "gkctl/table.h"

#define TEXTS_MAX 400

struct reader {
	const char *path;
	int line;
	char *rest;
	struct arena *mem;
	struct demo_texts *out;
	struct demo_text *t;
};

static char *
next_line(struct reader *r)
{
	r->line++;
	return strsep(&r->rest, "\n");
}

/* "3-12" or "3" */
static bool
range_read(const char *s, int *from, int *to)
{
	char tail;
	int n = sscanf(s, "%d-%d%c", from, to, &tail);

	if (n == 1)
		*to = *from;
	return (n == 1 && strchr(s, '-') == NULL) || n == 2;
}

static bool
when_read(const char *s, struct demo_text *t)
{
	if (strncmp(s, "now-", 4) == 0)
		return sscanf(s + 4, "%d", &t->ago) == 1;
	return range_read(s, &t->month, &t->month_to) && t->month >= 1 &&
	    t->month <= t->month_to && t->month_to <= 12;
}

/* "expire 400 50% reason" */
static bool
fate_read(const char *s, struct demo_text *t, struct arena *m)
{
	struct demo_fate *f = &t->fate[t->n_fates];
	char name[16];
	int used = 0;

	if (t->n_fates == DEMO_FATES ||
	    sscanf(s, "%15s %d %d%% %n", name, &f->days, &f->chance, &used) < 3 ||
	    used == 0)
		return false;
	f->action = action_of_key(name);
	f->reason = arena_strdup(m, s + used);
	t->n_fates++;
	return f->action != ACTION_NONE && *f->reason;
}

static bool
categories_read(char *s, struct demo_text *t)
{
	char *word;
	int n = 0;

	while ((word = strsep(&s, " ")) != NULL) {
		if (n == DEMO_CATEGORIES)
			return false;
		if (*word)
			t->category[n++] = word;
	}
	return n > 0;
}

static bool
stop_read(const char *s, struct demo_text *t)
{
	t->stop = strcmp(s, "draft") == 0 ? ACTION_EDIT :
	    strcmp(s, "submitted") == 0 ? ACTION_SUBMIT :
	    strcmp(s, "returned") == 0 ? ACTION_RETURN :
	    strcmp(s, "approved") == 0 ? ACTION_APPROVE : ACTION_NONE;
	return t->stop != ACTION_NONE;
}

static bool
years_read(const char *s, struct demo_text *t)
{
	t->latest = strcmp(s, "last") == 0;
	t->once = strcmp(s, "once") == 0;
	if (t->latest || t->once)
		return true;
	return sscanf(s, "%d..%d", &t->first, &t->last) == 2 &&
	    t->first >= t->last && t->last >= 0;
}

static bool
key_read(struct reader *r, const char *key, char *value)
{
	struct demo_text *t = r->t;
	const struct { const char *key, **at; } plain[] = {
		{ "units", &t->units }, { "theme", &t->theme },
		{ "kind", &t->kind }, { "no", &t->no },
		{ "openness", &t->openness }, { "title", &t->title },
		{ "summary", &t->summary }, { "returned", &t->returned },
		{ "form", &t->form },
	};
	size_t i;

	for (i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		if (strcmp(key, plain[i].key) == 0) {
			*plain[i].at = value;
			return true;
		}
	if (strcmp(key, "when") == 0)
		return when_read(value, t);
	if (strcmp(key, "years") == 0)
		return years_read(value, t);
	if (strcmp(key, "count") == 0)
		return sscanf(value, "%d", &t->count) == 1;
	if (strcmp(key, "category") == 0)
		return categories_read(value, t);
	if (strcmp(key, "lag") == 0)
		return range_read(value, &t->lag, &t->lag_to);
	if (strcmp(key, "then") == 0)
		return fate_read(value, t, r->mem);
	if (strcmp(key, "state") == 0)
		return stop_read(value, t);
	return false;
}

static bool
let_read(struct reader *r, char *s)
{
	struct demo_text *t = r->t;
	char *eq = strstr(s, " = ");

	if (eq == NULL || t->n_lets == DEMO_LETS)
		return false;
	*eq = '\0';
	t->let[t->n_lets].name = text_trim(r->mem, s);
	t->let[t->n_lets++].value = text_trim(r->mem, eq + 3);
	return true;
}

static bool
file_read(struct reader *r, const char *name)
{
	struct demo_text *t = r->t;
	struct buf b = buf_new(r->mem);
	char *line;

	if (t->n_files == DEMO_FILES)
		return false;
	while ((line = next_line(r)) != NULL && strcmp(line, "end") != 0)
		buf_printf(&b, "%s\n", line);
	t->file[t->n_files].name = name;
	t->file[t->n_files++].value = b.s;
	return line != NULL;
}

static void
body_read(struct reader *r)
{
	struct buf b = buf_new(r->mem);
	char *line;

	while (r->rest != NULL && strncmp(r->rest, "%%", 2) != 0 &&
	    (line = next_line(r)) != NULL)
		buf_printf(&b, "%s\n", line);
	r->t->body = b.s;
}

static bool
pattern_start(struct reader *r, const char *name)
{
	if (r->out->n == TEXTS_MAX)
		return false;
	r->t = &r->out->v[r->out->n++];
	*r->t = (struct demo_text){ .name = name, .units = "", .first = 2,
	    .theme = "", .kind = "通知", .no = "", .openness = "active",
	    .lag = 2, .lag_to = 9, .returned = "", .stop = ACTION_PUBLISH,
	    .title = "", .summary = "", .body = "" };
	return true;
}

static bool
line_read(struct reader *r, char *line)
{
	char *colon;

	if (strncmp(line, "%% ", 3) == 0)
		return pattern_start(r, line + 3);
	if (r->t == NULL)
		return false;
	if (strcmp(line, "body:") == 0) {
		body_read(r);
		return true;
	}
	if (strncmp(line, "let ", 4) == 0)
		return let_read(r, line + 4);
	if ((colon = strchr(line, ':')) == NULL)
		return false;
	*colon = '\0';
	colon = text_trim(r->mem, colon + 1);
	if (strcmp(line, "file") == 0)
		return file_read(r, colon);
	return key_read(r, line, colon);
}

static enum rc
texts_read(struct demo_texts *out, const char *path, struct arena *m)
{
	struct reader r = { .path = path, .mem = m, .out = out };
	char *line;

	if ((r.rest = table_slurp(path, m)) == NULL)
		return RC_FAIL;
	while ((line = next_line(&r)) != NULL) {
		if (*line == '\0' || *line == '#' || line_read(&r, line))
			continue;
		log_fail("%s:%d: not understood", path, r.line);
		return RC_INVALID;
	}
	return RC_OK;
}

enum rc
demo_text_load(const char *dir, struct demo_texts *out, struct arena *m)
{
	enum rc rc = RC_OK;
	glob_t g;
	size_t i;

	out->n = 0;
	out->v = arena_calloc(m, TEXTS_MAX, sizeof(*out->v));
	if (glob(arena_printf(m, "%s/demo_*.txt", dir), 0, NULL, &g) != 0) {
		log_fail("%s: no demo_*.txt there", dir);
		return RC_FAIL;
	}
	for (i = 0; rc == RC_OK && i < g.gl_pathc; i++)
		rc = texts_read(out, arena_strdup(m, g.gl_pathv[i]), m);
	globfree(&g);
	return rc;
}
