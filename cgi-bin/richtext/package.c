/* package.c - owns libarchive: reads the entries that a document needs. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <archive.h>
#include <archive_entry.h>

#include "base/buf.h"
#include "richtext/package.h"
#include "richtext/xml.h"

struct package {
	struct part *v;
	int n, room;
	size_t all;
};

static enum rc
refuse(enum problem *why, enum problem what)
{
	*why = what;
	return what == PROBLEM_WORD_TOO_LARGE ? RC_TOO_LARGE : RC_INVALID;
}

/* What may be large and is never shown. */
static bool
is_wanted(const char *name)
{
	static const char *const unwanted[] = {
		"/embeddings/", "/fonts/", "/activex/", "/vbaproject.bin",
		"/glossary/", "docprops/", "customxml/",
	};
	size_t k;

	for (k = 0; k < sizeof unwanted / sizeof unwanted[0]; k++)
		if (strcasestr(name, unwanted[k]) != NULL)
			return false;
	return true;
}

/* Inflates one entry; stops as soon as it is more than it may be. */
static enum rc
entry_read(struct package *p, struct archive *a, struct part *part,
    enum problem *why)
{
	size_t cap = 0, n = 0;
	char *data = NULL, *more;
	ssize_t got;

	for (;;) {
		if (n == cap) {
			cap = cap == 0 ? 16384 : cap * 2;
			if ((more = realloc(data, cap + 1)) == NULL)
				goto large;
			data = more;
		}
		got = archive_read_data(a, data + n, cap - n);
		if (got <= 0)
			break;
		n += (size_t)got;
		if (n > PACKAGE_PART_MAX || p->all + n > PACKAGE_ALL_MAX)
			goto large;
	}
	part->data = data;
	part->n = n;
	p->all += n;
	return got < 0 ? refuse(why, PROBLEM_WORD_BROKEN) : RC_OK;
large:
	free(data);
	return refuse(why, PROBLEM_WORD_TOO_LARGE);
}

static void
name_settle(char *name)
{
	char *s;

	for (s = name; *s != '\0'; s++)
		if (*s == '\\')
			*s = '/';
	s = name + strspn(name, "/");
	memmove(name, s, strlen(s) + 1);
}

static int
hex_digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c != '\0' ? strchr(digits, c | 32) : NULL;

	return at != NULL ? (int)(at - digits) : -1;
}

/* %E5%9B%BE and the character it stands for are the same name; what would
 * part or end it stays as it is. */
static void
name_decode(char *name)
{
	char *in = name, *out = name, c;
	int high, low;

	for (; *in != '\0'; in++, out++) {
		*out = *in;
		if (*in != '%' || (high = hex_digit(in[1])) < 0 ||
		    (low = hex_digit(in[2])) < 0)
			continue;
		c = (char)(high * 16 + low);
		if (c == '\0' || c == '/' || c == '\\')
			continue;
		*out = c;
		in += 2;
	}
	*out = '\0';
}

static struct part *
part_new(struct package *p)
{
	if (p->n == p->room) {
		p->room = p->room == 0 ? 32 : p->room * 2;
		p->v = realloc(p->v, (size_t)p->room * sizeof *p->v);
		if (p->v == NULL)
			abort();
	}
	memset(&p->v[p->n], 0, sizeof p->v[0]);
	return &p->v[p->n];
}

static enum rc
entry_add(struct package *p, struct archive *a, struct archive_entry *e,
    enum problem *why)
{
	const char *name = archive_entry_pathname(e);
	struct part *part;

	if (archive_entry_is_encrypted(e))
		return refuse(why, PROBLEM_WORD_ENCRYPTED);
	if (name == NULL || archive_entry_filetype(e) != AE_IFREG ||
	    !is_wanted(name))
		return RC_OK;
	part = part_new(p);
	if ((part->name = strdup(name)) == NULL)
		abort();
	name_settle(part->name);
	name_decode(part->name);
	if (package_part(p, part->name) != NULL) {
		free(part->name);
		return RC_OK;
	}
	p->n++;
	return entry_read(p, a, part, why);
}

