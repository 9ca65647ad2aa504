/*
 * profile.h - documents with a form of their own: 公开指南, 机构信息, 领导信息 and
 * the list of those responsible; which fields each has, and their values.
 *
 * What such a document says is kept field by field; its text is written from
 * that (richtext/profile_body.h) and is then a document like any other.
 */
#ifndef BASE_PROFILE_H
#define BASE_PROFILE_H

#include <stdbool.h>

#include "base/arena.h"

enum profile_key {
	PROFILE_ORGAN, PROFILE_ADDRESS, PROFILE_POSTCODE, PROFILE_HOURS,
	PROFILE_PHONE, PROFILE_FAX, PROFILE_INTERNET, PROFILE_HEAD,
	PROFILE_DUTIES, PROFILE_OFFICES, PROFILE_BELOW, PROFILE_CLASSES,
	PROFILE_SCHEME, PROFILE_ACCESS, PROFILE_VISIT, PROFILE_POST,
	PROFILE_CHANNELS, PROFILE_STEPS, PROFILE_FEES, PROFILE_REMEDY,
	PROFILE_NOTE,
	/* of each person */
	PROFILE_ROLE, PROFILE_NAME, PROFILE_OFFICE, PROFILE_TASK, PROFILE_CV,
	PROFILE_CALL, PROFILE_MAIL, PROFILE_PHOTO,
	PROFILE__MAX
};
#define PROFILE_PERSONS PROFILE_ROLE	/* the first of a person's */

#define PROFILE_PEOPLE_MAX	40
#define PROFILE_PHOTO_BYTES	(2 * 1024 * 1024)

/* PROFILE_ROLE: who of the three a person is (each unit names all three). */
extern const char *const profile_roles[];	/* keys; NULL at the end */
const char *profile_role(const char *key);	/* for people; "" unknown */

struct profile_field {
	const char *name;	/* of the form field and in the database */
	const char *label;
	bool lines;		/* several lines */
	bool contact;		/* official telephone, fax, e-mail */
};
extern const struct profile_field profile_fields[PROFILE__MAX];

/* A field as one kind of document has it. */
struct profile_part {
	enum profile_key key;
	bool needed;		/* nothing is submitted without it */
	const char *hint;
};

struct profile_kind {
	const char *key;	/* "guide", "organisation", "leaders", "staff" */
	const char *label;	/* as the clerk knows it */
	const char *category;	/* code of the column it stands in */
	const char *title;	/* after the name of the unit */
	const char *summary;	/* after its short name */
	const char *law;	/* what demands it */
	const char *renewed;	/* why the one before is not in force */
	bool yearly;		/* looked at again every year */
	const struct profile_part *part;	/* in the order they are shown */
	int parts;
};
extern const struct profile_kind profile_kinds[];
extern const int profile_kinds_n;
/* NULL: there is no such kind. */
const struct profile_kind *profile_kind(const char *key);
const struct profile_kind *profile_of_category(const char *code);
/* How that kind has the field; NULL: not at all. */
const struct profile_part *profile_part(const struct profile_kind *,
    enum profile_key);

/* "" where nothing is said; never NULL.  PROFILE_PHOTO: "<sha256>.jpg". */
struct profile_person { const char *v[PROFILE__MAX]; };
struct profile {
	const struct profile_kind *kind;
	const char *v[PROFILE__MAX];
	int n;
	struct profile_person *person;
};

/* With every value "", and room for that many persons (none is counted). */
struct profile *profile_new(const struct profile_kind *, int people,
    struct arena *);
/* The key of that name; PROFILE__MAX: none. */
enum profile_key profile_key(const char *name);

/*
 * What is missing of what the kind needs: calls found() with the field's name.
 * Of persons: a field that one of them lacks, and each of the roles.
 */
void profile_missing(const struct profile *,
    void (*found)(void *, const char *name), void *);

#endif
