/* profile_form.h - the form of a kind of document: read, changed, shown. */
#ifndef GKHT_PROFILE_FORM_H
#define GKHT_PROFILE_FORM_H

#include "base/profile.h"
#include "core/amendment.h"
#include "core/content.h"
#include "gkht/secrecy.h"
#include "web/route.h"

/* profile_form_fields[]: these, then one for each enum profile_key. */
enum {
	P_VERSION, P_KIND, P_NOTE, P_DO, P_FILE, P_FINDING, P_WHY, P_MEND,
	P_COPY, P_SERIAL, P_ONCE, P_ATTACHMENT, P_CARRIER,
	P_VALUES = P_CARRIER + SECRECY__MAX
};
extern const char *const profile_form_kinds[];

/* The kind has persons. */
bool profile_form_people(const struct profile_kind *);
/* What was sent; raw: as typed, for showing it again.  People of whom nothing
 * is said stay, in step with the photographs, until profile_form_tidy(). */
struct profile *profile_form_sent(struct ctx *, const struct profile_kind *,
    bool raw);
void profile_form_tidy(struct profile *);
/* The photographs that came along are stored, without what the camera wrote
 * into them.  Problems on "photo". */
enum rc profile_form_photos(struct ctx *, struct profile *);
/* The attachments that the form names instead of those of the content: one of
 * them may have been put right meanwhile.  A form that names none keeps all. */
void profile_form_files(const struct ctx *, struct content *);
/* From now on the form names those of the content. */
void profile_form_files_adopt(struct ctx *, const struct content *);
/* "add", "up-2", "down-2", "remove-2", "photo-2": the buttons of persons. */
void profile_form_change(struct profile *, const char *);
/* Of a new one that is asked for or sent; without a word the 公开指南. */
const struct profile_kind *profile_form_kind(struct ctx *);
/* The document in the address, as amend_base() has it; RC_NOT_FOUND where it
 * has no such form. */
enum rc profile_form_own(struct ctx *, struct document *, struct amendment *);
/* For profile_missing(): a problem of that field. */
void profile_form_lacking(void *ctx, const char *name);
/* The page of the document in the address; for the administrator with how a
 * change of it stands. */
enum rc profile_form_whole(struct ctx *, const struct profile *,
    int64_t version);
/* The page; id 0: a new one. */
enum rc profile_form_page(struct ctx *, const struct profile *, int64_t id,
    int64_t version);

#endif
