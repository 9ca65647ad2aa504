/*
 * word_guard.c - the conversion in a child process that can do nothing else.
 *
 * The child reads the file and writes one message to a pipe.  The parent
 * believes none of it: the HTML is sanitized here, the pictures are looked at
 * and hashed again here.
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "richtext/child.h"
#include "richtext/convert.h"
#include "richtext/filetype.h"
#include "richtext/word_finish.h"

#define WALL_SECONDS 20
#define MESSAGE_MAX  (320u << 20)
#define TITLE_MAX    2000

/* Followed by title, HTML, for each picture its length and bytes, and by the
 * report when one is wanted. */
struct message {
	unsigned magic;
	int rc, why;
	bool reported;
	int counts[8];
	int n_images;
	size_t title, html, all;	/* all: bytes after this */
};
#define MAGIC 0x57304432

static void
counts_pack(int c[8], const struct word_result *r)
{
	int v[8] = { r->insertions, r->deletions, r->comments, r->hidden,
	    r->pictures_dropped, r->parts_dropped, r->text_boxes,
	    r->equations };

	memcpy(c, v, sizeof v);
}

static void
counts_unpack(struct word_result *r, const int c[8])
{
	r->insertions = c[0];
	r->deletions = c[1];
	r->comments = c[2];
	r->hidden = c[3];
	r->pictures_dropped = c[4];
	r->parts_dropped = c[5];
	r->text_boxes = c[6];
	r->equations = c[7];
}

_Noreturn static void
child(const char *path, bool reported, int pipe_fd)
{
	struct report *report = NULL;
	struct arena *m;
	struct word_result res = { 0 };
	struct converted c = { 0 };
	struct message msg = { .magic = MAGIC };
	enum problem why = PROBLEM_WORD_BROKEN;
	int k;

	child_settle(pipe_fd, WORD_CPU_SECONDS, WORD_MEMORY_MAX);
	m = arena_new();
	msg.rc = convert_file(path, &c, &res, &why, m);
	msg.why = why;
	if (msg.rc == RC_OK) {
		counts_pack(msg.counts, &res);
		res.title = text_cut(m, res.title, TITLE_MAX / 8);
		msg.title = strlen(res.title);
		msg.html = c.n;
		msg.n_images = res.n_images;
		msg.all = msg.title + msg.html;
		for (k = 0; k < res.n_images; k++)
			msg.all += sizeof(size_t) + res.image[k].n;
		report = arena_alloc(m, sizeof *report);
		msg.reported = reported && word_report(report, path, &c, m);
	}
	child_send(&msg, sizeof msg);
	if (msg.rc == RC_OK) {
		child_send(res.title, msg.title);
		child_send(c.html, msg.html);
		for (k = 0; k < res.n_images; k++) {
			child_send(&res.image[k].n, sizeof(size_t));
			child_send(res.image[k].data, res.image[k].n);
		}
		if (msg.reported)
			child_send(report, sizeof *report);
	}
	_exit(0);
}

static bool
is_sound(const struct message *msg)
{
	return msg->magic == MAGIC && msg->rc >= 0 && msg->rc < RC__MAX &&
	    msg->why >= 0 && msg->why < PROBLEM__MAX &&
	    msg->all <= MESSAGE_MAX && msg->title <= TITLE_MAX &&
	    msg->html <= msg->all && msg->title + msg->html <= msg->all &&
	    msg->n_images >= 0 &&
	    (size_t)msg->n_images <= PACKAGE_ENTRY_MAX;
}

static bool
images_unpack(struct word_result *res, char *s, size_t left, int n,
    struct arena *m)
{
	struct word_image *i;
	size_t len;
	int w, h;

	res->image = arena_calloc(m, (size_t)n + 1, sizeof *res->image);
	for (; n > 0; n--) {
		if (left < sizeof len)
			return false;
		memcpy(&len, s, sizeof len);
		s += sizeof len;
		left -= sizeof len;
		if (len > left)
			return false;
		i = &res->image[res->n_images++];
		i->data = s;
		i->n = len;
		if ((i->type = filetype_image(s, len, &w, &h)) == NULL)
			return false;
		i->sha256 = secret_sha256(m, s, len);
		s += len;
		left -= len;
	}
	return left == 0;
}

/* What came over the pipe, or PROBLEM_WORD_BROKEN when it makes no sense. */
static enum rc
message_read(int fd, struct message *msg, struct word_result *res,
    struct report *report, enum problem *why, struct arena *m, long deadline)
{
	char *data;

	*why = PROBLEM_WORD_BROKEN;
	if (!is_sound(msg))
		return RC_INVALID;
	if (msg->rc != RC_OK) {
		*why = (enum problem)msg->why;
		return (enum rc)msg->rc;
	}
	data = arena_take(m, msg->all + 1);
	if (!child_receive(fd, data, msg->all, deadline))
		return RC_INVALID;
	if (report != NULL && (!msg->reported || !child_receive(fd, report,
	    sizeof *report, deadline) || !report_sound(report)))
		return RC_INVALID;
	counts_unpack(res, msg->counts);
	res->title = text_printable(data, msg->title, false)
	    ? arena_strndup(m, data, msg->title) : "";
	if (!images_unpack(res, data + msg->title + msg->html,
	    msg->all - msg->title - msg->html, msg->n_images, m))
		return RC_INVALID;
	return word_finish(data + msg->title, msg->html, res, why, m);
}

/* Why a child left without a word. */
static enum rc
silence(int status, bool late, enum problem *why)
{
	int sig = WIFSIGNALED(status) ? WTERMSIG(status) : 0;

	log_warn("word import: child %s, status %d", late ? "late" : "died",
	    status);
	if (late || sig == SIGXCPU || sig == SIGABRT || sig == SIGKILL) {
		*why = PROBLEM_WORD_TOO_LARGE;
		return RC_TOO_LARGE;
	}
	*why = PROBLEM_WORD_BROKEN;
	return RC_INVALID;
}

enum rc
word_import_guarded(const char *path, struct word_result *res,
    enum problem *why, struct arena *m)
{
	return word_import_reported(path, res, NULL, why, m);
}

enum rc
word_import_reported(const char *path, struct word_result *res,
    struct report *report, enum problem *why, struct arena *m)
{
	long deadline = child_now_ms() + WALL_SECONDS * 1000;
	struct message msg;
	int fd[2], status;
	enum rc rc;
	bool heard;
	pid_t pid;

	memset(res, 0, sizeof *res);
	*why = PROBLEM_WORD_BROKEN;
	path = child_path(path, m);
	if ((pid = child_start(fd)) < 0)
		return RC_FAIL;
	if (pid == 0)
		child(path, report != NULL, fd[1]);
	heard = child_receive(fd[0], &msg, sizeof msg, deadline);
	rc = !heard ? RC_INVALID
	    : message_read(fd[0], &msg, res, report, why, m, deadline);
	close(fd[0]);
	status = child_reap(pid);
	return heard ? rc : silence(status, child_now_ms() >= deadline, why);
}
