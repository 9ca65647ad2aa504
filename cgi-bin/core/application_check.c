/* application_check.c - what an application must have (条例 art. 29), page by
 * page of the form, and the check digits of papers. */
#include <ctype.h>
#include <string.h>

#include "base/identity.h"
#include "base/text.h"
#include "core/application_check.h"

static const char *const kinds[] = { "business", "research", "welfare",
	"legal", "other", NULL };
static const char *const papers[] = { "id_card", "uscc", "passport", "other",
	NULL };
static const char *const deliveries[] = { "mail", "email", "fax", "pickup",
	"read", "copy", NULL };
static const char *const carriers[] = { "paper", "electronic", NULL };
static const char *const helps[] = { "", "large_print", "read_aloud", "phone",
	"fill", NULL };

bool
check_choice(const char *const *list, const char *s)
{
	for (; *list != NULL; list++)
		if (strcmp(*list, s) == 0)
			return true;
	return false;
}

void
check_text(const char *s, const char *field, size_t most, bool lines,
    struct problems *p)
{
	if (!text_valid(s, strlen(s)) || !text_printable(s, strlen(s), lines))
		problem_add(p, field, PROBLEM_NOT_TEXT);
	else if (text_length(s) > most)
		problem_add(p, field, PROBLEM_TOO_LONG);
}

static void
need_text(const char *s, const char *field, size_t most, struct problems *p)
{
	if (*s == '\0')
		problem_add(p, field, PROBLEM_MISSING);
	else
		check_text(s, field, most, false, p);
}

static void
need_choice(const char *const *list, const char *s, const char *field,
    struct problems *p)
{
	if (*s == '\0')
		problem_add(p, field, PROBLEM_MISSING);
	else if (!check_choice(list, s))
		problem_add(p, field, PROBLEM_NOT_CHOICE);
}

static bool
digits(const char *s, size_t n)
{
	return strspn(s, "0123456789") >= n;
}

bool
application_id_card(const char *s)
{
	return identity_card(s);
}

bool
application_uscc(const char *s)
{
	return identity_uscc(s);
}

void
application_check_kind(const struct person *a, struct problems *p)
{
	if (!a->organisation) {
		if (*a->organisation_kind != '\0')
			problem_add(p, "organisation_kind",
			    PROBLEM_NOT_CHOICE);
		return;
	}
	need_choice(kinds, a->organisation_kind, "organisation_kind", p);
}

void
application_check_identity(const struct person *a, struct problems *p)
{
	need_text(a->name, "name", APPLICATION_NAME_MAX, p);
	check_text(a->workplace, "workplace", APPLICATION_LINE_MAX, false, p);
	check_text(a->legal_person, "legal_person", APPLICATION_NAME_MAX,
	    false, p);
	need_choice(papers, a->paper_kind, "paper_kind", p);
	need_text(a->paper_no, "paper_no", 40, p);
	if (problem_of(p, "paper_no") != PROBLEM_NONE)
		return;
	if (strcmp(a->paper_kind, "id_card") == 0 &&
	    !application_id_card(a->paper_no))
		problem_add(p, "paper_no", PROBLEM_ID_CARD);
	if (strcmp(a->paper_kind, "uscc") == 0 &&
	    !application_uscc(a->paper_no))
		problem_add(p, "paper_no", PROBLEM_USCC);
}

/* 5 to 20 digits with the signs that people write between them. */
static bool
is_phone(const char *s)
{
	int n = 0;

	for (; *s != '\0'; s++)
		if (isdigit((unsigned char)*s))
			n++;
		else if (strchr("+-() ", *s) == NULL)
			return false;
	return n >= 5 && n <= 20;
}

static bool
is_email(const char *s)
{
	const char *at = strchr(s, '@');

	return at != NULL && at > s && strchr(at + 1, '@') == NULL &&
	    strpbrk(s, " \t\"<>,;\\") == NULL && strchr(at, '.') != NULL &&
	    at[1] != '.' && s[strlen(s) - 1] != '.';
}

static void
check_form(const char *s, const char *field, bool good, enum problem what,
    struct problems *p)
{
	if (*s != '\0' && !good)
		problem_add(p, field, what);
}

/* What the chosen way needs. */
static void
check_way(const struct person *a, const struct wish *w, struct problems *p)
{
	static const char *const mail[] = { "mail", NULL };

	if (check_choice(mail, w->delivery) && *a->address == '\0')
		problem_add(p, "address", PROBLEM_DELIVERY_ADDRESS);
	if (strcmp(w->delivery, "email") == 0 && *a->email == '\0')
		problem_add(p, "email", PROBLEM_DELIVERY_ADDRESS);
	if (strcmp(w->delivery, "fax") == 0 && *a->fax == '\0')
		problem_add(p, "fax", PROBLEM_DELIVERY_ADDRESS);
}

void
application_check_contact(const struct person *a, const struct wish *w,
    struct problems *p)
{
	check_text(a->contact, "contact", APPLICATION_NAME_MAX, false, p);
	check_text(a->address, "address", APPLICATION_LINE_MAX, false, p);
	check_text(a->email, "email", APPLICATION_LINE_MAX, false, p);
	check_form(a->phone, "phone", is_phone(a->phone), PROBLEM_PHONE, p);
	check_form(a->fax, "fax", is_phone(a->fax), PROBLEM_PHONE, p);
	check_form(a->email, "email", is_email(a->email), PROBLEM_EMAIL, p);
	check_form(a->postcode, "postcode", strlen(a->postcode) == 6 &&
	    digits(a->postcode, 6), PROBLEM_POSTCODE, p);
	if (*a->phone == '\0' && *a->address == '\0' && *a->email == '\0')
		problem_add(p, "phone", PROBLEM_NO_CONTACT);
	check_way(a, w, p);
}

void
application_check_wish(const struct wish *w, struct problems *p)
{
	check_text(w->name, "wish_name", APPLICATION_WISH_MAX, false, p);
	check_text(w->doc_no, "wish_doc_no", 60, false, p);
	check_text(w->description, "wish_description", APPLICATION_TEXT_MAX,
	    true, p);
	if (*w->name == '\0' && *w->doc_no == '\0' && *w->description == '\0')
		problem_add(p, "wish", PROBLEM_NO_WISH);
}

void
application_check_delivery(const struct wish *w, struct problems *p)
{
	need_choice(deliveries, w->delivery, "delivery", p);
	need_choice(carriers, w->carrier, "carrier", p);
	if (!check_choice(helps, w->assistance))
		problem_add(p, "assistance", PROBLEM_NOT_CHOICE);
}
