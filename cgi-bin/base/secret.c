/* secret.c - the only file that knows libsodium; owns the master key. */
#include "base/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"

#define KEY_BYTES	32
/* OWASP's smallest Argon2id setting: each worker can afford the memory. */
#define OPSLIMIT	2
#define MEMLIMIT	(19 * 1024 * 1024)

/* Hash of no password at all, with the cost of the real ones. */
static const char nobody[] = "$argon2id$v=19$m=19456,t=2,p=1"
    "$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/* The newest key is the first one. */
static unsigned char master[SECRET_KEYS_MAX][KEY_BYTES];
static int keys;
static char key_path[4096];
static struct stat key_stat;

struct secret_sha256 {
	crypto_hash_sha256_state state;
};

void
secret_init(void)
{
	if (sodium_init() < 0)
		fatal("libsodium does not start");
}

/* Fills in keys from the file; NULL, or what is wrong with it. */
static const char *
read_keys(const char *path)
{
	unsigned char raw[SECRET_KEYS_MAX * KEY_BYTES + 1];
	struct stat st;
	ssize_t n;
	int fd;

	if ((fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)) < 0)
		return strerror(errno);
	if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode) ||
	    (st.st_mode & 077) != 0) {
		close(fd);
		return "must be a file of mode 0600";
	}
	n = read(fd, raw, sizeof(raw));
	close(fd);
	if (n < KEY_BYTES || n > SECRET_KEYS_MAX * KEY_BYTES ||
	    n % KEY_BYTES != 0)
		return "not a key of 32 bytes";
	memcpy(master, raw, (size_t)n);
	keys = (int)(n / KEY_BYTES);
	key_stat = st;
	sodium_memzero(raw, sizeof(raw));
	return NULL;
}

void
secret_load(const char *path)
{
	const char *wrong = read_keys(path);

	if (wrong != NULL || strlen(path) >= sizeof(key_path))
		fatal("%s: %s", path, wrong != NULL ? wrong : "too long");
	strncpy(key_path, path, sizeof(key_path) - 1);
}

/* The keys as the file has them now; what was loaded stays when the file
 * cannot be read. */
static void
refresh(void)
{
	struct stat st;
	const char *wrong;

	if (keys == 0) {
		log_fail("no master key was loaded");
		abort();
	}
	if (stat(key_path, &st) < 0 || (st.st_ino == key_stat.st_ino &&
	    st.st_size == key_stat.st_size &&
	    st.st_mtim.tv_sec == key_stat.st_mtim.tv_sec &&
	    st.st_mtim.tv_nsec == key_stat.st_mtim.tv_nsec))
		return;
	if ((wrong = read_keys(key_path)) != NULL)
		log_fail("%s: %s", key_path, wrong);
}

static enum rc
write_keys(const char *path, int flags, const void *p, size_t n)
{
	bool ok;
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0600);

	if (fd < 0 && errno == EEXIST)
		return RC_CONFLICT;
	if (fd < 0) {
		log_fail("%s: %s", path, strerror(errno));
		return RC_FAIL;
	}
	ok = write(fd, p, n) == (ssize_t)n && fsync(fd) == 0;
	if (close(fd) < 0 || !ok) {
		log_fail("%s: cannot be written", path);
		unlink(path);
		return RC_FAIL;
	}
	return RC_OK;
}

enum rc
secret_create(const char *path)
{
	unsigned char key[KEY_BYTES];
	enum rc rc;

	randombytes_buf(key, sizeof(key));
	rc = write_keys(path, O_EXCL, key, sizeof(key));
	sodium_memzero(key, sizeof(key));
	return rc;
}

