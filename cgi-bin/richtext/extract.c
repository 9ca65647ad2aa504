/* extract.c - which reader a file gets, and what is believed of its answer. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "base/text.h"
#include "richtext/child.h"
#include "richtext/extract_read.h"
#include "richtext/office_run.h"

#define CPU_SECONDS 10
#define WALL_MS	    20000
#define MEMORY_MAX  (512u << 20)
#define PDF	    "/usr/bin/pdftotext"
#define PDF_PAGES   "2000"
#define PAGES_MAX   2000

struct message {
	unsigned magic;
	int result, hidden;
	size_t n;
};
#define MAGIC 0x45585431

_Noreturn static void
child(extract_reader *read, const char *path, int pipe_fd)
{
	struct message msg = { .magic = MAGIC };
	struct buf out;

	child_settle(pipe_fd, CPU_SECONDS, MEMORY_MAX);
	out = buf_new(arena_new());
	msg.result = (int)read(path, &out, &msg.hidden);
	msg.n = out.n <= EXTRACT_MAX ? out.n : EXTRACT_MAX + 1;
	child_send(&msg, sizeof msg);
	child_send(out.s, msg.n);
	_exit(0);
}

/* Without the beginning of a character at its end. */
static size_t
whole(const char *s, size_t n)
{
	size_t k = n;

	while (k > 0 && n - k < 4 && (s[k - 1] & 0xC0) == 0x80)
		k--;
	if (k > 0 && !text_valid(s + k - 1, n - k + 1))
		return k - 1;
	return n;
}

static bool
is_space(const char *s)
{
	return s[strspn(s, " \t\n")] == '\0';
}

/* Lines end in LF; other control characters become spaces. */
static void
clean_controls(char *s)
{
	char *w = s;

	for (; *s != '\0'; s++)
		if (*s == '\r' && s[1] == '\n')
			continue;
		else if (*s == '\r' || *s == '\f' || *s == '\v')
			*w++ = '\n';
		else if (((unsigned char)*s < ' ' && *s != '\n' &&
		    *s != '\t') || *s == 0x7F)
			*w++ = ' ';
		else
			*w++ = *s;
	*w = '\0';
}

/* What a reader wrote, made plain; broken when it is no text. */
static enum extract
settle(char *s, size_t n, struct extracted *x)
{
	x->cut = n > EXTRACT_MAX;
	n = x->cut ? whole(s, EXTRACT_MAX) : n;
	s[n] = '\0';
	if (!text_valid(s, n))
		return EXTRACT_BROKEN;
	clean_controls(s);
	x->text = s;
	return is_space(s) ? EXTRACT_EMPTY : EXTRACT_OK;
}

static enum extract
silence(int status, bool late)
{
	int sig = WIFSIGNALED(status) ? WTERMSIG(status) : 0;

	log_warn("text of a file: child %s, status %d", late ? "late" : "died",
	    status);
	return late || sig == SIGXCPU || sig == SIGABRT || sig == SIGKILL ?
	    EXTRACT_TOO_LARGE : EXTRACT_BROKEN;
}

static bool
is_sound(const struct message *msg)
{
	return msg->magic == MAGIC && msg->result >= 0 &&
	    msg->result < EXTRACT__MAX && msg->hidden >= 0 &&
	    msg->n <= EXTRACT_MAX + 1;
}

enum extract
extract_in_child(extract_reader *read, const char *path, struct extracted *x,
    struct arena *m)
{
	long deadline = child_now_ms() + WALL_MS;
	struct message msg;
	char *s = NULL;
	int fd[2], status;
	bool heard;
	pid_t pid;

	if ((pid = child_start(fd)) < 0)
		return EXTRACT_FAIL;
	if (pid == 0)
		child(read, path, fd[1]);
	heard = child_receive(fd[0], &msg, sizeof msg, deadline) &&
	    is_sound(&msg);
	if (heard) {
		s = arena_take(m, msg.n + 1);
		heard = child_receive(fd[0], s, msg.n, deadline);
	}
	close(fd[0]);
	status = child_reap(pid);
	if (!heard)
		return silence(status, child_now_ms() >= deadline);
	x->hidden = msg.hidden;
	return msg.result != EXTRACT_OK ? (enum extract)msg.result
	    : settle(s, msg.n, x);
}

/* A line ends where the page does: Chinese goes on without a space. */
static void
join_lines(char *s)
{
	const char *r = s, *next, *peek;
	uint32_t cp, last = 0, after;
	char *w = s;

	for (; (next = r, cp = text_next(&next)) != 0; r = next) {
		peek = next;
		after = text_next(&peek);
		if (cp == '\n' && (text_is_han(last) || last == 0xFF0C ||
		    last == 0x3001) && text_is_han(after))
			continue;
		memmove(w, r, (size_t)(next - r));
		w += next - r;
		last = cp;
	}
	*w = '\0';
}

/* What pdftotext does not open may be under a password. */
static enum extract
pdf_refused(int in)
{
	char tail[4096];
	off_t end = lseek(in, 0, SEEK_END);
	off_t from = end > (off_t)sizeof tail ? end - (off_t)sizeof tail : 0;
	ssize_t n = pread(in, tail, sizeof tail, from);

	return n > 0 && memmem(tail, (size_t)n, "/Encrypt", 8) != NULL ?
	    EXTRACT_ENCRYPTED : EXTRACT_BROKEN;
}

