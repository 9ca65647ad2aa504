/*
 * request_body.c - the body of a request: fields to memory, files to
 * temporary files without a name, which vanish with the request.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/text.h"
#include "web/multipart.h"
#include "web/request.h"

#define PIECE 65536

struct reader {
	struct request *req;
	const struct config *conf;
	struct arena *mem;
	bool files;
	int64_t text_left;	/* bytes that fields may still put in memory */
	struct param *param;	/* the part being read */
	struct file *file;	/* ... when it is a file with a name */
	struct buf text;
};

static int
open_temporary(const struct config *conf)
{
	int fd = open(conf->tmp, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (fd < 0)
		log_fail("%s: no temporary file: %s", conf->tmp,
		    strerror(errno));
	return fd;
}

/* Old browsers send the whole path. */
static const char *
without_folders(const char *name)
{
	const char *s;

	for (s = name; *s != '\0'; s++)
		if (*s == '/' || *s == '\\')
			name = s + 1;
	return name;
}

static enum rc
begin_file(struct reader *r, const char *sent)
{
	const char *name = without_folders(sent);
	struct file *file;

	if (!r->files || !text_printable(sent, strlen(sent), false))
		return RC_INVALID;
	r->file = NULL;
	if (*sent == '\0')
		return RC_OK;
	if (*name == '\0')
		return RC_INVALID;
	file = arena_alloc(r->mem, sizeof(*file));
	if ((file->fd = open_temporary(r->conf)) < 0)
		return RC_FAIL;
	file->name = name;
	file->path = arena_printf(r->mem, "/proc/self/fd/%d", file->fd);
	r->param->file = r->file = file;
	return RC_OK;
}

static enum rc
begin_part(void *arg, const struct multipart_part *part)
{
	struct reader *r = arg;

	if (!text_valid(part->name, strlen(part->name)))
		return RC_INVALID;
	r->param = &r->req->param[r->req->n_params++];
	r->param->name = part->name;
	r->param->value = "";
	r->text = buf_new(r->mem);
	r->file = NULL;
	return part->filename == NULL ? RC_OK : begin_file(r, part->filename);
}

static enum rc
write_file(const struct reader *r, const char *s, size_t n)
{
	struct file *file = r->file;
	ssize_t done;

	if (file->too_large || file->size + (int64_t)n > r->conf->upload_max) {
		file->too_large = true;
		return RC_OK;
	}
	for (; n > 0; s += done, n -= (size_t)done) {
		done = write(file->fd, s, n);
		if (done < 0 && errno == EINTR)
			done = 0;
		if (done < 0) {
			log_fail("temporary file: %s", strerror(errno));
			return RC_FAIL;
		}
		file->size += done;
	}
	return RC_OK;
}

static enum rc
take_data(void *arg, const void *data, size_t n)
{
	struct reader *r = arg;

	if (r->file != NULL)
		return write_file(r, data, n);
	if ((r->text_left -= (int64_t)n) < 0)
		return RC_TOO_LARGE;
	buf_put(&r->text, data, n);
	return RC_OK;
}

static enum rc
end_part(void *arg)
{
	struct reader *r = arg;

	if (r->text.n == 0)
		return RC_OK;
	if (!text_valid(r->text.s, r->text.n))
		return RC_INVALID;
	r->param->value = r->text.s;
	return RC_OK;
}

static enum rc
read_multipart(struct reader *r, const struct request_source *src,
    const char *type, int64_t length)
{
	const struct multipart_sink sink = { r, begin_part, take_data,
	    end_part };
	struct multipart *p = multipart_new(r->mem, type, &sink);
	char piece[PIECE];
	enum rc rc = RC_OK;
	long n;

	if (p == NULL)
		return RC_INVALID;
	r->req->param = arena_calloc(r->mem, MULTIPART_PARTS,
	    sizeof(struct param));
	while (rc == RC_OK && length > 0 &&
	    (n = src->read(src->arg, piece, sizeof(piece))) > 0) {
		rc = multipart_feed(p, piece, (size_t)n);
		length -= n;
	}
	if (rc == RC_OK)
		rc = length == 0 ? multipart_end(p) : RC_INVALID;
	return rc;
}

static enum rc
read_urlencoded(struct reader *r, const struct request_source *src,
    int64_t length)
{
	char *body;
	int64_t got = 0;
	long n;

	if (length > r->text_left)
		return RC_TOO_LARGE;
	body = arena_alloc(r->mem, (size_t)length + 1);
	while (got < length &&
	    (n = src->read(src->arg, body + got, (size_t)(length - got))) > 0)
		got += n;
	if (got < length)
		return RC_INVALID;
	return request_params(body, (size_t)length, &r->req->param,
	    &r->req->n_params, r->mem);
}

static bool
is_urlencoded(const char *type)
{
	static const char name[] = "application/x-www-form-urlencoded";
	size_t n = sizeof(name) - 1;

	return strncasecmp(type, name, n) == 0 &&
	    strchr("; ", type[n]) != NULL;
}

enum rc
request_read_body(struct request *req, const struct request_source *src,
    const struct config *conf, int64_t limit, bool files, struct arena *mem)
{
	struct reader r = { .req = req, .conf = conf, .mem = mem,
	    .files = files };
	const char *type = src->param(src->arg, "CONTENT_TYPE");
	const char *sent = src->param(src->arg, "CONTENT_LENGTH");
	int64_t length;

	if (sent == NULL || !text_int(sent, 0, INT64_MAX, &length))
		return RC_INVALID;
	if (length > limit)
		return RC_TOO_LARGE;
	/* Whatever the files, fields never take more than a rich text and
	 * what surrounds it. */
	r.text_left = 2 * conf->text_max + PIECE;
	if (type != NULL && is_urlencoded(type))
		return read_urlencoded(&r, src, length);
	if (type != NULL)
		return read_multipart(&r, src, type, length);
	return length == 0 ? RC_OK : RC_INVALID;
}

void
request_end(struct request *req)
{
	int i;

	for (i = 0; i < req->n_params; i++)
		if (req->param[i].file != NULL)
			close(req->param[i].file->fd);
	req->n_params = 0;
}
