/* ld.c - see ld.h. */
#include <string.h>

#include "base/json.h"
#include "portal/ld.h"
#include "richtext/sanitize.h"
#include "web/message.h"

static void
put_link(struct ctx *x, struct buf *b, const char *name, const char *path)
{
	json_text(b, name, arena_printf(x->mem, "%s%s", x->conf->site_url,
	    path));
}

/* A property that is known, or none. */
static void
put_known(struct buf *b, const char *name, const char *value)
{
	if (value != NULL && *value != '\0')
		json_text(b, name, value);
}

/* The next element of the graph is begun, with its type. */
static void
begin(struct buf *b, const char *type)
{
	json_next(b);
	buf_putc(b, '{');
	json_text(b, "@type", type);
}

static void
put_reference(struct ctx *x, struct buf *b, const char *name,
    const char *path)
{
	json_name(b, name);
	buf_putc(b, '{');
	put_link(x, b, "@id", path);
	buf_putc(b, '}');
}

static struct buf
graph_open(struct ctx *x)
{
	struct buf b = buf_new(x->mem);

	buf_puts(&b, "<script type=\"application/ld+json\">"
	    "{\"@context\":\"https://schema.org\",\"@graph\":[");
	return b;
}

static void
graph_close(struct ctx *x, struct buf *b)
{
	buf_puts(b, "]}</script>\n");
	view_html(x->page, "Page.LdHtml", sanitize_built(b->s));
}

void
ld_site(struct ctx *x)
{
	const struct config *c = x->conf;
	struct buf b = graph_open(x);

	begin(&b, "WebSite");
	put_link(x, &b, "@id", "/#site");
	put_link(x, &b, "url", "/");
	json_text(&b, "name", c->site_name);
	json_text(&b, "inLanguage", "zh-CN");
	put_reference(x, &b, "publisher", "/#government");
	json_name(&b, "potentialAction");
	begin(&b, "SearchAction");
	put_link(x, &b, "target", "/search?q={search_term_string}");
	json_text(&b, "query-input", "required name=search_term_string");
	buf_puts(&b, "}}");
	begin(&b, "GovernmentOrganization");
	put_link(x, &b, "@id", "/#government");
	json_text(&b, "name", c->organiser);
	put_link(x, &b, "url", "/");
	put_known(&b, "areaServed", c->region);
	put_known(&b, "telephone", c->phone);
	buf_putc(&b, '}');
	graph_close(x, &b);
}

static const char *
unit_path(struct ctx *x, const struct unit *u)
{
	return arena_printf(x->mem, "/unit/%s", u->code);
}

static void
put_unit(struct ctx *x, struct buf *b, const struct unit *u)
{
	begin(b, "GovernmentOrganization");
	put_link(x, b, "@id", unit_path(x, u));
	put_link(x, b, "url", unit_path(x, u));
	json_text(b, "name", u->name);
	put_known(b, "alternateName", u->short_name);
	put_known(b, "description", u->duties);
	put_known(b, "telephone", u->phone);
	put_known(b, "faxNumber", u->fax);
	put_known(b, "email", u->email);
	put_reference(x, b, "parentOrganization", "/#government");
	if (*u->address != '\0') {
		json_name(b, "address");
		begin(b, "PostalAddress");
		json_text(b, "addressCountry", "CN");
		put_known(b, "addressRegion", x->conf->region);
		json_text(b, "streetAddress", u->address);
		put_known(b, "postalCode", u->postcode);
		buf_putc(b, '}');
	}
	buf_putc(b, '}');
}

void
ld_unit(struct ctx *x, const struct unit *u)
{
	const char *apply = arena_printf(x->mem, "/apply?unit=%s", u->code);
	struct buf b = graph_open(x);

	put_unit(x, &b, u);
	begin(&b, "GovernmentService");
	put_link(x, &b, "@id", apply);
	json_text(&b, "name", message_openness("request"));
	put_reference(x, &b, "provider", unit_path(x, u));
	put_reference(x, &b, "serviceOperator", unit_path(x, u));
	put_known(&b, "areaServed", x->conf->region);
	json_name(&b, "availableChannel");
	begin(&b, "ServiceChannel");
	put_link(x, &b, "serviceUrl", apply);
	buf_puts(&b, "}}");
	graph_close(x, &b);
}

static void
put_file(struct ctx *x, struct buf *b, const struct publication *p,
    const struct upload *u)
{
	begin(b, "MediaObject");
	json_text(b, "name", u->name);
	json_text(b, "encodingFormat", u->type);
	json_text(b, "contentSize", arena_printf(x->mem, "%lld B",
	    (long long)u->size));
	json_text(b, "sha256", u->sha256);
	put_link(x, b, "contentUrl", arena_printf(x->mem, "%s/file/%lld",
	    p->path, (long long)u->id));
	buf_putc(b, '}');
}

