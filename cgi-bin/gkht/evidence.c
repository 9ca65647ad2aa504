/* evidence.c - everything about one application in one ZIP, for 复议, courts
 * and the archive: form, scans, letters, delivery, clock, audit trail,
 * 申请登记表, and the SHA-256 of each. */
#include <string.h>

#include "base/secret.h"
#include "core/application_file.h"
#include "core/audit.h"
#include "core/letter.h"
#include "gkht/application_case.h"
#include "gkht/applications.h"
#include "gkht/pages.h"
#include "richtext/docx_write.h"
#include "richtext/zip_write.h"
#include "web/message.h"
#include "web/message_case.h"

struct bundle {
	struct ctx *x;
	struct zip_write *zip;
	struct buf sums;	/* one line a file, as sha256sum writes */
	struct application a;
	struct person person;
};

enum rc
evidence_ask(struct ctx *x)
{
	return application_reason_ask(x, "Page.AskEvidence");
}

static void
put(struct bundle *b, const char *name, const void *data, size_t n)
{
	zip_write_add(b->zip, name, data, n);
	buf_printf(&b->sums, "%s  %s\n", secret_sha256(b->x->mem, data, n),
	    name);
}

/* One of the sheets of gkht/evidence.cs over the values of the page. */
static enum rc
sheet(struct bundle *b, const char *part, const char *name)
{
	struct buf out = buf_new(b->x->mem);
	enum rc rc;

	view_set(b->x->page, "Page.Part", part);
	if ((rc = view_render(b->x->view, "gkht/evidence.cs", b->x->page,
	    &out)) != RC_OK)
		return rc;
	put(b, name, out.s, out.n);
	return RC_OK;
}

static enum rc
trail_fill(struct bundle *b)
{
	struct audit_entries all;
	enum rc rc;

	if ((rc = audit_of(b->x->db, "application", b->a.id, &all, b->x->mem))
	    != RC_OK)
		return rc;
	for (int i = 0; i < all.n; i++) {
		struct node *n = view_item(b->x->page, "Page.Trail");

		view_int(n, "Id", all.v[i].id);
		view_set(n, "At", clock_show(b->x->mem, all.v[i].at));
		view_set(n, "Login", all.v[i].login);
		view_set(n, "Address", all.v[i].address);
		view_set(n, "Action", message_audit(all.v[i].action));
		view_set(n, "From", all.v[i].from);
		view_set(n, "To", all.v[i].to);
		view_set(n, "Detail", all.v[i].detail);
	}
	return RC_OK;
}

