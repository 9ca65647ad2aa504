/*
 * office_run.c - what a caged program may do, before it becomes that program.
 *
 * The network is closed twice: by a namespace where the system permits one,
 * and everywhere by a filter on socket().  Landlock shuts the disk but for
 * the system's own files and one folder; a kernel without it leaves that to
 * file permissions.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "richtext/office_run.h"

#define CPU_SECONDS 60
#define MEMORY_MAX  (1536ul << 20)
#define FILE_MAX    (256ul << 20)

#if defined(__x86_64__)
#define ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCH AUDIT_ARCH_AARCH64
#endif

#define READ_RIGHTS (LANDLOCK_ACCESS_FS_EXECUTE |			\
	LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define SOCKET_RIGHTS (LANDLOCK_ACCESS_FS_MAKE_SOCK |			\
	LANDLOCK_ACCESS_FS_REMOVE_FILE)
#define ALL_RIGHTS ((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1)

long
office_now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
limit(int what, rlim_t most)
{
	struct rlimit l = { most, most };

	if (setrlimit(what, &l) != 0)
		_exit(126);
}

static void
limits(void)
{
	limit(RLIMIT_CPU, CPU_SECONDS);
	limit(RLIMIT_AS, MEMORY_MAX);
	limit(RLIMIT_FSIZE, FILE_MAX);
	limit(RLIMIT_NOFILE, 256);
	limit(RLIMIT_CORE, 0);
}

/* Sockets only to itself; anything else would be a way out. */
static void
close_network(void)
{
#ifdef ARCH
	struct sock_filter rule[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
		    offsetof(struct seccomp_data, arch)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCH, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
		    offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 3),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
		    offsetof(struct seccomp_data, args[0])),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog filter = { sizeof rule / sizeof rule[0], rule };

	if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0)
		_exit(126);
#endif
	(void)unshare(CLONE_NEWNET);
}

static void
open_place(int rules, const char *path, __u64 rights)
{
	struct landlock_path_beneath_attr at = { .allowed_access = rights };

	if ((at.parent_fd = open(path, O_PATH | O_CLOEXEC)) < 0)
		return;
	if (syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH,
	    &at, 0) != 0)
		_exit(126);
	close(at.parent_fd);
}

static void
close_disk(const char *folder)
{
	static const char *const system_[] = {
		"/usr", "/lib", "/lib64", "/bin", "/etc/fonts",
		"/etc/libreoffice", "/etc/ld.so.cache", "/etc/localtime",
		"/etc/passwd", "/etc/nsswitch.conf", "/var/lib/libreoffice",
		"/var/spool/libreoffice",
		"/var/cache/fontconfig", "/var/lib/fontconfig", "/proc",
		"/sys/devices/system/cpu",
	};
	const struct landlock_ruleset_attr all = {
		.handled_access_fs = ALL_RIGHTS
	};
	int rules = (int)syscall(SYS_landlock_create_ruleset, &all,
	    sizeof all, 0);
	size_t k;

	if (rules < 0)
		return;
	for (k = 0; k < sizeof system_ / sizeof system_[0]; k++) {
		bool file = strncmp(system_[k], "/etc/", 5) == 0 &&
		    strchr(system_[k] + 5, '.') != NULL;

		open_place(rules, system_[k], file ||
		    strcmp(system_[k], "/etc/passwd") == 0 ||
		    strcmp(system_[k], "/etc/localtime") == 0 ?
		    LANDLOCK_ACCESS_FS_READ_FILE : READ_RIGHTS);
	}
	open_place(rules, "/dev/null", LANDLOCK_ACCESS_FS_READ_FILE |
	    LANDLOCK_ACCESS_FS_WRITE_FILE);
	open_place(rules, "/dev/urandom", LANDLOCK_ACCESS_FS_READ_FILE);
	/* where LibreOffice insists on its socket to itself */
	if (folder != NULL)
		open_place(rules, "/tmp", SOCKET_RIGHTS);
	if (folder != NULL)
		open_place(rules, folder, ALL_RIGHTS);
	if (syscall(SYS_landlock_restrict_self, rules, 0) != 0)
		_exit(126);
	close(rules);
}

