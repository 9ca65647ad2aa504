/* child.h - running something that may exit, and reading what it said. */
#ifndef TESTS_CHILD_H
#define TESTS_CHILD_H

#include <stddef.h>

/*
 * Runs f(arg) in a child; out gets what it wrote to standard error.  Returns
 * its exit code, or 128 + the signal that ended it.
 */
int child_run(void (*f)(const void *), const void *arg, char *out, size_t n);

#endif