static enum rc
load(struct archive *a, struct package *p, enum problem *why)
{
	struct archive_entry *e;
	enum rc rc = RC_OK;
	int r, seen = 0;

	while (rc == RC_OK) {
		r = archive_read_next_header(a, &e);
		if (r == ARCHIVE_EOF)
			break;
		if (r != ARCHIVE_OK && r != ARCHIVE_WARN)
			return refuse(why, PROBLEM_WORD_BROKEN);
		if (++seen > PACKAGE_ENTRY_MAX)
			return refuse(why, PROBLEM_WORD_TOO_LARGE);
		rc = entry_add(p, a, e, why);
	}
	if (rc == RC_OK && p->n == 0)
		return refuse(why, PROBLEM_WORD_BROKEN);
	return rc;
}

static enum rc
load_from(const char *path, const void *data, size_t n,
    struct package **out, enum problem *why)
{
	struct archive *a = archive_read_new();
	struct package *p = calloc(1, sizeof *p);
	enum rc rc;
	int r;

	if (a == NULL || p == NULL)
		abort();
	/* By the central directory alone, as Word reads it. */
	archive_read_support_format_zip_seekable(a);
	r = path != NULL ? archive_read_open_filename(a, path, 65536)
	    : archive_read_open_memory(a, data, n);
	rc = r == ARCHIVE_OK ? load(a, p, why)
	    : refuse(why, PROBLEM_WORD_BROKEN);
	archive_read_free(a);
	if (rc != RC_OK) {
		package_free(p);
		p = NULL;
	}
	*out = p;
	return rc;
}

enum rc
package_open(const char *path, struct package **out, enum problem *why)
{
	return load_from(path, NULL, 0, out, why);
}

enum rc
package_read(const void *data, size_t n, struct package **out,
    enum problem *why)
{
	return load_from(NULL, data, n, out, why);
}

/* A name that ends in a slash begins those of its folder. */
static bool
is_named(const char *in, const char *name)
{
	size_t n = strlen(name);

	if (n > 0 && name[n - 1] != '/')
		n++;	/* the whole name, with its end */
	return strncasecmp(in, name, n) == 0;
}

unsigned
package_holds(const char *path, const char *const *name, int n)
{
	struct archive *a = archive_read_new();
	struct archive_entry *e;
	unsigned holds = 0;
	const char *in;
	int seen = 0, k;

	if (a == NULL)
		abort();
	archive_read_support_format_zip_seekable(a);
	if (archive_read_open_filename(a, path, 65536) == ARCHIVE_OK)
		while (holds != (1u << n) - 1 && seen++ < PACKAGE_ENTRY_MAX &&
		    archive_read_next_header(a, &e) == ARCHIVE_OK)
			for (k = 0; k < n &&
			    (in = archive_entry_pathname(e)) != NULL; k++)
				holds |= is_named(in, name[k]) ? 1u << k : 0;
	archive_read_free(a);
	return holds;
}

bool
package_has(const char *path, const char *name)
{
	return package_holds(path, &name, 1) != 0;
}

/* Moves to the entry of that name. */
static bool
seek_entry(struct archive *a, const char *path, const char *name)
{
	struct archive_entry *e;
	const char *in;
	int seen = 0;

	archive_read_support_format_zip_seekable(a);
	if (archive_read_open_filename(a, path, 65536) != ARCHIVE_OK)
		return false;
	while (seen++ < PACKAGE_ENTRY_MAX &&
	    archive_read_next_header(a, &e) == ARCHIVE_OK)
		if ((in = archive_entry_pathname(e)) != NULL &&
		    strcasecmp(in, name) == 0)
			return true;
	return false;
}

char *
package_peek(const char *path, const char *name, size_t max,
    struct arena *m)
{
	struct archive *a = archive_read_new();
	char *out = arena_alloc(m, max + 1);
	size_t n = 0;
	ssize_t got;

	if (a == NULL)
		abort();
	if (seek_entry(a, path, name))
		while (n < max &&
		    (got = archive_read_data(a, out + n, max - n)) > 0)
			n += (size_t)got;
	archive_read_free(a);
	out[n] = '\0';
	return out;
}

void
package_free(struct package *p)
{
	int k;

	for (k = 0; p != NULL && k < p->n; k++) {
		free(p->v[k].name);
		free(p->v[k].data);
	}
	if (p != NULL)
		free(p->v);
	free(p);
}

const struct part *
package_part(const struct package *p, const char *name)
{
	int k;

	for (k = 0; k < p->n; k++)
		if (strcasecmp(p->v[k].name, name) == 0)
			return &p->v[k];
	return NULL;
}

