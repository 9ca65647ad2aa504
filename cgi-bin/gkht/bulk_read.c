/* bulk_read.c - the rows of a table through the checks of the content form. */
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "core/list.h"
#include "gkht/bulk.h"
#include "gkht/content.h"

#define SHOWN	60	/* characters of a cell that a note repeats */

struct reader {
	struct ctx *x;
	const struct sheet *sheet;
	const struct bundle *files;
	const char *folder;
	int at[BULK_COLUMNS];	/* where a column stands, -1: nowhere */
	struct bulk_values values[BULK_COLUMNS];
};

/* Folded, without spaces and the star that some put to what is needed. */
static const char *
head_of(const char *cell, struct arena *m)
{
	char *s = text_fold(m, cell), *w = s;

	for (const char *r = s; *r != '\0'; r++)
		if (*r != ' ' && *r != '*')
			*w++ = *r;
	*w = '\0';
	return s;
}

static int
column_of(const char *cell, struct arena *m)
{
	const char *name = head_of(cell, m);

	for (int k = 0; k < BULK_COLUMNS; k++)
		if (strcmp(name, head_of(bulk_column_name(k), m)) == 0)
			return k;
	return -1;
}

static int
place_of(int field)
{
	for (int k = 0; k < BULK_COLUMNS; k++)
		if (bulk_columns[k].field == field)
			return k;
	return -1;
}

bool
bulk_is_ours(const struct sheet *s, struct arena *m)
{
	int title = place_of(C_TITLE), word = place_of(C_WORD), k, found;

	for (k = 0; s->n > 0 && k < SHEET_COLUMNS; k++) {
		found = column_of(s->v[0].cell[k], m);
		if (found == title || found == word)
			return true;
	}
	return false;
}

static enum problem
read_head(struct reader *r, const char **detail)
{
	const struct sheet_row *head = &r->sheet->v[0];
	int column;

	for (int k = 0; k < BULK_COLUMNS; k++)
		r->at[k] = -1;
	for (int k = 0; k < SHEET_COLUMNS; k++) {
		if (*head->cell[k] == '\0')
			continue;
		*detail = head->cell[k];
		column = column_of(head->cell[k], r->x->mem);
		if (column < 0 || r->at[column] >= 0)
			return PROBLEM_BULK_COLUMN;
		r->at[column] = k;
	}
	*detail = bulk_column_name(place_of(C_TITLE));
	return r->at[place_of(C_TITLE)] < 0 && r->at[place_of(C_WORD)] < 0 ?
	    PROBLEM_BULK_COLUMN : PROBLEM_NONE;
}

/* What a row sends to the form. */
struct sending {
	struct reader *r;
	const struct sheet_row *row;
	struct { int n; struct param *v; } params;
	struct bulk_row *out;
};

static const char *
cell_of(const struct sending *s, int column)
{
	int at = s->r->at[column];

	return at < 0 ? "" : s->row->cell[at];
}

static void
note(struct sending *s, const char *field, enum problem what,
    const char *detail)
{
	struct arena *m = s->r->x->mem;

	bulk_note_add(&s->out->notes, true, field, what, text_cut(m, detail,
	    SHOWN));
}

static void
send_value(struct sending *s, const char *name, const char *value)
{
	*list_add(&s->params, s->r->x->mem) = (struct param){ .name = name,
	    .value = value };
}

/* One of a list, by its words or by what the form sends for them. */
static void
send_one(struct sending *s, int column, const char *words)
{
	const struct bulk_values *v = &s->r->values[column];
	struct arena *m = s->r->x->mem;
	const char *folded = text_fold(m, text_trim(m, words));
	bool keys = bulk_columns[column].field == C_ARTICLE;

	for (int k = 0; k < v->n; k++)
		if (strcmp(folded, text_fold(m, v->v[k].text)) == 0 ||
		    (keys && strcmp(folded, v->v[k].value) == 0)) {
			send_value(s, bulk_column_field(column),
			    v->v[k].value);
			return;
		}
	note(s, bulk_column_field(column), PROBLEM_NOT_CHOICE, words);
}

/* The next of several parted by semicolons or line ends; NULL: no more. */
static const char *
next_part(const char **s, struct arena *m)
{
	const char *at = *s, *end;
	size_t n;

	while (*at != '\0') {
		for (end = at; *end != '\0' && *end != ';' && *end != '\n' &&
		    strncmp(end, "；", strlen("；")) != 0; end++)
			;
		n = (size_t)(end - at);
		*s = *end == '\0' ? end : *end == ';' || *end == '\n' ?
		    end + 1 : end + strlen("；");
		end = text_trim(m, arena_strndup(m, at, n));
		if (*end != '\0')
			return end;
		at = *s;
	}
	return NULL;
}

static bool
is_bare(const char *name, const char *bare)
{
	size_t n = strlen(name), k = strlen(bare);

	return n >= k && strcasecmp(name + n - k, bare) == 0 &&
	    (n == k || name[n - k - 1] == '/');
}

/* The one entry that the words mean: the whole path, seen from the table or
 * from outside, or a name that only one has. */
static const char *
file_find(const struct reader *r, const char *words, enum problem *what)
{
	const char *full = arena_printf(r->x->mem, "%s%s", r->folder, words);
	const char *found = NULL;
	int n = 0;

	for (int k = 0; r->files != NULL && k < r->files->n; k++) {
		const char *name = r->files->v[k].name;

		if (strcasecmp(name, full) == 0)
			return name;
		if (is_bare(name, words) && n++ == 0)
			found = name;
	}
	*what = n == 0 ? PROBLEM_BULK_NO_FILE : PROBLEM_BULK_FILE_UNCLEAR;
	return n == 1 ? found : NULL;
}

