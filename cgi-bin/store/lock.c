/*
 * lock.c - two bytes of the lock file: whoever holds QUEUE is the next writer,
 * whoever holds TURN is the writer.  Open-file-description locks, because two
 * handles in one process must exclude each other as well.
 */
#include "store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"

enum { QUEUE, TURN };

int
lock_open(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0660);

	if (fd < 0)
		log_fail("%s: %s", path, strerror(errno));
	return fd;
}

static bool
try(int fd, short type, off_t at)
{
	struct flock l = { .l_type = type, .l_whence = SEEK_SET,
	    .l_start = at, .l_len = 1 };

	return fcntl(fd, F_OFD_SETLK, &l) == 0;
}

static int64_t
now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* The longer somebody waits the more often it asks, so that the one who came
 * first is the likeliest to be let in. */
static void
nap(int64_t waited_us)
{
	int64_t us = 1000 >> (waited_us / 50000 < 4 ? waited_us / 50000 : 4);
	struct timespec t = { .tv_nsec = us * 1000 };

	nanosleep(&t, NULL);
}

static bool
wait_for(int fd, off_t at, int64_t since, int wait_ms)
{
	int64_t waited;

	while (!try(fd, F_WRLCK, at)) {
		if (errno != EAGAIN && errno != EACCES && errno != EINTR) {
			log_fail("write lock: %s", strerror(errno));
			return false;
		}
		if ((waited = now_us() - since) > wait_ms * 1000LL)
			return false;
		nap(waited);
	}
	return true;
}

enum rc
lock_take(int fd, int wait_ms)
{
	int64_t since = now_us();
	bool mine;

	if (!wait_for(fd, QUEUE, since, wait_ms))
		return RC_BUSY;
	mine = wait_for(fd, TURN, since, wait_ms);
	try(fd, F_UNLCK, QUEUE);
	return mine ? RC_OK : RC_BUSY;
}

void
lock_give(int fd)
{
	try(fd, F_UNLCK, TURN);
}
