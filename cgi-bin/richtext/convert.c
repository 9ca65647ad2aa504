/* convert.c - finds the parts of a document, reads and writes it. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/log.h"
#include "base/text.h"
#include "richtext/convert.h"
#include "richtext/reader.h"
#include "richtext/writer.h"

static enum rc
refuse(enum problem *why, enum problem what)
{
	*why = what;
	return what == PROBLEM_WORD_TOO_LARGE ? RC_TOO_LARGE : RC_INVALID;
}

/* A part by its relationship type; *x NULL when there is none. */
static enum rc
part_open(const struct reader *rd, const char *type, struct xml **x,
    const struct part **part)
{
	const struct rel *rel = rels_type(&rd->main, type);

	*x = NULL;
	*part = rel != NULL ? package_part(rd->package, rel->target) : NULL;
	if (*part == NULL)
		return RC_OK;
	return xml_parse((*part)->data, (*part)->n, x) == RC_OK ? RC_OK
	    : RC_INVALID;
}

/* Fonts and colours by their place in the theme. */
static void
theme_part(struct reader *rd)
{
	const struct part *part;
	struct xml *x;

	if (part_open(rd, "theme", &x, &part) != RC_OK)
		x = NULL;
	theme_read(&rd->styles.theme, x != NULL ? xml_root(x) : NULL,
	    rd->mem);
	xml_free(x);
}

static enum rc
side_parts(struct reader *rd)
{
	static const char *const notes[2] = { "footnotes", "endnotes" };
	const struct part *part;
	struct xml *x;
	int k;

	theme_part(rd);
	if (part_open(rd, "styles", &x, &part) != RC_OK)
		return RC_INVALID;
	styles_read(&rd->styles, x != NULL ? xml_root(x) : NULL, rd->mem);
	xml_free(x);
	if (part_open(rd, "numbering", &x, &part) != RC_OK)
		return RC_INVALID;
	numbering_read(&rd->numbering, x != NULL ? xml_root(x) : NULL,
	    &rd->styles, rd->mem);
	xml_free(x);
	for (k = 0; k < 2; k++) {
		struct note_kind *n = &rd->notes[k];

		if (part_open(rd, notes[k], &n->xml, &part) != RC_OK)
			return RC_INVALID;
		if (n->xml != NULL && package_rels(rd->package, part->name,
		    &n->rels, rd->mem) != RC_OK)
			return RC_INVALID;
	}
	return RC_OK;
}

static void
count_comments(struct reader *rd)
{
	const struct part *part;
	const struct node *n;
	struct xml *x;

	if (part_open(rd, "comments", &x, &part) != RC_OK || x == NULL)
		return;
	for (n = xml_root(x)->children; n != NULL; n = n->next)
		rd->told->comments += xml_tag(n) == w_comment;
	xml_free(x);
}

static void
images_tell(const struct reader *rd, struct word_result *out)
{
	const struct picture *p;
	int n = 0;

	for (p = rd->pictures; p != NULL; p = p->next)
		n++;
	out->image = arena_calloc(rd->mem, (size_t)n + 1, sizeof *out->image);
	for (p = rd->pictures; p != NULL; p = p->next)
		out->image[out->n_images++] = (struct word_image){
			p->data, p->n, p->type, p->sha256
		};
}

static void
piece_read(void *user, const struct node *n)
{
	struct reader *rd = user;

	if (!rd->too_large)
		body_one(rd, n);
}

static enum rc
read_document(struct reader *rd, const struct part *part,
    struct blocks *blocks, enum problem *why)
{
	bool found;

	blocks_init(blocks);
	rd->out = blocks;
	*why = PROBLEM_WORD_BROKEN;
	if (xml_stream(part->data, part->n, w_body, piece_read, rd, &found) !=
	    RC_OK)
		return RC_INVALID;
	/* A spreadsheet has its officeDocument too. */
	if (!found)
		return refuse(why, PROBLEM_WORD_NOT_WORD);
	if (rd->carry != NULL)
		blocks_add(rd, rd->carry, NULL);
	field_close(rd);
	notes_read(rd);
	return rd->too_large ? refuse(why, PROBLEM_WORD_TOO_LARGE) : RC_OK;
}

static void
write_document(struct reader *rd, const struct blocks *blocks,
    struct converted *out, struct word_result *res)
{
	struct writer w;

	count_comments(rd);
	writer_init(&w, blocks, rd->mem);
	w.top = anchor_lost(rd);
	writer_blocks(&w, blocks);
	out->html = w.out.s;
	out->n = w.out.n;
	res->title = text_trim(rd->mem, w.title.s);
	images_tell(rd, res);
}

