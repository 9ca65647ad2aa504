/* secret.c - the only file that knows libsodium; owns the master key. */
#include "base/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
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

static unsigned char master[KEY_BYTES];
static bool loaded;

struct secret_sha256 {
	crypto_hash_sha256_state state;
};

void
secret_init(void)
{
	if (sodium_init() < 0)
		fatal("libsodium does not start");
}

void
secret_load(const char *path)
{
	unsigned char key[KEY_BYTES + 1];
	struct stat st;
	ssize_t n;
	int fd;

	if ((fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)) < 0 ||
	    fstat(fd, &st) < 0)
		fatal("%s: %s", path, strerror(errno));
	if (!S_ISREG(st.st_mode) || (st.st_mode & 077) != 0)
		fatal("%s: must be a file of mode 0600", path);
	n = read(fd, key, sizeof(key));
	close(fd);
	if (n != KEY_BYTES)
		fatal("%s: not a key of %d bytes", path, KEY_BYTES);
	memcpy(master, key, KEY_BYTES);
	sodium_memzero(key, sizeof(key));
	loaded = true;
}

enum rc
secret_create(const char *path)
{
	unsigned char key[KEY_BYTES];
	bool ok;
	int fd;

	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0 && errno == EEXIST)
		return RC_CONFLICT;
	if (fd < 0) {
		log_fail("%s: %s", path, strerror(errno));
		return RC_FAIL;
	}
	randombytes_buf(key, sizeof(key));
	ok = write(fd, key, sizeof(key)) == (ssize_t)sizeof(key) &&
	    fsync(fd) == 0;
	sodium_memzero(key, sizeof(key));
	if (close(fd) < 0 || !ok) {
		log_fail("%s: cannot be written", path);
		unlink(path);
		return RC_FAIL;
	}
	return RC_OK;
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

char *
secret_mac(struct arena *m, const char *purpose, const char *text)
{
	unsigned char key[KEY_BYTES], out[32];

	if (!loaded) {
		log_fail("no master key was loaded");
		abort();
	}
	crypto_generichash(key, sizeof(key), (const unsigned char *)purpose,
	    strlen(purpose), master, sizeof(master));
	crypto_generichash(out, sizeof(out), (const unsigned char *)text,
	    strlen(text), key, sizeof(key));
	sodium_memzero(key, sizeof(key));
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
