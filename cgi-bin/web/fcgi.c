/* fcgi.c - libfcgi in one single-threaded worker. */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <fcgiapp.h>

#include "base/log.h"
#include "web/fcgi.h"

#define BODY_PATIENCE 30	/* seconds without a byte of a body */

struct fcgi {
	FCGX_Request request;
	sigset_t stops;
	bool patient;		/* the body has its time limit */
};

static volatile sig_atomic_t stopping;

/* The alarm repeats the stop: a SIGTERM that arrives just before accept()
 * would otherwise be noticed only with the next request. */
static void
stop(int number)
{
	(void)number;
	stopping = 1;
	FCGX_ShutdownPending();
	alarm(1);
}

static void
handle_signals(sigset_t *stops)
{
	struct sigaction act = { .sa_handler = stop };
	struct sigaction ignore = { .sa_handler = SIG_IGN };

	sigemptyset(&act.sa_mask);
	sigaction(SIGTERM, &act, NULL);
	sigaction(SIGINT, &act, NULL);
	sigaction(SIGALRM, &act, NULL);
	sigaction(SIGPIPE, &ignore, NULL);
	sigemptyset(stops);
	sigaddset(stops, SIGTERM);
	sigaddset(stops, SIGINT);
	sigaddset(stops, SIGALRM);
	/* Only waiting for a request may be interrupted. */
	sigprocmask(SIG_BLOCK, stops, NULL);
}

struct fcgi *
fcgi_open(void)
{
	static struct fcgi f;
	int listening = 0;
	socklen_t size = sizeof(listening);

	if (getsockopt(0, SOL_SOCKET, SO_ACCEPTCONN, &listening, &size) != 0 ||
	    !listening)
		fatal("descriptor 0 is not a listening socket: "
		    "start this program through spawn-fcgi");
	if (FCGX_Init() != 0 ||
	    FCGX_InitRequest(&f.request, 0, FCGI_FAIL_ACCEPT_ON_INTR) != 0)
		fatal("libfcgi does not start");
	handle_signals(&f.stops);
	return &f;
}

bool
fcgi_next(struct fcgi *f)
{
	int rc;

	do {
		sigprocmask(SIG_UNBLOCK, &f->stops, NULL);
		rc = stopping ? -1 : FCGX_Accept_r(&f->request);
		sigprocmask(SIG_BLOCK, &f->stops, NULL);
		if (rc != 0 && !stopping && rc != -EINTR &&
		    rc != -ECONNABORTED) {
			log_fail("accept: error %d", -rc);
			return false;
		}
	} while (rc != 0 && !stopping);
	f->patient = false;
	return rc == 0;
}

const char *
fcgi_param(struct fcgi *f, const char *name)
{
	return FCGX_GetParam(name, f->request.envp);
}

/* libfcgi reads without a time limit; a peer that goes silent in the middle
 * of a body must not keep the worker. */
static void
limit_patience(struct fcgi *f)
{
	struct timeval limit = { .tv_sec = BODY_PATIENCE };

	if (f->patient)
		return;
	f->patient = true;
	setsockopt(f->request.ipcFd, SOL_SOCKET, SO_RCVTIMEO, &limit,
	    sizeof(limit));
}

long
fcgi_read(void *arg, void *buf, size_t n)
{
	struct fcgi *f = arg;
	int got;

	limit_patience(f);
	if (n > 1 << 20)
		n = 1 << 20;
	got = FCGX_GetStr(buf, (int)n, f->request.in);
	if (got <= 0)
		return FCGX_GetError(f->request.in) != 0 ? -1 : 0;
	return got;
}

bool
fcgi_write(struct fcgi *f, const void *data, size_t n)
{
	const char *s = data;
	int piece;

	for (; n > 0; s += piece, n -= (size_t)piece) {
		piece = n > 1 << 20 ? 1 << 20 : (int)n;
		if (FCGX_PutStr(s, piece, f->request.out) != piece)
			return false;
	}
	return true;
}

/* libfcgi waits for the peer to close first, so that what it still sends
 * does not take the answer away.  Who sends no body sends nothing more: a
 * detached request is closed at once, which spares a reader's request three
 * system calls and a change of process. */
static bool
has_body(const struct fcgi *f)
{
	const char *length = FCGX_GetParam("CONTENT_LENGTH", f->request.envp);

	return length != NULL && length[0] != '\0' && strcmp(length, "0") != 0;
}

void
fcgi_finish(struct fcgi *f)
{
	if (!has_body(f))
		FCGX_Detach(&f->request);
	FCGX_Finish_r(&f->request);
}