/* in, out: -1 for none. */
static void
alone(const char *folder, int in, int out)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC), s;
	sigset_t none;

	setsid();
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (null < 0 || dup2(in < 0 ? null : in, 0) < 0 ||
	    dup2(out < 0 ? null : out, 1) < 0 ||
	    dup2(null, 2) < 0 || close_range(3, ~0u, 0) != 0 ||
	    chdir(folder != NULL ? folder : "/") != 0)
		_exit(126);
	for (s = 1; s < 32; s++)
		if (s != SIGKILL && s != SIGSTOP)
			signal(s, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

_Noreturn static void
become(const char *folder, const char *const argv[], int in, int out)
{
	char home[300], tmp[300];
	char *const env[] = { home, tmp, "PATH=/usr/bin:/bin",
	    "LANG=C.UTF-8", "SAL_USE_VCLPLUGIN=svp", "TZ=Asia/Shanghai",
	    NULL };

	snprintf(home, sizeof home, "HOME=%s", folder != NULL ? folder : "/");
	snprintf(tmp, sizeof tmp, "TMPDIR=%s", folder != NULL ? folder : "/");
	alone(folder, in, out);
	limits();
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		_exit(126);
	close_disk(folder);
	close_network();
	execve(argv[0], (char *const *)argv, env);
	_exit(127);
}

/* Until it is dead or the time is over; false: the time is over. */
static bool
wait_for(pid_t pid, long deadline)
{
	struct pollfd p = { .events = POLLIN };
	long left;
	int n;

	if ((p.fd = (int)syscall(SYS_pidfd_open, pid, 0)) < 0)
		return false;
	do {
		left = deadline - office_now_ms();
		n = left <= 0 ? 0 : poll(&p, 1, (int)left);
	} while (n < 0 && errno == EINTR);
	close(p.fd);
	return n > 0;
}

/* Ends it and everything it started. */
static enum office_end
end_all(pid_t pid, const char *what, bool over, int *status)
{
	int how = 0;

	kill(-pid, SIGKILL);
	kill(pid, SIGKILL);
	while (waitpid(pid, &how, 0) < 0 && errno == EINTR)
		;
	if (!over)
		log_warn("%s took too long", what);
	else if (!WIFEXITED(how))
		log_warn("%s died of signal %d", what, WTERMSIG(how));
	else
		*status = WEXITSTATUS(how);
	return !over ? OFFICE_LATE : *status < 0 ? OFFICE_DIED : OFFICE_RAN;
}

enum office_end
office_run(const char *folder, const char *const argv[], long deadline,
    int *status)
{
	pid_t pid = fork();

	*status = -1;
	if (pid == 0)
		become(folder, argv, -1, -1);
	if (pid < 0) {
		log_fail("fork: %s", strerror(errno));
		return OFFICE_DIED;
	}
	return end_all(pid, argv[0], wait_for(pid, deadline), status);
}

/* Until its end, or one byte more than max; false: the time is over. */
static bool
read_all(int fd, char *out, size_t max, size_t *n, long deadline)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	char more;
	ssize_t got;
	long left;

	for (*n = 0; *n <= max; *n += (size_t)got) {
		if ((left = deadline - office_now_ms()) <= 0)
			return false;
		if (poll(&p, 1, (int)left) <= 0) {
			got = 0;
			continue;
		}
		got = *n < max ? read(fd, out + *n, max - *n)
		    : read(fd, &more, 1);
		if (got == 0 || (got < 0 && errno != EINTR))
			return true;
		got = got < 0 ? 0 : got;
	}
	return true;
}

enum office_end
office_filter(int in, const char *const argv[], long deadline, char *out,
    size_t max, size_t *n, int *status)
{
	enum office_end end = OFFICE_DIED;
	int fd[2];
	pid_t pid;
	bool over;

	*status = -1;
	*n = 0;
	if (pipe2(fd, O_CLOEXEC) != 0 || (pid = fork()) < 0) {
		log_fail("%s: %s", argv[0], strerror(errno));
		return end;
	}
	if (pid == 0)
		become(NULL, argv, in, fd[1]);
	close(fd[1]);
	over = read_all(fd[0], out, max, n, deadline);
	if (over && *n <= max)
		over = wait_for(pid, deadline);
	end = end_all(pid, argv[0], over, status);
	close(fd[0]);
	return *n > max ? OFFICE_RAN : end;
}
