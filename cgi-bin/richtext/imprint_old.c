/* imprint_old.c - see imprint_old.h. */
#include <string.h>

#include "base/charset.h"
#include "base/text.h"
#include "richtext/codepage.h"
#include "richtext/imprint_old.h"
#include "richtext/old_props.h"

#define NAME_BYTES 200
#define RAW_MIN	   4	/* bytes: two characters of UTF-16 or GBK */
#define RAW_MAX	   50

struct reader { struct old_walk walk; struct buf *names; };
struct writer {
	struct old_walk walk;
	unsigned char *data;
	bool shows;
	int n;			/* what was written over */
	struct raw { const char *s; size_t n; } raw[RAW_MAX];
};

bool
imprint_old_is(const void *data, size_t n)
{
	struct compound c;

	return compound_open(&c, data, n);
}

/* The string ends before its first NUL. */
static size_t
length(const char *s, size_t n, unsigned codepage)
{
	size_t unit = codepage == CODEPAGE_UTF16 ? 2 : 1, k;

	for (k = 0; k + unit <= n && (s[k] != 0 || s[k + unit - 1] != 0);
	    k += unit)
		;
	return k;
}

static void
name_take(struct old_walk *w, const struct old_string *s)
{
	struct buf *names = ((struct reader *)w)->names, b = buf_new(w->m);
	char raw[3 * NAME_BYTES];
	const char *name;
	size_t n;

	if (!s->person || s->n > sizeof raw ||
	    !compound_read(&w->c, s->in, s->at, raw, s->n))
		return;
	n = length(raw, s->n, s->codepage);
	if (n == 0 || charset_utf8(codepage_charset(s->codepage, raw, n), raw, n,
	    NAME_BYTES, &b) > 0)
		return;
	name = b.n > NAME_BYTES || !text_printable(b.s, b.n, false) ? "" :
	    text_trim(w->m, b.s);
	if (*name != '\0' && (names->n == 0 || strstr(names->s, name) == NULL))
		buf_printf(names, "%s\n", name);
}

void
imprint_old_names(const void *data, size_t n, struct buf *names,
    struct arena *m)
{
	struct reader r = { .walk = { .take = name_take, .m = m },
		.names = names };

	if (!compound_open(&r.walk.c, data, n))
		return;
	old_props(&r.walk);
	old_places(&r.walk);
}

static void
raw_note(struct writer *to, const struct old_string *s)
{
	char raw[3 * NAME_BYTES];
	size_t n;

	if (to->n == RAW_MAX || s->n > sizeof raw ||
	    !compound_read(&to->walk.c, s->in, s->at, raw, s->n))
		return;
	n = length(raw, s->n, s->codepage);
	while (n > 0 && raw[n - 1] == ' ')
		n--;
	if (n >= RAW_MIN)
		to->raw[to->n++] = (struct raw){
			arena_memdup(to->walk.m, raw, n), n };
}

/* Programs that write a part anew leave the old one where it was. */
static void
leftovers_fill(struct writer *to, size_t n)
{
	unsigned char *at, *end = to->data + n;

	for (int k = 0; k < to->n; k++) {
		const struct raw *r = &to->raw[k];

		for (at = to->data; (at = memmem(at, (size_t)(end - at),
		    r->s, r->n)) != NULL; at++)
			if (compound_is_free(&to->walk.c,
			    (size_t)(at - to->data)) &&
			    compound_is_free(&to->walk.c,
			    (size_t)(at - to->data) + r->n - 1))
				memset(at, 0, r->n);
	}
}

static void
string_fill(struct old_walk *w, const struct old_string *s)
{
	struct writer *to = (struct writer *)w;
	size_t at, run, k, unit = s->codepage == CODEPAGE_UTF16 ? 2 : 1;

	if (s->own && to->shows)
		return;
	raw_note(to, s);
	for (uint32_t done = 0; done < s->n; done += (uint32_t)run) {
		at = compound_place(&w->c, s->in, s->at + done, &run);
		if (at == COMPOUND_NONE)
			return;
		run = run < s->n - done ? run : s->n - done;
		for (k = 0; k < run; k++)
			to->data[at + k] = (done + k) % unit == 0 ?
			    (unsigned char)s->filler : 0;
	}
}

/* A field that shows a property of its own. */
static bool
is_shown(const void *data, size_t n)
{
	static const char wide[] = "D\0O\0C\0P\0R\0O\0P\0E\0R\0T\0Y";

	return memmem(data, n, "DOCPROPERTY", 11) != NULL ||
	    memmem(data, n, wide, sizeof wide) != NULL;
}

bool
imprint_old_clean(void *data, size_t n, struct arena *m)
{
	struct writer w = { .walk = { .take = string_fill, .m = m },
		.data = data, .shows = is_shown(data, n) };
	struct buf names = buf_new(m);

	if (!compound_open(&w.walk.c, data, n))
		return false;
	old_props(&w.walk);
	old_places(&w.walk);
	leftovers_fill(&w, n);
	imprint_old_names(data, n, &names, m);
	return !w.walk.shut && names.n == 0;
}
