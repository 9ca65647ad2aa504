/* old_props.c - property sets; see old_props.h. */
#include "richtext/codepage.h"
#include "richtext/old_props.h"

#define BYTES_MAX	(1u << 20)
#define SETS_MAX	2
#define PROPS_MAX	1000
#define VT_I2		2
#define VT_LPSTR	0x1e
#define VT_LPWSTR	0x1f

/* The second set of the second stream holds what users invented. */
enum which { SET_SUMMARY, SET_DOCUMENT, SET_OWN };

struct set {
	struct old_walk *w;
	struct stream s;
	const unsigned char *b;	/* all of them */
	size_t all;
	enum which which;
	uint32_t at, n, count;
	unsigned codepage;
};

static uint32_t
number(struct set *p, uint64_t at)
{
	return at + 4 <= p->all ? compound_u32(p->b + at) : 0;
}

/* The property and where its value stands; 0: it has none. */
static uint32_t
prop_at(struct set *p, uint32_t k, uint64_t *value)
{
	uint64_t row = p->at + 8 + (uint64_t)k * 8;
	uint32_t offset = number(p, row + 4);

	*value = (uint64_t)p->at + offset;
	return offset >= 8 && offset < p->n && *value < p->all ?
	    number(p, row) : 0;
}

static bool
is_person(enum which set, uint32_t id)
{
	return set == SET_SUMMARY ? id == 4 || id == 8 :	/* author, last */
	    set == SET_DOCUMENT && id == 14;			/* manager */
}

static bool
is_removed(enum which set, uint32_t id)
{
	switch (set) {
	case SET_SUMMARY:	/* subject to last author: not the title */
		return id >= 3 && id <= 8;
	case SET_DOCUMENT:	/* category, manager, company, base of links,
				 * status */
		return id == 2 || id == 14 || id == 15 || id == 21 ||
		    id == 27;
	default:		/* all but the list of their names, and the
				 * codepage */
		return id >= 2;
	}
}

static void
prop(struct set *p, uint32_t id, uint64_t value)
{
	uint32_t type = number(p, value) & 0xffff, n = number(p, value + 4);
	struct old_string s = { .in = &p->s, .at = (uint32_t)value + 8,
		.n = n, .codepage = p->codepage, .own = p->which == SET_OWN,
		.person = is_person(p->which, id) };

	if (type == VT_LPWSTR) {
		s.codepage = CODEPAGE_UTF16;
		s.n = n < UINT32_MAX / 2 ? 2 * n : UINT32_MAX;
	}
	if ((type == VT_LPSTR || type == VT_LPWSTR) && s.n > 0 &&
	    s.at + (uint64_t)s.n <= p->all)
		p->w->take(p->w, &s);
}

static void
set_read(struct set *p)
{
	uint32_t k, id;
	uint64_t value;

	for (k = 0; k < p->count; k++)
		if (prop_at(p, k, &value) == 1 &&
		    (number(p, value) & 0xffff) == VT_I2)
			p->codepage = number(p, value + 4) & 0xffff;
	for (k = 0; k < p->count; k++)
		if (is_removed(p->which, id = prop_at(p, k, &value)))
			prop(p, id, value);
}

static void
sets_read(struct old_walk *w, const char *name, enum which first)
{
	const unsigned char *e = compound_find(&w->c, name);
	struct set p = { .w = w };
	uint32_t sets;

	if (e == NULL)
		return;
	p.s = compound_stream(&w->c, e);
	p.b = compound_head(&w->c, &p.s, BYTES_MAX, &p.all, w->m);
	sets = number(&p, 24);
	for (uint32_t k = 0; k < sets && k < SETS_MAX; k++) {
		p.which = k == 0 ? first : SET_OWN;
		p.at = number(&p, 28 + 20 * k + 16);
		p.n = number(&p, p.at);
		p.count = number(&p, (uint64_t)p.at + 4);
		p.codepage = 0;
		if (p.count <= PROPS_MAX && p.at >= 48)
			set_read(&p);
	}
}

void
old_props(struct old_walk *w)
{
	sets_read(w, "\5SummaryInformation", SET_SUMMARY);
	sets_read(w, "\5DocumentSummaryInformation", SET_DOCUMENT);
}