static void
put_files(struct ctx *x, struct buf *b, const struct publication *p)
{
	if (p->attachments.n == 0)
		return;
	json_name(b, "associatedMedia");
	buf_putc(b, '[');
	for (int k = 0; k < p->attachments.n; k++)
		put_file(x, b, p, &p->attachments.v[k]);
	buf_putc(b, ']');
}

static void
put_numbers(struct buf *b, const struct publication *p)
{
	json_name(b, "identifier");
	buf_putc(b, '[');
	json_next(b);
	json_string(b, p->index_no);
	if (*p->doc_no != '\0') {
		json_next(b);
		json_string(b, p->doc_no);
	}
	buf_putc(b, ']');
}

static void
put_headings(struct buf *b, const struct publication *p)
{
	json_name(b, "about");
	buf_putc(b, '[');
	for (int k = 0; k < p->categories.n; k++) {
		json_next(b);
		json_string(b, p->categories.v[k].name);
	}
	if (*p->theme_name != '\0') {
		json_next(b);
		json_string(b, p->theme_name);
	}
	buf_putc(b, ']');
}

/* 年报 are reports; everything else is a document. */
static const char *
type_of(const struct publication *p)
{
	for (int k = 0; k < p->categories.n; k++)
		if (strcmp(p->categories.v[k].code, "report") == 0)
			return "Report";
	return "DigitalDocument";
}

void
ld_document(struct ctx *x, const struct publication *p, const struct unit *u)
{
	struct buf b = graph_open(x);

	begin(&b, type_of(p));
	put_link(x, &b, "@id", p->path);
	put_link(x, &b, "url", p->path);
	json_text(&b, "name", p->title);
	json_text(&b, "headline", p->title);
	put_numbers(&b, p);
	put_known(&b, "abstract", p->summary);
	put_headings(&b, p);
	put_known(&b, "dateCreated", p->made_on);
	json_text(&b, "datePublished", p->first_published);
	json_text(&b, "dateModified", p->published);
	json_text(&b, "version", arena_printf(x->mem, "%lld",
	    (long long)p->number));
	if (p->expired)
		put_known(&b, "expires", p->expired_at);
	json_text(&b, "inLanguage", "zh-CN");
	json_bool(&b, "isAccessibleForFree", true);
	put_reference(x, &b, "publisher", unit_path(x, u));
	put_reference(x, &b, "isPartOf", "/#site");
	put_files(x, &b, p);
	buf_putc(&b, '}');
	put_unit(x, &b, u);
	graph_close(x, &b);
}

static void
put_person(struct ctx *x, struct buf *b, const struct unit *u,
    const struct profile_person *who)
{
	const char *photo = who->v[PROFILE_PHOTO];

	begin(b, "Person");
	json_text(b, "name", who->v[PROFILE_NAME]);
	put_known(b, "jobTitle", who->v[PROFILE_OFFICE]);
	put_known(b, "description", who->v[PROFILE_TASK]);
	put_known(b, "telephone", who->v[PROFILE_CALL]);
	put_known(b, "email", who->v[PROFILE_MAIL]);
	if (*photo != '\0')
		put_link(x, b, "image", arena_printf(x->mem, "/image/%s",
		    photo));
	put_reference(x, b, "worksFor", unit_path(x, u));
	buf_putc(b, '}');
}

void
ld_profile(struct ctx *x, const struct unit *u, const struct profile *p)
{
	struct buf b = graph_open(x);

	put_unit(x, &b, u);
	for (int k = 0; k < p->n; k++)
		put_person(x, &b, u, &p->person[k]);
	graph_close(x, &b);
}

void
ld_data(struct ctx *x)
{
	static const struct { const char *path, *type; } places[] = {
		{ "/list.csv", "text/csv" },
		{ "/list.xlsx", "application/vnd.openxmlformats-officedocument"
		    ".spreadsheetml.sheet" },
		{ "/list.json", "application/json" },
		{ "/api/v1/documents", "application/json" },
		{ "/feed/atom", "application/atom+xml" },
	};
	struct buf b = graph_open(x);

	begin(&b, "Dataset");
	put_link(x, &b, "@id", "/data#documents");
	put_link(x, &b, "url", "/data");
	json_text(&b, "name", x->conf->site_name);
	json_text(&b, "inLanguage", "zh-CN");
	json_bool(&b, "isAccessibleForFree", true);
	json_name(&b, "creator");
	begin(&b, "GovernmentOrganization");
	json_text(&b, "name", x->conf->organiser);
	put_link(x, &b, "url", "/");
	buf_putc(&b, '}');
	put_known(&b, "spatialCoverage", x->conf->region);
	json_name(&b, "distribution");
	buf_putc(&b, '[');
	for (size_t k = 0; k < sizeof(places) / sizeof(places[0]); k++) {
		begin(&b, "DataDownload");
		json_text(&b, "encodingFormat", places[k].type);
		put_link(x, &b, "contentUrl", places[k].path);
		buf_putc(&b, '}');
	}
	buf_puts(&b, "]}");
	graph_close(x, &b);
}
