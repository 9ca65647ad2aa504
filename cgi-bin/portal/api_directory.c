/*
 * api_directory.c - what a program needs to find its way: units, categories,
 * themes, the description of the interface, the catalogue, and where a
 * district and its units disclose what.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "core/setting.h"
#include "portal/api.h"
#include "portal/directory.h"
#include "portal/dump.h"
#include "portal/tree.h"

#define OPENAPI_MAX (1 << 20)	/* bytes */

enum rc
api_units(struct ctx *x)
{
	struct buf b = buf_new(x->mem);
	const struct directory *d;
	enum rc rc = directory_get(x, &d);

	if (rc != RC_OK)
		return rc;
	buf_puts(&b, "{\"units\":[");
	for (int k = 0; k < d->units.n; k++)
		if (d->units.v[k].enabled)
			export_unit(&b, &d->units.v[k], x->conf->site_url);
	buf_puts(&b, "]}");
	return send_json(x, b.s);
}

enum rc
api_categories(struct ctx *x)
{
	const struct publication_filter all = { .max = 1 };
	struct publication_counts counts;
	struct buf b = buf_new(x->mem);
	const struct category *c, *parent;
	const struct directory *d;
	enum rc rc;

	if ((rc = directory_get(x, &d)) != RC_OK ||
	    (rc = publication_count(x->db, BY_CATEGORY, &all, &counts,
	    x->mem)) != RC_OK)
		return rc;
	buf_puts(&b, "{\"categories\":[");
	for (int k = 0; k < d->categories.n; k++) {
		c = &d->categories.v[k];
		parent = tree_get(&d->categories, c->parent);
		export_category(&b, c, parent != NULL ? parent->code : "",
		    tree_count(&counts, c->id));
	}
	buf_puts(&b, "]}");
	return send_json(x, b.s);
}

enum rc
api_themes(struct ctx *x)
{
	struct buf b = buf_new(x->mem);
	const struct directory *d;
	enum rc rc = directory_get(x, &d);

	if (rc != RC_OK)
		return rc;
	buf_puts(&b, "{\"themes\":[");
	for (int k = 0; k < d->themes.n; k++) {
		json_next(&b);
		buf_putc(&b, '{');
		json_int(&b, "id", d->themes.v[k].id);
		json_text(&b, "name", d->themes.v[k].name);
		buf_putc(&b, '}');
	}
	buf_puts(&b, "]}");
	return send_json(x, b.s);
}

/* Built with the other files, so that the description is one text. */
enum rc
api_openapi(struct ctx *x)
{
	const char *path = arena_printf(x->mem, "%s/openapi.json",
	    x->conf->assets);
	char *text = arena_alloc(x->mem, OPENAPI_MAX + 1);
	FILE *f = fopen(path, "re");
	size_t n;

	if (f == NULL) {
		log_fail("%s: %s", path, strerror(errno));
		return RC_FAIL;
	}
	n = fread(text, 1, OPENAPI_MAX, f);
	fclose(f);
	text[n] = '\0';
	return send_json(x, text);
}

static void
put_link(struct ctx *x, struct buf *b, const char *name, const char *path)
{
	json_text(b, name, arena_printf(x->mem, "%s%s", x->conf->site_url,
	    path));
}

static void
put_distribution(struct ctx *x, struct buf *b, const char *title,
    const char *path, const char *type)
{
	json_next(b);
	buf_putc(b, '{');
	json_text(b, "@type", "dcat:Distribution");
	json_text(b, "dct:title", title);
	put_link(x, b, "dcat:accessURL", path);
	json_text(b, "dcat:mediaType", type);
	buf_putc(b, '}');
}

static void
put_dump(struct ctx *x, struct buf *b, const struct dump *d)
{
	json_next(b);
	buf_putc(b, '{');
	json_text(b, "@type", "dcat:Distribution");
	json_text(b, "dct:title", d->name);
	put_link(x, b, "dcat:downloadURL", arena_printf(x->mem,
	    "/data/dump/%s", d->name));
	json_text(b, "dcat:compressFormat", "application/gzip");
	json_text(b, "dcat:mediaType", strstr(d->name, ".csv") != NULL ?
	    "text/csv" : "application/jsonl");
	json_int(b, "dcat:byteSize", d->size);
	json_text(b, "dct:modified", d->made);
	json_name(b, "spdx:checksum");
	buf_putc(b, '{');
	json_text(b, "spdx:algorithm", "sha256");
	json_text(b, "spdx:checksumValue", d->sha256);
	buf_puts(b, "}}");
}

/* A dataset; what it is published in follows, then "]}". */
static void
put_dataset(struct ctx *x, struct buf *b, const char *id, const char *title,
    const char *page)
{
	json_next(b);
	buf_putc(b, '{');
	json_text(b, "@type", "dcat:Dataset");
	put_link(x, b, "@id", arena_printf(x->mem, "/data#%s", id));
	json_text(b, "dct:identifier", id);
	json_text(b, "dct:title", title);
	put_link(x, b, "dcat:landingPage", page);
	json_text(b, "dct:accrualPeriodicity",
	    "http://publications.europa.eu/resource/authority/frequency/CONT");
	json_text(b, "dct:publisher", x->conf->organiser);
	json_name(b, "dcat:distribution");
	buf_putc(b, '[');
}

