/* twin.c - 双行合一: text that stands as two small lines in one (17.3.2.10). */
#include "base/text.h"
#include "richtext/reader.h"

static struct seg *
seg_after(struct reader *rd, struct seg *s, enum seg_kind kind,
    const char *text)
{
	struct seg *new = arena_alloc(rd->mem, sizeof *new);

	*new = *s;
	new->kind = kind;
	new->text = text;
	s->next = new;
	return new;
}

/* The last segment of those that stand together. */
static struct seg *
twin_last(struct seg *s)
{
	while (s->next != NULL && s->next->kind == SEG_TEXT &&
	    s->next->face.twin == s->face.twin)
		s = s->next;
	return s;
}

/* A line break after so many characters, from s on. */
static void
twin_halve(struct reader *rd, struct seg *s, size_t chars)
{
	const char *p;
	size_t n;

	for (; chars > (n = text_length(s->text)); s = s->next)
		chars -= n;
	for (p = s->text; chars > 0; chars--)
		text_next(&p);
	if (*p != '\0')
		seg_after(rd, s, SEG_TEXT, p);
	s->text = arena_strndup(rd->mem, s->text, (size_t)(p - s->text));
	seg_after(rd, s, SEG_BREAK, "");
}

/* Brackets are as tall as the line. */
static struct seg *
bracket_of(struct reader *rd, const struct seg *s, int side)
{
	static const char *const brackets[][2] = {
		{ "", "" }, { "（", "）" }, { "［", "］" }, { "〈", "〉" },
		{ "｛", "｝" }
	};
	struct seg *new = arena_alloc(rd->mem, sizeof *new);

	*new = *s;
	new->text = brackets[s->face.brackets][side];
	new->face.twin = 0;
	return new;
}

static void
twin_settle(struct reader *rd, struct seg **at)
{
	struct seg *from = *at, *to = twin_last(from), *s, *end;
	size_t chars = 0;

	for (s = from; s != to->next; s = s->next)
		chars += text_length(s->text);
	if (from->face.brackets != 0) {
		end = bracket_of(rd, from, 1);
		end->next = to->next;
		to->next = end;
		*at = bracket_of(rd, from, 0);
		(*at)->next = from;
	}
	if (chars > 1)
		twin_halve(rd, from, (chars + 1) / 2);
}

void
twins_settle(struct reader *rd, struct para *p)
{
	struct seg **at = &p->first, *after;

	while (*at != NULL) {
		if ((*at)->kind != SEG_TEXT || (*at)->face.twin == 0) {
			at = &(*at)->next;
			continue;
		}
		after = twin_last(*at)->next;
		twin_settle(rd, at);
		while (*at != after)
			at = &(*at)->next;
	}
	p->last = at;
}
