/* child.c - see child.h. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "richtext/child.h"

#define PIPE_FD 3

const char *
child_path(const char *path, struct arena *m)
{
	static const char self[] = "/proc/self/";

	if (strncmp(path, self, sizeof self - 1) != 0)
		return path;
	return arena_printf(m, "/proc/%d/%s", (int)getpid(),
	    path + sizeof self - 1);
}

pid_t
child_start(int fd[2])
{
	pid_t pid;

	if (pipe2(fd, O_CLOEXEC) != 0) {
		log_fail("pipe: %s", strerror(errno));
		return -1;
	}
	if ((pid = fork()) < 0) {
		log_fail("fork: %s", strerror(errno));
		close(fd[0]);
	}
	if (pid != 0)
		close(fd[1]);
	return pid;
}

static void
limit(int what, rlim_t soft, rlim_t hard)
{
	struct rlimit l = { soft, hard };

	if (setrlimit(what, &l) != 0)
		_exit(1);
}

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define SANITIZED 1
#endif

void
child_limit(unsigned cpu_seconds, size_t memory)
{
	limit(RLIMIT_CPU, cpu_seconds, cpu_seconds + 1);
	limit(RLIMIT_CORE, 0, 0);
#ifdef SANITIZED	/* its shadow alone is terabytes of address space */
	(void)memory;
#else
	limit(RLIMIT_AS, memory, memory);
#endif
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		_exit(1);
}

void
child_settle(int pipe_fd, unsigned cpu_seconds, size_t memory)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC), s;
	sigset_t none;

	if (null < 0 || dup2(pipe_fd, PIPE_FD) < 0 || dup2(null, 0) < 0 ||
	    dup2(null, 1) < 0 || close_range(PIPE_FD + 1, ~0u, 0) != 0)
		_exit(1);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	for (s = 1; s < 32; s++)
		if (s != SIGKILL && s != SIGSTOP)
			signal(s, SIG_DFL);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);	/* a log file takes no line then */
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	limit(RLIMIT_FSIZE, 0, 0);
	limit(RLIMIT_NOFILE, 16, 16);
	child_limit(cpu_seconds, memory);
}

void
child_send(const void *data, size_t n)
{
	const char *s = data;
	ssize_t done;

	while (n > 0) {
		done = write(PIPE_FD, s, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			_exit(1);
		s += done;
		n -= (size_t)done;
	}
}

long
child_now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

bool
child_receive(int fd, void *to, size_t n, long deadline)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	char *s = to;
	ssize_t got;
	long left;

	while (n > 0) {
		if ((left = deadline - child_now_ms()) <= 0)
			return false;
		if (poll(&p, 1, (int)left) < 0 && errno != EINTR)
			return false;
		if (!(p.revents & (POLLIN | POLLHUP)))
			continue;
		got = read(fd, s, n);
		if (got < 0 && (errno == EINTR || errno == EAGAIN))
			continue;
		if (got <= 0)
			return false;
		s += got;
		n -= (size_t)got;
	}
	return true;
}

int
child_reap(pid_t pid)
{
	int status = 0;

	kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}
