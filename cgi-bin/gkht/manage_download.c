/* manage_download.c - the list as it is filtered, as a file: all its rows in
 * its order, with the columns that are shown. */
#include "core/csv_write.h"
#include "gkht/pages.h"
#include "gkht/filter.h"
#include "richtext/xlsx_write.h"
#include "web/message.h"
#include "web/message_list.h"

enum {
	D_INDEX_NO, D_TITLE, D_DOC_NO, D_CATEGORY, D_OPENNESS, D_MADE,
	D_PUBLISHED, D_STATE, D_REASON, D_BY, D__MAX
};

#define DAY_LENGTH	10

struct line { const char *cell[D__MAX]; };

static const struct xlsx_column *
columns(void)
{
	static struct xlsx_column c[D__MAX] = {
		[D_INDEX_NO] = { NULL, 16 }, [D_TITLE] = { NULL, 60 },
		[D_DOC_NO] = { NULL, 24 }, [D_CATEGORY] = { NULL, 18 },
		[D_OPENNESS] = { NULL, 12 }, [D_MADE] = { NULL, 12 },
		[D_PUBLISHED] = { NULL, 12 }, [D_STATE] = { NULL, 10 },
		[D_REASON] = { NULL, 40 }, [D_BY] = { NULL, 12 },
	};
	static const char *const fields[D__MAX] = {
		"index_no", "title", "doc_no", "category", "openness",
		"made_on", "published_on", "state", "reason", "entered_by",
	};

	for (int k = 0; k < D__MAX; k++)
		c[k].name = message_field(fields[k]);
	return c;
}

static struct line
line_of(const struct document_row *d, struct arena *m)
{
	return (struct line){ .cell = {
		[D_INDEX_NO] = d->index_no, [D_TITLE] = d->title,
		[D_DOC_NO] = d->doc_no, [D_CATEGORY] = d->category,
		[D_OPENNESS] = message_openness(d->openness),
		[D_MADE] = d->made_on,
		[D_PUBLISHED] = arena_strndup(m, clock_show(m, d->published),
		    DAY_LENGTH),
		[D_STATE] = message_state(d->state),
		[D_REASON] = d->reason, [D_BY] = *d->person == '\0' ? d->entered_login :
		    arena_printf(m, "%s %s", d->entered_login, d->person),
	} };
}

struct sink {
	struct xlsx *book;		/* NULL: csv */
	struct csv_write csv;
};

static void
put(struct sink *s, const struct line *l)
{
	day_t day;

	for (int k = 0; k < D__MAX; k++)
		if (s->book == NULL)
			csv_write_text(&s->csv, l->cell[k]);
		else if ((k == D_MADE || k == D_PUBLISHED) &&
		    day_parse(l->cell[k], &day))
			xlsx_day(s->book, day);
		else
			xlsx_text(s->book, l->cell[k]);
	if (s->book == NULL)
		csv_write_row(&s->csv);
	else
		xlsx_row(s->book);
}

static enum rc
each(struct ctx *x, struct sink *s)
{
	struct document_filter f = manage_filter(x);
	struct document_rows rows = { 0 };
	enum rc rc;

	f.max = 100;
	f.after_id = 0;
	do {
		if ((rc = document_list(x->db, &f, &rows, x->mem)) != RC_OK)
			return rc;
		for (int i = 0; i < rows.n; i++) {
			struct line l = line_of(&rows.v[i], x->mem);

			put(s, &l);
		}
		f.after = rows.next;
		f.after_id = rows.next_id;
	} while (rows.next_id != 0);
	return RC_OK;
}

static const char *
file_name(struct ctx *x, const char *ending)
{
	return arena_printf(x->mem, "%s%s", message_list_file(x->mem,
	    x->me->unit_short), ending);
}

enum rc
manage_csv(struct ctx *x)
{
	const struct xlsx_column *c = columns();
	struct buf b = buf_new(x->mem);
	struct sink s = { .csv = csv_write_open(&b) };
	enum rc rc;

	for (int k = 0; k < D__MAX; k++)
		csv_write_text(&s.csv, c[k].name);
	csv_write_row(&s.csv);
	if ((rc = each(x, &s)) != RC_OK)
		return rc;
	return send_bytes(x, b.s, b.n, CSV_TYPE, file_name(x, ".csv"));
}

enum rc
manage_xlsx(struct ctx *x)
{
	struct sink s = { 0 };
	void *data;
	size_t n;
	enum rc rc, end;

	if ((rc = xlsx_open(&s.book, message_list_file(x->mem, ""),
	    columns(), D__MAX, x->mem)) != RC_OK)
		return rc;
	rc = each(x, &s);
	end = xlsx_end(s.book, &data, &n, x->mem);
	if (rc != RC_OK || end != RC_OK)
		return rc != RC_OK ? rc : end;
	return send_bytes(x, data, n, XLSX_TYPE, file_name(x, ".xlsx"));
}
