/* variant.c - looks up what the build asked ICU (deploy/variant_table.c). */
#include "base/variant.h"

#include "variant_table.h"	/* FIRST, LAST, table */

uint32_t
variant_fold(uint32_t cp)
{
	return cp < FIRST || cp > LAST ? cp : table[cp - FIRST];
}
