/*
 * reader.h - what the parts of the reader share while one document is read.
 *
 * convert.c hands body_one() one block after another; the other functions are
 * how body, paragraph, run, field, drawing, table and note call each other.
 */
#ifndef RICHTEXT_READER_H
#define RICHTEXT_READER_H

#include "base/buf.h"
#include "richtext/model.h"
#include "richtext/package.h"
#include "richtext/word.h"

#define FIELD_DEPTH 16
#define NOTES_MAX   5000
#define CELLS_MAX   200000
#define GRID_MAX    63		/* columns, as in Word */
#define ANCHOR_SLOTS 256
#define PENDING_MAX  32		/* bookmarks between two paragraphs */

/* A field between its begin and its end. */
struct field {
	bool result;		/* past its separator */
	bool dropped;		/* page numbers and the like */
	const char *href;
	struct anchor *anchor;
	int link;
	int place;		/* the how manieth of the document it is */
	const char *filled;	/* what a form shows that has no text of its own */
	struct buf code;
};

struct fields {
	struct field v[FIELD_DEPTH];
	int n, deeper;		/* deeper: nested beyond what we keep */
};

/* Fields by their place. */
struct places {
	int v[FIELD_DEPTH], n;
};

struct note_kind {
	struct xml *xml;
	struct rels rels;
	const struct node *after;	/* the note found last, or NULL */
};

struct reader {
	struct arena *mem;
	const struct package *package;
	struct styles styles;
	struct numbering numbering;
	struct rels main, *rels;	/* rels: of the part being read */
	struct note_kind notes[2];	/* footnotes, endnotes */
	struct fields fields;
	int n_field;		/* begun so far */
	struct places endless;	/* those whose end never came */
	struct places passed;	/* those that are read as if not there */
	const char *symbols;	/* the font of the run being read, or NULL */
	const char *href;	/* of the w:hyperlink being read */
	struct anchor *to;
	int link, links;
	struct blocks *out;	/* where blocks go now */
	struct para *carry;	/* its mark is deleted: the next one joins */
	struct picture *pictures;
	struct anchor *anchor[ANCHOR_SLOTS];
	struct anchor *pending[PENDING_MAX];
	int n_anchor, n_pending, n_note, n_cell;
	const struct run_props *cell_run;	/* of the table's style here */
	const struct para_props *cell_para;
	struct note_seen {
		const struct node *node;
		int kind;
	} *note;		/* those referred to; room for note_room */
	int note_room;
	bool too_large;
	struct word_result *told;	/* the counts for the clerk */
};

/* What stands at a paragraph and follows it: a text box, or blocks where none
 * may be. */
struct aside {
	const struct node *node;
	struct aside *next;
};

/* The paragraph that runs are added to. */
struct line {
	struct para *para;
	int style;		/* its paragraph style */
	struct aside *first, **last;
};

void blocks_init(struct blocks *);
void blocks_add(struct reader *, struct para *, struct table *);

void aside_add(struct reader *, struct line *, const struct node *);
void body_one(struct reader *, const struct node *);
void body_read(struct reader *, const struct node *parent);
void para_read(struct reader *, const struct node *p);
void word_table_read(struct reader *, const struct node *tbl);
void inline_read(struct reader *, struct line *, const struct node *parent);
void run_read(struct reader *, struct line *, const struct node *r);
/* The mark of the paragraph, which looks as rPr says, is not shown. */
bool mark_hidden(const struct reader *, const struct line *,
    const struct node *rPr);
struct seg *seg_add(struct reader *, struct line *, enum seg_kind,
    const struct face *);
void text_add(struct reader *, struct line *, const char *,
    const struct face *);

/* Text that stands as two lines in one is halved. */
void twins_settle(struct reader *, struct para *);

/* A w:fldChar; what is to be shown where it stands, or NULL. */
const char *field_char(struct reader *, const struct node *);
void field_code(struct reader *, const char *text);
void field_begin(struct reader *);
void field_separate(struct reader *);
void field_end(struct reader *);
/* A part of the document is over: what is still open has no end. */
void field_close(struct reader *);
/* Inside the code of a field, or inside one that is not shown. */
bool field_hides(const struct reader *);
/* The link that text belongs to now goes into the segment. */
void field_link_of(const struct reader *, struct seg *);
/* The address in the code of a HYPERLINK field, or NULL. */
char *field_link(const char *code, struct arena *);
/* What a SYMBOL or EQ field draws, as text; NULL: it is none of them. */
char *field_drawn(const char *code, struct arena *);

void drawing_read(struct reader *, struct line *, const struct node *);
/* As MathML; a block of its own when display is set. */
char *math_markup(const struct node *, bool display, struct arena *);
/* A character of a symbol font as Unicode, 0 when it is not known. */
uint32_t symbol_char(const char *font, unsigned code);

void note_refer(struct reader *, struct line *, int kind, const char *id,
    const struct face *);
/* All notes that were referred to, after the text. */
void notes_read(struct reader *);

/* Which cells say how wide their columns are, and how wide. */
void table_widths(struct table *, const struct node *tblGrid);

/* The bookmark of that name, there or not; NULL: there are too many. */
struct anchor *anchor_get(struct reader *, const char *name);
/* Something points to a bookmark that is not there. */
bool anchor_lost(const struct reader *);
/* A bookmark stands here, in the next paragraph when l is NULL. */
void anchor_put(struct reader *, struct line *l, const struct node *);

#endif