enum rc
api_catalogue(struct ctx *x)
{
	struct buf b = buf_new(x->mem);
	struct dumps dumps;
	enum rc rc = dump_list(x->conf, &dumps, x->mem);

	if (rc != RC_OK)
		return rc;
	buf_puts(&b, "{\"@context\":{\"dcat\":\"http://www.w3.org/ns/dcat#\","
	    "\"dct\":\"http://purl.org/dc/terms/\","
	    "\"spdx\":\"http://spdx.org/rdf/terms#\"}");
	json_text(&b, "@type", "dcat:Catalog");
	put_link(x, &b, "@id", "/data/catalogue.jsonld");
	json_text(&b, "dct:title", x->conf->site_name);
	json_text(&b, "dct:language", "zh-CN");
	json_text(&b, "dct:publisher", x->conf->organiser);
	json_name(&b, "dcat:dataset");
	buf_putc(&b, '[');
	put_dataset(x, &b, "documents", x->conf->site_name, "/list");
	put_distribution(x, &b, "JSON", "/api/v1/documents",
	    "application/json");
	put_distribution(x, &b, "Atom", "/feed/atom", "application/atom+xml");
	for (int k = 0; k < dumps.n; k++)
		put_dump(x, &b, &dumps.v[k]);
	buf_puts(&b, "]}");
	put_dataset(x, &b, "units", "Units", "/units");
	put_distribution(x, &b, "JSON", "/api/v1/units", "application/json");
	buf_puts(&b, "]}");
	put_dataset(x, &b, "categories", "Categories", "/open");
	put_distribution(x, &b, "JSON", "/api/v1/categories",
	    "application/json");
	buf_puts(&b, "]}");
	put_dataset(x, &b, "register", "Register of publication", "/register");
	put_distribution(x, &b, "JSON", "/api/v1/register/lines",
	    "application/json");
	put_distribution(x, &b, "Atom", "/feed/register",
	    "application/atom+xml");
	buf_puts(&b, "]}]}");
	x->reply.text = b.s;
	x->reply.type = "application/ld+json; charset=utf-8";
	return RC_OK;
}

/* Where to read what; query is "" or "?unit=zfb". */
static enum rc
put_places(struct ctx *x, struct buf *b, const char *query)
{
	bool log;
	enum rc rc = setting_flag(x->db, 0, SETTING_PUBLIC_LOG, &log, x->mem);

	if (rc != RC_OK)
		return rc;
	put_link(x, b, "guide", *query != '\0' ? arena_printf(x->mem,
	    "/list%s&category=guide", query) : "/guide");
	put_link(x, b, "rules", *query != '\0' ? arena_printf(x->mem,
	    "/list%s&category=rules", query) : "/rules");
	put_link(x, b, "catalogue", arena_printf(x->mem, "/open%s", query));
	put_link(x, b, "reports", arena_printf(x->mem, "/report%s", query));
	put_link(x, b, "documents", arena_printf(x->mem, "/list%s", query));
	put_link(x, b, "apply", arena_printf(x->mem, "/apply%s", query));
	if (log)
		put_link(x, b, "log", arena_printf(x->mem, "/apply/log%s",
		    query));
	json_name(b, "feeds");
	buf_putc(b, '{');
	put_link(x, b, "atom", arena_printf(x->mem, "/feed/atom%s", query));
	put_link(x, b, "rss", arena_printf(x->mem, "/feed/rss%s", query));
	buf_putc(b, '}');
	put_link(x, b, "api", arena_printf(x->mem, "/api/v1/documents%s",
	    query));
	return RC_OK;
}

enum rc
api_disclosure(struct ctx *x)
{
	struct buf b = buf_new(x->mem);
	const struct directory *d;
	enum rc rc = directory_get(x, &d);

	if (rc != RC_OK)
		return rc;
	buf_putc(&b, '{');
	json_text(&b, "name", x->conf->site_name);
	json_text(&b, "region", x->conf->region);
	put_link(x, &b, "url", "/");
	json_text(&b, "organiser", x->conf->organiser);
	json_text(&b, "operator", x->conf->operator_unit);
	json_text_or_null(&b, "phone", x->conf->phone);
	json_text_or_null(&b, "hours", x->conf->hours);
	if ((rc = put_places(x, &b, "")) != RC_OK)
		return rc;
	put_link(x, &b, "register", "/register");
	put_link(x, &b, "openapi", "/api/v1/openapi.json");
	put_link(x, &b, "dcat", "/data/catalogue.jsonld");
	json_name(&b, "units");
	buf_putc(&b, '[');
	for (int k = 0; k < d->units.n; k++) {
		if (!d->units.v[k].enabled)
			continue;
		json_next(&b);
		buf_putc(&b, '{');
		json_text(&b, "code", d->units.v[k].code);
		json_text(&b, "name", d->units.v[k].name);
		put_link(x, &b, "disclosure", arena_printf(x->mem,
		    "/.well-known/disclosure/%s.json", d->units.v[k].code));
		buf_putc(&b, '}');
	}
	buf_puts(&b, "]}");
	return send_json(x, b.s);
}

enum rc
api_unit_disclosure(struct ctx *x)
{
	struct buf b = buf_new(x->mem);
	const char *dot = strchr(x->arg[0], '.');
	const struct directory *d;
	const struct unit *u;
	enum rc rc = directory_get(x, &d);

	if (rc != RC_OK)
		return rc;
	if (dot == NULL || strcmp(dot, ".json") != 0 ||
	    (u = directory_unit(d, arena_strndup(x->mem, x->arg[0],
	    (size_t)(dot - x->arg[0])))) == NULL || !u->enabled)
		return RC_NOT_FOUND;
	buf_putc(&b, '{');
	json_name(&b, "unit");
	export_unit(&b, u, x->conf->site_url);
	if ((rc = put_places(x, &b, arena_printf(x->mem, "?unit=%s",
	    u->code))) != RC_OK)
		return rc;
	put_link(x, &b, "district", "/.well-known/disclosure.json");
	buf_putc(&b, '}');
	return send_json(x, b.s);
}
