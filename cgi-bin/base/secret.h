/*
 * secret.h - everything cryptographic, on libsodium.
 *
 * The master key is 32 random bytes in a file of mode 0600 outside the
 * database; every use derives its own key from it by name.  While keys are
 * being changed the file holds several: the first one seals, all of them open.
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
/*
 * Reads the master keys, newest first; fatal() when missing, short or readable
 * by others.  A file that is replaced later is read again by whoever next
 * seals, opens or hashes, so that a change of keys needs no restart.
 */
void secret_load(const char *path);
/* Makes a new key file; RC_CONFLICT when there is one already. */
enum rc secret_create(const char *path);

/* Puts a new key before those in the file, at most SECRET_KEYS_MAX in all, and
 * loads it; secret_forget() leaves only the first one. */
#define SECRET_KEYS_MAX 8
enum rc secret_rotate(const char *path);
enum rc secret_forget(const char *path);

/*
 * Sealed: encrypted and authenticated (XChaCha20-Poly1305) with the newest key
 * derived for purpose; begins with the id of that key.  The text form is
 * "k1." and base64url.  Opening gives NULL when it was changed, made for
 * another purpose, or its key is gone; what is opened ends with a NUL that
 * does not count.
 */
char *secret_seal(struct arena *, const char *purpose, const char *text);
char *secret_open(struct arena *, const char *purpose, const char *sealed);
void *secret_seal_bytes(struct arena *, const char *purpose, const void *,
    size_t n, size_t *sealed);
void *secret_open_bytes(struct arena *, const char *purpose, const void *,
    size_t n, size_t *opened);
/* The bytes begin as those that a key of ours has sealed. */
bool secret_is_sealed(const void *, size_t n);
/* n random bytes in hex. */
char *secret_random(struct arena *, size_t n);

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

/*
 * Signing (Ed25519) with a key pair whose secret half is a file of 32 bytes,
 * mode 0600.  Public keys and signatures are hex.  secret_sign_create() gives
 * RC_CONFLICT when there is a file; the others give NULL, after logging, when
 * it is missing or not a key.
 */
#define SECRET_SIGNATURE_LEN 128
enum rc secret_sign_create(const char *path);
char *secret_sign_public(struct arena *, const char *path);
char *secret_sign(struct arena *, const char *path, const char *text);
bool secret_sign_verify(struct arena *, const char *public_key,
    const char *text, const char *signature);

/* Keyed hash in hex with the key derived for purpose ("csrf", ...). */
char *secret_mac(struct arena *, const char *purpose, const char *text);
/* PBKDF2-HMAC-SHA256 of 32 bytes, in hex. */
char *secret_stretch(struct arena *, const void *password, size_t,
    const void *salt, size_t, int rounds);
/* Constant time; false when the lengths differ or one is NULL. */
bool secret_same(const char *a, const char *b);
/* Wipes s, which must be writable. */
void secret_wipe(char *s);

#endif
