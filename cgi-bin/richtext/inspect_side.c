/* inspect_side.c - see inspect_side.h. */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/text.h"
#include "richtext/inspect_side.h"
#include "richtext/office_run.h"
#include "richtext/package.h"

#define SIDES		12	/* headers, and as many footers */
#define SIDE_MAX	65536	/* bytes of one */
#define PDFINFO		"/usr/bin/pdfinfo"
#define WALL_MS		20000
#define OUT_MAX		65536

/* An element of that name begins here, whatever its attributes are. */
static bool
begins(const char *at, const char *name)
{
	size_t n = strlen(name);

	return strncmp(at, name, n) == 0 && strchr("> /\n\t", at[n]) != NULL;
}

/* The text of a part, a paragraph a line. */
static char *
text_of(const char *xml, struct arena *m)
{
	struct buf b = buf_new(m);
	const char *end;

	for (; (xml = strchr(xml, '<')) != NULL; xml++) {
		if (begins(xml, "</w:p")) {
			buf_putc(&b, '\n');
		} else if (begins(xml, "<w:tab") || begins(xml, "<w:br")) {
			buf_putc(&b, ' ');
		} else if (begins(xml, "<w:t") &&
		    (xml = strchr(xml, '>')) != NULL &&
		    (end = strchr(xml, '<')) != NULL) {
			buf_put(&b, xml + 1, (size_t)(end - xml - 1));
			xml = end - 1;
		} else if (xml == NULL) {
			break;
		}
	}
	return b.n > 0 ? b.s : arena_strdup(m, "");
}

void
inspect_side(const char *path, struct inspections *out, struct arena *m)
{
	const char *name[2 * SIDES], *xml, *text;
	unsigned held;
	int first = out->n;

	for (int k = 0; k < 2 * SIDES; k++)
		name[k] = arena_printf(m, "word/%s%d.xml",
		    k < SIDES ? "header" : "footer", k % SIDES + 1);
	held = package_holds(path, name, 2 * SIDES);
	for (int k = 0; k < 2 * SIDES; k++) {
		if ((held & 1u << k) == 0)
			continue;
		xml = package_peek(path, name[k], SIDE_MAX, m);
		text = text_of(xml, m);
		if (text_valid(text, strlen(text)))
			inspect_text(text, out, m);
	}
	for (int k = first; k < out->n; k++)
		out->v[k].number += INSPECT_SIDE;
}

/* What pdfinfo says; "" when it does not. */
static char *
ask(int in, const char *how, struct arena *m)
{
	const char *const argv[] = { PDFINFO, how, "-enc", "UTF-8", "-",
	    NULL };
	char *s = arena_take(m, OUT_MAX + 1);
	size_t n = 0;
	int status;

	if (lseek(in, 0, SEEK_SET) != 0 || office_filter(in, argv,
	    office_now_ms() + WALL_MS, s, OUT_MAX, &n, &status) != OFFICE_RAN)
		n = 0;
	s[n <= OUT_MAX ? n : OUT_MAX] = '\0';
	return s;
}

static void
put_name(struct buf *b, const char *s, size_t n, struct arena *m)
{
	const char *name = text_trim(m, arena_strndup(m, s, n));

	if (*name == '\0' || (b->n > 0 && strstr(b->s, name) != NULL))
		return;
	buf_printf(b, "%s\n", name);
}

/* <dc:creator><rdf:Seq><rdf:li>name</rdf:li>... */
static void
put_creators(struct buf *b, const char *xmp, struct arena *m)
{
	const char *at = strstr(xmp, "<dc:creator"), *end, *close;

	if (at == NULL || (end = strstr(at, "</dc:creator>")) == NULL)
		return;
	while ((at = strstr(at, "<rdf:li")) != NULL && at < end) {
		if ((at = strchr(at, '>')) == NULL ||
		    (close = strchr(++at, '<')) == NULL)
			return;
		put_name(b, at, (size_t)(close - at), m);
		at = close;
	}
}

char *
inspect_pdf_names(const char *path, struct arena *m)
{
	static const char author[] = "Author:";
	struct buf b = buf_new(m);
	const char *info;
	int in;

	if (access(PDFINFO, X_OK) != 0 ||
	    (in = open(path, O_RDONLY | O_CLOEXEC)) < 0)
		return arena_strdup(m, "");
	for (info = ask(in, "-rawdates", m); *info != '\0';
	    info += strcspn(info, "\n"), info += *info == '\n')
		if (strncmp(info, author, strlen(author)) == 0)
			put_name(&b, info + strlen(author), strcspn(info,
			    "\n") - strlen(author), m);
	put_creators(&b, ask(in, "-meta", m), m);
	close(in);
	return b.n > 0 ? b.s : arena_strdup(m, "");
}
