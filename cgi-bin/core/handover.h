/*
 * handover.h - 移交: another person takes over the account of a clerk.
 *
 * A unit has one account for each role, and accounts outlive people.  So
 * each document and each kept form carries the name that stood on the account
 * when it was made (document.person, working_copy.person), and a change of
 * person leaves those names: what was entered stays entered by who entered
 * it.  What is still open, drafts, returned documents and what was typed but
 * not saved, waits for the administrator, who hands it to the new person by
 * 移交: the new name is written on it, the deed with both names into the
 * audit and so into the history of the document.  What was typed but not
 * saved is nobody's to read meanwhile (working_copy.h shows a person only
 * their own), and nothing of it is lost: it is found by the new person after
 * 移交.  A draft is a matter of the unit and is seen in 信息上载 all along.
 *
 * A name that was only written wrongly is put right with user_set_person(),
 * which takes everything of the old name along.
 */
#ifndef CORE_HANDOVER_H
#define CORE_HANDOVER_H

#include "core/user.h"

#define HANDOVER_MAX	200	/* documents listed and handed over at once */

struct handover_item {
	int64_t id;			/* of the document; a copy: 0 */
	const char *title, *person;
	const char *returned;		/* reason, "" when not returned */
	const char *when;		/* modified or saved, stored time */
};
struct handover_items { int n; struct handover_item *v; };

/*
 * Another person works with account id, by that name (1 to 30 characters;
 * problem on "name" when empty or the same).  Its sessions end; the password
 * stays until it is reset.  Rights as of user_set_person().
 */
enum rc handover_begin(struct db *, const struct actor *, int64_t id,
    const char *name, const char *phone, struct problems *, struct arena *);
/* What account id has open under another name than the present one: drafts
 * and returned documents, newest first, at most HANDOVER_MAX; kept forms.
 * RC_DENIED and RC_NOT_FOUND as of user_set_person(). */
enum rc handover_list(struct db *, const struct actor *, int64_t id,
    struct handover_items *documents, struct handover_items *copies,
    struct arena *);
/*
 * The present name is written on those of the n documents that the list would
 * show, and with copies on all kept forms.  *done: how many.
 */
enum rc handover_run(struct db *, const struct actor *, int64_t id, int n,
    const int64_t *document, bool copies, int *done, struct arena *);

#endif
