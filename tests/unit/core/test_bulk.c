/* test_bulk.c - 批量导入 behind the scenes: who decides what when, what a row
 * becomes, and that it can be taken back. */
#include <string.h>

#include "core/bulk_work.h"
#include "core/secrecy.h"
#include "core/working_copy.h"

#include "district.h"

static struct bulk b;
static struct arena *plans;
static int explained;

struct rows __real_db_query_(struct db *, const char *sql, const char *file,
    int line, int n, const struct val *);
enum rc __real_db_run_(struct db *, const char *sql, const char *file,
    int line, int n, const struct val *);
struct rows __wrap_db_query_(struct db *, const char *sql, const char *file,
    int line, int n, const struct val *);
enum rc __wrap_db_run_(struct db *, const char *sql, const char *file,
    int line, int n, const struct val *);

/* Every statement of a bulk, and of what is taken back, goes through an
 * index: there may be thousands of rows, and many more documents. */
static void
expect_index(struct db *db, const char *sql, const char *file, int n,
    const struct val *v)
{
	const char *plan;

	if ((strstr(file, "core/bulk") == NULL &&
	    strstr(file, "core/erasure") == NULL) ||
	    strncmp(sql, "INSERT", 6) == 0)
		return;
	explained++;
	plan = db_explain_(db, plans, sql, n, v);
	if (strncmp(plan, "SCAN CONSTANT ROW", 17) == 0)
		plan += 17;
	if (strstr(plan, "SCAN ") != NULL)
		fail_msg("%s reads a whole table: %s", sql, plan);
}

struct rows
__wrap_db_query_(struct db *db, const char *sql, const char *file, int line,
    int n, const struct val *v)
{
	expect_index(db, sql, file, n, v);
	return __real_db_query_(db, sql, file, line, n, v);
}

enum rc
__wrap_db_run_(struct db *db, const char *sql, const char *file, int line,
    int n, const struct val *v)
{
	expect_index(db, sql, file, n, v);
	return __real_db_run_(db, sql, file, line, n, v);
}

static struct bulk_row
row_of(int number, const char *title, const char *doc_no)
{
	return (struct bulk_row){ .number = number, .word = "",
	    .attachments = "", .interprets = "", .replaces = "", .late = "",
	    .c = { .title = title, .doc_no = doc_no, .made_on = "2026-06-12",
	    .summary = "概述", .openness = "active", .article = "",
	    .closed_reason = "", .reassess = "",
	    .body = { "<p>正文</p>" }, .body_text = "正文" } };
}

/* A bulk of the clerk of aaj with these rows, in work. */
static void
begin(struct district *d, struct bulk_row *v, int n)
{
	const struct bulk_rows rows = { n, v };

	b = (struct bulk){ .name = "表.xlsx", .zip = "" };
	DEED(d, RC_OK, bulk_add(d->db, &d->entry, &b, &rows, d->m));
	assert_int_equal(bulk_work_next(d->db, &b, d->m), RC_OK);
	assert_int_equal(b.state, BULK_CHECKING);
}

static struct bulk_row
next_row(struct district *d, enum bulk_row_state state)
{
	struct bulk_row r;

	assert_int_equal(bulk_work_row(d->db, b.id, state, &r, d->m), RC_OK);
	assert_int_equal(bulk_notes_of(d->db, &r, d->m), RC_OK);
	return r;
}

static void
look_again(struct district *d)
{
	assert_int_equal(bulk_get(d->db, d->entry.unit, b.id, &b, d->m),
	    RC_OK);
}

/* Every row through its dry run. */
static void
check_all(struct district *d, const struct bulk_files *files)
{
	struct bulk_row r;

	while (bulk_work_row(d->db, b.id, BULK_ROW_WAITING, &r, d->m) ==
	    RC_OK) {
		assert_int_equal(bulk_notes_of(d->db, &r, d->m), RC_OK);
		DEED(d, RC_OK, bulk_checked(d->db, &b, &r, files, d->m));
	}
	DEED(d, RC_OK, bulk_work_turn(d->db, &b, d->m));
	look_again(d);
	assert_int_equal(b.state, BULK_CHECKED);
}

static void
import_all(struct district *d)
{
	struct bulk_row r;

	DEED(d, RC_OK, bulk_decide(d->db, &d->entry, b.id, BULK_IMPORT,
	    d->m));
	look_again(d);
	while (bulk_work_row(d->db, b.id, BULK_ROW_GOOD, &r, d->m) == RC_OK)
		DEED(d, RC_OK, bulk_row_import(d->db, &b, &r, d->m));
	DEED(d, RC_OK, bulk_work_turn(d->db, &b, d->m));
	look_again(d);
	assert_int_equal(b.state, BULK_IMPORTED);
}

