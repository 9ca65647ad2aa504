/* imprint.c - see imprint.h. */
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/text.h"
#include "richtext/imprint.h"
#include "richtext/imprint_old.h"
#include "richtext/imprint_rtf.h"
#include "richtext/old_pictures.h"
#include "richtext/package.h"
#include "richtext/picture.h"
#include "richtext/zip_write.h"

#define NAME_BYTES 200
#define READ_MAX ((off_t)1 << 32)
#define CUSTOM	"docProps/custom.xml"

enum kind { PART_OTHER, PART_CORE, PART_APP, PART_CUSTOM, PART_META,
	PART_PICTURE };

/* The text of an element that has no others in it. */
struct leaf { const char *at; size_t n; };

static bool
ends(const char *name, const char *with)
{
	size_t n = strlen(name), k = strlen(with);

	return n >= k && strcasecmp(name + n - k, with) == 0;
}

static const char *
picture_type(const char *name)
{
	if (strcasestr(name, "media/") == NULL &&
	    strncmp(name, "Pictures/", 9) != 0)
		return NULL;
	if (ends(name, ".png"))
		return "image/png";
	return ends(name, ".jpg") || ends(name, ".jpeg") ? "image/jpeg" : NULL;
}

static enum kind
kind_of(const char *name)
{
	/* the second is how .NET names it */
	if (strcasecmp(name, "docProps/core.xml") == 0 ||
	    ends(name, ".psmdcp"))
		return PART_CORE;
	if (strcasecmp(name, "docProps/app.xml") == 0)
		return PART_APP;
	if (strcasecmp(name, CUSTOM) == 0)
		return PART_CUSTOM;
	if (strcmp(name, "meta.xml") == 0)	/* OpenDocument */
		return PART_META;
	return picture_type(name) != NULL ? PART_PICTURE : PART_OTHER;
}

/* What follows the prefix of a namespace in a tag of n bytes. */
static bool
is_local(const char *tag, size_t n, const char *name)
{
	const char *colon = memchr(tag, ':', n);
	size_t prefix = colon != NULL ? (size_t)(colon + 1 - tag) : 0;

	return n - prefix == strlen(name) &&
	    strncmp(tag + prefix, name, n - prefix) == 0;
}

/* The next element of that name, whatever its prefix. */
static bool
leaf_next(const char **xml, const char *name, struct leaf *out,
    struct arena *m)
{
	const char *tag, *end, *s = *xml;
	size_t n;

	for (; (tag = strchr(s, '<')) != NULL; s = tag + 1) {
		n = strcspn(++tag, "> /\t\r\n");
		if (!is_local(tag, n, name) ||
		    (s = strchr(tag, '>')) == NULL || s[-1] == '/' ||
		    (end = strstr(s, arena_printf(m, "</%.*s", (int)n, tag)))
		    == NULL)
			continue;
		*out = (struct leaf){ s + 1, (size_t)(end - s - 1) };
		*xml = end;
		return true;
	}
	return false;
}

/* The part as text; "" where it is none that we read. */
static char *
text_of(const void *data, size_t n, struct arena *m)
{
	if (memchr(data, '\0', n) != NULL || !text_valid(data, n))
		return arena_strdup(m, "");
	return arena_strndup(m, data, n);
}

static void
names_put(struct buf *b, const char *xml, const char *element,
    struct arena *m)
{
	struct leaf l;

	while (leaf_next(&xml, element, &l, m)) {
		const char *name = l.n > NAME_BYTES ? "" :
		    text_trim(m, arena_strndup(m, l.at, l.n));

		if (*name != '\0' && strpbrk(name, "<\n") == NULL &&
		    (b->n == 0 || strstr(b->s, name) == NULL))
			buf_printf(b, "%s\n", name);
	}
}

struct reader { struct imprint *out; struct buf names; struct arena *m; };

static bool
is_told(void *self, const char *name)
{
	enum kind k = kind_of(name);

	(void)self;
	return k == PART_CORE || k == PART_APP || k == PART_META ||
	    k == PART_PICTURE;
}

static enum rc
tell(void *self, const char *name, const void *data, size_t n)
{
	struct reader *r = self;
	struct picture_says says;

	if (kind_of(name) == PART_PICTURE) {
		picture_inspect(data, n, picture_type(name), &says);
		r->out->place |= says.place;
		r->out->camera |= says.camera;
		return RC_OK;
	}
	names_put(&r->names, text_of(data, n, r->m), "initial-creator", r->m);
	names_put(&r->names, text_of(data, n, r->m), "creator", r->m);
	names_put(&r->names, text_of(data, n, r->m), "lastModifiedBy", r->m);
	names_put(&r->names, text_of(data, n, r->m), "Manager", r->m);
	return RC_OK;
}

/* The file as it lies there, to be read or, as a copy, to be changed. */
static void *
map(const char *path, off_t max, size_t *n)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	void *data = MAP_FAILED;
	struct stat st;

	if (fd >= 0 && fstat(fd, &st) == 0 && st.st_size > 0 &&
	    st.st_size <= max) {
		*n = (size_t)st.st_size;
		data = mmap(NULL, *n, PROT_READ | PROT_WRITE,
		    MAP_PRIVATE | MAP_NORESERVE, fd, 0);
	}
	if (fd >= 0)
		close(fd);
	return data != MAP_FAILED ? data : NULL;
}

