/*
 * list_download.c - the list that was asked for as a file: all its rows, up to
 * LIST_ROWS_MAX, in its order, with the columns that are shown.
 */
#include "base/clock.h"
#include "base/json.h"
#include "core/csv_write.h"
#include "portal/list_wanted.h"
#include "portal/pages.h"
#include "portal/rows.h"
#include "richtext/xlsx_write.h"
#include "web/message_list.h"

#define CHUNK	1000	/* rows read at once */
#define CHUNKS	40	/* walks; some find less than they may hold */

/* A row as text, column by column. */
struct line { const char *cell[COLUMN__MAX]; bool expired, repealed; };

/* Where rows go; the file that is made is sent by `end`. */
struct sink {
	struct ctx *x;
	struct buf out;			/* of csv and json */
	struct csv_write csv;
	struct xlsx *book;
	void (*row)(struct sink *, const struct line *);
};

static void
line_of(struct ctx *x, const struct publication *p, struct line *l,
    struct arena *m)
{
	*l = (struct line){
		.cell = {
			[COLUMN_INDEX_NO] = p->index_no,
			[COLUMN_TITLE] = p->title,
			[COLUMN_DOC_NO] = p->doc_no,
			[COLUMN_UNIT] = p->unit_short,
			[COLUMN_KIND] = p->kind_name,
			[COLUMN_THEME] = p->theme_name,
			[COLUMN_MADE] = p->made_on,
			[COLUMN_PUBLISHED] = rows_day(m, p->published),
			[COLUMN_VALIDITY] = message_validity(p->expired,
			    p->repealed),
			[COLUMN_URL] = arena_printf(m, "%s%s",
			    x->conf->site_url, p->path),
		},
		.expired = p->expired, .repealed = p->repealed,
	};
}

/* All rows, or as many as are let out; *whole says which. */
static enum rc
each_row(struct sink *s, const struct wanted *w, bool *whole)
{
	struct publication_filter f = wanted_filter(w);
	struct arena *m = arena_new();
	struct publications found = { 0 };
	int rows = 0, chunks = 0;
	struct line l;
	enum rc rc;

	f.max = CHUNK;
	f.before = 0;
	do {
		arena_reset(m);
		rc = publication_list(s->x->db, &f, &found, m);
		for (int k = 0; rc == RC_OK && k < found.n &&
		    rows < LIST_ROWS_MAX; k++, rows++) {
			line_of(s->x, &found.v[k], &l, m);
			s->row(s, &l);
		}
		f.before = found.next;
	} while (rc == RC_OK && found.next != 0 && rows < LIST_ROWS_MAX &&
	    ++chunks < CHUNKS);
	*whole = found.next == 0;
	arena_free(m);
	return rc;
}

static void
csv_row(struct sink *s, const struct line *l)
{
	for (int k = 0; k < COLUMN__MAX; k++)
		csv_write_text(&s->csv, l->cell[k]);
	csv_write_row(&s->csv);
}

static void
xlsx_line(struct sink *s, const struct line *l)
{
	day_t day;

	for (int k = 0; k < COLUMN__MAX; k++)
		if ((k == COLUMN_MADE || k == COLUMN_PUBLISHED) &&
		    day_parse(l->cell[k], &day))
			xlsx_day(s->book, day);
		else
			xlsx_text(s->book, l->cell[k]);
	xlsx_row(s->book);
}

static void
json_row(struct sink *s, const struct line *l)
{
	static const char *const names[COLUMN__MAX] = {
		[COLUMN_INDEX_NO] = "index_no", [COLUMN_TITLE] = "title",
		[COLUMN_DOC_NO] = "doc_no", [COLUMN_UNIT] = "unit",
		[COLUMN_KIND] = "kind", [COLUMN_THEME] = "theme",
		[COLUMN_MADE] = "made_on", [COLUMN_PUBLISHED] = "published_on",
		[COLUMN_VALIDITY] = "validity", [COLUMN_URL] = "url",
	};
	struct buf *b = &s->out;

	json_next(b);
	buf_putc(b, '{');
	for (int k = 0; k < COLUMN__MAX; k++)
		json_text_or_null(b, names[k], k != COLUMN_VALIDITY ?
		    l->cell[k] : l->repealed ? "repealed" :
		    l->expired ? "expired" : "valid");
	buf_putc(b, '}');
}

