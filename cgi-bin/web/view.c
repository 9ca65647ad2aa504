/*
 * view.c - ClearSilver, kept to what it does well: parsed once, rendered many
 * times over the values of one page and those of every page.
 *
 * Every template is read, linted and parsed at start-up, so that a broken one
 * stops the program; but what ClearSilver makes of all of them was most of the
 * memory of a worker, so only those shown last stay parsed.
 */
#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "cs/cs.h"

#include "base/log.h"
#include "web/lint.h"
#include "web/view.h"
#include "web/view_values.h"

#define FILES_MAX	500
#define FILE_MAX	(256 * 1024)
#define INCLUDES_MAX	32
#define PARSED_MAX	16	/* pages at one time */

struct source {
	char *name, *text;
	bool part;		/* some other file includes it */
	bool shown;		/* by itself */
	int uses;		/* when every page was parsed once */
	CSPARSE *page;		/* NULL: not parsed now */
	unsigned long last;	/* when it was shown, by view.renders */
};

#define SPARE_MAX	2	/* pages that are made at one time */

struct view {
	struct values *site;
	int n_spare;
	struct values *spare[SPARE_MAX];
	struct mark mark;	/* of all templates */
	const struct source *macros;	/* of the site, or NULL */
	CSPARSE *parsing;
	int parsed;		/* pages */
	unsigned long renders;
	int n, includes;
	struct source source[FILES_MAX];
};

static _Noreturn void
broken(NEOERR *err, const char *what)
{
	STRING text;

	string_init(&text);
	nerr_error_string(err, &text);
	log_fail("%s: %s", what, text.buf);
	abort();
}

static void
must(NEOERR *err, const char *what)
{
	if (err != STATUS_OK)
		broken(err, what);
}

static char *
read_text(const char *path)
{
	static char text[FILE_MAX + 1];
	FILE *f = fopen(path, "re");
	char *copy;
	size_t n;

	if (f == NULL)
		fatal("%s: %s", path, strerror(errno));
	n = fread(text, 1, FILE_MAX + 1, f);
	if (ferror(f) || n > FILE_MAX)
		fatal("%s: unreadable or larger than %d bytes", path, FILE_MAX);
	text[n] = '\0';
	if (strlen(text) != n)
		fatal("%s: holds a NUL", path);
	fclose(f);
	if ((copy = strdup(text)) == NULL)
		fatal("out of memory");
	return copy;
}

static void
read_file(struct view *v, const char *dir, const char *folder,
    const char *name)
{
	struct source *s = &v->source[v->n];
	char path[4096];

	if (v->n == FILES_MAX)
		fatal("%s: more than %d templates", dir, FILES_MAX);
	if (asprintf(&s->name, "%s/%s", folder, name) < 0)
		fatal("out of memory");
	snprintf(path, sizeof(path), "%s/%s", dir, s->name);
	s->text = read_text(path);
	v->n++;
}

static bool
is_template(const char *name)
{
	const char *dot = strrchr(name, '.');

	return *name != '.' && dot != NULL && strcmp(dot, ".cs") == 0;
}

static void
read_folder(struct view *v, const char *dir, const char *folder)
{
	struct dirent **entry;
	char path[4096];
	int k, n;

	snprintf(path, sizeof(path), "%s/%s", dir, folder);
	if ((n = scandir(path, &entry, NULL, alphasort)) < 0)
		fatal("%s: %s", path, strerror(errno));
	for (k = 0; k < n; k++) {
		if (is_template(entry[k]->d_name))
			read_file(v, dir, folder, entry[k]->d_name);
		free(entry[k]);
	}
	free(entry);
}

/* Every folder, because a part of shared/ may serve only another site. */
static void
read_folders(struct view *v, const char *dir)
{
	struct dirent **entry;
	char path[4096];
	struct stat st;
	int k, n;

	if ((n = scandir(dir, &entry, NULL, alphasort)) < 0)
		fatal("%s: %s", dir, strerror(errno));
	for (k = 0; k < n; k++) {
		snprintf(path, sizeof(path), "%s/%s", dir, entry[k]->d_name);
		if (entry[k]->d_name[0] != '.' && stat(path, &st) == 0 &&
		    S_ISDIR(st.st_mode))
			read_folder(v, dir, entry[k]->d_name);
		free(entry[k]);
	}
	free(entry);
}

static struct source *
find_source(struct view *v, const char *name)
{
	int k;

	for (k = 0; k < v->n; k++)
		if (strcmp(v->source[k].name, name) == 0)
			return &v->source[k];
	return NULL;
}