/* target, seen from the folder of part, without . and .. */
static char *
resolve(const char *part, const char *target, struct arena *m)
{
	const char *slash = strrchr(part, '/');
	char *full, *in, *out, *next;

	if (*target == '/' || *target == '\\' || slash == NULL)
		full = arena_strdup(m, target);
	else
		full = arena_printf(m, "%.*s/%s", (int)(slash - part), part,
		    target);
	name_settle(full);
	for (in = out = full; *in != '\0'; in = next) {
		size_t n = strcspn(in, "/");

		next = in + n + (in[n] == '/');
		if (n == 1 && in[0] == '.')
			continue;
		if (n == 2 && in[0] == '.' && in[1] == '.') {
			if (out > full)
				out--;
			while (out > full && out[-1] != '/')
				out--;
			continue;
		}
		memmove(out, in, (size_t)(next - in));
		out += next - in;
	}
	*out = '\0';
	name_decode(full);
	return full;
}

static void
rel_add(struct rels *r, const struct node *n, const char *part, struct arena *m)
{
	const char *id = xml_attr(n, "Id"), *type = xml_attr(n, "Type");
	const char *target = xml_attr(n, "Target"), *last;
	const char *mode = xml_attr(n, "TargetMode");
	struct rel *e;

	if (id == NULL || type == NULL || target == NULL)
		return;
	e = &r->v[r->n++];
	last = strrchr(type, '/');
	e->id = arena_strdup(m, id);
	e->type = arena_strdup(m, last != NULL ? last + 1 : type);
	e->external = mode != NULL && strcasecmp(mode, "External") == 0;
	e->target = e->external ? arena_strdup(m, target)
	    : resolve(part, target, m);
}

/* Of two with one id the first counts. */
static int
rel_compare(const void *a, const void *b)
{
	const struct rel *x = *(const struct rel *const *)a;
	const struct rel *y = *(const struct rel *const *)b;
	int c = strcmp(x->id, y->id);

	return c != 0 ? c : x < y ? -1 : x > y;
}

static void
rels_sort(struct rels *r, struct arena *m)
{
	int k;

	r->by_id = arena_calloc(m, (size_t)r->n + 1, sizeof *r->by_id);
	for (k = 0; k < r->n; k++)
		r->by_id[k] = &r->v[k];
	qsort(r->by_id, (size_t)r->n, sizeof *r->by_id, rel_compare);
}

static void
rels_read(const struct node *root, const char *part, struct rels *r,
    struct arena *m)
{
	const struct node *n;
	size_t count = 0;

	for (n = root->children; n != NULL; n = n->next)
		count += xml_tag(n) == pr_Relationship;
	r->v = arena_calloc(m, count + 1, sizeof *r->v);
	for (n = root->children; n != NULL; n = n->next)
		if (xml_tag(n) == pr_Relationship)
			rel_add(r, n, part, m);
	rels_sort(r, m);
}

enum rc
package_rels(const struct package *p, const char *name, struct rels *r,
    struct arena *m)
{
	const char *slash = strrchr(name, '/');
	int dir = slash != NULL ? (int)(slash + 1 - name) : 0;
	const struct part *part;
	struct xml *x;
	enum rc rc;

	memset(r, 0, sizeof *r);
	part = package_part(p, arena_printf(m, "%.*s_rels/%s.rels", dir, name,
	    name + dir));
	if (part == NULL)
		return RC_OK;
	if ((rc = xml_parse(part->data, part->n, &x)) == RC_DENIED)
		return RC_INVALID;
	if (rc != RC_OK)
		return RC_OK;
	rels_read(xml_root(x), name, r, m);
	xml_free(x);
	return RC_OK;
}

const struct rel *
rels_find(const struct rels *r, const char *id)
{
	int low = 0, high = id != NULL ? r->n : 0, k;

	while (low < high) {
		k = (low + high) / 2;
		if (strcmp(r->by_id[k]->id, id) < 0)
			low = k + 1;
		else
			high = k;
	}
	return id != NULL && low < r->n && strcmp(r->by_id[low]->id, id) == 0
	    ? r->by_id[low] : NULL;
}

const struct rel *
rels_type(const struct rels *r, const char *type)
{
	int k;

	for (k = 0; k < r->n; k++)
		if (!r->v[k].external && strcasecmp(r->v[k].type, type) == 0)
			return &r->v[k];
	return NULL;
}