/* The file is either the old one or the new one, whatever happens. */
static enum rc
replace_keys(const char *path, int n)
{
	char beside[sizeof(key_path) + 8];
	struct stat st;
	enum rc rc;

	snprintf(beside, sizeof(beside), "%s.new", path);
	rc = write_keys(beside, O_TRUNC, master, (size_t)n * KEY_BYTES);
	if (rc != RC_OK)
		return rc;
	/* Run by root, it must stay readable for the programs. */
	if (stat(path, &st) == 0 && geteuid() == 0 &&
	    chown(beside, st.st_uid, st.st_gid) < 0)
		log_warn("%s: %s", beside, strerror(errno));
	if (rename(beside, path) < 0) {
		log_fail("%s: %s", path, strerror(errno));
		unlink(beside);
		return RC_FAIL;
	}
	secret_load(path);
	return RC_OK;
}

enum rc
secret_rotate(const char *path)
{
	secret_load(path);
	if (keys == SECRET_KEYS_MAX)
		return RC_TOO_LARGE;
	memmove(master[1], master[0], (size_t)keys * KEY_BYTES);
	randombytes_buf(master[0], KEY_BYTES);
	return replace_keys(path, keys + 1);
}

enum rc
secret_forget(const char *path)
{
	secret_load(path);
	return replace_keys(path, 1);
}