static enum rc
letters_put(struct bundle *b)
{
	struct ctx *x = b->x;
	struct letters all;
	enum rc rc;

	if ((rc = letter_list(x->db, b->a.id, false, &all, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < all.n; i++) {
		struct node *at = view_child(x->page, "Page.Paper");
		struct letter l;

		if ((rc = letter_get(x->db, b->a.unit, all.v[i].id, &l,
		    x->mem)) != RC_OK)
			return rc;
		view_set(at, "Title", l.title);
		view_set(at, "Number", l.number);
		view_set(at, "To", letter_kind_for_applicant(l.kind) ?
		    b->person.name : l.organ);
		view_set(at, "Issued", clock_show(x->mem, l.issued));
		view_html(at, "BodyHtml", l.body);
		if ((rc = sheet(b, "letter", arena_printf(x->mem,
		    "letters/%d-%s.html", i + 1, l.kind))) != RC_OK)
			return rc;
	}
	return RC_OK;
}

/* 申请登记表, as a page and as the Word file that is filled in by hand.  It
 * comes after the letters: a flag of the page cannot be taken back. */
static enum rc
register_put(struct bundle *b)
{
	struct ctx *x = b->x;
	struct node *at = view_child(x->page, "Page.Paper");
	struct safe_html body, whole;
	void *docx;
	size_t n;
	enum rc rc;

	view_set(x->page, "Page.Case.UnitName", b->a.unit_name);
	if ((rc = application_case_letter(x, "letters/register.cs", &body))
	    != RC_OK)
		return rc;
	view_flag(at, "Register", true);
	view_set(at, "Title", message_letter(LETTER_REGISTER));
	view_set(at, "Number", b->a.number);
	view_html(at, "BodyHtml", body);
	if ((rc = sheet(b, "letter", "6-register.html")) != RC_OK ||
	    (rc = application_case_letter(x, "letters/whole.cs", &whole))
	    != RC_OK || (rc = docx_write(whole, message_letter(
	    LETTER_REGISTER), &docx, &n, x->mem)) != RC_OK)
		return rc;
	put(b, "6-register.docx", docx, n);
	return RC_OK;
}

/* Names from outside lose what a path could be made of. */
static const char *
plain_name(struct arena *m, const char *name)
{
	char *out = arena_strdup(m, name);

	for (char *s = out; *s != '\0'; s++)
		if (strchr("/\\:*?\"<>|", *s) != NULL ||
		    (unsigned char)*s < ' ')
			*s = '_';
	return out;
}

static enum rc
file_put(struct bundle *b, int number, int64_t id)
{
	struct arena *m = arena_new();
	struct application_file f;
	void *bytes;
	size_t n;
	enum rc rc;

	rc = application_file_read(b->x->db, b->x->conf->files, b->a.id, id,
	    &f, &bytes, &n, m);
	if (rc == RC_OK)
		put(b, arena_printf(m, "files/%d-%s-%s", number, f.use,
		    plain_name(m, f.name)), bytes, n);
	arena_free(m);
	return rc;
}

static enum rc
files_put_all(struct bundle *b)
{
	struct application_files all;
	enum rc rc;

	if ((rc = application_file_list(b->x->db, b->a.id, &all, b->x->mem))
	    != RC_OK)
		return rc;
	for (int i = 0; i < all.n && rc == RC_OK; i++)
		rc = file_put(b, i + 1, all.v[i].id);
	return rc;
}

static enum rc
fill(struct bundle *b)
{
	static const struct { const char *part, *name; } sheets[] = {
		{ "form", "1-form.html" }, { "timeline", "2-timeline.html" },
		{ "clock", "3-clock.html" }, { "delivery", "4-delivery.html" },
		{ "trail", "5-audit.html" },
	};
	enum rc rc = RC_OK;

	application_person_fill(b->x, &b->person);
	if ((rc = trail_fill(b)) != RC_OK)
		return rc;
	for (size_t i = 0; i < sizeof(sheets) / sizeof(sheets[0]); i++)
		if ((rc = sheet(b, sheets[i].part, sheets[i].name)) != RC_OK)
			return rc;
	if ((rc = letters_put(b)) != RC_OK || (rc = register_put(b)) != RC_OK)
		return rc;
	return files_put_all(b);
}

/* Opening the sealed part is the deed that is audited. */
enum rc
evidence_send(struct ctx *x)
{
	struct bundle b = { .x = x, .sums = buf_new(x->mem) };
	void *data;
	size_t n;
	enum rc rc, end;

	if ((rc = application_person(x->db, &x->actor, arg_id(x, 0),
	    application_reason(x), &b.person, &x->problems, x->mem)) != RC_OK ||
	    (rc = applications_load(x, &b.a)) != RC_OK ||
	    (rc = application_case_fill(x, &b.a)) != RC_OK ||
	    (rc = zip_write_open(x->conf->tmp, &b.zip, x->mem)) != RC_OK)
		return rc;
	if ((rc = fill(&b)) == RC_OK)
		zip_write_add(b.zip, "SHA256SUMS", b.sums.s, b.sums.n);
	end = zip_write_end(b.zip, &data, &n, x->mem);
	if (rc == RC_OK)
		rc = end;
	return rc != RC_OK ? rc : send_bytes(x, data, n, ZIP_TYPE,
	    arena_printf(x->mem, "%s.zip", b.a.number));
}
