/*
 * variant_table.c - run by the build: ICU's Traditional-Simplified, character
 * by character, as a table.  ICU takes 30 ms to read its rules, which the
 * first question of every worker had to wait for.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unicode/uset.h>
#include <unicode/utrans.h>

#define FIRST	0x3400
#define LAST	0x9FFF
#define ROOM	8
#define A_LINE	12

static UChar table[LAST - FIRST + 1];

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

int
main(void)
{
	UErrorCode e = U_ZERO_ERROR;
	UTransliterator *t;
	USet *set;
	int k;

	for (k = 0; k <= LAST - FIRST; k++)
		table[k] = (UChar)(FIRST + k);
	t = utrans_openU(u"Traditional-Simplified", -1, UTRANS_FORWARD, NULL,
	    0, NULL, &e);
	set = U_SUCCESS(e) ? utrans_getSourceSet(t, 0, NULL, &e) : NULL;
	if (U_FAILURE(e)) {
		fprintf(stderr, "no simplified characters: %s\n",
		    u_errorName(e));
		return 1;
	}
	fill_all(t, set);
	uset_close(set);
	utrans_close(t);
	printf("#define FIRST 0x%X\n#define LAST 0x%X\n"
	    "static const uint16_t table[] = {", FIRST, LAST);
	for (k = 0; k <= LAST - FIRST; k++)
		printf("%s0x%X,", k % A_LINE == 0 ? "\n" : " ", table[k]);
	puts("\n};");
	return ferror(stdout) != 0;
}