static void
undo_all(struct district *d)
{
	struct bulk_row r;

	DEED(d, RC_OK, bulk_decide(d->db, &d->entry, b.id, BULK_UNDO, d->m));
	look_again(d);
	while (bulk_work_row(d->db, b.id, BULK_ROW_IMPORTED, &r, d->m) ==
	    RC_OK)
		DEED(d, RC_OK, bulk_row_undo(d->db, &b, &r, d->m));
	DEED(d, RC_OK, bulk_work_turn(d->db, &b, d->m));
	look_again(d);
	assert_int_equal(b.state, BULK_UNDONE);
}

static enum problem
what(const struct bulk_row *r, bool bad, const char *field)
{
	for (int k = 0; k < r->notes.n; k++)
		if (r->notes.v[k].bad == bad &&
		    strcmp(r->notes.v[k].field, field) == 0)
			return r->notes.v[k].what;
	return PROBLEM_NONE;
}

static const char *
detail(const struct bulk_row *r, const char *field)
{
	for (int k = 0; k < r->notes.n; k++)
		if (strcmp(r->notes.v[k].field, field) == 0)
			return r->notes.v[k].detail;
	return "";
}

static void
test_checks(void **st)
{
	struct district *d = *st;
	struct bulk_row v[4] = { row_of(2, "好的", "甲办发〔2026〕1号"),
		row_of(3, "", ""), row_of(5, "重复", "甲办发[2026]1号"),
		row_of(6, "用过", "甲办发〔2026〕9号") };
	struct content other = district_content(d, "别的");
	const struct bulk_files none = { 0 };
	int64_t id = 0, version = 0;
	struct bulk_rows rows;

	other.doc_no = "甲办发〔2026〕9号";
	DEED(d, RC_OK, document_save(d->db, &d->entry, &id, &version, &other,
	    &d->p, d->m));
	v[0].c.made_on = "";
	begin(d, v, 4);
	check_all(d, &none);
	assert_int_equal(b.in[BULK_ROW_GOOD], 1);
	assert_int_equal(b.in[BULK_ROW_BAD], 3);
	assert_int_equal(bulk_rows(d->db, b.id, BULK_ROW_NONE, 0, 9, &rows,
	    d->m), RC_OK);
	assert_int_equal(rows.n, 4);
	assert_int_equal(what(&rows.v[0], false, "made_on"), PROBLEM_MISSING);
	assert_int_equal(what(&rows.v[0], false, "category"),
	    PROBLEM_NO_CATEGORY);
	assert_int_equal(what(&rows.v[1], true, "title"), PROBLEM_MISSING);
	assert_int_equal(what(&rows.v[2], true, "doc_no"),
	    PROBLEM_BULK_NUMBER_TWICE);
	assert_string_equal(detail(&rows.v[2], "doc_no"), "2");
	assert_int_equal(what(&rows.v[3], true, "doc_no"),
	    PROBLEM_BULK_NUMBER_TAKEN);
	assert_int_equal(bulk_rows(d->db, b.id, BULK_ROW_BAD, 3, 1, &rows,
	    d->m), RC_OK);
	assert_int_equal(rows.n, 1);
	assert_int_equal(rows.v[0].number, 5);
}

/* Files, relations' keepers and all rows of a document come and go. */
static void
test_back_and_forth(void **st)
{
	struct district *d = *st;
	struct bulk_file f[] = {
		{ "original", "一.docx", "application/x", "", 10, "r\n", true },
		{ "attachment", "附.txt", "text/plain", "", 3, "", false },
		{ "image", "image.png", "image/png", "", 3, "", false } };
	const struct bulk_files files = { 3, f };
	struct bulk_row v[1] = { row_of(2, "有文件的", "甲办发〔2026〕2号") };
	int64_t uploads = COUNT(d, "SELECT 1 FROM upload");
	struct document doc;
	struct bulk_row r;

	for (int k = 0; k < 3; k++)
		f[k].sha256 = arena_printf(d->m, "%064d", k + 7);
	v[0].late = "补录";
	v[0].c.openness = "request";
	v[0].c.article = "13";
	begin(d, v, 1);
	check_all(d, &files);
	import_all(d);
	r = next_row(d, BULK_ROW_IMPORTED);
	doc = district_get(d, r.document);
	assert_int_equal(doc.state, STATE_DRAFT);
	assert_string_equal(doc.rev.c.title, "有文件的");
	assert_string_equal(doc.rev.c.article, "13");
	assert_int_equal(doc.rev.attachments.n, 1);
	assert_string_equal(doc.rev.attachments.v[0].name, "附.txt");
	assert_string_equal(doc.rev.original.name, "一.docx");
	assert_int_equal(doc.rev.c.n_images, 1);
	assert_string_equal(doc.late_reason, "补录");
	assert_int_equal(doc.entered_by, d->entry.user);
	assert_string_equal(r.c.body_text, "");
	undo_all(d);
	assert_int_equal(b.in[BULK_ROW_UNDONE], 1);
	assert_int_equal(COUNT(d, "SELECT 1 FROM upload"), uploads);
	assert_int_equal(COUNT(d, "SELECT 1 FROM document"
	    " WHERE id = $1", V(doc.id)), 0);
	assert_int_equal(COUNT(d, "SELECT 1 FROM revision"
	    " WHERE document_id = $1", V(doc.id)), 0);
	assert_int_equal(COUNT(d, "SELECT 1 FROM late_reason"
	    " WHERE document_id = $1", V(doc.id)), 0);
}

