/* report.c - the Word side held against the result. */
#include <string.h>

#include "base/text.h"
#include "richtext/report_scan.h"

/* Bytes looked through for stretches of text that are not where they should
 * be; what comes after that counts as lost. */
#define SEARCH_MAX (512u << 20)

static const struct {
	const char *key;
	enum report_group group;
} kinds[REPORT_KIND__MAX] = {
	[REPORT_NONE] = { "", REPORT_KEPT },
	[REPORT_PARAGRAPHS] = { "paragraphs", REPORT_KEPT },
	[REPORT_HEADINGS] = { "headings", REPORT_KEPT },
	[REPORT_TABLES] = { "tables", REPORT_KEPT },
	[REPORT_PICTURES] = { "pictures", REPORT_KEPT },
	[REPORT_LINKS] = { "links", REPORT_KEPT },
	[REPORT_NOTES] = { "notes", REPORT_KEPT },
	[REPORT_EQUATIONS] = { "equations", REPORT_KEPT },
	[REPORT_RUBIES] = { "rubies", REPORT_KEPT },
	[REPORT_SYMBOLS] = { "symbols", REPORT_KEPT },
	[REPORT_INSERTIONS] = { "insertions", REPORT_CHANGED },
	[REPORT_DELETIONS] = { "deletions", REPORT_CHANGED },
	[REPORT_BOXES] = { "boxes", REPORT_CHANGED },
	[REPORT_EQUATIONS_TEXT] = { "equations_text", REPORT_CHANGED },
	[REPORT_FIELDS] = { "fields", REPORT_CHANGED },
	[REPORT_PAGE_BREAKS] = { "page_breaks", REPORT_CHANGED },
	[REPORT_COLUMNS] = { "columns", REPORT_CHANGED },
	[REPORT_TEXT_LOST] = { "text_lost", REPORT_DROPPED },
	[REPORT_TABLES_LOST] = { "tables_lost", REPORT_DROPPED },
	[REPORT_PICTURES_LOST] = { "pictures_lost", REPORT_DROPPED },
	[REPORT_LINKS_LOST] = { "links_lost", REPORT_DROPPED },
	[REPORT_PICTURES_FAR] = { "pictures_far", REPORT_DROPPED },
	[REPORT_COMMENTS] = { "comments", REPORT_DROPPED },
	[REPORT_HIDDEN] = { "hidden", REPORT_DROPPED },
	[REPORT_OBJECTS] = { "objects", REPORT_DROPPED },
	[REPORT_CHARTS] = { "charts", REPORT_DROPPED },
	[REPORT_SHAPES] = { "shapes", REPORT_DROPPED },
	[REPORT_HEADERS] = { "headers", REPORT_DROPPED },
	[REPORT_PAGE_NUMBERS] = { "page_numbers", REPORT_DROPPED },
	[REPORT_MACROS] = { "macros", REPORT_DROPPED },
};

enum report_group
report_group(enum report_kind kind)
{
	return kinds[kind].group;
}

bool
report_conceals(const struct report *r)
{
	return r->item[REPORT_INSERTIONS].count > 0 ||
	    r->item[REPORT_DELETIONS].count > 0 ||
	    r->item[REPORT_COMMENTS].count > 0 ||
	    r->item[REPORT_HIDDEN].count > 0 ||
	    r->item[REPORT_OBJECTS].count > 0 ||
	    r->item[REPORT_MACROS].count > 0;
}

const char *
report_key(enum report_kind kind)
{
	return kinds[kind].key;
}

/* How often that tag begins in our own markup. */
static int
tags(const char *html, const char *tag)
{
	size_t n = strlen(tag);
	int count = 0;

	for (; (html = strstr(html, tag)) != NULL; html += n)
		count += html[n] == ' ' || html[n] == '>';
	return count;
}

/* What is on both sides is kept; the rest is left out. */
static void
pair(struct report *r, enum report_kind kept, enum report_kind lost, int out)
{
	int in = r->item[kept].count;

	r->item[kept].count = in < out ? in : out;
	r->item[lost].count = in - r->item[kept].count;
}

