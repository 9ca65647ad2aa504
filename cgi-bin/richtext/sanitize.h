/*
 * sanitize.h - the only maker of struct safe_html.
 *
 * Whatever comes in (editor HTML, the importer's output) is parsed as a
 * browser would (libgumbo) and written anew from one strict allow-list: no
 * scripts, no foreign content, no raw-text elements, no style attributes, no
 * foreign pictures.  Sanitizing twice gives the same bytes.
 *
 * Allowed (see the table in allow.c): p h1-h6 br hr strong em u s sub sup
 * mark span div blockquote ul ol(start, type) li table caption colgroup-free
 * thead tbody tfoot tr th td(rowspan colspan scope) a(href) img(src alt width
 * height) ruby rt rp, equations as clean_math.h says; class only from the
 * closed list of look.h (tw only from sanitize_present()), also on table,
 * thead, tbody and tr; id only as w- and at most 40 of a-z 0-9 - (notes and
 * bookmarks).  What a style attribute says about text-align, text-indent,
 * font-family, color, background-color, bold, italic, underline, strike and
 * super becomes classes and elements; b, i, del, strike, font become their
 * modern forms.  Links: http, https, mailto, # only; a link that
 * leaves gets rel="noopener noreferrer".  Pictures: only /image/<sha256>.png,
 * .jpg or .gif, also as /gkht/image/...; always written as /image/....
 */
#ifndef RICHTEXT_SANITIZE_H
#define RICHTEXT_SANITIZE_H

#include "base/arena.h"
#include "base/rc.h"
#include "base/safe_html.h"

struct sanitized {
	struct safe_html html;
	const char *text;	/* plain: a line per block, cells by TAB */
	int n_images;
	const char **image;	/* sha256 of each picture once, in order */
};

/* n bytes of any text; invalid UTF-8 is RC_INVALID, a tree deeper than 256 or
 * output over max bytes RC_TOO_LARGE. */
enum rc sanitize_html(const char *html, size_t n, size_t max,
    struct sanitized *, struct arena *);
/* Plain text from a text area: blank lines part paragraphs, each first-line
 * indented; for clerks without script. */
enum rc sanitize_plain(const char *text, struct sanitized *, struct arena *);
/* The text that sanitize_plain() makes exactly this of; NULL: it holds more
 * than such lines can say. */
const char *sanitize_lines(struct safe_html, struct arena *);
/* Text that looks like markup ("<p" and the like) rather than plain text. */
int sanitize_looks_html(const char *);

/* The same markup with the pictures' addresses under prefix, for the back
 * office ("/gkht/image/") where drafts' pictures are served to staff only. */
struct safe_html sanitize_rebase(struct safe_html, const char *prefix,
    struct arena *);
/*
 * For the portal: each table stands in a focusable box that scrolls sideways
 * (class tw, tabindex, role region, named by its caption or 表格 N).
 */
struct safe_html sanitize_present(struct safe_html, struct arena *);
/* The same beside another text on one page: each name begins with of. */
struct safe_html sanitize_present_of(struct safe_html, const char *of,
    struct arena *);
/* The word marks \x01 \x02 of a search passage as <mark>; the rest escaped. */
struct safe_html sanitize_marked(const char *passage, struct arena *);
/* Our own trusted builders (charts) escape what they are given and end here. */
struct safe_html sanitize_built(const char *markup);

#endif
