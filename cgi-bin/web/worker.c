/* worker.c - a program from its start to its end, around one loop. */
#include <errno.h>
#include <getopt.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/secret.h"
#include "store/schema.h"
#include "web/fcgi.h"
#include "web/serve.h"

static const char *
config_path(int argc, char **argv)
{
	const char *path = NULL;
	int c;

	while ((c = getopt(argc, argv, "c:")) != -1) {
		if (c != 'c')
			fatal("usage: %s -c xxgk.conf", argv[0]);
		path = optarg;
	}
	if (path == NULL || optind != argc)
		fatal("usage: %s -c xxgk.conf", argv[0]);
	return path;
}

/* The build names its assets by their content; pages must point to exactly
 * those. */
static void
set_static(struct app *a, struct node *site)
{
	char path[4096], version[13] = "", address[32];
	FILE *f;

	snprintf(path, sizeof(path), "%s/version", a->conf->assets);
	if ((f = fopen(path, "re")) == NULL)
		fatal("%s: %s", path, strerror(errno));
	if (fscanf(f, "%12[0-9a-f]", version) != 1 || strlen(version) != 12)
		fatal("%s: not 12 hex digits", path);
	fclose(f);
	snprintf(address, sizeof(address), "/s/%s", version);
	view_set(site, "Static", address);
	mark_text(&a->start, address);
}

void
serve_site(struct app *a)
{
	const struct config *c = a->conf;
	struct node *site = view_child(view_site(a->view), "Site");

	view_set(site, "Name", c->site_name);
	view_set(site, "Region", c->region);
	view_set(site, "Domain", c->site_domain);
	view_set(site, "IdCode", c->site_id_code);
	view_set(site, "Url", c->site_url);
	view_set(site, "Organiser", c->organiser);
	view_set(site, "Operator", c->operator_unit);
	view_set(site, "Icp", c->icp);
	view_set(site, "Police", c->police);
	view_set(site, "Phone", c->phone);
	view_set(site, "Hours", c->hours);
	set_static(a, site);
	view_mark(a->view, &a->start);
}

void
serve_open(struct app *a, const struct program *program, const char *path)
{
	const struct config *conf = config_read(path);

	secret_init();
	secret_load(conf->secret);
	*a = (struct app){ .conf = conf, .program = program,
	    .mem = arena_new() };
	a->db = db_open(conf->db, conf->write_lock, false);
	if (a->db == NULL)
		fatal("%s: cannot be opened", conf->db);
	if (schema_check(a->db, conf->sql) != RC_OK)
		fatal("%s: its schema is not that of %s", conf->db, conf->sql);
	mark_file(&a->start, path);
	mark_file(&a->start, "/proc/self/exe");
	a->view = view_open(conf->templates, program->name);
	serve_site(a);
	malloc_trim(0);		/* the texts of the templates */
}

static const char *
get_param(void *arg, const char *name)
{
	return fcgi_param(arg, name);
}

/*
 * What a request used is kept for the next one: each page that the kernel
 * takes back and gives again costs as much as a hundred lines of HTML.
 */
#define KEPT	(8 << 20)

static void
keep_memory(void)
{
	mallopt(M_TRIM_THRESHOLD, KEPT);
	mallopt(M_MMAP_THRESHOLD, KEPT);
}

static void
serve_next(struct app *a, struct fcgi *f)
{
	const struct request_source src = { f, get_param, fcgi_read };
	struct buf header, body;

	route_serve(a, &src, &header, &body);
	if (fcgi_write(f, header.s, header.n) && body.n > 0)
		(void)fcgi_write(f, body.s, body.n);
	fcgi_finish(f);
	arena_reset(a->mem);
}

int
route_main(int argc, char **argv, const struct program *program)
{
	struct app app;
	struct fcgi *f;
	int64_t left;

	log_open(program->name);
	serve_open(&app, program, config_path(argc, argv));
	keep_memory();
	f = fcgi_open();
	/* Workers that started together do not leave together. */
	left = app.conf->requests_per_worker;
	left += getpid() % (left / 10 + 1);
	while (left-- > 0 && fcgi_next(f))
		serve_next(&app, f);
	db_close(app.db);
	view_close(app.view);
	arena_free(app.mem);
	return 0;
}
