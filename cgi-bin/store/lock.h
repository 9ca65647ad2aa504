/*
 * lock.h - the queue of writers, over all processes of the site.
 *
 * SQLite lets waiting writers starve; here who wants to write first joins a
 * queue, and only the head of the queue waits for the writer to finish, so
 * nobody who just wrote can jump in again before those who wait.
 */
#ifndef STORE_LOCK_H
#define STORE_LOCK_H

#include "base/rc.h"

/* A descriptor of the lock file, made when missing; -1 after logging. */
int lock_open(const char *path);
/* RC_BUSY after wait_ms milliseconds; the death of a process frees its lock. */
enum rc lock_take(int fd, int wait_ms);
void lock_give(int fd);

#endif
