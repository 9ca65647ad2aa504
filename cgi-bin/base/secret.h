/*
 * secret.h - everything cryptographic, on libsodium.
 *
 * The master key is 32 random bytes in a file of mode 0600 outside the
 * database; every use derives its own key from it by name.
 */
#ifndef BASE_SECRET_H
#define BASE_SECRET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/rc.h"

#define SECRET_TOKEN_LEN 43	/* characters of a token: 256 bits, base64url */
#define SECRET_HASH_LEN  64	/* characters of a hash: 256 bits, hex */

/* fatal() when libsodium cannot start. */
void secret_init(void);
/* Reads the master key; fatal() when missing, short or readable by others. */
void secret_load(const char *path);
/* Makes a new key file; RC_CONFLICT when there is one already. */
enum rc secret_create(const char *path);

/* A fresh random token. */
char *secret_token(struct arena *);
/* A random password that fulfils the rules (12 characters). */
char *secret_password(struct arena *);

/* Argon2id, parameters in the string; about 20 ms and 19 MiB. */
char *secret_password_hash(struct arena *, const char *password);
/* hash NULL: takes as long and says no (for unknown users). */
bool secret_password_verify(const char *hash, const char *password);

/* SHA-256 in hex. */
char *secret_sha256(struct arena *, const void *, size_t);
struct secret_sha256;
struct secret_sha256 *secret_sha256_new(struct arena *);
void secret_sha256_add(struct secret_sha256 *, const void *, size_t);
char *secret_sha256_end(struct secret_sha256 *, struct arena *);

/* Keyed hash in hex with the key derived for purpose ("csrf", ...). */
char *secret_mac(struct arena *, const char *purpose, const char *text);
/* Constant time; false when the lengths differ or one is NULL. */
bool secret_same(const char *a, const char *b);
/* Wipes s, which must be writable. */
void secret_wipe(char *s);

#endif
