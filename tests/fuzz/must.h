/* must.h - what has to be so whatever the bytes are. */
#ifndef TESTS_MUST_H
#define TESTS_MUST_H

#include <stdbool.h>
#include <stdlib.h>

static inline void
must(bool so)
{
	if (!so)
		abort();
}

#endif
