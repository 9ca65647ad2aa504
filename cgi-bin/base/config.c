/* config.c - the table of all keys, and reading and writing the file. */
#include "base/config.h"

#include <errno.h>
#include <limits.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"

enum kind { TEXT, PATH, NUMBER, YES_NO };

#define AT(field)	offsetof(struct config, field)

static const struct option {
	const char *key;
	enum kind kind;
	size_t at;
	int64_t min, max;	/* of a NUMBER */
	const char *fallback, *meaning;
} options[] = {
	{ "data", PATH, AT(data), 0, 0, ".",
	    "folder of the database, the files and the secret key" },
	{ "templates", PATH, AT(templates), 0, 0, "/usr/share/xxgk/templates",
	    "folder of the page templates" },
	{ "sql", PATH, AT(sql), 0, 0, "/usr/share/xxgk/sql",
	    "folder of the numbered schema files" },
	{ "assets", PATH, AT(assets), 0, 0, "/usr/share/xxgk/static",
	    "folder of the built style sheets, scripts and pictures" },

	{ "site_name", TEXT, AT(site_name), 0, 0, "天津市宝坻区政府信息公开",
	    "name of the site, in every page's title" },
	{ "region", TEXT, AT(region), 0, 0, "天津市宝坻区",
	    "the region whose government this is" },
	{ "site_domain", TEXT, AT(site_domain), 0, 0, "xinxigk.baodi.gov.cn",
	    "host name, for the SiteDomain meta tag" },
	{ "site_id_code", TEXT, AT(site_id_code), 0, 0, "1201150001",
	    "government website identification code" },
	{ "site_url", TEXT, AT(site_url), 0, 0, "https://xinxigk.baodi.gov.cn",
	    "what absolute addresses begin with, without a slash at the end" },
	{ "pdf_font", PATH, AT(pdf_font), 0, 0,
	    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
	    "TrueType font of receipts as PDF; without it they are printed" },
	{ "organiser", TEXT, AT(organiser), 0, 0,
	    "天津市宝坻区人民政府办公室", "footer: who is responsible" },
	{ "operator_unit", TEXT, AT(operator_unit), 0, 0,
	    "宝坻区政府信息公开工作办公室", "footer: who runs the site" },
	{ "icp", TEXT, AT(icp), 0, 0, "津ICP备12000000号-1",
	    "footer: ICP record number" },
	{ "police", TEXT, AT(police), 0, 0, "津公网安备 12011502000000号",
	    "footer: public security record number" },
	{ "phone", TEXT, AT(phone), 0, 0, "022-29241012",
	    "footer: telephone" },
	{ "hours", TEXT, AT(hours), 0, 0,
	    "工作日 8:30–12:00，14:00–17:30", "footer: office hours" },

	{ "upload_max", NUMBER, AT(upload_max), 1024, 1LL << 32,
	    "104857600", "bytes of one uploaded file" },
	{ "body_max", NUMBER, AT(body_max), 1024, 1LL << 32,
	    "110100480", "bytes of one request" },
	{ "text_max", NUMBER, AT(text_max), 1024, 16 << 20,
	    "2097152", "bytes of the text of a document" },
	{ "image_max", NUMBER, AT(image_max), 1024, 1LL << 32,
	    "10485760", "bytes of one picture in a text" },
	{ "requests_per_worker", NUMBER, AT(requests_per_worker), 1, INT_MAX,
	    "10000", "a worker leaves after so many requests" },

	{ "page_seconds", NUMBER, AT(page_seconds), 0, 60, "1",
	    "seconds a web server may keep a public page before it asks"
	    " again; 0: every reader gets a new one" },

	{ "session_idle", NUMBER, AT(session_idle), 60, 86400,
	    "1800", "seconds without a request that end a login" },
	{ "session_max", NUMBER, AT(session_max), 60, 7 * 86400,
	    "36000", "seconds after which every login ends" },
	{ "login_failures", NUMBER, AT(login_failures), 1, 1000,
	    "5", "wrong passwords that lock an account" },
	{ "login_lock", NUMBER, AT(login_lock), 1, 86400,
	    "900", "seconds a locked account stays locked" },
	{ "initial_days", NUMBER, AT(initial_days), 1, 3650,
	    "7", "days after which an unused initial password expires" },
	{ "random_initial", YES_NO, AT(random_initial), 0, 0, "no",
	    "yes: initial passwords are random; no: they are 111111" },
	{ "secure_cookies", YES_NO, AT(secure_cookies), 0, 0, "no",
	    "yes: cookies travel over https only (set it where https is)" },
};
#define OPTIONS	((int)(sizeof(options) / sizeof(options[0])))

/* What is read lives as long as the program. */
static struct arena *mem;

static int
option_find(const char *key)
{
	int i;

	for (i = 0; i < OPTIONS; i++)
		if (strcmp(options[i].key, key) == 0)
			return i;
	return -1;
}

static char *
absolute(const char *folder, const char *path)
{
	if (path[0] == '/')
		return arena_strdup(mem, path);
	return strcmp(path, ".") == 0 ? arena_strdup(mem, folder) :
	    arena_printf(mem, "%s/%s", folder, path);
}

