/* copy_fetch.c - see copy_fetch.h. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "portal/copy_fetch.h"
#include "portal/copy_place.h"

#define BLOCK	65536
#define STORED	"/_files/"	/* as handlers name stored files */

struct ask {
	const struct copy *c;
	const char *url;
};

static const char *
param(void *arg, const char *name)
{
	const struct ask *a = arg;

	if (strcmp(name, "REQUEST_METHOD") == 0)
		return "GET";
	if (strcmp(name, "REQUEST_URI") == 0)
		return a->url;
	if (strcmp(name, "HTTP_HOST") == 0)
		return a->c->app.conf->site_domain;
	return NULL;
}

static long
no_body(void *arg, void *buf, size_t n)
{
	(void)arg;
	(void)buf;
	(void)n;
	return 0;
}

/* The value of a header that reply.c wrote, after what stands in it. */
static const char *
header(const struct buf *h, const char *name, const char *end,
    struct arena *m)
{
	const char *s = strstr(h->s, name);

	return s == NULL ? NULL : arena_strndup(m, s + strlen(name),
	    strcspn(s + strlen(name), end));
}

struct answer
copy_fetch(struct copy *c, const char *url)
{
	struct ask ask = { c, url };
	const struct request_source src = { &ask, param, no_body };
	struct arena *m = c->app.mem;
	struct answer a = { 0 };
	struct buf head;
	const char *name;

	route_serve(&c->app, &src, &head, &a.body);
	a.status = (int)strtol(header(&head, "Status: ", " ", m), NULL, 10);
	a.type = header(&head, "Content-Type: ", "\r", m);
	a.send_path = header(&head, "X-Accel-Redirect: ", "\r", m);
	name = header(&head, "filename*=UTF-8''", "\r", m);
	a.name = name != NULL ? name : "";
	return a;
}

/* "a/b/c.html" in a folder needs a and a/b. */
static const char *
make_way(const struct copy *c, const char *place)
{
	char *path = arena_printf(c->app.mem, "%s/%s", c->dir, place);

	for (char *s = path + strlen(c->dir) + 1; (s = strchr(s, '/')) != NULL;
	    s++) {
		*s = '\0';
		if (mkdir(path, 0755) != 0 && errno != EEXIST)
			fatal("%s: %s", path, strerror(errno));
		*s = '/';
	}
	return path;
}

static void
put(int fd, const char *path, const char *s, size_t n)
{
	ssize_t k;

	for (; n > 0; s += k, n -= (size_t)k)
		if ((k = write(fd, s, n)) < 0)
			fatal("%s: %s", path, strerror(errno));
}

static int
create(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);

	if (fd < 0)
		fatal("%s: %s", path, strerror(errno));
	return fd;
}

static void
finish(int fd, const char *path)
{
	if (close(fd) != 0)
		fatal("%s: %s", path, strerror(errno));
}

void
copy_write(struct copy *c, const char *place, const void *bytes, size_t n)
{
	const char *path = make_way(c, place);
	int fd = create(path);

	put(fd, path, bytes, n);
	finish(fd, path);
}

void
copy_file(struct copy *c, const char *place, const char *from)
{
	const char *path = make_way(c, place);
	int in = open(from, O_RDONLY | O_CLOEXEC), out;
	char block[BLOCK];
	ssize_t n;

	if (in < 0)
		fatal("%s: %s", from, strerror(errno));
	out = create(path);
	while ((n = read(in, block, sizeof(block))) > 0)
		put(out, path, block, (size_t)n);
	if (n < 0)
		fatal("%s: %s", from, strerror(errno));
	finish(out, path);
	close(in);
}

bool
copy_exists(const struct copy *c, const char *place, struct arena *m)
{
	return access(arena_printf(m, "%s/%s", c->dir, place), F_OK) == 0;
}

/* Stylesheets and scripts, without the name of the build. */
static const char *
built_file(struct copy *c, const char *url)
{
	struct arena *m = c->app.mem;
	const char *name = strchr(url + strlen("/s/"), '/');
	const char *place = name == NULL || strstr(name, "..") != NULL ? NULL :
	    arena_printf(m, "s%s", name);

	if (place != NULL && !copy_exists(c, place, m))
		copy_file(c, place, arena_printf(m, "%s%s",
		    c->app.conf->assets, name));
	return place;
}

/* What a disk tells files apart by. */
static const char *
ending(const struct answer *a, const char *url)
{
	const char *dot = strrchr(a->name, '.');

	if (strncmp(url, "/image/", 7) == 0)
		return "";
	if (strncmp(a->type, "image/svg", 9) == 0)
		return ".svg";
	if (strncmp(a->type, "text/csv", 8) == 0)
		return ".csv";
	/* letters and digits alone */
	return dot != NULL && strlen(dot) <= 5 && dot[1 + strspn(dot + 1,
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")]
	    == '\0' ? dot : ".bin";
}

/* /doc/zfb/2026-00012/file/7 is doc/zfb/2026-00012/file-7.pdf */
static const char *
file_place(const char *url, const char *end, struct arena *m)
{
	char *s = arena_printf(m, "%s%s", url + 1, end);
	char *at;

	if ((at = strstr(s, "/file/")) != NULL)
		at[strlen("/file")] = '-';
	else if ((at = strstr(s, "/table/")) != NULL)
		at[strlen("/table")] = '-';
	return s;
}

/* What a page shows is the file that it offers. */
static const char *
as_file(const char *url, struct arena *m)
{
	const char *view = strstr(url, "/view/");

	return view == NULL ? url : arena_printf(m, "%.*s/file/%s",
	    (int)(view - url), url, view + strlen("/view/"));
}

const char *
copy_asset(struct copy *c, const char *url)
{
	struct arena *m = c->app.mem;
	struct answer a;
	const char *place;

	if (strncmp(url, "/s/", 3) == 0)
		return built_file(c, url);
	url = as_file(url, m);
	if ((a = copy_fetch(c, url)).status != 200)
		return NULL;
	place = file_place(url, ending(&a, url), m);
	if (copy_exists(c, place, m))
		return place;
	if (a.send_path == NULL)
		copy_write(c, place, a.body.s, a.body.n);
	else if (strncmp(a.send_path, STORED, strlen(STORED)) == 0)
		copy_file(c, place, arena_printf(m, "%s/%s",
		    c->app.conf->files, a.send_path + strlen(STORED)));
	else
		return NULL;
	return place;
}
