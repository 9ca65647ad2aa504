/* test_compound.c - a directory made to be walked to and fro for hours. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "richtext/compound.h"

#define SECTOR	512u
#define TABLES	109u		/* as many as the header names */
#define SECTORS	(TABLES * SECTOR / 4)
#define ENTRIES	((SECTORS - TABLES) * SECTOR / 128)

static void
put(unsigned char *p, uint32_t n)
{
	for (int k = 0; k < 4; k++)
		p[k] = (unsigned char)(n >> 8 * k);
}

/* One chain of sectors after the tables, with every entry's left neighbour at
 * the other end of the directory. */
static unsigned char *
file_make(size_t *n)
{
	static const unsigned char magic[] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1,
		0xb1, 0x1a, 0xe1 };
	unsigned char *file, *entry;

	*n = (SECTORS + 1) * SECTOR;
	assert_non_null(file = calloc(1, *n));
	memcpy(file, magic, sizeof magic);
	file[30] = 9;
	put(file + 48, TABLES);
	for (uint32_t k = 0; k < TABLES; k++)
		put(file + 76 + 4 * k, k);
	for (uint32_t k = 0; k < SECTORS; k++)
		put(file + SECTOR + 4 * k, k + 1);
	entry = file + (TABLES + 1) * SECTOR;
	put(entry + 76, ENTRIES - 1);
	for (uint32_t k = 1; k < ENTRIES; k++) {
		put(entry + 128 * k + 68, k < ENTRIES / 2 ? ENTRIES - 1 - k
		    : ENTRIES - k);
		put(entry + 128 * k + 72, UINT32_MAX);
	}
	return file;
}

static void
test_steps(void **st)
{
	struct compound c;
	unsigned char *file;
	size_t n;

	(void)st;
	file = file_make(&n);
	assert_true(compound_open(&c, file, n));
	assert_non_null(compound_entry(&c, ENTRIES - 1));
	assert_in_range(c.steps, 1, SECTORS);
	assert_null(compound_find(&c, "Workbook"));
	assert_int_equal(c.steps, COMPOUND_STEPS);
	assert_null(compound_entry(&c, ENTRIES - 1));
	free(file);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_steps) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
