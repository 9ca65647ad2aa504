/* report_text.c - a report as JSON for programs and as lines for storing. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "richtext/report.h"

static void
string_put(struct buf *b, const char *s)
{
	buf_putc(b, '"');
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			buf_printf(b, "\\%c", *s);
		else if ((unsigned char)*s < ' ')
			buf_printf(b, "\\u%04x", (unsigned)*s);
		else
			buf_putc(b, *s);
	}
	buf_putc(b, '"');
}

static void
item_json(struct buf *b, enum report_kind kind, const struct report_item *i)
{
	int k;

	buf_puts(b, "{\"kind\":");
	string_put(b, report_key(kind));
	buf_printf(b, ",\"count\":%d,\"places\":[", i->count);
	for (k = 0; k < i->n_places; k++) {
		buf_printf(b, "%s{\"paragraph\":%d,\"heading\":",
		    k > 0 ? "," : "", i->place[k].paragraph);
		string_put(b, i->place[k].heading);
		buf_puts(b, ",\"quote\":");
		string_put(b, i->place[k].quote);
		buf_putc(b, '}');
	}
	buf_puts(b, "]}");
}

void
report_json(const struct report *r, struct buf *b)
{
	static const char *const names[REPORT_GROUP__MAX] = {
		"kept", "changed", "dropped"
	};
	int g, k, n;

	buf_printf(b, "{\"characters\":{\"word\":%" PRId64 ",\"found\":%"
	    PRId64 ",\"added\":%" PRId64 "}", r->word, r->found, r->added);
	for (g = 0; g < REPORT_GROUP__MAX; g++) {
		buf_printf(b, ",\"%s\":[", names[g]);
		for (k = 1, n = 0; k < REPORT_KIND__MAX; k++) {
			if ((int)report_group((enum report_kind)k) != g ||
			    r->item[k].count == 0)
				continue;
			if (n++ > 0)
				buf_putc(b, ',');
			item_json(b, (enum report_kind)k, &r->item[k]);
		}
		buf_putc(b, ']');
	}
	buf_putc(b, '}');
}

void
report_store(const struct report *r, struct buf *b)
{
	const struct report_item *i;
	int k, p;

	buf_printf(b, "%" PRId64 "\t%" PRId64 "\t%" PRId64 "\n", r->word,
	    r->found, r->added);
	for (k = 1; k < REPORT_KIND__MAX; k++) {
		i = &r->item[k];
		if (i->count == 0)
			continue;
		buf_printf(b, "%s\t%d\n", report_key((enum report_kind)k),
		    i->count);
		for (p = 0; p < i->n_places; p++)
			buf_printf(b, "\t%d\t%s\t%s\n",
			    i->place[p].paragraph, i->place[p].heading,
			    i->place[p].quote);
	}
}

/* Cuts a field off the line: up to a tab, or the line's end. */
static bool
field_take(const char **s, char *to, size_t cap)
{
	size_t n = strcspn(*s, "\t\n");

	if (n >= cap)
		return false;
	memcpy(to, *s, n);
	to[n] = '\0';
	*s += n + ((*s)[n] != '\0');
	return true;
}

static bool
number_take(const char **s, int64_t most, int64_t *out)
{
	char digits[24];

	return field_take(s, digits, sizeof digits) &&
	    text_int(digits, 0, most, out);
}

static bool
place_take(const char **s, struct report_item *i)
{
	struct report_place *at;
	int64_t n;

	if (i == NULL || i->n_places == REPORT_PLACES)
		return false;
	at = &i->place[i->n_places++];
	++*s;
	if (!number_take(s, INT32_MAX, &n))
		return false;
	at->paragraph = (int)n;
	return field_take(s, at->heading, sizeof at->heading) &&
	    field_take(s, at->quote, sizeof at->quote);
}

static struct report_item *
item_take(const char **s, struct report *r)
{
	char key[32];
	int64_t n;
	int k;

	if (!field_take(s, key, sizeof key) ||
	    !number_take(s, INT32_MAX, &n))
		return NULL;
	for (k = 1; k < REPORT_KIND__MAX; k++)
		if (strcmp(report_key((enum report_kind)k), key) == 0)
			break;
	if (k == REPORT_KIND__MAX)
		return NULL;
	r->item[k].count = (int)n;
	return &r->item[k];
}

bool
report_load(struct report *r, const char *s)
{
	struct report_item *i = NULL;

	memset(r, 0, sizeof *r);
	if (!number_take(&s, INT64_MAX, &r->word) ||
	    !number_take(&s, INT64_MAX, &r->found) ||
	    !number_take(&s, INT64_MAX, &r->added))
		return false;
	while (*s != '\0') {
		if (*s == '\t') {
			if (!place_take(&s, i))
				return false;
		} else if ((i = item_take(&s, r)) == NULL) {
			return false;
		}
	}
	return report_sound(r);
}
