/*
 * report_field.c - fields as the walk meets them: what stands in their code
 * is no text, and the result of one that counts pages is none either.
 */
#include <string.h>
#include <strings.h>

#include "richtext/report_scan.h"

bool
scan_in_page_field(const struct scan *s)
{
	int k;

	for (k = 0; k < s->n_field && k < SCAN_FIELDS; k++)
		if (!s->field[k].result || s->field[k].page)
			return true;
	return false;
}

static bool
is_page_code(const char *code)
{
	static const char *const names[] = {
		"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF",
	};
	size_t k, n;

	code += strspn(code, " \t");
	n = strcspn(code, " \t\\");
	for (k = 0; k < sizeof names / sizeof names[0]; k++)
		if (strlen(names[k]) == n && strncasecmp(code, names[k], n)
		    == 0)
			return true;
	return false;
}

/* Without a result, and yet something stands there (field_drawn()). */
static bool
is_drawn(const char *code, bool result)
{
	code += strspn(code, " \t");
	return !result && (strncasecmp(code, "EQ ", 3) == 0 ||
	    strncasecmp(code, "SYMBOL ", 7) == 0);
}

static void
code_known(struct scan *s, const char *code)
{
	code += strspn(code, " \t");
	if (is_page_code(code))
		scan_count(s, REPORT_PAGE_NUMBERS);
	else if (strncasecmp(code, "HYPERLINK", 9) == 0)
		scan_count(s, REPORT_LINKS);
	else if (strncasecmp(code, "TOC", 3) != 0)
		scan_count(s, REPORT_FIELDS);
}

void
scan_field_mark(struct scan *s, const char *type)
{
	int k = s->n_field - 1;

	if (type == NULL)
		return;
	if (strcmp(type, "begin") == 0) {
		if (s->n_field < SCAN_FIELDS)
			memset(&s->field[s->n_field], 0, sizeof s->field[0]);
		s->n_field++;
	} else if (k >= 0 && strcmp(type, "end") == 0) {
		s->n_field--;
		if (k < SCAN_FIELDS && is_drawn(s->field[k].code,
		    s->field[k].result))
			scan_flush(s);
	} else if (k >= 0 && k < SCAN_FIELDS && !s->field[k].result) {
		s->field[k].result = true;
		s->field[k].page = is_page_code(s->field[k].code);
		code_known(s, s->field[k].code);
		if (s->field[k].page)
			scan_flush(s);
	}
}

void
scan_field_code(struct scan *s, const char *code)
{
	int k = s->n_field - 1;
	size_t used;

	if (k < 0 || k >= SCAN_FIELDS || s->field[k].result)
		return;
	used = strlen(s->field[k].code);
	for (; *code != '\0' && used + 1 < sizeof s->field[k].code; code++)
		s->field[k].code[used++] = *code;
}

void
scan_field_simple(struct scan *s, const struct node *n)
{
	const char *code = xml_attr(n, "instr");

	scan_field_mark(s, "begin");
	scan_field_code(s, code != NULL ? code : "");
	scan_field_mark(s, "separate");
	scan_children(s, n);
	scan_field_mark(s, "end");
}
