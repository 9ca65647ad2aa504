/* application_case_pdf.c - a letter's Word file as PDF. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "gkht/application_case.h"
#include "gkht/intake.h"
#include "richtext/office.h"

#define PDF_MAX	(20 << 20)	/* bytes */

static int
in_memory(const void *bytes, size_t n)
{
	int fd = memfd_create("letter", MFD_CLOEXEC);

	if (fd >= 0 && write(fd, bytes, n) == (ssize_t)n)
		return fd;
	log_fail("a letter in memory: %s", strerror(errno));
	if (fd >= 0)
		close(fd);
	return -1;
}

static enum rc
read_whole(const char *path, void **bytes, size_t *n, struct arena *m)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	enum rc rc = RC_FAIL;
	struct stat st;

	if (fd < 0)
		return RC_FAIL;
	if (fstat(fd, &st) == 0 && st.st_size > 0 && st.st_size < PDF_MAX) {
		*n = (size_t)st.st_size;
		*bytes = arena_alloc(m, *n);
		if (read(fd, *bytes, *n) == (ssize_t)*n)
			rc = RC_OK;
	}
	close(fd);
	return rc;
}

enum rc
application_case_pdf(struct ctx *x, void **bytes, size_t *n)
{
	struct office office = intake_office(x);
	struct office_work work;
	enum problem why;
	int fd = in_memory(*bytes, *n);
	enum rc rc;

	if (fd < 0)
		return RC_FAIL;
	rc = office_convert(&office, arena_printf(x->mem, "/proc/%d/fd/%d",
	    (int)getpid(), fd), SNIFF_WORD, "pdf", &work, &why);
	if (rc == RC_OK)
		rc = read_whole(work.out, bytes, n, x->mem);
	office_end(&work);
	close(fd);
	if (rc == RC_INVALID && why == PROBLEM_WORD_LATE)
		return RC_BUSY;	/* a letter is short: the machine is slow */
	return rc == RC_INVALID ? refuse(x, "format", why) : rc;
}