struct including {
	struct view *view;
	struct source *file;
};

static void
mark_part(void *arg, const char *name)
{
	const struct including *i = arg;
	struct source *s = find_source(i->view, name);

	if (s != NULL && s != i->file)
		s->part = true;
}

static void
report_fault(void *arg, const char *name, int line, const char *what)
{
	(void)arg;
	log_fail("%s:%d: %s", name, line, what);
}

static struct view *
read_all(const char *dir, int *faults)
{
	struct view *v = calloc(1, sizeof(*v));
	struct including i = { v, NULL };

	if (v == NULL)
		fatal("out of memory");
	read_folders(v, dir);
	*faults = 0;
	for (i.file = v->source; i.file < v->source + v->n; i.file++) {
		mark_text(&v->mark, i.file->name);
		mark_text(&v->mark, i.file->text);
		*faults += lint_template(i.file->name, i.file->text,
		    report_fault, NULL);
		lint_includes(i.file->text, mark_part, &i);
	}
	return v;
}

/*
 * The macros of a site are parsed once and stand at the end of the list of
 * every page that includes them: parsed for each page they were most of what
 * a worker's memory held.
 */
static void
lend_macros(CSPARSE *macros, CSPARSE *page)
{
	CS_MACRO **at = &page->macros;

	while (*at != NULL && *at != macros->macros)
		at = &(*at)->next;
	*at = macros->macros;
}

static void
take_back_macros(CSPARSE *macros, CSPARSE *page)
{
	CS_MACRO **at = &page->macros;

	while (*at != NULL && *at != macros->macros)
		at = &(*at)->next;
	*at = NULL;
}

static void
drop_page(struct view *v, struct source *s)
{
	if (s->page == NULL)
		return;
	if (v->macros != NULL && s != v->macros)
		take_back_macros(v->macros->page, s->page);
	cs_destroy(&s->page);
	v->parsed--;
}

void
view_close(struct view *v)
{
	int k;

	for (k = 0; k < v->n; k++)
		if (&v->source[k] != v->macros)
			drop_page(v, &v->source[k]);
	for (k = 0; k < v->n; k++) {
		drop_page(v, &v->source[k]);
		free(v->source[k].name);
		free(v->source[k].text);
	}
	while (v->n_spare > 0)
		values_free(v->spare[--v->n_spare]);
	if (v->site != NULL)
		values_free(v->site);
	free(v);
}

int
view_lint(const char *dir)
{
	int faults;

	view_close(read_all(dir, &faults));
	return faults;
}

/* Only what was read and linted can be included, so no name leads out of the
 * folder. */
static NEOERR *
load_file(void *arg, HDF *values, const char *name, char **contents)
{
	struct view *v = arg;
	struct source *s = find_source(v, name);

	(void)values;
	if (s == NULL || s->text == NULL)
		return nerr_raise(NERR_NOT_FOUND, "no template %s", name);
	s->uses++;
	if (s == v->macros) {
		lend_macros(v->macros->page, v->parsing);
		*contents = strdup("");
		return *contents != NULL ? STATUS_OK :
		    nerr_raise(NERR_NOMEM, "out of memory");
	}
	if (++v->includes > INCLUDES_MAX)
		return nerr_raise(NERR_PARSE, "more than %d files included",
		    INCLUDES_MAX);
	if ((*contents = strdup(s->text)) == NULL)
		return nerr_raise(NERR_NOMEM, "out of memory");
	return STATUS_OK;
}

/* Addresses that may stand in a link; anything else becomes "#". */
static bool
good_address(const char *s)
{
	static const char *const schemes[] = { "http://", "https://",
	    "mailto:", "tel:" };
	const unsigned char *c;
	size_t k;

	for (c = (const unsigned char *)s; *c != '\0'; c++)
		if (*c <= ' ' || *c == 0x7f || *c == '\\')
			return false;
	if (*s == '#' || *s == '?' || (s[0] == '/' && s[1] != '/'))
		return true;
	for (k = 0; k < sizeof(schemes) / sizeof(schemes[0]); k++)
		if (strncasecmp(s, schemes[k], strlen(schemes[k])) == 0)
			return true;
	return false;
}

static NEOERR *
url_ok(const char *s, char **out)
{
	*out = strdup(good_address(s) ? s : "#");
	return *out != NULL ? STATUS_OK :
	    nerr_raise(NERR_NOMEM, "out of memory");
}

