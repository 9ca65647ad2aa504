/* mem.h - one arena for all tests of a program.  Included once, after cmocka. */
#ifndef TESTS_MEM_H
#define TESTS_MEM_H

#include "base/arena.h"

static struct arena *mem;

static inline int
setup(void **st)
{
	(void)st;
	mem = arena_new();
	return 0;
}

static inline int
teardown(void **st)
{
	(void)st;
	arena_free(mem);
	return 0;
}

#endif
