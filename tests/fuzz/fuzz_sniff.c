/*
 * fuzz_sniff.c - any bytes as a file: its kind is one that we know, has a
 * name for its ending or a reason against it, and is the same when asked
 * again.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/log.h"
#include "richtext/filetype.h"
#include "richtext/sniff.h"
#include "must.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
look(const char *path, const uint8_t *data, size_t n, struct arena *m)
{
	enum sniff kind = sniff_file(path);
	int w, h;

	must(kind >= 0 && kind < SNIFF__MAX && sniff_file(path) == kind);
	must((sniff_problem(kind) == PROBLEM_NONE) ==
	    (*sniff_ending(kind) != '\0'));
	must(n > 0 || kind == SNIFF_EMPTY);
	must(strlen(sniff_name(kind, "a.b", m)) > 0);
	if (filetype_image(data, n, &w, &h) != NULL)
		must(w > 0 && h > 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct arena *m;
	static int fd = -1;
	char path[40];

	if (m == NULL) {
		m = arena_new();
		fd = memfd_create("sniffed", MFD_CLOEXEC);
		must(fd >= 0);
	}
	must(ftruncate(fd, 0) == 0 &&
	    pwrite(fd, data, n, 0) == (ssize_t)n);
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	look(path, data, n, m);
	arena_reset(m);
	return 0;
}
