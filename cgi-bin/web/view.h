/*
 * view.h - pages from templates; only the view's files know ClearSilver.
 *
 * All templates are read, linted and parsed at start-up; any error there is
 * fatal with file and line.  Text is always escaped; markup needs the type.
 * A file that another one includes is a part and cannot be shown by itself.
 * SITE/macros.cs holds definitions and nothing else.
 */
#ifndef WEB_VIEW_H
#define WEB_VIEW_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/rc.h"
#include "base/safe_html.h"
#include "web/mark.h"

struct view;	/* the templates and the values of every page */
struct node;	/* a place in one page's values */

/* Loads every DIR/{shared,SITE}/...cs; fatal() on any fault.  Templates are
 * named from DIR: "portal/home.cs". */
struct view *view_open(const char *dir, const char *site);
void view_close(struct view *);
/* Adds all templates to the mark. */
void view_mark(const struct view *, struct mark *);
/* Values that stay: Site.*.  */
struct node *view_site(struct view *);
/* A new page's root; freed by view_end(). */
struct node *view_page(struct view *);
void view_end(struct view *, struct node *page);

/*
 * name is a constant of ours, "Page.Title" or "Title", never user text.
 * text NULL counts as "".  Names given to view_html() end in "Html", no
 * others do.
 */
void view_set(struct node *, const char *name, const char *text);
void view_int(struct node *, const char *name, int64_t);
/* "1" or unset */
void view_flag(struct node *, const char *name, int on);
void view_html(struct node *, const char *name, struct safe_html);
/* A new last child of the list `name`, for rows (numbered by the view); a
 * list that has one is true in `if:`. */
struct node *view_item(struct node *, const char *name);
/* The child of that name, made when missing. */
struct node *view_child(struct node *, const char *name);

enum rc view_render(struct view *, const char *template, struct node *page,
    struct buf *out);
/* Lint alone, for `make lint`: the number of faults, each logged. */
int view_lint(const char *dir);

#endif
