/*
 * register.h - the register of publication: whatever becomes public, changes
 * or leaves is a line, in the transaction of the deed; the lines are the
 * leaves of a Merkle tree whose heads are signed every day.  So nobody can
 * back-date, swap or drop a document without everybody being able to see it.
 *
 * Lines are never changed (triggers and authorizer).  Reading goes through
 * the public_register... views.
 */
#ifndef CORE_REGISTER_H
#define CORE_REGISTER_H

#include "core/merkle.h"
#include "store/db.h"

struct register_line {
	int64_t number;		/* 1, 2, 3 ... */
	const char *at;		/* when it was written (stored time) */
	const char *since;	/* since when it holds */
	const char *action;	/* publish, revise, expire, withdraw, delete */
	const char *origin;	/* move; existing: public before the register */
	const char *index_no;	/* ZFB/2026-00012 */
	const char *unit_code;
	const char *state;	/* after it: published, expired (失效; in the
				 * oldest lines 废止, too), repealed,
				 * withdrawn, deleted */
	int version;		/* the revision, and its SHA-256 */
	const char *hash;
	const char *leaf;	/* hash of the line */
};
struct register_lines { int n; struct register_line *v; };

struct register_head {
	int64_t id, size;
	const char *at, *root, *origin, *signature, *public_key;
};
struct register_heads { int n; struct register_head *v; };

/* The line as it is hashed: JSON, names in order, no spaces. */
char *register_text(const struct register_line *, struct arena *);
/* When what the line tells changed for the public: what was public before the
 * register began has its own day. */
const char *register_changed(const struct register_line *);
/* The head as it is signed: five lines. */
char *register_head_text(const struct register_head *, struct arena *);

/*
 * After any change of a document, in its transaction: writes the line of what
 * changed for the public since the document's last line, if anything did.
 */
enum rc register_follow(struct db *, int64_t document, struct arena *);
/* A register without a line gets one for each document that is public
 * already, marked as such; *added counts them. */
enum rc register_begin(struct db *, int64_t *added);
/* As long as no line tells 废止 from 失效: one for each public document that is
 * repealed and of which the register only says that it expired. */
enum rc register_tell_repealed(struct db *, int64_t *added);

/* How many lines there are. */
enum rc register_size(struct db *, int64_t *);
enum rc register_get(struct db *, int64_t number, struct register_line *,
    struct arena *);
/* Those after a line (0: from the first), oldest first; newest first before
 * one (0: from the newest).  max 1..1000. */
enum rc register_after(struct db *, int64_t number, int max,
    struct register_lines *, struct arena *);
enum rc register_before(struct db *, int64_t number, int max,
    struct register_lines *, struct arena *);
/* Of one document, newest first; at most 100. */
enum rc register_of(struct db *, const char *index_no,
    struct register_lines *, struct arena *);
/* For merkle_...(): the tree as stored. */
struct merkle register_tree(struct db *);

struct register_key { const char *since, *public_key; };
struct register_keys { int n; struct register_key *v; };
/* Every key that ever signed, the newest last. */
enum rc register_keys(struct db *, struct register_keys *, struct arena *);

/* Heads newest first, below id `before` (0: from the newest); max 1..1000. */
enum rc register_heads(struct db *, int64_t before, int max,
    struct register_heads *, struct arena *);
/* RC_NOT_FOUND when there is none.  The first that covers a line: the oldest
 * with at least that size. */
enum rc register_head_newest(struct db *, struct register_head *,
    struct arena *);
enum rc register_head_covering(struct db *, int64_t number,
    struct register_head *, struct arena *);
/* The newest of exactly that size. */
enum rc register_head_of_size(struct db *, int64_t size,
    struct register_head *, struct arena *);

/*
 * Signs the register as it is with the key in the file; origin names the site
 * (its host name).  The public key is recorded when it is a new one.
 * RC_CONFLICT, nothing written, when a head of the same day and size exists.
 */
enum rc register_sign(struct db *, const char *key_path, const char *origin,
    struct register_head *, struct arena *);

/*
 * Recomputes everything from the lines and compares: nodes, heads, signatures,
 * times in order, documents as they are now.  tell() gets one sentence for
 * each thing that is wrong; *bad counts them, *done what was looked at.
 */
struct register_check {
	void *arg;
	void (*tell)(void *arg, const char *sentence);
	const char *public_key;		/* the newest must be this, or NULL */
	int64_t done, bad;
};
enum rc register_verify(struct db *, struct register_check *);

#endif
