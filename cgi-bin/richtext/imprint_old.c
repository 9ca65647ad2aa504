/* imprint_old.c - see imprint_old.h. */
#include <string.h>

#include "base/charset.h"
#include "base/text.h"
#include "richtext/codepage.h"
#include "richtext/imprint_old.h"
#include "richtext/old_props.h"

#define NAME_BYTES 200

struct reader { struct old_walk walk; struct buf *names; };
struct writer { struct old_walk walk; unsigned char *data; bool shows; };

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
string_fill(struct old_walk *w, const struct old_string *s)
{
	struct writer *to = (struct writer *)w;
	size_t at, run, k, unit = s->codepage == CODEPAGE_UTF16 ? 2 : 1;

	if (s->own && to->shows)
		return;
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
	imprint_old_names(data, n, &names, m);
	return !w.walk.shut && names.n == 0;
}
