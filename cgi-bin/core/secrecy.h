/*
 * secrecy.h - 保密审查: before anything is published it is reviewed item by
 * item (保密法 2024 art. 35, 条例 art. 17), signed, and bound to the content
 * that was reviewed: another content asks again.
 */
#ifndef CORE_SECRECY_H
#define CORE_SECRECY_H

#include "base/arena.h"
#include "base/problem.h"
#include "base/rc.h"
#include "core/actor.h"
#include "store/db.h"

#define SECRECY_NAME_MAX	40
#define SECRECY_BASIS_MAX	500

struct secrecy {
	int64_t id;
	const char *openness;	/* as it was proposed */
	const char *carrier;	/* 载体形式: paper 公文类, other */
	const char *channels;	/* 拟公开方式: keys between commas */
	const char *holds;	/* what it holds, likewise; "" for nothing */
	const char *opinion;	/* 审查意见: public, closed, refer */
	const char *basis;	/* 依据 */
	const char *handler, *head, *reviewer;	/* 承办人 部门负责人 审查人 */
	const char *login, *at;	/* who signed and when */
	bool valid;		/* for the content as it is now */
};

/*
 * Signs the document as it is saved now.  Problems on "secrecy_carrier",
 * _channel, _holds, _opinion, _basis, _handler, _head, _reviewer.  What holds
 * a state secret never comes here: secrecy_purge().
 */
void secrecy_check(const struct secrecy *, const char *openness,
    struct problems *);
enum rc secrecy_sign(struct db *, const struct actor *, int64_t document,
    const struct secrecy *, struct problems *, struct arena *);
/* A change of what is published, signed for that content by whoever makes it;
 * checked already.  state: of the document, for the audit log. */
enum rc secrecy_sign_change(struct db *, const struct actor *,
    int64_t document, const char *state, const char *hash,
    const char *openness, const struct secrecy *, struct arena *);
/* The last one for the content of that revision, else the last of the
 * document; RC_NOT_FOUND: none yet. */
enum rc secrecy_get(struct db *, int64_t document, int64_t revision,
    struct secrecy *, struct arena *);
/* The last one that the account signed, to begin the next form with. */
enum rc secrecy_last(struct db *, int64_t account, struct secrecy *,
    struct arena *);
/* The revision's content, or that hash of one, has a signature that lets it be
 * published (or kept closed, as its openness says). */
enum rc secrecy_valid(struct db *, int64_t document, int64_t revision,
    bool *valid);
enum rc secrecy_signed(struct db *, int64_t document, const char *hash,
    bool *valid);

/*
 * A draft that turned out to hold a state secret leaves: every revision, what
 * was found in them, the files nothing else uses (bytes too, by `files`), and
 * all words of it.  What is left of it is a row of the audit log that says
 * when and who, and a number.  RC_DENIED unless the actor may discard or edit
 * it.  uploads: files that were sent for it and may be in no revision yet.
 */
enum rc secrecy_purge(struct db *, const struct actor *, int64_t document,
    const int64_t *upload, int uploads, const char *files, struct arena *);

#endif