/* False when the value is not of the option's kind. */
static bool
option_set(struct config *c, const struct option *o, const char *value,
    const char *folder)
{
	void *at = (char *)c + o->at;

	switch (o->kind) {
	case TEXT:
		*(const char **)at = arena_strdup(mem, value);
		return text_printable(value, strlen(value), false);
	case PATH:
		*(const char **)at = absolute(folder, value);
		return value[0] != '\0' &&
		    text_printable(value, strlen(value), false);
	case NUMBER:
		return text_int(value, o->min, o->max, at);
	case YES_NO:
		*(bool *)at = strcmp(value, "yes") == 0;
		return *(bool *)at || strcmp(value, "no") == 0;
	}
	return false;
}

/* Cuts "key = value" in two, both trimmed; false without a "=". */
static bool
split(const char *line, char **key, char **value)
{
	const char *eq = strchr(line, '=');

	if (eq == NULL)
		return false;
	*key = text_trim(mem, arena_strndup(mem, line, (size_t)(eq - line)));
	*value = text_trim(mem, eq + 1);
	return true;
}

static void
line_read(struct config *c, const char *line, const char *where,
    const char *folder, bool *seen)
{
	char *key, *value;
	int i;

	if (*(line = text_trim(mem, line)) == '\0' || *line == '#')
		return;
	if (!split(line, &key, &value))
		fatal("%s: not \"key = value\": %s", where, line);
	if ((i = option_find(key)) < 0)
		fatal("%s: unknown key \"%s\"", where, key);
	if (seen[i])
		fatal("%s: key \"%s\" is there twice", where, key);
	seen[i] = true;
	if (!option_set(c, &options[i], value, folder))
		fatal("%s: bad value for \"%s\" (%s): \"%s\"", where, key,
		    options[i].meaning, value);
}

static void
file_read(struct config *c, const char *path, const char *folder)
{
	bool seen[OPTIONS] = { false };
	char line[4096], *where;
	int number = 0;
	size_t n;
	FILE *f;

	if ((f = fopen(path, "re")) == NULL)
		fatal("%s: %s", path, strerror(errno));
	while (fgets(line, sizeof(line), f) != NULL) {
		where = arena_printf(mem, "%s:%d", path, ++number);
		n = strlen(line);
		if (n == 0 || (line[n - 1] != '\n' && !feof(f)))
			fatal("%s: line too long or not text", where);
		if (!text_valid(line, n))
			fatal("%s: not UTF-8", where);
		line_read(c, line, where, folder, seen);
	}
	if (ferror(f))
		fatal("%s: cannot be read", path);
	fclose(f);
}

/* The absolute folder of the file, or the current one. */
static char *
folder_of(const char *path)
{
	const char *slash = path != NULL ? strrchr(path, '/') : NULL;
	const char *folder = slash == NULL ? "." : slash == path ? "/" :
	    arena_strndup(mem, path, (size_t)(slash - path));
	char real[PATH_MAX];

	if (realpath(folder, real) == NULL)
		fatal("%s: %s", folder, strerror(errno));
	return arena_strdup(mem, real);
}

const struct config *
config_read(const char *path)
{
	struct config *c;
	const char *folder;
	int i;

	if (mem == NULL)
		mem = arena_new();
	c = arena_alloc(mem, sizeof(*c));
	folder = folder_of(path);
	for (i = 0; i < OPTIONS; i++)
		if (!option_set(c, &options[i], options[i].fallback, folder))
			fatal("bad default of \"%s\"", options[i].key);
	if (path != NULL)
		file_read(c, path, folder);
	c->db = arena_printf(mem, "%s/xxgk.db", c->data);
	c->files = arena_printf(mem, "%s/files", c->data);
	c->tmp = arena_printf(mem, "%s/tmp", c->data);
	c->secret = arena_printf(mem, "%s/secret.key", c->data);
	c->register_key = arena_printf(mem, "%s/register.key", c->data);
	c->write_lock = arena_printf(mem, "%s/write.lock", c->data);
	return c;
}

void
config_print_set(FILE *f, int n, const char *const *pair)
{
	const char *shown[OPTIONS];
	struct config scratch;
	char *key, *value;
	int i, k;

	if (mem == NULL)
		mem = arena_new();
	for (i = 0; i < OPTIONS; i++)
		shown[i] = options[i].fallback;
	for (k = 0; k < n; k++) {
		if (!text_valid(pair[k], strlen(pair[k])) ||
		    !split(pair[k], &key, &value))
			fatal("not \"key=value\": %s", pair[k]);
		if ((i = option_find(key)) < 0)
			fatal("unknown key \"%s\"", key);
		if (!option_set(&scratch, &options[i], value, "/"))
			fatal("bad value for \"%s\" (%s): \"%s\"", key,
			    options[i].meaning, value);
		shown[i] = value;
	}
	for (i = 0; i < OPTIONS; i++)
		fprintf(f, "# %s\n%s = %s\n\n", options[i].meaning,
		    options[i].key, shown[i]);
}

void
config_print(FILE *f)
{
	config_print_set(f, 0, NULL);
}