/* Each page ends in a form feed, which goes: what is cut off in the middle,
 * by us or by the tool, has a number that nobody knows. */
static int
take_page_ends(char *s, size_t *n)
{
	bool whole = *n <= EXTRACT_MAX;
	size_t kept = 0;
	int pages = 0;

	for (size_t k = 0; k < *n; k++)
		if (s[k] == '\f')
			pages++;
		else
			s[kept++] = s[k];
	*n = kept;
	return whole && pages < PAGES_MAX ? pages : 0;
}

static enum extract
pdf_run(int in, struct extracted *x, struct arena *m)
{
	static const char *const argv[] = { PDF, "-q", "-enc", "UTF-8",
	    "-l", PDF_PAGES, "-", "-", NULL };
	char *s = arena_take(m, EXTRACT_MAX + 1);
	enum office_end end;
	enum extract how;
	size_t n;
	int status;

	end = office_filter(in, argv, office_now_ms() + WALL_MS, s,
	    EXTRACT_MAX, &n, &status);
	if (end == OFFICE_LATE)
		return EXTRACT_TOO_LARGE;
	if (end == OFFICE_RAN && (status == 0 || n > EXTRACT_MAX)) {
		x->pages = take_page_ends(s, &n);
		if ((how = settle(s, n, x)) == EXTRACT_OK)
			join_lines(s);
		return how;
	}
	return status == 3 ? EXTRACT_ENCRYPTED : status == 126 ||
	    status == 127 ? EXTRACT_FAIL : pdf_refused(in);
}

static enum extract
pdf(const char *path, struct extracted *x, struct arena *m)
{
	enum extract how;
	int in;

	if (access(PDF, X_OK) != 0)
		return EXTRACT_NO_TOOL;
	if ((in = open(path, O_RDONLY | O_CLOEXEC)) < 0) {
		log_fail("%s: %s", path, strerror(errno));
		return EXTRACT_FAIL;
	}
	how = pdf_run(in, x, m);
	close(in);
	return how;
}

static enum extract
word_refused(enum rc rc, enum problem why)
{
	if (rc == RC_BUSY)
		return EXTRACT_BUSY;
	switch (why) {
	case PROBLEM_WORD_EMPTY:
	case PROBLEM_FILE_EMPTY:
		return EXTRACT_EMPTY;
	case PROBLEM_WORD_ENCRYPTED:
		return EXTRACT_ENCRYPTED;
	case PROBLEM_WORD_TOO_LARGE:
		return EXTRACT_TOO_LARGE;
	case PROBLEM_WORD_LATE:		/* so busy is the machine */
		return EXTRACT_BUSY;
	case PROBLEM_WORD_OLD:
		return EXTRACT_NO_TOOL;
	default:
		return rc == RC_FAIL ? EXTRACT_FAIL : EXTRACT_BROKEN;
	}
}

static enum extract
word(const struct office *o, const char *path, struct extracted *x,
    struct arena *m)
{
	struct word_result res;
	enum problem why;
	enum sniff kind;
	enum rc rc = office_import(o, path, &kind, &res, NULL, &why, m);
	size_t n;

	if (rc != RC_OK)
		return word_refused(rc, why);
	n = strlen(res.body.text);
	return settle(arena_strndup(m, res.body.text, n > EXTRACT_MAX ?
	    EXTRACT_MAX + 1 : n), n > EXTRACT_MAX ? EXTRACT_MAX + 1 : n, x);
}

static bool
is_zip(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char head[4];
	bool zip = fd >= 0 && read(fd, head, 4) == 4 &&
	    memcmp(head, "PK\3\4", 4) == 0;

	if (fd >= 0)
		close(fd);
	return zip;
}

static bool
has(const char *type, const char *part)
{
	return strstr(type, part) != NULL;
}

bool
extract_is_word(const char *type)
{
	return has(type, "wordprocessingml") || has(type, "msword") ||
	    has(type, "ms-word") || has(type, "ms-works") ||
	    has(type, "opendocument.text") || has(type, "rtf");
}

static enum extract
choose(const struct office *o, const char *path, const char *type,
    struct extracted *x, struct arena *m)
{
	if (extract_is_word(type))
		return word(o, path, x, m);
	if (has(type, "pdf"))
		return pdf(path, x, m);
	if (has(type, "text/"))
		return extract_in_child(extract_plain, path, x, m);
	if (!is_zip(path))	/* sheets and slides of the nineties */
		return EXTRACT_NONE;
	if (has(type, "spreadsheetml") || has(type, "ms-excel"))
		return extract_in_child(extract_book, path, x, m);
	if (has(type, "presentationml"))
		return extract_in_child(extract_slides, path, x, m);
	return has(type, "ofd") ? extract_in_child(extract_ofd, path, x, m)
	    : EXTRACT_NONE;
}

enum extract
extract_file(const struct office *o, const char *path, const char *type,
    struct extracted *x, struct arena *m)
{
	enum extract how;

	*x = (struct extracted){ .text = "" };
	if (access(path, R_OK) != 0) {
		log_fail("%s: %s", path, strerror(errno));
		return EXTRACT_FAIL;
	}
	if ((how = choose(o, path, type, x, m)) != EXTRACT_OK)
		x->text = "";
	return how;
}
