/* note.c - footnotes and endnotes: a number in the text, the words after. */
#include <string.h>

#include "richtext/reader.h"

static const struct node *
note_among(const struct node *n, int kind, const char *id)
{
	static const enum xml_tag tags[2] = { w_footnote, w_endnote };
	const char *v;

	for (; n != NULL; n = n->next)
		if (xml_tag(n) == tags[kind] &&
		    (v = xml_attr(n, "id")) != NULL && strcmp(v, id) == 0)
			return n;
	return NULL;
}

/* The next that is referred to is mostly the next in the part. */
static const struct node *
note_find(struct reader *rd, int kind, const char *id)
{
	struct note_kind *of = &rd->notes[kind];
	const struct node *n;

	if (id == NULL || of->xml == NULL)
		return NULL;
	if ((n = note_among(of->after, kind, id)) == NULL)
		n = note_among(xml_root(of->xml)->children, kind, id);
	if (n != NULL)
		of->after = n->next;
	return n;
}

static void
notes_grow(struct reader *rd)
{
	int room = rd->note_room == 0 ? 32 : rd->note_room * 2;
	struct note_seen *more = arena_calloc(rd->mem, (size_t)room,
	    sizeof *more);

	if (rd->note_room > 0)
		memcpy(more, rd->note, (size_t)rd->note_room * sizeof *more);
	rd->note = more;
	rd->note_room = room;
}

void
note_refer(struct reader *rd, struct line *l, int kind, const char *id,
    const struct face *f)
{
	const struct node *n = note_find(rd, kind, id);
	const char *type = xml_attr(n, "type");
	struct seg *s;
	int k;

	if (n == NULL || (type != NULL && strcmp(type, "normal") != 0) ||
	    field_hides(rd))
		return;
	/* A note is written once, however often it is referred to. */
	for (k = 0; k < rd->n_note && rd->note[k].node != n; k++)
		;
	if (k == NOTES_MAX)
		return;
	if (k == rd->note_room)
		notes_grow(rd);
	rd->note[k].node = n;
	rd->note[k].kind = kind;
	if (k == rd->n_note)
		rd->n_note++;
	/* A link of its own, in whatever other it stands. */
	s = seg_add(rd, l, SEG_NOTE, f);
	s->note = k + 1;
	s->link = 0;
	s->href = NULL;
	s->anchor = NULL;
}

/* The paragraph that a note begins with carries its number. */
static void
note_mark(struct reader *rd, struct block **from, int number)
{
	struct para *p = block_lead(*from);
	struct block *b;

	if (p == NULL) {
		b = arena_alloc(rd->mem, sizeof *b);
		p = b->para = arena_alloc(rd->mem, sizeof *p);
		p->last = &p->first;
		if ((b->next = *from) == NULL)
			rd->out->last = &b->next;
		*from = b;
	}
	p->note = number;
	p->label.text = NULL;
}

void
notes_read(struct reader *rd)
{
	struct rels *rels = rd->rels;
	struct block **from;
	int k;

	/* A note may refer to a further one: n_note can grow here. */
	for (k = 0; k < rd->n_note && !rd->too_large; k++) {
		from = rd->out->last;
		rd->rels = &rd->notes[rd->note[k].kind].rels;
		rd->carry = NULL;
		body_read(rd, rd->note[k].node);
		if (rd->carry != NULL)
			blocks_add(rd, rd->carry, NULL);
		rd->carry = NULL;
		field_close(rd);
		note_mark(rd, from, k + 1);
	}
	rd->rels = rels;
}