static void
old_read(const void *data, size_t n, struct reader *r)
{
	struct picture_says says;

	imprint_old_names(data, n, &r->names, r->m);
	old_book_read(data, n, &r->out->book);
	old_pictures_read(data, n, &says);
	r->out->place = says.place;
	r->out->camera = says.camera;
}

void
imprint_read(const char *path, struct imprint *out, struct arena *m)
{
	struct reader r = { out, buf_new(m), m };
	const struct package_walk w = { is_told, tell, &r };
	size_t n;
	void *data = map(path, READ_MAX, &n);

	*out = (struct imprint){ .names = "" };
	if (data == NULL)
		return;
	if (imprint_old_is(data, n))
		old_read(data, n, &r);
	else if (imprint_rtf_is(data, n))
		imprint_rtf_names(data, n, &r.names, m);
	else
		(void)package_each(path, &w);
	munmap(data, n);
	if (r.names.n > 0)
		out->names = r.names.s;
}

/* What the text shows of the package's own properties stays. */
struct writer {
	struct zip_write *zip;
	bool signed_, shows;
	struct arena *m;
};

static bool
is_text(const char *name)
{
	return strncasecmp(name, "word/", 5) == 0 && ends(name, ".xml");
}

static bool
is_telling(void *self, const char *name)
{
	struct writer *w = self;

	w->signed_ |= strncasecmp(name, "_xmlsignatures/", 15) == 0;
	return is_text(name);
}

static enum rc
look(void *self, const char *name, const void *data, size_t n)
{
	struct writer *w = self;

	(void)name;
	w->shows |= memmem(data, n, "DOCPROPERTY", 11) != NULL;
	return RC_OK;
}

static const char *
emptied(const char *xml, const char *const *elements, struct arena *m)
{
	for (; *elements != NULL; elements++) {
		struct buf b = buf_new(m);
		const char *at = xml, *done = xml;
		struct leaf l;

		while (leaf_next(&at, *elements, &l, m)) {
			buf_put(&b, done, (size_t)(l.at - done));
			done = l.at + l.n;
		}
		buf_puts(&b, done);
		xml = b.n > 0 ? b.s : "";
	}
	return xml;
}

#define NS "http://schemas.openxmlformats.org/"
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* In a character set that we do not read: nothing of it. */
static const char *
without(enum kind k, const void *data, size_t n, struct arena *m)
{
	static const char *const core[] = { "creator", "lastModifiedBy",
		"description", "keywords", "category", "subject",
		"contentStatus", NULL };
	static const char *const app[] = { "Manager", "Company", "Template",
		"HyperlinkBase", NULL };
	static const char *const none[] = {
		[PART_CORE] = XML "<cp:coreProperties xmlns:cp=\"" NS
		    "package/2006/metadata/core-properties\"/>",
		[PART_APP] = XML "<Properties xmlns=\"" NS
		    "officeDocument/2006/extended-properties\"/>",
		[PART_CUSTOM] = XML "<Properties xmlns=\"" NS
		    "officeDocument/2006/custom-properties\"/>",
	};
	const char *xml = text_of(data, n, m);

	if (*xml == '\0' || k == PART_CUSTOM)
		return none[k];
	return emptied(xml, k == PART_CORE ? core : app, m);
}

static bool
is_any(void *self, const char *name)
{
	(void)self, (void)name;
	return true;
}

static enum rc
copy(void *self, const char *name, const void *data, size_t n)
{
	struct writer *w = self;
	enum kind k = kind_of(name);
	const char *type = picture_type(name), *xml;
	size_t less;
	void *clean;

	if (k == PART_PICTURE && (clean = picture_clean(data, n, type, &less,
	    w->m)) != NULL) {
		zip_write_add(w->zip, name, clean, less);
	} else if (k == PART_OTHER || k == PART_META || k == PART_PICTURE ||
	    (k == PART_CUSTOM && w->shows)) {
		zip_write_add(w->zip, name, data, n);
	} else {
		xml = without(k, data, n, w->m);
		zip_write_add(w->zip, name, xml, strlen(xml));
	}
	return RC_OK;
}

static void *
package_clean(const char *path, size_t *n, struct arena *m)
{
	struct writer w = { .m = m };
	const struct package_walk before = { is_telling, look, &w };
	const struct package_walk all = { is_any, copy, &w };
	void *data = NULL;
	enum rc rc;

	if (package_each(path, &before) != RC_OK || w.signed_ ||
	    zip_write_open(NULL, &w.zip, m) != RC_OK)
		return NULL;
	rc = package_each(path, &all);
	if (zip_write_end(w.zip, &data, n, m) != RC_OK || rc != RC_OK)
		return NULL;
	return data;
}

void *
imprint_clean(const char *path, size_t *n, struct arena *m)
{
	size_t all;
	void *was = map(path, IMPRINT_FILE_MAX, &all), *data = NULL;

	if (was == NULL)
		return NULL;
	if (imprint_rtf_is(was, all))
		data = imprint_rtf_clean(was, all, n, m);
	else if (!imprint_old_is(was, all))
		data = package_clean(path, n, m);
	else if (imprint_old_clean(was, all, m))
		data = arena_memdup(m, was, *n = all);
	munmap(was, all);
	return data;
}