char *
secret_token(struct arena *m)
{
	unsigned char raw[KEY_BYTES];
	char *out = arena_alloc(m, SECRET_TOKEN_LEN + 1);

	randombytes_buf(raw, sizeof(raw));
	sodium_bin2base64(out, SECRET_TOKEN_LEN + 1, raw, sizeof(raw),
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	return out;
}

char *
secret_password(struct arena *m)
{
	/* Without the letters and digits that look alike on paper. */
	static const char lower[] = "abcdefghjkmnpqrstuvwxyz";
	static const char upper[] = "ABCDEFGHJKLMNPQRSTUVWXYZ";
	static const char digit[] = "23456789";
	static const char all[] = "abcdefghjkmnpqrstuvwxyz"
	    "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
	char *s = arena_alloc(m, 13);
	int i;

	do
		for (i = 0; i < 12; i++)
			s[i] = all[randombytes_uniform(sizeof(all) - 1)];
	while (strpbrk(s, lower) == NULL || strpbrk(s, upper) == NULL ||
	    strpbrk(s, digit) == NULL);
	return s;
}

char *
secret_password_hash(struct arena *m, const char *password)
{
	char *out = arena_alloc(m, crypto_pwhash_STRBYTES);

	if (crypto_pwhash_str_alg(out, password, strlen(password), OPSLIMIT,
	    MEMLIMIT, crypto_pwhash_ALG_ARGON2ID13) != 0) {
		log_fail("no memory to hash a password");
		abort();
	}
	return out;
}

bool
secret_password_verify(const char *hash, const char *password)
{
	const char *h = hash != NULL ? hash : nobody;
	bool same = crypto_pwhash_str_verify(h, password,
	    strlen(password)) == 0;

	return same && hash != NULL;
}

static char *
hex(struct arena *m, const unsigned char *p, size_t n)
{
	char *out = arena_alloc(m, 2 * n + 1);

	return sodium_bin2hex(out, 2 * n + 1, p, n);
}

char *
secret_sha256(struct arena *m, const void *p, size_t n)
{
	unsigned char h[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(h, p, n);
	return hex(m, h, sizeof(h));
}

struct secret_sha256 *
secret_sha256_new(struct arena *m)
{
	struct secret_sha256 *h = arena_alloc(m, sizeof(*h));

	crypto_hash_sha256_init(&h->state);
	return h;
}

void
secret_sha256_add(struct secret_sha256 *h, const void *p, size_t n)
{
	crypto_hash_sha256_update(&h->state, p, n);
}

char *
secret_sha256_end(struct secret_sha256 *h, struct arena *m)
{
	unsigned char out[crypto_hash_sha256_BYTES];

	crypto_hash_sha256_final(&h->state, out);
	return hex(m, out, sizeof(out));
}

static void
derive(unsigned char key[KEY_BYTES], int which, const char *purpose)
{
	crypto_generichash(key, KEY_BYTES, (const unsigned char *)purpose,
	    strlen(purpose), master[which], KEY_BYTES);
}

char *
secret_mac(struct arena *m, const char *purpose, const char *text)
{
	unsigned char key[KEY_BYTES], out[32];

	refresh();
	derive(key, 0, purpose);
	crypto_generichash(out, sizeof(out), (const unsigned char *)text,
	    strlen(text), key, sizeof(key));
	sodium_memzero(key, sizeof(key));
	return hex(m, out, sizeof(out));
}

#define ID_BYTES	8	/* which key, told by a hash of it */
#define NONCE_BYTES	crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_BYTES	crypto_aead_xchacha20poly1305_ietf_ABYTES
#define SEAL_BYTES	(ID_BYTES + NONCE_BYTES + TAG_BYTES)
#define SEAL_FORM	"k1."

static void
key_id(unsigned char id[ID_BYTES], int which)
{
	unsigned char h[KEY_BYTES];

	derive(h, which, "key id");
	memcpy(id, h, ID_BYTES);
}

void *
secret_seal_bytes(struct arena *m, const char *purpose, const void *p,
    size_t n, size_t *sealed)
{
	unsigned char *out = arena_alloc(m, n + SEAL_BYTES), key[KEY_BYTES];

	refresh();
	key_id(out, 0);
	randombytes_buf(out + ID_BYTES, NONCE_BYTES);
	derive(key, 0, purpose);
	crypto_aead_xchacha20poly1305_ietf_encrypt(out + ID_BYTES +
	    NONCE_BYTES, NULL, p, n, out, ID_BYTES, NULL, out + ID_BYTES, key);
	sodium_memzero(key, sizeof(key));
	*sealed = n + SEAL_BYTES;
	return out;
}

/* The key with that id, -1 for none. */
static int
key_find(const unsigned char *sealed, size_t n)
{
	unsigned char id[ID_BYTES];

	if (n < SEAL_BYTES)
		return -1;
	for (int i = 0; i < keys; i++) {
		key_id(id, i);
		if (memcmp(id, sealed, ID_BYTES) == 0)
			return i;
	}
	return -1;
}

bool
secret_is_sealed(const void *p, size_t n)
{
	refresh();
	return key_find(p, n) >= 0;
}

void *
secret_open_bytes(struct arena *m, const char *purpose, const void *p,
    size_t n, size_t *opened)
{
	const unsigned char *in = p;
	unsigned char key[KEY_BYTES], *out;
	int i, bad;

	refresh();
	*opened = 0;
	if ((i = key_find(in, n)) < 0)
		return NULL;
	out = arena_alloc(m, n - SEAL_BYTES + 1);
	derive(key, i, purpose);
	bad = crypto_aead_xchacha20poly1305_ietf_decrypt(out, NULL, NULL,
	    in + ID_BYTES + NONCE_BYTES, n - ID_BYTES - NONCE_BYTES, in,
	    ID_BYTES, in + ID_BYTES, key);
	sodium_memzero(key, sizeof(key));
	if (bad)
		return NULL;
	*opened = n - SEAL_BYTES;
	return out;
}

char *
secret_seal(struct arena *m, const char *purpose, const char *text)
{
	const int form = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
	size_t n, room;
	void *raw = secret_seal_bytes(m, purpose, text, strlen(text), &n);
	char *out;

	room = sodium_base64_encoded_len(n, form);
	out = arena_alloc(m, sizeof(SEAL_FORM) + room);
	memcpy(out, SEAL_FORM, sizeof(SEAL_FORM));
	sodium_bin2base64(out + sizeof(SEAL_FORM) - 1, room, raw, n, form);
	return out;
}

char *
secret_open(struct arena *m, const char *purpose, const char *sealed)
{
	size_t form = sizeof(SEAL_FORM) - 1, n = strlen(sealed), raw_n;
	unsigned char *raw;
	char *out;

	if (strncmp(sealed, SEAL_FORM, form) != 0)
		return NULL;
	raw = arena_alloc(m, n);
	if (sodium_base642bin(raw, n, sealed + form, n - form, NULL, &raw_n,
	    NULL, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
		return NULL;
	out = secret_open_bytes(m, purpose, raw, raw_n, &n);
	return out != NULL && strlen(out) == n ? out : NULL;
}

char *
secret_random(struct arena *m, size_t n)
{
	unsigned char *raw = arena_alloc(m, n);

	randombytes_buf(raw, n);
	return hex(m, raw, n);
}

char *
secret_stretch(struct arena *m, const void *password, size_t password_n,
    const void *salt, size_t salt_n, int rounds)
{
	static const unsigned char first[4] = { 0, 0, 0, 1 };
	crypto_auth_hmacsha256_state keyed, h;
	unsigned char u[32], out[32];

	crypto_auth_hmacsha256_init(&keyed, password, password_n);
	h = keyed;
	crypto_auth_hmacsha256_update(&h, salt, salt_n);
	crypto_auth_hmacsha256_update(&h, first, sizeof(first));
	crypto_auth_hmacsha256_final(&h, u);
	memcpy(out, u, sizeof(out));
	for (int k = 1; k < rounds; k++) {
		h = keyed;
		crypto_auth_hmacsha256_update(&h, u, sizeof(u));
		crypto_auth_hmacsha256_final(&h, u);
		for (size_t i = 0; i < sizeof(out); i++)
			out[i] ^= u[i];
	}
	return hex(m, out, sizeof(out));
}

bool
secret_same(const char *a, const char *b)
{
	size_t n;

	if (a == NULL || b == NULL || (n = strlen(a)) != strlen(b))
		return false;
	return sodium_memcmp(a, b, n) == 0;
}

void
secret_wipe(char *s)
{
	if (s != NULL)
		sodium_memzero(s, strlen(s));
}

/* The seed in the file, as the pair that signs. */
static bool
read_pair(const char *path, unsigned char *public, unsigned char *secret)
{
	unsigned char seed[crypto_sign_SEEDBYTES + 1];
	struct stat st;
	ssize_t n = -1;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    (st.st_mode & 077) == 0)
		n = read(fd, seed, sizeof(seed));
	if (fd >= 0)
		close(fd);
	if (n != crypto_sign_SEEDBYTES) {
		log_fail("%s: not a signing key of mode 0600", path);
		return false;
	}
	crypto_sign_seed_keypair(public, secret, seed);
	sodium_memzero(seed, sizeof(seed));
	return true;
}

enum rc
secret_sign_create(const char *path)
{
	return secret_create(path);
}

char *
secret_sign_public(struct arena *m, const char *path)
{
	unsigned char public[crypto_sign_PUBLICKEYBYTES];
	unsigned char secret[crypto_sign_SECRETKEYBYTES];

	if (!read_pair(path, public, secret))
		return NULL;
	sodium_memzero(secret, sizeof(secret));
	return hex(m, public, sizeof(public));
}

char *
secret_sign(struct arena *m, const char *path, const char *text)
{
	unsigned char public[crypto_sign_PUBLICKEYBYTES];
	unsigned char secret[crypto_sign_SECRETKEYBYTES];
	unsigned char signature[crypto_sign_BYTES];

	if (!read_pair(path, public, secret))
		return NULL;
	crypto_sign_detached(signature, NULL, (const unsigned char *)text,
	    strlen(text), secret);
	sodium_memzero(secret, sizeof(secret));
	return hex(m, signature, sizeof(signature));
}

static bool
unhex(const char *s, unsigned char *out, size_t n)
{
	size_t got;

	return strlen(s) == 2 * n && sodium_hex2bin(out, n, s, 2 * n, NULL,
	    &got, NULL) == 0 && got == n;
}

bool
secret_sign_verify(struct arena *m, const char *public_key, const char *text,
    const char *signature)
{
	unsigned char *public = arena_alloc(m, crypto_sign_PUBLICKEYBYTES);
	unsigned char *s = arena_alloc(m, crypto_sign_BYTES);

	return unhex(public_key, public, crypto_sign_PUBLICKEYBYTES) &&
	    unhex(signature, s, crypto_sign_BYTES) &&
	    crypto_sign_verify_detached(s, (const unsigned char *)text,
	    strlen(text), public) == 0;
}
