/*
 * reader.h - what the parts of the reader share while one document is read.
 *
 * Entry is reader_open() and reader_body(); the other functions are how
 * body, paragraph, run, field, drawing, table and note call each other.
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

/* A field between its begin and its end. */
struct field {
	bool result;		/* past its separator */
	bool dropped;		/* page numbers and the like */
	const char *href;
	int link;
	struct buf code;
};

struct fields {
	struct field v[FIELD_DEPTH];
	int n, deeper;		/* deeper: nested beyond what we keep */
};

struct note_kind {
	struct xml *xml;
	struct rels rels;
};

struct reader {
	struct arena *mem;
	const struct package *package;
	struct styles styles;
	struct numbering numbering;
	struct rels main, *rels;	/* rels: of the part being read */
	struct note_kind notes[2];	/* footnotes, endnotes */
	struct fields fields;
	const char *href;	/* of the w:hyperlink being read */
	int link, links;
	struct blocks *out;	/* where blocks go now */
	struct para *carry;	/* its mark is deleted: the next one joins */
	struct picture *pictures;
	const char **anchor;	/* bookmarks that something points to, sorted */
	bool *anchored;		/* and whether they are there */
	int n_anchor, n_note, n_cell;
	struct {
		const xmlNode *node;
		int kind;
	} note[NOTES_MAX];
	bool too_large;
	struct word_result *told;	/* the counts for the clerk */
};

/* The paragraph that runs are added to. */
struct line {
	struct para *para;
	int style;		/* its paragraph style */
	const xmlNode *box[32];	/* text boxes at this paragraph */
	int n_box;
};

void blocks_init(struct blocks *);
void blocks_add(struct reader *, struct para *, struct table *);

void body_read(struct reader *, const xmlNode *parent);
void para_read(struct reader *, const xmlNode *p);
void table_read(struct reader *, const xmlNode *tbl);
void inline_read(struct reader *, struct line *, const xmlNode *parent);
void run_read(struct reader *, struct line *, const xmlNode *r);
struct seg *seg_add(struct reader *, struct line *, enum seg_kind,
    const struct face *);
void text_add(struct reader *, struct line *, const char *,
    const struct face *);

void field_char(struct reader *, const char *type);
void field_code(struct reader *, const char *text);
void field_begin(struct reader *);
void field_separate(struct reader *);
void field_end(struct reader *);
/* Inside the code of a field, or inside one that is not shown. */
bool field_hides(const struct reader *);
/* The link that text belongs to now, or NULL. */
const char *field_href(const struct reader *, int *link);
/* The address in the code of a HYPERLINK field, or NULL. */
char *field_link(const char *code, struct arena *);

void drawing_read(struct reader *, struct line *, const xmlNode *);
char *math_text(const xmlNode *, struct arena *);
/* A character of a symbol font as Unicode, 0 when it is not known. */
uint32_t symbol_char(const char *font, unsigned code);

void note_refer(struct reader *, struct line *, int kind, const char *id,
    const struct face *);
/* All notes that were referred to, after the text. */
void notes_read(struct reader *);

/* #name as #w-bN, NULL when nothing has that name; others as they are. */
const char *anchor_href(struct reader *, const char *href);
void anchors_collect(struct reader *, const xmlNode *root);
int anchor_number(const struct reader *, const char *name);

#endif
