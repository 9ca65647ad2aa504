/*
 * view.c - ClearSilver, kept to what it does well: parsed once at start-up,
 * rendered many times over the values of one page and those of every page.
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

#define FILES_MAX	500
#define FILE_MAX	(256 * 1024)
#define INCLUDES_MAX	32

struct source {
	char *name, *text;
	bool part;		/* some other file includes it */
	CSPARSE *page;		/* NULL: not shown by itself */
};

struct view {
	HDF *site;
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

/* Without the mode in every set of values some constructs would escape
 * nothing. */
static HDF *
new_values(void)
{
	HDF *h;

	must(hdf_init(&h), "values");
	must(hdf_set_value(h, "Config.VarEscapeMode", "html"), "values");
	return h;
}

static char *
read_text(const char *path)
{
	FILE *f = fopen(path, "re");
	char *text = malloc(FILE_MAX + 1);
	size_t n;

	if (f == NULL || text == NULL)
		fatal("%s: %s", path, strerror(errno));
	n = fread(text, 1, FILE_MAX + 1, f);
	if (ferror(f) || n > FILE_MAX)
		fatal("%s: unreadable or larger than %d bytes", path, FILE_MAX);
	text[n] = '\0';
	if (strlen(text) != n)
		fatal("%s: holds a NUL", path);
	fclose(f);
	return realloc(text, n + 1);
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
		*faults += lint_template(i.file->name, i.file->text,
		    report_fault, NULL);
		lint_includes(i.file->text, mark_part, &i);
	}
	return v;
}

void
view_close(struct view *v)
{
	int k;

	for (k = 0; k < v->n; k++) {
		cs_destroy(&v->source[k].page);
		free(v->source[k].name);
		free(v->source[k].text);
	}
	hdf_destroy(&v->site);
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
	const struct source *s = find_source(v, name);

	(void)values;
	if (s == NULL)
		return nerr_raise(NERR_NOT_FOUND, "no template %s", name);
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

	must(cs_init(&s->page, v->site), s->name);
	must(cs_register_strfunc(s->page, function, url_ok), s->name);
	cs_register_fileload(s->page, v, load_file);
	v->includes = 0;
	if ((err = cs_parse_file(s->page, s->name)) == STATUS_OK)
		return;
	string_init(&text);
	nerr_error_string(err, &text);
	fatal("%s: %s", s->name, text.buf);
}

static bool
in_folder(const char *name, const char *folder)
{
	size_t n = strlen(folder);

	return strncmp(name, folder, n) == 0 && name[n] == '/';
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
	v->site = new_values();
	for (s = v->source; s < v->source + v->n; s++)
		if (!s->part && (in_folder(s->name, "shared") ||
		    in_folder(s->name, site)))
			parse_page(v, s);
	return v;
}

struct node *
view_site(struct view *v)
{
	return (struct node *)v->site;
}

struct node *
view_page(struct view *v)
{
	(void)v;
	return (struct node *)new_values();
}

void
view_end(struct node *page)
{
	HDF *h = (HDF *)page;

	hdf_destroy(&h);
}

static bool
for_markup(const char *name)
{
	size_t n = strlen(name);

	return n >= 4 && memcmp(name + n - 4, "Html", 4) == 0;
}

/* A value under the wrong kind of name is a hole: no page is worth it. */
static void
set_value(struct node *node, const char *name, const char *text, bool markup)
{
	if (for_markup(name) != markup) {
		log_fail("%s: names of markup, and only those, end in Html",
		    name);
		abort();
	}
	must(hdf_set_value((HDF *)node, name, text == NULL ? "" : text), name);
}

void
view_set(struct node *node, const char *name, const char *text)
{
	set_value(node, name, text, false);
}

void
view_int(struct node *node, const char *name, int64_t number)
{
	char text[24];

	snprintf(text, sizeof(text), "%lld", (long long)number);
	set_value(node, name, text, false);
}

void
view_flag(struct node *node, const char *name, int on)
{
	if (on)
		set_value(node, name, "1", false);
}

void
view_html(struct node *node, const char *name, struct safe_html html)
{
	set_value(node, name, html.s, true);
}

struct node *
view_child(struct node *node, const char *name)
{
	HDF *child;

	must(hdf_get_node((HDF *)node, name, &child), name);
	return (struct node *)child;
}

/* A long list keeps its last child; a short one is walked. */
static long
next_number(HDF *list)
{
	HDF *last = list->hash != NULL ? list->last_child : list->child;

	while (last != NULL && last->next != NULL)
		last = last->next;
	return last == NULL ? 0 : strtol(last->name, NULL, 10) + 1;
}

struct node *
view_item(struct node *node, const char *name)
{
	HDF *list = (HDF *)view_child(node, name);
	long number = next_number(list);
	char text[24];

	if (number == 0)
		must(hdf_set_value(list, NULL, "1"), name);
	snprintf(text, sizeof(text), "%ld", number);
	return view_child((struct node *)list, text);
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

	if (s == NULL || s->page == NULL) {
		log_fail("%s: no such page", template);
		return RC_FAIL;
	}
	s->page->hdf = (HDF *)page;
	s->page->global_hdf = v->site;
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
