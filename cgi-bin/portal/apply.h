/*
 * apply.h - one application while it is being filled in: a working copy on
 * the server, found by a token in a cookie.  No page of it is ever stored by
 * a browser or a cache, and nothing typed stands in an address.
 */
#ifndef PORTAL_APPLY_H
#define PORTAL_APPLY_H

#include "core/application.h"
#include "core/application_copy.h"
#include "core/application_file.h"
#include "core/unit.h"
#include "web/route.h"

#define APPLY_COPY	"a"	/* suffixes of the cookies */
#define APPLY_VISIT	"s"

struct apply {
	const char *token;
	struct copy copy;
};

/* The fields of each step, as its POST takes them. */
extern const struct field apply_unit_fields[], apply_who_fields[],
    apply_identity_fields[], apply_contact_fields[], apply_wish_fields[],
    apply_delivery_fields[], apply_check_fields[], apply_form_fields[];

/* RC_NOT_FOUND when there is none or its time is over. */
enum rc apply_load(struct ctx *, struct apply *);
/* A new one, with its cookie. */
enum rc apply_open(struct ctx *, struct apply *);
/* RC_TOO_LARGE: told as a problem would be. */
enum rc apply_save(struct ctx *, struct apply *);
void apply_put(struct ctx *, struct apply *, const char *key,
    const char *value);
/* 303 to the start, which then says that the time was over. */
enum rc apply_over(struct ctx *);
/* A page of the flow: never stored. */
enum rc apply_page(struct ctx *, const char *template);
/* The token in one of the cookies, or "". */
const char *apply_cookie(struct ctx *, const char *suffix);
void apply_set_cookie(struct ctx *, const char *suffix, const char *token);

struct person apply_person(const struct apply *);
struct wish apply_wish(const struct apply *);
/* The chosen unit; RC_NOT_FOUND when there is none. */
enum rc apply_unit(struct ctx *, const struct apply *, struct unit *);

/*
 * What is wrong with a step as it stands in the working copy goes into
 * problems; steps are called unit who identity contact wish delivery.
 */
enum rc apply_check_step(struct ctx *, const struct apply *, const char *step,
    struct problems *);
/* The first step with something wrong, NULL when all are good. */
enum rc apply_first_open(struct ctx *, const struct apply *,
    const char **step);

/* Takes a sent picture or PDF into the store, sealed; problems on "file". */
enum rc apply_keep_file(struct ctx *, const struct file *, const char *owner,
    const char *use, struct application_file *);
/* Page.Units of the unit page and the files of the identity page. */
enum rc apply_fill_unit(struct ctx *, const struct apply *);
enum rc apply_fill_identity(struct ctx *, const struct apply *);
enum rc apply_take_identity(struct ctx *, struct apply *);
enum rc apply_fill_check(struct ctx *, const struct apply *);

/* Page.Person, Page.Wish, for summaries. */
void apply_show_person(struct node *, const struct person *, bool masked,
    struct arena *);
void apply_show_wish(struct node *, const struct wish *);

#endif
