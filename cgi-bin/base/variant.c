/* variant.c - a table made once from ICU's rules, which are slow to ask. */
#include "base/variant.h"

#include <stdbool.h>
#include <unicode/uset.h>
#include <unicode/utrans.h>

#include "base/log.h"

#define FIRST	0x3400
#define LAST	0x9FFF
#define ROOM	8

static uint16_t table[LAST - FIRST + 1];
static bool made;

/* What becomes one other character counts; the rest stays what it is. */
static void
fill(UTransliterator *t, UChar32 cp)
{
	UErrorCode e = U_ZERO_ERROR;
	UChar s[ROOM] = { (UChar)cp };
	int32_t n = 1, limit = 1;

	utrans_transUChars(t, s, &n, ROOM, 0, &limit, &e);
	if (U_SUCCESS(e) && n == 1)
		table[cp - FIRST] = s[0];
}

/* Only the characters that the rules name are asked for, one by one, so that
 * none has neighbours. */
static void
fill_all(UTransliterator *t, USet *set)
{
	UErrorCode e = U_ZERO_ERROR;
	UChar32 from, to;
	UChar s[ROOM];
	int32_t k;

	for (k = 0; k < uset_getItemCount(set); k++) {
		if (uset_getItem(set, k, &from, &to, s, ROOM, &e) != 0)
			continue;	/* a string */
		for (; from <= to; from++)
			if (from >= FIRST && from <= LAST)
				fill(t, from);
	}
}

static void
make(void)
{
	static const UChar id[] = u"Traditional-Simplified";
	UErrorCode e = U_ZERO_ERROR;
	UTransliterator *t;
	USet *set = NULL;
	int k;

	for (k = 0; k <= LAST - FIRST; k++)
		table[k] = (uint16_t)(FIRST + k);
	made = true;
	t = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &e);
	if (U_SUCCESS(e))
		set = utrans_getSourceSet(t, false, NULL, &e);
	if (U_SUCCESS(e))
		fill_all(t, set);
	else
		log_fail("no simplified characters: %s", u_errorName(e));
	uset_close(set);
	utrans_close(t);
}

uint32_t
variant_fold(uint32_t cp)
{
	if (cp < FIRST || cp > LAST)
		return cp;
	if (!made)
		make();
	return table[cp - FIRST];
}
