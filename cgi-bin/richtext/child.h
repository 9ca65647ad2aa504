/*
 * child.h - a child process that reads one file and tells its parent through
 * a pipe what it found; it can do nothing else.
 *
 *	if ((pid = child_start(fd)) < 0)
 *		return RC_FAIL;
 *	if (pid == 0) {
 *		child_settle(fd[1], 10, 512 << 20);
 *		... child_send() ...
 *		_exit(0);
 *	}
 *	heard = child_receive(fd[0], ...);
 *	close(fd[0]);
 *	status = child_reap(pid);
 *
 * The parent believes nothing of what comes before it has looked at it.
 */
#ifndef RICHTEXT_CHILD_H
#define RICHTEXT_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/arena.h"

/* The path as the child has to call it: /proc/self is somebody else there. */
const char *child_path(const char *path, struct arena *);

/* A pipe and a fork; in the parent fd[1] is closed already.  -1 after logging
 * when there is none. */
pid_t child_start(int fd[2]);

/*
 * In the child: only the pipe and standard error stay open, signals are as a
 * new program has them, it dies with its parent, writes no files, takes at
 * most so much processor time and address space.
 */
void child_settle(int pipe_fd, unsigned cpu_seconds, size_t memory);
/* Of those limits the time and the memory, for a process that reads the file
 * itself and does nothing else. */
void child_limit(unsigned cpu_seconds, size_t memory);
/* n bytes to the parent; a parent that is gone ends the child. */
void child_send(const void *, size_t n);

/* Exactly n bytes before the deadline (child_now_ms()). */
bool child_receive(int fd, void *to, size_t n, long deadline);
/* Ends it if it still runs; its status. */
int child_reap(pid_t);
long child_now_ms(void);

#endif