static void
test_kept(void **st)
{
	struct district *d = *st;
	struct bulk_row v[3] = { row_of(2, "改过", ""), row_of(3, "在写", ""),
		row_of(4, "没动", "") };
	struct working_copy w = { .token = "", .place = "entry/1",
	    .fields = "x", .title = "t" };
	const struct bulk_files none = { 0 };
	struct bulk_rows rows;
	struct content c;
	struct document doc;

	begin(d, v, 3);
	check_all(d, &none);
	import_all(d);
	assert_int_equal(bulk_rows(d->db, b.id, BULK_ROW_NONE, 0, 3, &rows,
	    d->m), RC_OK);
	doc = district_get(d, rows.v[0].document);
	c = doc.rev.c;
	c.summary = "改过的概述";
	DEED(d, RC_OK, document_save(d->db, &d->entry, &doc.id, &doc.version,
	    &c, &d->p, d->m));
	w.document = rows.v[1].document;
	DEED(d, RC_OK, working_copy_keep(d->db, &d->entry, &w, d->m));
	undo_all(d);
	assert_int_equal(b.in[BULK_ROW_KEPT], 2);
	assert_int_equal(b.in[BULK_ROW_UNDONE], 1);
	assert_string_equal(district_get(d, doc.id).rev.c.summary,
	    "改过的概述");
	assert_string_equal(district_get(d, w.document).rev.c.title, "在写");
}

/* A second worker that saw the same row comes too late. */
static void
test_two_workers(void **st)
{
	struct district *d = *st;
	struct bulk_row v[1] = { row_of(2, "一次", "甲办发〔2026〕3号") }, r, s;
	const struct bulk_files none = { 0 };

	begin(d, v, 1);
	r = s = next_row(d, BULK_ROW_WAITING);
	DEED(d, RC_OK, bulk_checked(d->db, &b, &r, &none, d->m));
	DEED(d, RC_OK, bulk_checked(d->db, &b, &s, &none, d->m));
	check_all(d, &none);
	DEED(d, RC_OK, bulk_decide(d->db, &d->entry, b.id, BULK_IMPORT,
	    d->m));
	look_again(d);
	r = s = next_row(d, BULK_ROW_GOOD);
	DEED(d, RC_OK, bulk_row_import(d->db, &b, &r, d->m));
	DEED(d, RC_OK, bulk_row_import(d->db, &b, &s, d->m));
	assert_int_equal(COUNT(d, "SELECT 1 FROM revision"
	    " WHERE doc_no = $1", V("甲办发〔2026〕3号")), 1);
}

/* What became wrong after the dry run is told and left out. */
static void
test_refused(void **st)
{
	struct district *d = *st;
	struct bulk_row v[1] = { row_of(2, "晚了", "甲办发〔2026〕4号") }, r;
	struct content other = district_content(d, "别人先录入的");
	const struct bulk_files none = { 0 };
	int64_t id = 0, version = 0;

	begin(d, v, 1);
	check_all(d, &none);
	other.doc_no = "甲办发〔2026〕4号";
	DEED(d, RC_OK, document_save(d->db, &d->entry, &id, &version, &other,
	    &d->p, d->m));
	DEED(d, RC_OK, bulk_decide(d->db, &d->entry, b.id, BULK_IMPORT,
	    d->m));
	look_again(d);
	r = next_row(d, BULK_ROW_GOOD);
	DEED(d, RC_INVALID, bulk_row_import(d->db, &b, &r, d->m));
	DEED(d, RC_OK, bulk_refused(d->db, &r));
	look_again(d);
	assert_int_equal(b.in[BULK_ROW_BAD], 1);
	assert_int_equal(what(&r, true, "doc_no"), PROBLEM_BULK_NUMBER_TAKEN);
}

static void
test_tries(void **st)
{
	struct district *d = *st;
	struct bulk_row v[1] = { row_of(2, "忙", "") }, r;

	begin(d, v, 1);
	for (int k = 0; k < BULK_TRIES_MAX; k++) {
		r = next_row(d, BULK_ROW_WAITING);
		DEED(d, RC_OK, bulk_again(d->db, &r, PROBLEM_WORD_BUSY));
	}
	look_again(d);
	assert_int_equal(b.in[BULK_ROW_BAD], 1);
}