static void
parse_page(struct view *v, struct source *s)
{
	char function[] = "url_ok";
	STRING text;
	NEOERR *err;

	must(cs_init(&s->page, values_root(v->site)), s->name);
	must(cs_register_strfunc(s->page, function, url_ok), s->name);
	cs_register_fileload(s->page, v, load_file);
	v->includes = 0;
	v->parsing = s->page;
	v->parsed++;
	if ((err = cs_parse_file(s->page, s->name)) == STATUS_OK)
		return;
	string_init(&text);
	nerr_error_string(err, &text);
	fatal("%s: %s", s->name, text.buf);
}

static NEOERR *
refuse_output(void *arg, char *text)
{
	const struct source *s = arg;

	if (text[strspn(text, " \t\r\n")] != '\0')
		fatal("%s: may hold nothing but definitions", s->name);
	return STATUS_OK;
}

static void
parse_macros(struct view *v, const char *site)
{
	char name[100];
	struct source *s;

	snprintf(name, sizeof(name), "%s/macros.cs", site);
	if ((s = find_source(v, name)) == NULL || !s->part)
		return;
	parse_page(v, s);
	must(cs_render(s->page, s, refuse_output), s->name);
	v->macros = s;
}

static bool
in_folder(const char *name, const char *folder)
{
	size_t n = strlen(folder);

	return strncmp(name, folder, n) == 0 && name[n] == '/';
}

static void
try_page(struct view *v, struct source *s)
{
	parse_page(v, s);
	drop_page(v, s);
	s->shown = true;
}

/* Room for one more: the page that was not shown for longest goes. */
static void
drop_oldest(struct view *v)
{
	struct source *s, *oldest = NULL;

	for (s = v->source; s < v->source + v->n; s++)
		if (s->page != NULL && s != v->macros &&
		    (oldest == NULL || s->last < oldest->last))
			oldest = s;
	if (oldest != NULL)
		drop_page(v, oldest);
}

static void
ready_page(struct view *v, struct source *s)
{
	s->last = ++v->renders;
	if (s->page != NULL)
		return;
	if (v->parsed > PARSED_MAX)
		drop_oldest(v);
	parse_page(v, s);
}

struct view *
view_open(const char *dir, const char *site)
{
	struct view *v;
	struct source *s;
	int faults;

	v = read_all(dir, &faults);
	if (faults > 0)
		fatal("%s: %d faults in templates", dir, faults);
	v->site = values_new();
	parse_macros(v, site);
	for (s = v->source; s < v->source + v->n; s++)
		if (!s->part && (in_folder(s->name, "shared") ||
		    in_folder(s->name, "letters") || in_folder(s->name, site)))
			try_page(v, s);
	for (s = v->source; s < v->source + v->n; s++)
		if (s->uses == 0) {
			free(s->text);
			s->text = NULL;
		}
	return v;
}

void
view_mark(const struct view *v, struct mark *m)
{
	mark_add(m, &v->mark, sizeof(v->mark));
}

struct node *
view_site(struct view *v)
{
	return (struct node *)values_root(v->site);
}

struct node *
view_page(struct view *v)
{
	return (struct node *)values_root(v->n_spare > 0 ?
	    v->spare[--v->n_spare] : values_new());
}

/* Kept for the next page. */
void
view_end(struct view *v, struct node *page)
{
	struct values *values = values_of((HDF *)page);

	if (v->n_spare == SPARE_MAX) {
		values_free(values);
		return;
	}
	values_reset(values);
	v->spare[v->n_spare++] = values;
}

static NEOERR *
take_output(void *arg, char *text)
{
	buf_puts(arg, text);
	return STATUS_OK;
}

enum rc
view_render(struct view *v, const char *template, struct node *page,
    struct buf *out)
{
	struct source *s = find_source(v, template);
	STRING text;
	NEOERR *err;

	if (s == NULL || !s->shown) {
		log_fail("%s: no such page", template);
		return RC_FAIL;
	}
	ready_page(v, s);
	s->page->hdf = (HDF *)page;
	s->page->global_hdf = values_root(v->site);
	err = cs_render(s->page, out, take_output);
	s->page->hdf = NULL;
	if (err == STATUS_OK)
		return RC_OK;
	string_init(&text);
	nerr_error_string(err, &text);
	log_fail("%s: %s", template, text.buf);
	string_clear(&text);
	nerr_ignore(&err);
	s->page->locals = NULL;	/* they lay on the stack that was left */
	return RC_FAIL;
}
