/* pages.h - the handlers of the portal's route table, one family a file. */
#ifndef PORTAL_PAGES_H
#define PORTAL_PAGES_H

#include "web/route.h"

extern const struct route portal_routes[];

/* home.c */
enum rc home_show(struct ctx *);
/* unit.c */
extern const struct field units_fields[];
enum rc unit_show(struct ctx *);
enum rc units_show(struct ctx *);
/* list.c */
extern const struct field list_fields[];
enum rc list_show(struct ctx *);
/* document.c */
enum rc document_show(struct ctx *);
enum rc document_version_show(struct ctx *);
enum rc document_file_send(struct ctx *);
enum rc document_image_send(struct ctx *);
/* search.c */
extern const struct field search_fields[];
enum rc search_show(struct ctx *);
/* entries.c */
extern const struct field rules_fields[], open_fields[], report_fields[],
    apply_fields[];
enum rc guide_show(struct ctx *);
enum rc rules_show(struct ctx *);
enum rc open_show(struct ctx *);
enum rc report_show(struct ctx *);
enum rc apply_show(struct ctx *);
/* preference.c */
extern const struct field preference_fields[];
enum rc preference_set(struct ctx *);
/* about.c */
enum rc about_show(struct ctx *);
enum rc accessibility_show(struct ctx *);
enum rc privacy_show(struct ctx *);

#endif