static void
test_decisions(void **st)
{
	struct district *d = *st;
	struct bulk_row v[1] = { row_of(2, "一条", "") };
	const struct bulk_files none = { 0 };
	struct bulk other;

	begin(d, v, 1);
	DEED(d, RC_CONFLICT, bulk_decide(d->db, &d->entry, b.id, BULK_IMPORT,
	    d->m));
	check_all(d, &none);
	DEED(d, RC_CONFLICT, bulk_decide(d->db, &d->entry, b.id, BULK_UNDO,
	    d->m));
	DEED(d, RC_NOT_FOUND, bulk_decide(d->db, &d->entry_b, b.id,
	    BULK_DROP, d->m));
	assert_int_equal(bulk_get(d->db, d->entry_b.unit, b.id, &other, d->m),
	    RC_NOT_FOUND);
	DEED(d, RC_OK, bulk_decide(d->db, &d->entry, b.id, BULK_DROP, d->m));
	look_again(d);
	DEED(d, RC_OK, bulk_sweep(d->db, &b, d->dir, d->m));
	look_again(d);
	assert_int_equal(b.rows, 0);
	assert_int_equal(bulk_work_next(d->db, &other, d->m), RC_NOT_FOUND);
	DEED(d, RC_CONFLICT, bulk_decide(d->db, &d->entry, b.id, BULK_DROP,
	    d->m));
}

/* 国家秘密: the draft goes, and none of its words stay with the bulk. */
static void
test_secret(void **st)
{
	struct district *d = *st;
	struct bulk_row v[1] = { row_of(2, "不该有的", "甲办发〔2026〕5号") };
	struct bulk_file f = { "attachment", "不该有的.txt", "text/plain",
	    arena_printf(d->m, "%064d", 5), 3, "", false };
	const struct bulk_files files = { 1, &f };
	struct bulk_rows rows;

	begin(d, v, 1);
	check_all(d, &files);
	import_all(d);
	assert_int_equal(bulk_rows(d->db, b.id, BULK_ROW_IMPORTED, 0, 2,
	    &rows, d->m), RC_OK);
	DEED(d, RC_OK, secrecy_purge(d->db, &d->entry, rows.v[0].document,
	    NULL, 0, d->dir, d->m));
	assert_int_equal(COUNT(d, "SELECT 1 FROM bulk_row WHERE title <> ''"
	    " OR doc_no <> '' OR body_text <> '' OR document_id IS NOT NULL"),
	    0);
	assert_int_equal(COUNT(d, "SELECT 1 FROM bulk_note"), 0);
	assert_int_equal(COUNT(d, "SELECT 1 FROM bulk_file WHERE name <> ''"),
	    0);
	undo_all(d);
	assert_int_equal(b.in[BULK_ROW_KEPT], 1);
}

/* The lists of the unit, which nothing above asks for. */
static void
test_lists(void **st)
{
	struct district *d = *st;
	struct bulk_row v[1] = { row_of(2, "一条", "") };
	const struct bulk_files none = { 0 };
	struct bulk_rows rows;
	struct bulks all;
	int64_t bulk, number;

	for (int k = 0; k < 3; k++) {
		begin(d, v, 1);
		check_all(d, &none);
	}
	import_all(d);
	assert_int_equal(bulk_list(d->db, d->entry.unit, 0, 2, &all, d->m),
	    RC_OK);
	assert_int_equal(all.n, 2);
	assert_true(all.v[0].id > all.v[1].id);
	assert_int_equal(bulk_list(d->db, d->entry.unit, all.v[1].id, 2, &all,
	    d->m), RC_OK);
	assert_int_equal(all.n, 1);
	assert_int_equal(bulk_list(d->db, d->entry_b.unit, 0, 2, &all, d->m),
	    RC_OK);
	assert_int_equal(all.n, 0);
	assert_int_equal(bulk_rows(d->db, b.id, BULK_ROW_IMPORTED, 0, 2,
	    &rows, d->m), RC_OK);
	assert_int_equal(bulk_of(d->db, rows.v[0].document, &bulk, &number),
	    RC_OK);
	assert_int_equal(bulk, b.id);
	assert_int_equal(number, 2);
	assert_true(explained > 100);
}

static int
group_setup(void **st)
{
	(void)st;
	plans = arena_new();
	return 0;
}

static int
group_teardown(void **st)
{
	(void)st;
	arena_free(plans);
	return 0;
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, district_setup,	\
	    district_teardown)
	const struct CMUnitTest tests[] = {
		T(test_checks), T(test_back_and_forth), T(test_kept),
		T(test_two_workers), T(test_refused), T(test_tries),
		T(test_decisions), T(test_secret), T(test_lists),
	};

	return cmocka_run_group_tests(tests, group_setup, group_teardown);
}
