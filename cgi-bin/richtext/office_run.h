/* office_run.h - one program in a cage. */
#ifndef RICHTEXT_OFFICE_RUN_H
#define RICHTEXT_OFFICE_RUN_H

#include <stdbool.h>
#include <stddef.h>

enum office_end { OFFICE_RAN, OFFICE_LATE, OFFICE_DIED };

/*
 * Runs argv in that folder, which is its home, its temporary folder and the
 * only place it can write to, until deadline (office_now_ms()); then it and
 * its children are killed.  *status is its exit code when it ran.
 */
enum office_end office_run(const char *folder, const char *const argv[],
    long deadline, int *status);
long office_now_ms(void);

/*
 * The same for a program that reads its input and writes its output and
 * touches no file at all: in is its standard input, what it writes comes into
 * out, at most max bytes; what writes more is ended and *n is max + 1.
 */
enum office_end office_filter(int in, const char *const argv[], long deadline,
    char *out, size_t max, size_t *n, int *status);

#endif
