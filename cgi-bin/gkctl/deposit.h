/*
 * deposit.h - the list of files of a deposit copy and its signature.
 *
 * SHA256SUMS is what sha256sum -c reads, in the order of deposit_walk();
 * SHA256SUMS.sig holds two lines, an Ed25519 signature by the key of the
 * register over deposit_text(), and the public key.
 */
#ifndef GKCTL_DEPOSIT_H
#define GKCTL_DEPOSIT_H

#include "base/arena.h"
#include "base/rc.h"

#define DEPOSIT_SUMS "SHA256SUMS"
#define DEPOSIT_SIGNATURE "SHA256SUMS.sig"

/* Calls each() with every file below dir but the two, by name relative to it,
 * in one order; until it says something but RC_OK. */
enum rc deposit_walk(const char *dir,
    enum rc (*each)(void *, const char *name), void *);
/* The order: a folder before what begins with its name. */
int deposit_order(const char *, const char *);
/* What is signed; sums: the SHA-256 of SHA256SUMS. */
char *deposit_text(const char *sums, struct arena *);
/* Checks everything; each thing wrong is one line on standard error. */
int deposit_verify(const char *dir);

#endif