/* The main document, wherever the package says it is. */
static const struct part *
main_part(const struct package *p, struct arena *m, enum problem *why)
{
	const struct rel *rel;
	const struct part *part;
	struct rels rels;

	*why = PROBLEM_WORD_BROKEN;
	if (package_rels(p, "", &rels, m) != RC_OK)
		return NULL;
	rel = rels_type(&rels, "officeDocument");
	part = package_part(p, rel != NULL ? rel->target
	    : "word/document.xml");
	if (part == NULL)
		*why = PROBLEM_WORD_NOT_WORD;
	return part;
}

/* *endless: fields to be passed over, and then those that should have been. */
static enum rc
convert_part(const struct package *p, const struct part *part,
    struct places *endless, struct converted *out, struct word_result *res,
    enum problem *why, struct arena *m)
{
	struct reader *rd = arena_alloc(m, sizeof *rd);
	struct blocks blocks;
	enum rc rc = RC_INVALID;

	memset(res, 0, sizeof *res);
	rd->mem = m;
	rd->package = p;
	rd->told = res;
	rd->rels = &rd->main;
	rd->passed = *endless;
	*why = PROBLEM_WORD_BROKEN;
	if (package_rels(p, part->name, &rd->main, m) == RC_OK &&
	    side_parts(rd) == RC_OK)
		rc = read_document(rd, part, &blocks, why);
	if (rc == RC_OK) {
		write_document(rd, &blocks, out, res);
		*why = PROBLEM_NONE;
	}
	xml_free(rd->notes[0].xml);
	xml_free(rd->notes[1].xml);
	*endless = rd->endless;
	return rc;
}

enum rc
convert_package(const struct package *p, struct converted *out,
    struct word_result *res, enum problem *why, struct arena *m)
{
	const struct part *part = main_part(p, m, why);
	struct places endless = { .n = 0 };
	enum rc rc;

	if (part == NULL) {
		memset(res, 0, sizeof *res);
		return RC_INVALID;
	}
	/* A field that never ends would hide all that comes after it. */
	rc = convert_part(p, part, &endless, out, res, why, m);
	if (rc == RC_OK && endless.n > 0)
		rc = convert_part(p, part, &endless, out, res, why, m);
	return rc;
}

/* Compound files: Word 97, or a docx behind a password. */
static enum problem
compound_kind(FILE *f)
{
	static const char mark[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0"
	    "a\0g\0e";
	char block[65536 + 64];
	size_t n, kept = 0;

	while ((n = fread(block + kept, 1, 65536, f)) > 0) {
		n += kept;
		if (memmem(block, n, mark, sizeof mark - 1) != NULL)
			return PROBLEM_WORD_ENCRYPTED;
		kept = n < 64 ? n : 64;
		memmove(block, block + n - kept, kept);
	}
	return PROBLEM_WORD_OLD;
}

static bool
starts(const char *head, size_t n, const char *with)
{
	size_t k = strlen(with);

	return n >= k && strncasecmp(head, with, k) == 0;
}

/* PROBLEM_NONE: a zip, worth opening. */
static enum problem
file_kind(const char *path)
{
	enum problem what = PROBLEM_WORD_NOT_WORD;
	char head[512];
	size_t n;
	FILE *f;

	if ((f = fopen(path, "rb")) == NULL) {
		log_fail("%s: %s", path, strerror(errno));
		return PROBLEM_WORD_BROKEN;
	}
	n = fread(head, 1, sizeof head - 1, f);
	head[n] = '\0';
	if (n >= 8 && memcmp(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
		what = compound_kind(f);
	else if (n >= 4 && memcmp(head, "PK\3\4", 4) == 0)
		what = PROBLEM_NONE;
	else if (starts(head, n, "{\\rtf") ||
	    strstr(head, "schemas.microsoft.com/office/word/2003") != NULL)
		what = PROBLEM_WORD_OLD;
	fclose(f);
	return what;
}

enum rc
convert_file(const char *path, struct converted *out,
    struct word_result *res, enum problem *why, struct arena *m)
{
	struct package *p;
	enum rc rc;

	if ((*why = file_kind(path)) != PROBLEM_NONE)
		return RC_INVALID;
	if ((rc = package_open(path, &p, why)) != RC_OK)
		return rc;
	rc = convert_package(p, out, res, why, m);
	package_free(p);
	return rc;
}
