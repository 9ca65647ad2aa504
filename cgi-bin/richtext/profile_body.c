/* profile_body.c - see profile_body.h. */
#include <string.h>

#include "base/buf.h"
#include "richtext/profile_body.h"

#define BODY_MAX (4 * 1024 * 1024)

static void
put(struct buf *b, const char *text)
{
	buf_put_escaped(b, text, strlen(text));
}

/* A paragraph a line. */
static void
put_lines(struct buf *b, const char *text)
{
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");

		if (n > 0) {
			buf_puts(b, "<p class=\"ti-2\">");
			buf_put_escaped(b, text, n);
			buf_puts(b, "</p>\n");
		}
		text += n + (text[n] == '\n');
	}
}

static void
put_row(struct buf *b, const char *label, const char *value)
{
	buf_puts(b, "<tr><th scope=\"row\">");
	put(b, label);
	buf_puts(b, "</th><td>");
	put(b, value);
	buf_puts(b, "</td></tr>\n");
}

static bool
is_said(const struct profile *p, const struct profile_part *part, bool lines)
{
	return part->key < PROFILE_PERSONS && *p->v[part->key] != '\0' &&
	    profile_fields[part->key].lines == lines;
}

static void
put_facts(struct buf *b, const struct profile *p)
{
	bool open = false;

	for (int k = 0; k < p->kind->parts; k++) {
		const struct profile_part *part = &p->kind->part[k];

		if (!is_said(p, part, false))
			continue;
		buf_puts(b, open ? "" : "<table><tbody>\n");
		open = true;
		put_row(b, profile_fields[part->key].label, p->v[part->key]);
	}
	buf_puts(b, open ? "</tbody></table>\n" : "");
}

static void
put_sections(struct buf *b, const struct profile *p)
{
	for (int k = 0; k < p->kind->parts; k++) {
		const struct profile_part *part = &p->kind->part[k];

		if (!is_said(p, part, true))
			continue;
		buf_puts(b, "<h2>");
		put(b, profile_fields[part->key].label);
		buf_puts(b, "</h2>\n");
		put_lines(b, p->v[part->key]);
	}
}

static void
put_photo(struct buf *b, const struct profile_person *who)
{
	if (*who->v[PROFILE_PHOTO] == '\0')
		return;
	buf_puts(b, "<p><img src=\"/image/");
	put(b, who->v[PROFILE_PHOTO]);
	buf_puts(b, "\" alt=\"");
	put(b, who->v[PROFILE_NAME]);
	buf_puts(b, "\" width=\"150\"></p>\n");
}

static void
put_person(struct buf *b, const struct profile_person *who)
{
	static const enum profile_key keys[] = { PROFILE_OFFICE, PROFILE_TASK,
	    PROFILE_CV };

	buf_puts(b, "<h2>");
	put(b, who->v[PROFILE_NAME]);
	buf_puts(b, "</h2>\n");
	put_photo(b, who);
	for (size_t k = 0; k < sizeof(keys) / sizeof(keys[0]); k++) {
		const char *text = who->v[keys[k]];

		if (*text == '\0')
			continue;
		buf_puts(b, "<p class=\"ti-2\"><strong>");
		put(b, profile_fields[keys[k]].label);
		buf_puts(b, "</strong></p>\n");
		put_lines(b, text);
	}
}

/* Those of one column of a table; nobody has it: no column. */
static bool
anybody_has(const struct profile *p, enum profile_key key)
{
	for (int k = 0; k < p->n; k++)
		if (*p->person[k].v[key] != '\0')
			return true;
	return false;
}

static const char *
cell_of(const struct profile_person *who, enum profile_key key)
{
	return key == PROFILE_ROLE ? profile_role(who->v[key]) : who->v[key];
}

static void
put_line(struct buf *b, const struct profile *p, int who)
{
	const char *mark = who < 0 ? "th scope=\"col\"" : "td";

	buf_puts(b, "<tr>");
	for (int k = 0; k < p->kind->parts; k++) {
		enum profile_key key = p->kind->part[k].key;

		if (key < PROFILE_PERSONS || !anybody_has(p, key))
			continue;
		buf_printf(b, "<%s>", mark);
		put(b, who < 0 ? profile_fields[key].label :
		    cell_of(&p->person[who], key));
		buf_printf(b, "</%.2s>", mark);
	}
	buf_puts(b, "</tr>\n");
}

static void
put_people(struct buf *b, const struct profile *p)
{
	bool table = profile_part(p->kind, PROFILE_ROLE) != NULL;

	if (table && p->n > 0) {
		buf_puts(b, "<table><thead>\n");
		put_line(b, p, -1);
		buf_puts(b, "</thead><tbody>\n");
	}
	for (int k = 0; k < p->n; k++)
		if (table)
			put_line(b, p, k);
		else
			put_person(b, &p->person[k]);
	if (table && p->n > 0)
		buf_puts(b, "</tbody></table>\n");
}

enum rc
profile_body(const struct profile *p, struct sanitized *out, struct arena *m)
{
	struct buf b = buf_new(m);

	put_facts(&b, p);
	put_people(&b, p);
	put_sections(&b, p);
	return sanitize_html(b.n > 0 ? b.s : "", b.n, BODY_MAX, out, m);
}
