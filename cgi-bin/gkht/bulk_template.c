/* bulk_template.c - the table to fill in: columns, how they are filled in, and
 * the lists of what they take. */
#include "core/csv_write.h"
#include "gkht/bulk.h"
#include "gkht/pages.h"
#include "richtext/xlsx_write.h"
#include "web/message_bulk.h"

#define WIDE 60

static const int widths[BULK_COLUMNS] = { 44, 26, 14, 44, 24, 24, 12, 14, 30,
	30, 40, 34, 30, 16, 24, 24, 24 };

static const struct xlsx_column *
data_columns(struct arena *m)
{
	struct xlsx_column *c = arena_calloc(m, BULK_COLUMNS, sizeof(*c));

	for (int k = 0; k < BULK_COLUMNS; k++)
		c[k] = (struct xlsx_column){ bulk_column_name(k), widths[k] };
	return c;
}

static void
help_sheet(struct xlsx *x)
{
	const struct xlsx_column c[] = {
		{ message_bulk(BULK_HEAD_COLUMN), 16 },
		{ message_bulk(BULK_HEAD_NEEDED), 24 },
		{ message_bulk(BULK_HEAD_HOW), 80 },
		{ message_bulk(BULK_HEAD_EXAMPLE), 32 },
	};

	xlsx_sheet(x, message_bulk(BULK_SHEET_HELP), c, 4);
	for (int k = 0; k < BULK_COLUMNS; k++) {
		struct message_bulk_column h =
		    message_bulk_column(bulk_column_field(k));

		xlsx_text(x, bulk_column_name(k));
		xlsx_text(x, h.needed);
		xlsx_text(x, h.how);
		xlsx_text(x, h.example);
		xlsx_row(x);
	}
}

static void
list_sheet(struct xlsx *x, int column, const struct bulk_values *v)
{
	const struct xlsx_column c[] = {
		{ message_bulk(BULK_HEAD_VALUE), WIDE },
		{ message_bulk(BULK_HEAD_BASIS), 32 },
	};
	bool basis = v->n > 0 && *v->v[0].basis != '\0';

	xlsx_sheet(x, bulk_column_name(column), c, basis ? 2 : 1);
	for (int k = 0; k < v->n; k++) {
		xlsx_text(x, v->v[k].text);
		if (basis)
			xlsx_text(x, v->v[k].basis);
		xlsx_row(x);
	}
}

static const char *
file_name(struct ctx *x, const char *ending)
{
	return arena_printf(x->mem, "%s%s", message_bulk(BULK_FILE_TEMPLATE),
	    ending);
}

enum rc
bulk_template_xlsx(struct ctx *x)
{
	struct bulk_values values[BULK_COLUMNS];
	struct xlsx *book;
	void *data;
	size_t n;
	enum rc rc;

	if ((rc = bulk_values(x, values)) != RC_OK ||
	    (rc = xlsx_open(&book, message_bulk(BULK_SHEET_DATA),
	    data_columns(x->mem), BULK_COLUMNS, x->mem)) != RC_OK)
		return rc;
	for (int k = 0; k < BULK_COLUMNS; k++)
		xlsx_choices(book, k, bulk_column_name(k), values[k].n);
	help_sheet(book);
	for (int k = 0; k < BULK_COLUMNS; k++)
		if (values[k].n > 0)
			list_sheet(book, k, &values[k]);
	if ((rc = xlsx_end(book, &data, &n, x->mem)) != RC_OK)
		return rc;
	return send_bytes(x, data, n, XLSX_TYPE, file_name(x, ".xlsx"));
}

enum rc
bulk_template_csv(struct ctx *x)
{
	struct buf b = buf_new(x->mem);
	struct csv_write w = csv_write_open(&b);

	for (int k = 0; k < BULK_COLUMNS; k++)
		csv_write_text(&w, bulk_column_name(k));
	csv_write_row(&w);
	return send_bytes(x, b.s, b.n, CSV_TYPE, file_name(x, ".csv"));
}