static void
things_compare(struct report *r, const char *html)
{
	int n = r->item[REPORT_EQUATIONS].count;
	int kept = tags(html, "<math");

	pair(r, REPORT_TABLES, REPORT_TABLES_LOST, tags(html, "<table"));
	pair(r, REPORT_PICTURES, REPORT_PICTURES_LOST, tags(html, "<img"));
	pair(r, REPORT_LINKS, REPORT_LINKS_LOST, tags(html, "<a"));
	r->item[REPORT_EQUATIONS].count = n < kept ? n : kept;
	r->item[REPORT_EQUATIONS_TEXT].count =
	    n - r->item[REPORT_EQUATIONS].count;
}

struct search {
	const char *s, *at, *end;
	size_t left;		/* bytes that may still be looked through */
};

static const char *
look(struct search *q, const char *from, const char *until,
    const struct piece *p)
{
	const char *hit;

	if (q->left == 0)
		return NULL;
	hit = memmem(from, (size_t)(until - from), p->s, p->n);
	q->left -= q->left < (size_t)((hit != NULL ? hit : until) - from) ?
	    q->left : (size_t)((hit != NULL ? hit : until) - from);
	return hit;
}

/* Most of the text stands in order; boxes and notes stand elsewhere. */
static bool
is_there(struct search *q, const struct piece *p)
{
	const char *hit;

	if ((size_t)(q->end - q->at) >= p->n &&
	    memcmp(q->at, p->s, p->n) == 0)
		hit = q->at;
	else
		hit = look(q, q->at, q->end, p);
	if (hit != NULL) {
		q->at = hit + p->n;
		return true;
	}
	return look(q, q->s, q->end, p) != NULL;
}

static void
lost_quote(struct report_place *at, const struct piece *p)
{
	size_t n = p->n < REPORT_WORDS ? p->n : REPORT_WORDS - 1;

	while (n < p->n && n > 0 && (p->s[n] & 0xc0) == 0x80)
		n--;
	memcpy(at->quote, p->s, n);
	at->quote[n] = '\0';
}

static void
text_compare(struct report *r, const struct piece *p, const char *text,
    struct arena *m)
{
	struct buf b = buf_new(m);
	struct search q = { .left = SEARCH_MAX };
	struct report_place at;
	int64_t length = 0;

	report_squeeze(&b, text, &length);
	q.s = q.at = b.s;
	q.end = b.s + b.n;
	for (; p != NULL; p = p->next) {
		r->word += p->length;
		if (is_there(&q, p)) {
			r->found += p->length;
			continue;
		}
		at = p->place;
		lost_quote(&at, p);
		report_count(r, REPORT_TEXT_LOST, (int)p->length, &at);
	}
	r->added = length > r->found ? length - r->found : 0;
}

enum rc
report_make(struct report *r, const struct package *p,
    const struct sanitized *result, struct arena *m)
{
	struct scan *s = arena_alloc(m, sizeof *s);
	enum rc rc;

	memset(r, 0, sizeof *r);
	s->r = r;
	s->mem = m;
	s->package = p;
	if ((rc = scan_package(s)) != RC_OK)
		return rc;
	things_compare(r, result->html.s);
	text_compare(r, s->first, result->text, m);
	return RC_OK;
}

static bool
is_words(const char s[REPORT_WORDS])
{
	size_t n = strnlen(s, REPORT_WORDS);

	return n < REPORT_WORDS && text_printable(s, n, false);
}

static bool
item_sound(const struct report_item *i)
{
	int k;

	if (i->count < 0 || i->n_places < 0 || i->n_places > REPORT_PLACES)
		return false;
	for (k = 0; k < i->n_places; k++)
		if (i->place[k].paragraph < 0 ||
		    !is_words(i->place[k].heading) ||
		    !is_words(i->place[k].quote))
			return false;
	return true;
}

bool
report_sound(const struct report *r)
{
	int k;

	if (r->word < 0 || r->found < 0 || r->found > r->word || r->added < 0)
		return false;
	for (k = 0; k < REPORT_KIND__MAX; k++)
		if (!item_sound(&r->item[k]))
			return false;
	return true;
}
