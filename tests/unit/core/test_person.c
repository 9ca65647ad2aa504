/* test_person.c - check digits, what each page of the form demands, masks. */
#include <string.h>

#include "office.h"

static void
test_numbers(void **state)
{
	char s[] = ID_CARD;

	(void)state;
	assert_true(application_id_card(ID_CARD));
	assert_true(application_id_card("11010519491231002x"));
	for (int k = 0; k < 17; k++) {
		s[k] = s[k] == '9' ? '8' : s[k] + 1;
		assert_false(application_id_card(s));
		strcpy(s, ID_CARD);
	}
	assert_false(application_id_card("11010519491331002X"));
	assert_false(application_id_card("110105491231002"));
	assert_false(application_id_card(""));
	assert_false(application_id_card("１１０１０５"));
	assert_true(application_uscc(USCC));
	assert_true(application_uscc("91350100m000100y43"));
	assert_false(application_uscc("91350100M000100Y44"));
	assert_false(application_uscc("91350100M000100I43"));
	assert_false(application_uscc("913501000001"));
	assert_false(application_uscc(""));
}

static void
test_masks(void **state)
{
	struct arena *m = arena_new();

	(void)state;
	assert_string_equal(application_mask_name(m, "张三丰"), "张＊＊");
	assert_string_equal(application_mask_name(m, "李四"), "李＊");
	assert_string_equal(application_mask_name(m, "王"), "王＊");
	assert_string_equal(application_mask_name(m, "欧阳明月"), "欧＊＊");
	assert_string_equal(application_mask_name(m, ""), "");
	assert_string_equal(application_mask_number(m, ID_CARD),
	    "110＊＊＊＊002X");
	assert_string_equal(application_mask_number(m, "G1234567"),
	    "G12＊＊＊＊7");
	assert_string_equal(application_mask_number(m, "1234"), "＊＊＊＊");
	assert_string_equal(application_mask_number(m, ""), "");
	arena_free(m);
}

static struct person
citizen(void)
{
	return (struct person){ .organisation_kind = "", .name = "李四",
	    .workplace = "", .legal_person = "", .contact = "",
	    .paper_kind = "id_card", .paper_no = ID_CARD, .phone = PHONE,
	    .address = "", .postcode = "", .email = "", .fax = "" };
}

static struct wish
wish(void)
{
	return (struct wish){ .name = "预算", .doc_no = "", .description = "",
	    .delivery = "read", .carrier = "paper", .assistance = "" };
}

static enum problem
of_contact(struct person a, const char *delivery, const char *field)
{
	struct problems p = { 0 };
	struct wish w = wish();

	w.delivery = delivery;
	application_check_contact(&a, &w, &p);
	return problem_of(&p, field);
}

static void
test_contact(void **state)
{
	struct person a = citizen();

	(void)state;
	assert_int_equal(of_contact(a, "read", "phone"), PROBLEM_NONE);
	assert_int_equal(of_contact(a, "mail", "address"),
	    PROBLEM_DELIVERY_ADDRESS);
	assert_int_equal(of_contact(a, "email", "email"),
	    PROBLEM_DELIVERY_ADDRESS);
	assert_int_equal(of_contact(a, "fax", "fax"),
	    PROBLEM_DELIVERY_ADDRESS);
	a.phone = "12ab";
	assert_int_equal(of_contact(a, "read", "phone"), PROBLEM_PHONE);
	a.phone = "";
	assert_int_equal(of_contact(a, "read", "phone"), PROBLEM_NO_CONTACT);
	a.email = "name@example.com";
	assert_int_equal(of_contact(a, "email", "email"), PROBLEM_NONE);
	a.email = "name@";
	assert_int_equal(of_contact(a, "email", "email"), PROBLEM_EMAIL);
	a.email = "a b@example.com";
	assert_int_equal(of_contact(a, "email", "email"), PROBLEM_EMAIL);
	a.postcode = "30180";
	assert_int_equal(of_contact(a, "read", "postcode"),
	    PROBLEM_POSTCODE);
	a.postcode = "301800";
	assert_int_equal(of_contact(a, "read", "postcode"), PROBLEM_NONE);
}

static enum problem
of_identity(struct person a, const char *field)
{
	struct problems p = { 0 };

	application_check_identity(&a, &p);
	application_check_kind(&a, &p);
	return problem_of(&p, field);
}

static void
test_identity(void **state)
{
	struct person a = citizen();

	(void)state;
	assert_int_equal(of_identity(a, "paper_no"), PROBLEM_NONE);
	a.paper_no = "110105194912310021";
	assert_int_equal(of_identity(a, "paper_no"), PROBLEM_ID_CARD);
	a.paper_kind = "passport";
	assert_int_equal(of_identity(a, "paper_no"), PROBLEM_NONE);
	a.paper_kind = "uscc";
	assert_int_equal(of_identity(a, "paper_no"), PROBLEM_USCC);
	a.paper_kind = "library";
	assert_int_equal(of_identity(a, "paper_kind"), PROBLEM_NOT_CHOICE);
	a.paper_no = "";
	assert_int_equal(of_identity(a, "paper_no"), PROBLEM_MISSING);
	a.name = "";
	assert_int_equal(of_identity(a, "name"), PROBLEM_MISSING);
	a.name = "李\x01四";
	assert_int_equal(of_identity(a, "name"), PROBLEM_NOT_TEXT);
	a.organisation = true;
	assert_int_equal(of_identity(a, "organisation_kind"),
	    PROBLEM_MISSING);
	a.organisation_kind = "bank";
	assert_int_equal(of_identity(a, "organisation_kind"),
	    PROBLEM_NOT_CHOICE);
	a.organisation_kind = "legal";
	assert_int_equal(of_identity(a, "organisation_kind"), PROBLEM_NONE);
	a.organisation = false;
	assert_int_equal(of_identity(a, "organisation_kind"),
	    PROBLEM_NOT_CHOICE);
}

static void
test_wish(void **state)
{
	struct wish w = wish();
	struct problems p = { 0 };
	char longest[3 * APPLICATION_WISH_MAX + 4] = "";

	(void)state;
	application_check_wish(&w, &p);
	application_check_delivery(&w, &p);
	assert_int_equal(p.n, 0);
	w.name = "";
	application_check_wish(&w, &p);
	assert_int_equal(problem_of(&p, "wish"), PROBLEM_NO_WISH);
	p.n = 0;
	w.description = "第一行\n第二行";
	application_check_wish(&w, &p);
	assert_int_equal(p.n, 0);
	w.name = "一\n二";
	application_check_wish(&w, &p);
	assert_int_equal(problem_of(&p, "wish_name"), PROBLEM_NOT_TEXT);
	p.n = 0;
	for (int k = 0; k <= APPLICATION_WISH_MAX; k++)
		strcat(longest, "长");
	w.name = longest;
	application_check_wish(&w, &p);
	assert_int_equal(problem_of(&p, "wish_name"), PROBLEM_TOO_LONG);
	w.delivery = "pigeon";
	w.carrier = "";
	w.assistance = "x";
	application_check_delivery(&w, &p);
	assert_int_equal(problem_of(&p, "delivery"), PROBLEM_NOT_CHOICE);
	assert_int_equal(problem_of(&p, "carrier"), PROBLEM_MISSING);
	assert_int_equal(problem_of(&p, "assistance"), PROBLEM_NOT_CHOICE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_masks),
		cmocka_unit_test(test_contact),
		cmocka_unit_test(test_identity),
		cmocka_unit_test(test_wish),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
