/* dump.c - see dump.h. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/list.h"
#include "portal/dump.h"
#include "portal/ld.h"
#include "portal/tree.h"
#include "store/files.h"

/* "<sha256>  <name>": what sha256sum writes. */
static void
line_read(const struct config *conf, char *line, struct dumps *out,
    struct arena *m)
{
	struct dump *d;
	struct stat st;
	char *name;

	line[strcspn(line, "\n")] = '\0';
	if ((name = strstr(line, "  ")) == NULL)
		return;
	*name = '\0';
	name += 2;
	if (!files_is_name(line) || strchr(name, '/') != NULL ||
	    name[0] == '.' || stat(arena_printf(m, "%s/dump/%s", conf->data,
	    name), &st) != 0)
		return;
	d = list_add(out, m);
	d->name = arena_strdup(m, name);
	d->sha256 = arena_strdup(m, line);
	d->size = st.st_size;
	d->made = clock_text(m, st.st_mtime);
}

enum rc
dump_list(const struct config *conf, struct dumps *out, struct arena *m)
{
	FILE *f = fopen(arena_printf(m, "%s/dump/SHA256SUMS", conf->data),
	    "re");
	char line[400];

	*out = (struct dumps){ 0 };
	if (f == NULL)
		return RC_OK;
	while (fgets(line, sizeof(line), f) != NULL)
		line_read(conf, line, out, m);
	fclose(f);
	return RC_OK;
}

enum rc
dump_send(struct ctx *x)
{
	struct dumps list;
	enum rc rc = dump_list(x->conf, &list, x->mem);
	bool sums = strcmp(x->arg[0], "SHA256SUMS") == 0;

	for (int k = 0; rc == RC_OK && k < list.n; k++) {
		if (!sums && strcmp(list.v[k].name, x->arg[0]) != 0)
			continue;
		x->reply.send_path = arena_printf(x->mem, "/_dump/%s",
		    x->arg[0]);
		x->reply.send_type = sums ? "text/plain; charset=utf-8" :
		    "application/gzip";
		x->reply.send_name = x->arg[0];
		return RC_OK;
	}
	return rc == RC_OK ? RC_NOT_FOUND : rc;
}

enum rc
data_api_show(struct ctx *x)
{
	struct dumps list;
	enum rc rc = dump_list(x->conf, &list, x->mem);

	if (rc != RC_OK)
		return rc;
	for (int k = 0; k < list.n; k++) {
		struct node *row = view_item(x->page, "Page.Dumps");

		view_set(row, "Name", list.v[k].name);
		view_set(row, "Size", text_size(x->mem, list.v[k].size));
		view_set(row, "Sha256", list.v[k].sha256);
		view_set(row, "Made", clock_show(x->mem, list.v[k].made));
	}
	ld_data(x);
	return show(x, "portal/data_api.cs");
}
