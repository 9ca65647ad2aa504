/* test_secret.c - keys, tokens, passwords, hashes. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/secret.h"
#include "child.h"

static char dir[] = "/tmp/xxgk-secret-XXXXXX", out[2000];
static struct arena *m;
static const char *path;

static int
set_up(void **state)
{
	(void)state;
	m = arena_new();
	secret_init();
	if (mkdtemp(dir) == NULL)
		return -1;
	path = arena_printf(m, "%s/secret.key", dir);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	unlink(path);
	rmdir(dir);
	arena_free(m);
	return 0;
}

static void
load(const void *p)
{
	secret_load(p);
}

static void
mac_without_key(const void *unused)
{
	(void)unused;
	secret_mac(m, "csrf", "x");
}

static void
test_key_file(void **state)
{
	struct stat st;
	int fd;

	(void)state;
	assert_int_equal(child_run(mac_without_key, NULL, out, sizeof(out)),
	    128 + 6);
	assert_int_equal(child_run(load, path, out, sizeof(out)), 1);
	assert_int_equal(secret_create(path), RC_OK);
	assert_int_equal(secret_create(path), RC_CONFLICT);
	assert_int_equal(secret_create("/no/such/folder/key"), RC_FAIL);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(st.st_size, 32);
	assert_int_equal(child_run(load, path, out, sizeof(out)), 0);
	chmod(path, 0640);
	assert_int_equal(child_run(load, path, out, sizeof(out)), 1);
	assert_non_null(strstr(out, "0600"));
	chmod(path, 0600);
	assert_int_equal(truncate(path, 31), 0);
	assert_int_equal(child_run(load, path, out, sizeof(out)), 1);
	assert_int_equal(truncate(path, 33), 0);
	assert_int_equal(child_run(load, path, out, sizeof(out)), 1);
	fd = open(path, O_WRONLY | O_TRUNC);
	assert_int_equal(write(fd, "0123456789abcdef0123456789abcdef", 32),
	    32);
	close(fd);
	secret_load(path);
}

static void
test_mac(void **state)
{
	const char *a = secret_mac(m, "csrf", "token");

	(void)state;
	assert_int_equal(strlen(a), SECRET_HASH_LEN);
	assert_string_equal(a, secret_mac(m, "csrf", "token"));
	assert_string_not_equal(a, secret_mac(m, "csrf", "token2"));
	assert_string_not_equal(a, secret_mac(m, "cookie", "token"));
	assert_string_not_equal(secret_mac(m, "a", "bc"),
	    secret_mac(m, "ab", "c"));
	assert_string_not_equal(a, secret_sha256(m, "token", 5));
}

static void
test_tokens(void **state)
{
	char *t[64];
	int i, k;

	(void)state;
	for (i = 0; i < 64; i++) {
		t[i] = secret_token(m);
		assert_int_equal(strlen(t[i]), SECRET_TOKEN_LEN);
		assert_int_equal(strspn(t[i], "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		    "abcdefghijklmnopqrstuvwxyz0123456789-_"),
		    SECRET_TOKEN_LEN);
		for (k = 0; k < i; k++)
			assert_string_not_equal(t[i], t[k]);
	}
}

static void
test_random_passwords(void **state)
{
	char *p;
	int i;

	(void)state;
	for (i = 0; i < 500; i++) {
		p = secret_password(m);
		assert_int_equal(strlen(p), 12);
		assert_non_null(strpbrk(p, "abcdefghjkmnpqrstuvwxyz"));
		assert_non_null(strpbrk(p, "ABCDEFGHJKLMNPQRSTUVWXYZ"));
		assert_non_null(strpbrk(p, "23456789"));
		assert_null(strpbrk(p, "0O1lIio"));
	}
}

static double
seconds_to_verify(const char *hash)
{
	struct timespec a, b;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
	secret_password_verify(hash, "Wrong-1234");
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
	return (double)(b.tv_sec - a.tv_sec) +
	    (double)(b.tv_nsec - a.tv_nsec) / 1e9;
}

static void
test_passwords(void **state)
{
	const char *h = secret_password_hash(m, "Baodi-2026");
	double known = 1e9, unknown = 1e9, t;
	int i;

	(void)state;
	assert_memory_equal(h, "$argon2id$v=19$m=19456,t=2,p=1$", 31);
	assert_true(secret_password_verify(h, "Baodi-2026"));
	assert_false(secret_password_verify(h, "Baodi-2027"));
	assert_false(secret_password_verify(h, ""));
	assert_false(secret_password_verify("", "Baodi-2026"));
	assert_false(secret_password_verify("$argon2id$nonsense", "x"));
	assert_false(secret_password_verify(NULL, "Baodi-2026"));
	assert_string_not_equal(h, secret_password_hash(m, "Baodi-2026"));
	/* The least of a few: what other programs take does not count. */
	for (i = 0; i < 5; i++) {
		if ((t = seconds_to_verify(h)) < known)
			known = t;
		if ((t = seconds_to_verify(NULL)) < unknown)
			unknown = t;
	}
	assert_true(unknown > known * 0.6 && unknown < known * 1.7);
}

