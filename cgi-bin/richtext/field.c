/* field.c - fields nested in one another and across paragraphs. */
#include <string.h>
#include <strings.h>

#include "richtext/reader.h"

void
field_begin(struct reader *rd)
{
	struct fields *f = &rd->fields;
	int place = rd->n_field++, k;

	for (k = 0; k < rd->passed.n; k++)
		if (rd->passed.v[k] == place)
			return;
	if (f->n == FIELD_DEPTH) {
		f->deeper++;
		return;
	}
	memset(&f->v[f->n], 0, sizeof f->v[0]);
	f->v[f->n].place = place;
	f->v[f->n++].code = buf_new(rd->mem);
}

void
field_close(struct reader *rd)
{
	struct fields *f = &rd->fields;
	int k;

	for (k = 0; k < f->n && rd->endless.n < FIELD_DEPTH; k++)
		rd->endless.v[rd->endless.n++] = f->v[k].place;
	f->n = f->deeper = 0;
}

static struct field *
field_top(struct reader *rd)
{
	struct fields *f = &rd->fields;

	return f->n > 0 && f->deeper == 0 ? &f->v[f->n - 1] : NULL;
}

/* What a page says about itself means nothing on the web. */
static bool
is_page_field(const char *code)
{
	static const char *const names[] = {
		"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION",
	};
	size_t k, n;

	code += strspn(code, " \t");
	n = strcspn(code, " \t\\");
	for (k = 0; k < sizeof names / sizeof names[0]; k++)
		if (strlen(names[k]) == n &&
		    strncasecmp(code, names[k], n) == 0)
			return true;
	return false;
}

void
field_separate(struct reader *rd)
{
	struct field *f = field_top(rd);
	char *to;

	if (f == NULL || f->result)
		return;
	f->result = true;
	f->dropped = is_page_field(f->code.s);
	if ((to = field_link(f->code.s, rd->mem)) != NULL) {
		if (to[0] == '#')
			f->anchor = anchor_get(rd, to + 1);
		else
			f->href = to;
		f->link = ++rd->links;
	}
}

void
field_end(struct reader *rd)
{
	if (rd->fields.deeper > 0)
		rd->fields.deeper--;
	else if (rd->fields.n > 0)
		rd->fields.n--;
}

static const char *
list_chosen(const struct node *list)
{
	const struct node *n;
	int k = 0;

	if (!xml_int(xml_val(list, w_result), &k))
		xml_int(xml_val(list, w_default), &k);
	for (n = list->children; n != NULL; n = n->next)
		if (n->tag == w_listEntry && k-- == 0)
			return xml_attr(n, "val");
	return NULL;
}

/* A box to tick or a list to choose from has no text in the document. */
static const char *
form_filled(const struct node *form, struct arena *m)
{
	const struct node *box = xml_child(form, w_checkBox);
	const struct node *list = xml_child(form, w_ddList), *on;
	const char *v = NULL;

	if (box != NULL) {
		on = xml_child(box, w_checked);
		return xml_on(on != NULL ? on : xml_child(box, w_default))
		    ? "☒" : "☐";
	}
	if (list != NULL)
		v = list_chosen(list);
	return v != NULL ? arena_strdup(m, v) : NULL;
}

const char *
field_char(struct reader *rd, const struct node *n)
{
	const char *type = xml_attr(n, "fldCharType"), *filled;
	struct field *f;

	if (type == NULL)
		return NULL;
	if (strcmp(type, "begin") == 0) {
		field_begin(rd);
		if ((f = field_top(rd)) != NULL)
			f->filled = form_filled(xml_child(n, w_ffData),
			    rd->mem);
	} else if (strcmp(type, "separate") == 0) {
		field_separate(rd);
	} else if (strcmp(type, "end") == 0) {
		f = field_top(rd);
		filled = f == NULL ? NULL : f->filled != NULL || f->result
		    ? f->filled : field_drawn(f->code.s, rd->mem);
		field_end(rd);
		return filled;
	}
	return NULL;
}

void
field_code(struct reader *rd, const char *text)
{
	struct field *f = field_top(rd);

	if (f != NULL && !f->result && f->code.n < 8192)
		buf_puts(&f->code, text);
}

bool
field_hides(const struct reader *rd)
{
	int k;

	for (k = 0; k < rd->fields.n; k++)
		if (!rd->fields.v[k].result || rd->fields.v[k].dropped)
			return true;
	return rd->fields.deeper > 0;
}

void
field_link_of(const struct reader *rd, struct seg *s)
{
	const struct field *f;
	int k;

	s->link = rd->link;
	s->href = rd->href;
	s->anchor = rd->to;
	for (k = rd->fields.n - 1; k >= 0 && s->href == NULL &&
	    s->anchor == NULL; k--) {
		f = &rd->fields.v[k];
		s->href = f->href;
		s->anchor = f->anchor;
		if (f->href != NULL || f->anchor != NULL)
			s->link = f->link;
	}
	if (s->anchor != NULL)
		s->anchor->pointed = true;
}

/* The next word of a field's code, quoted or not; NULL at the end. */
static char *
word_next(const char **s, struct arena *m, bool *quoted)
{
	const char *from;
	size_t n;

	*s += strspn(*s, " \t");
	if (**s == '\0')
		return NULL;
	*quoted = **s == '"';
	from = *s + *quoted;
	n = strcspn(from, *quoted ? "\"" : " \t");
	*s = from + n + (from[n] == '"');
	return arena_strndup(m, from, n);
}

char *
field_link(const char *code, struct arena *m)
{
	char *word, *url = NULL, *mark = NULL;
	bool quoted;

	word = word_next(&code, m, &quoted);
	if (word == NULL || strcasecmp(word, "HYPERLINK") != 0)
		return NULL;
	while ((word = word_next(&code, m, &quoted)) != NULL) {
		if (quoted || word[0] != '\\') {
			url = url != NULL ? url : word;
			continue;
		}
		if (strchr("lot", word[1]) == NULL || word[1] == '\0')
			continue;
		word = strcmp(word, "\\l") == 0
		    ? (mark = word_next(&code, m, &quoted))
		    : word_next(&code, m, &quoted);
	}
	if (url != NULL && *url != '\0')
		return mark == NULL ? url
		    : arena_printf(m, "%s#%s", url, mark);
	return mark != NULL ? arena_printf(m, "#%s", mark) : NULL;
}
