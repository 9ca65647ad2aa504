/* demo_body.c - from the line markup of the patterns to HTML. */
#include "gkctl/demo_body.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"

static const struct {
	const char *mark, *open, *close;
} blocks[] = {
	{ "# ",	  "<h2>",			"</h2>\n" },
	{ "## ",  "<h3>",			"</h3>\n" },
	{ "### ", "<h4>",			"</h4>\n" },
	{ "= ",	  "<p class=\"gw-t zh-2s\">",	"</p>\n" },
	{ ": ",	  "<p class=\"ti-0\">",		"</p>\n" },
	{ "^ ",	  "<p class=\"ta-c\">",		"</p>\n" },
	{ "> ",	  "<p class=\"sign\">",		"</p>\n" },
	{ "",	  "<p class=\"ti-2\">",		"</p>\n" },
};

struct table_state { int rows; };

static void
row_put(struct buf *b, char *line, int head)
{
	const char *tag = head ? "th" : "td";
	char *cell;

	buf_puts(b, "<tr>");
	while ((cell = strsep(&line, "|")) != NULL) {
		cell = text_trim(b->mem, cell);
		buf_printf(b, head ? "<%s scope=\"col\">" : "<%s>", tag);
		buf_put_escaped(b, cell, strlen(cell));
		buf_printf(b, "</%s>", tag);
	}
	buf_puts(b, "</tr>\n");
}

/* A line of a table; the first one opens it. */
static void
table_put(struct buf *b, char *line, struct table_state *t)
{
	if (t->rows == 0)
		buf_puts(b, "<table>");
	if (strncmp(line, "|= ", 3) == 0) {
		buf_puts(b, "<caption>");
		buf_put_escaped(b, line + 3, strlen(line + 3));
		buf_puts(b, "</caption>");
		t->rows = -1;
		return;
	}
	if (t->rows <= 0)
		buf_puts(b, "<thead>");
	row_put(b, line + 1, t->rows <= 0);
	if (t->rows <= 0)
		buf_puts(b, "</thead><tbody>");
	t->rows = 1;
}

static void
block_put(struct buf *b, const char *line)
{
	size_t i, n;

	if (strcmp(line, "---") == 0) {
		buf_puts(b, "<hr class=\"rule\">\n");
		return;
	}
	if (*line == '<') {
		buf_printf(b, "%s\n", line);
		return;
	}
	for (i = 0;; i++) {
		n = strlen(blocks[i].mark);
		if (strncmp(line, blocks[i].mark, n) == 0)
			break;
	}
	buf_puts(b, blocks[i].open);
	buf_put_escaped(b, line + n, strlen(line + n));
	buf_puts(b, blocks[i].close);
}

char *
demo_body_html(const char *text, struct arena *m)
{
	struct table_state t = { 0 };
	struct buf b = buf_new(m);
	char *rest = arena_strdup(m, text), *line;

	while ((line = strsep(&rest, "\n")) != NULL) {
		if (*line == '|') {
			table_put(&b, line, &t);
			continue;
		}
		if (t.rows != 0)
			buf_puts(&b, "</tbody></table>\n");
		t.rows = 0;
		if (*line)
			block_put(&b, line);
	}
	return b.s;
}