/* The narrowest thing it is a list of. */
static const char *
subject(const struct wanted *w, struct arena *m)
{
	const char *what = w->category != NULL ? w->category->name :
	    w->theme != NULL ? w->theme->name :
	    w->word != NULL ? w->word->word : "";

	if (w->unit == NULL)
		return what;
	return *what == '\0' ? w->unit->short_name :
	    arena_printf(m, "%s-%s", w->unit->short_name, what);
}

static enum rc
send_file(struct ctx *x, const struct wanted *w, const void *data, size_t n,
    const char *type, const char *ending)
{
	return send_bytes(x, data, n, type, arena_printf(x->mem, "%s%s",
	    message_list_file(x->mem, subject(w, x->mem)), ending));
}

static enum rc
asked(struct ctx *x, struct wanted *w)
{
	const struct directory *d;
	enum rc rc = directory_get(x, &d);

	if (rc == RC_OK)
		rc = wanted_read(x, d, w);
	return rc == RC_OK && w->yearless > 0 ?
	    refuse(x, "month", PROBLEM_NO_YEAR) : rc;
}

enum rc
list_csv(struct ctx *x)
{
	struct sink s = { .x = x, .out = buf_new(x->mem), .row = csv_row };
	struct wanted w;
	bool whole;
	enum rc rc;

	if ((rc = asked(x, &w)) != RC_OK)
		return rc;
	s.csv = csv_write_open(&s.out);
	for (int k = 0; k < COLUMN__MAX; k++)
		csv_write_text(&s.csv, message_column(k));
	csv_write_row(&s.csv);
	if ((rc = each_row(&s, &w, &whole)) != RC_OK)
		return rc;
	return send_file(x, &w, s.out.s, s.out.n, CSV_TYPE, ".csv");
}

enum rc
list_xlsx(struct ctx *x)
{
	static const int width[COLUMN__MAX] = { 18, 60, 24, 20, 10, 28, 12, 12,
	    8, 48 };
	struct xlsx_column columns[COLUMN__MAX];
	struct sink s = { .x = x, .row = xlsx_line };
	struct wanted w;
	size_t n = 0;
	void *data = NULL;
	bool whole;
	enum rc rc, end;

	if ((rc = asked(x, &w)) != RC_OK)
		return rc;
	for (int k = 0; k < COLUMN__MAX; k++)
		columns[k] = (struct xlsx_column){ message_column(k),
		    width[k] };
	if ((rc = xlsx_open(&s.book, message_list_file(x->mem, ""), columns,
	    COLUMN__MAX, x->mem)) != RC_OK)
		return rc;
	rc = each_row(&s, &w, &whole);
	end = xlsx_end(s.book, &data, &n, x->mem);
	if (rc != RC_OK || (rc = end) != RC_OK)
		return rc;
	return send_file(x, &w, data, n, XLSX_TYPE, ".xlsx");
}

enum rc
list_json(struct ctx *x)
{
	struct sink s = { .x = x, .out = buf_new(x->mem), .row = json_row };
	struct wanted w;
	struct publication_filter f;
	int64_t total;
	bool whole, at_least;
	enum rc rc;

	if ((rc = asked(x, &w)) != RC_OK)
		return rc;
	f = wanted_filter(&w);
	if ((rc = publication_total(x->db, &f, &total, &at_least)) != RC_OK)
		return rc;
	buf_puts(&s.out, "{\"documents\":[");
	if ((rc = each_row(&s, &w, &whole)) != RC_OK)
		return rc;
	buf_puts(&s.out, "]");
	json_int(&s.out, "total", total);
	json_bool(&s.out, "total_is_at_least", at_least);
	json_bool(&s.out, "complete", whole);
	buf_puts(&s.out, "}\n");
	return send_file(x, &w, s.out.s, s.out.n,
	    "application/json; charset=utf-8", ".json");
}