static void
test_sha256(void **state)
{
	static const char abc[] = "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad";
	static const char none[] = "e3b0c44298fc1c149afbf4c8996fb924"
	    "27ae41e4649b934ca495991b7852b855";
	struct secret_sha256 *h = secret_sha256_new(m);

	(void)state;
	assert_string_equal(secret_sha256(m, "abc", 3), abc);
	assert_string_equal(secret_sha256(m, "", 0), none);
	secret_sha256_add(h, "a", 1);
	secret_sha256_add(h, "", 0);
	secret_sha256_add(h, "bc", 2);
	assert_string_equal(secret_sha256_end(h, m), abc);
}

static void
test_same_and_wipe(void **state)
{
	char s[] = "secret";

	(void)state;
	assert_true(secret_same("abc", "abc"));
	assert_true(secret_same("", ""));
	assert_false(secret_same("abc", "abd"));
	assert_false(secret_same("abc", "ab"));
	assert_false(secret_same("", "a"));
	assert_false(secret_same(NULL, "a"));
	assert_false(secret_same("a", NULL));
	assert_false(secret_same(NULL, NULL));
	secret_wipe(s);
	assert_memory_equal(s, "\0\0\0\0\0\0", 7);
	secret_wipe(NULL);
}

static void
test_seal(void **state)
{
	const char *text = "欧阳明月 110105", *other;
	char *sealed = secret_seal(m, "person", text), *again;
	size_t n, back;
	char *raw, *open;

	(void)state;
	again = secret_seal(m, "person", text);
	assert_string_not_equal(sealed, again);
	assert_null(strstr(sealed, "110105"));
	assert_string_equal(secret_open(m, "person", sealed), text);
	assert_string_equal(secret_open(m, "person", secret_seal(m, "person",
	    "")), "");
	assert_null(secret_open(m, "file", sealed));
	for (size_t k = 0; k < strlen(sealed); k++) {
		again = arena_strdup(m, sealed);
		again[k] = again[k] == 'A' ? 'B' : 'A';
		other = secret_open(m, "person", again);
		/* The last character holds bits that do not count. */
		assert_true(other == NULL || k == strlen(sealed) - 1);
		again[k] = '\0';
		assert_null(secret_open(m, "person", again));
	}
	assert_null(secret_open(m, "person", ""));
	assert_null(secret_open(m, "person", "k1."));
	assert_null(secret_open(m, "person", "k2.AAAA"));
	raw = secret_seal_bytes(m, "file", "a\0b", 3, &n);
	open = secret_open_bytes(m, "file", raw, n, &back);
	assert_int_equal(back, 3);
	assert_memory_equal(open, "a\0b", 4);
	assert_null(secret_open_bytes(m, "file", raw, n - 1, &back));
	assert_null(secret_open_bytes(m, "file", raw, 5, &back));
	raw[0] ^= 1;
	assert_null(secret_open_bytes(m, "file", raw, n, &back));
	assert_int_equal(strlen(secret_random(m, 16)), 32);
	assert_string_not_equal(secret_random(m, 16), secret_random(m, 16));
}

static void
test_rotate(void **state)
{
	char *sealed = secret_seal(m, "person", "text"), *renewed;
	char *mac = secret_mac(m, "csrf", "x");
	struct stat st;
	int k;

	(void)state;
	assert_int_equal(secret_rotate(path), RC_OK);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_size, 64);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_string_equal(secret_open(m, "person", sealed), "text");
	assert_string_not_equal(secret_mac(m, "csrf", "x"), mac);
	renewed = secret_seal(m, "person", "text");
	assert_int_equal(secret_forget(path), RC_OK);
	assert_null(secret_open(m, "person", sealed));
	assert_string_equal(secret_open(m, "person", renewed), "text");
	for (k = 1; k < SECRET_KEYS_MAX; k++)
		assert_int_equal(secret_rotate(path), RC_OK);
	assert_int_equal(secret_rotate(path), RC_TOO_LARGE);
	assert_string_equal(secret_open(m, "person", renewed), "text");
	assert_int_equal(secret_forget(path), RC_OK);
	assert_null(secret_open(m, "person", renewed));
}

/* A program that goes on running sees the keys that gkctl has written. */
static void
test_replaced_file(void **state)
{
	char *sealed = secret_seal(m, "person", "text"), *fresh;
	const char *copy = arena_printf(m, "%s.copy", path);
	char key[32];
	int fd;

	(void)state;
	assert_int_equal(secret_create(copy), RC_OK);
	assert_true((fd = open(path, O_RDONLY)) >= 0);
	assert_int_equal(read(fd, key, sizeof(key)), 32);
	close(fd);
	assert_true((fd = open(copy, O_WRONLY | O_APPEND)) >= 0);
	assert_int_equal(write(fd, key, sizeof(key)), 32);
	close(fd);
	assert_int_equal(rename(copy, path), 0);
	assert_string_equal(secret_open(m, "person", sealed), "text");
	fresh = secret_seal(m, "person", "text");
	assert_memory_not_equal(fresh, sealed, 12);
	/* While it cannot be read the keys that were loaded stay good. */
	assert_int_equal(truncate(path, 5), 0);
	assert_string_equal(secret_open(m, "person", fresh), "text");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_key_file),
		cmocka_unit_test(test_mac),
		cmocka_unit_test(test_tokens),
		cmocka_unit_test(test_random_passwords),
		cmocka_unit_test(test_passwords),
		cmocka_unit_test(test_sha256),
		cmocka_unit_test(test_same_and_wipe),
		cmocka_unit_test(test_seal),
		cmocka_unit_test(test_rotate),
		cmocka_unit_test(test_replaced_file),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
