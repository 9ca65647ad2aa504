/* identity.c - see identity.h. */
#include <ctype.h>
#include <string.h>

#include "base/clock.h"
#include "base/identity.h"

static bool
digits(const char *s, size_t n)
{
	return strspn(s, "0123456789") >= n;
}

/* yyyy or yy, mm, dd at s. */
static bool
is_birthday(const char *century, const char *s)
{
	char day[11] = "0000-00-00";
	size_t n = strlen(century);
	day_t born;

	memcpy(day, century, n);
	memcpy(day + n, s, 4 - n);
	memcpy(day + 5, s + 4 - n, 2);
	memcpy(day + 8, s + 6 - n, 2);
	return day_parse(day, &born);
}

bool
identity_card(const char *s)
{
	static const int weight[17] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9,
	    10, 5, 8, 4, 2 };
	int sum = 0;

	if (strlen(s) != 18 || !digits(s, 17) || *s == '0' ||
	    !is_birthday("", s + 6))
		return false;
	for (int k = 0; k < 17; k++)
		sum += (s[k] - '0') * weight[k];
	return "10X98765432"[sum % 11] == toupper((unsigned char)s[17]);
}

bool
identity_card_old(const char *s)
{
	return strlen(s) == 15 && digits(s, 15) && *s != '0' &&
	    is_birthday("19", s + 6) && strcmp(s + 12, "000") != 0;
}

bool
identity_uscc(const char *s)
{
	static const char places[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
	const char *at;
	int sum = 0, weight = 1;

	if (strlen(s) != 18)
		return false;
	for (int k = 0; k < 17; k++) {
		if ((at = strchr(places, toupper((unsigned char)s[k]))) == NULL)
			return false;
		sum += (int)(at - places) * weight;
		weight = weight * 3 % 31;
	}
	return places[(31 - sum % 31) % 31] == toupper((unsigned char)s[17]);
}

bool
identity_bank_card(const char *s)
{
	size_t n = strlen(s);
	int sum = 0;

	if (n < 16 || n > 19 || !digits(s, n) || strspn(s, "0") >= n)
		return false;
	for (size_t k = 0; k < n; k++) {
		int d = s[n - 1 - k] - '0';

		if (k % 2 == 1 && (d *= 2) > 9)
			d -= 9;
		sum += d;
	}
	return sum % 10 == 0;
}