static void
send_files(struct sending *s, int column, const char *cell, bool many)
{
	struct arena *m = s->r->x->mem;
	struct buf all = buf_new(m);
	const char *one, *name;
	enum problem what;
	int n = 0;

	while ((one = many ? next_part(&cell, m) : cell) != NULL) {
		if ((name = file_find(s->r, one, &what)) == NULL)
			note(s, bulk_column_field(column), what, one);
		else
			buf_printf(&all, "%s%s", all.n > 0 ? "\n" : "", name);
		n++;
		if (!many)
			break;
	}
	if (n > DOCUMENT_ATTACHMENTS_MAX)
		note(s, bulk_column_field(column), PROBLEM_TOO_MANY_FILES, "");
	if (many)
		s->out->attachments = all.n > 0 ? all.s : "";
	else
		s->out->word = all.n > 0 ? all.s : "";
}

static void
send_cell(struct sending *s, int column)
{
	const char *cell = cell_of(s, column), *one;
	struct arena *m = s->r->x->mem;

	if (*cell == '\0')
		return;
	switch (bulk_columns[column].cell) {
	case BULK_CELL_TEXT:
		send_value(s, bulk_column_field(column), cell);
		break;
	case BULK_CELL_DAY:
		send_value(s, bulk_column_field(column),
		    sheet_day(s->r->sheet, cell, m));
		break;
	case BULK_CELL_ONE:
		send_one(s, column, cell);
		break;
	case BULK_CELL_SOME:
		while ((one = next_part(&cell, m)) != NULL)
			send_one(s, column, one);
		break;
	case BULK_CELL_FILE:
	case BULK_CELL_FILES:
		send_files(s, column, cell, bulk_columns[column].cell ==
		    BULK_CELL_FILES);
		break;
	}
}

static void
notes_take(struct sending *s, const struct problems *p)
{
	for (int k = 0; k < p->n; k++) {
		const char *cell = "";

		for (int c = 0; c < BULK_COLUMNS; c++)
			if (strcmp(bulk_column_field(c), p->v[k].field) == 0)
				cell = cell_of(s, c);
		note(s, p->v[k].field, p->v[k].what, cell);
	}
}

/* The form reads what the row sends, as if somebody had typed it. */
static enum rc
form_take(struct sending *s)
{
	struct ctx row = *s->r->x;
	const struct request req = { .method = POST, .path = "",
	    .n_params = s->params.n, .param = s->params.v };
	bool differ;
	enum rc rc;

	row.problems = (struct problems){ 0 };
	if ((rc = form_read(content_fields, &req, &row.in, &row.problems,
	    row.mem)) != RC_OK || (rc = content_words(&row, &s->out->c))
	    != RC_OK)
		return rc;
	rc = content_related(&row, 0, &differ);
	if (rc != RC_OK && rc != RC_INVALID)
		return rc;
	s->out->c.doc_no = document_no_tidy(row.mem, s->out->c.doc_no);
	s->out->interprets = row.in.v[C_INTERPRETS].s;
	s->out->replaces = row.in.v[C_REPLACES].s;
	s->out->late = row.in.v[C_LATE].s;
	notes_take(s, &row.problems);
	return RC_OK;
}

static enum rc
read_row(struct reader *r, const struct sheet_row *row, struct bulk_row *out)
{
	struct sending s = { .r = r, .row = row, .out = out };
	const char *title = cell_of(&s, place_of(C_TITLE));
	enum rc rc;

	*out = (struct bulk_row){ .number = row->number, .word = "",
	    .attachments = "" };
	for (int k = 0; k < BULK_COLUMNS; k++)
		send_cell(&s, k);
	if ((rc = form_take(&s)) != RC_OK)
		return rc;
	if (*cell_of(&s, place_of(C_WORD)) != '\0' &&
	    *cell_of(&s, place_of(C_BODY)) != '\0')
		note(&s, "body", PROBLEM_BULK_BODY_TWICE, "");
	if (*out->c.title == '\0' && *title != '\0')
		out->c.title = text_cut(r->x->mem, title, SHOWN);
	return RC_OK;
}

/* One document for two rows is a slip more often than meant. */
static void
find_twice(struct bulk_rows *rows, struct arena *m)
{
	for (int k = 1; k < rows->n; k++)
		for (int i = 0; i < k && *rows->v[k].word != '\0'; i++)
			if (strcmp(rows->v[i].word, rows->v[k].word) == 0) {
				bulk_note_add(&rows->v[k].notes, false, "word",
				    PROBLEM_BULK_WORD_TWICE, arena_printf(m,
				    "%d", rows->v[i].number));
				break;
			}
}

enum rc
bulk_read(struct ctx *x, const struct sheet *s, const struct bundle *files,
    const char *folder, struct bulk_rows *out, enum problem *what,
    const char **detail)
{
	struct reader r = { .x = x, .sheet = s, .files = files,
	    .folder = folder };
	enum rc rc = bulk_values(x, r.values);

	*out = (struct bulk_rows){ 0 };
	*detail = "";
	if (rc != RC_OK)
		return rc;
	*what = s->n == 0 ? PROBLEM_BULK_NO_ROWS : read_head(&r, detail);
	if (*what == PROBLEM_NONE && s->n < 2)
		*what = PROBLEM_BULK_NO_ROWS;
	if (s->n > BULK_ROWS_MAX + 1)
		*what = PROBLEM_BULK_TOO_MANY_ROWS;
	if (*what != PROBLEM_NONE)
		return RC_OK;
	for (int k = 1; rc == RC_OK && k < s->n; k++)
		rc = read_row(&r, &s->v[k], list_add(out, x->mem));
	find_twice(out, x->mem);
	return rc;
}
