/* merkle.c - see merkle.h; the names of the RFC stand beside. */
#include <string.h>

#include "base/secret.h"
#include "core/list.h"
#include "core/merkle.h"

#define HASH_BYTES 32

static unsigned char
digit(char c)
{
	return (unsigned char)(c <= '9' ? c - '0' : c - 'a' + 10);
}

/* Hashes come from hex() or a column that holds what it made. */
static void
add_hash(struct secret_sha256 *h, const char *hex)
{
	unsigned char raw[HASH_BYTES] = { 0 };

	for (int k = 0; k < HASH_BYTES && hex[2 * k] && hex[2 * k + 1]; k++)
		raw[k] = (unsigned char)(digit(hex[2 * k]) << 4 |
		    digit(hex[2 * k + 1]));
	secret_sha256_add(h, raw, sizeof(raw));
}

char *
merkle_leaf(struct arena *m, const char *text)
{
	struct secret_sha256 *h = secret_sha256_new(m);

	secret_sha256_add(h, "\0", 1);
	secret_sha256_add(h, text, strlen(text));
	return secret_sha256_end(h, m);
}

char *
merkle_node(struct arena *m, const char *left, const char *right)
{
	struct secret_sha256 *h = secret_sha256_new(m);

	secret_sha256_add(h, "\1", 1);
	add_hash(h, left);
	add_hash(h, right);
	return secret_sha256_end(h, m);
}

static int64_t
half(int64_t n)
{
	int64_t k = 1;

	while (k < n - k)
		k *= 2;
	return k;
}

/* MTH(D[from:from+n]); from is a multiple of the power of two that n fits. */
static enum rc
range(const struct merkle *t, int64_t from, int64_t n, char **hash,
    struct arena *m)
{
	char *left, *right;
	int64_t k;
	int level;
	enum rc rc;

	if ((n & (n - 1)) == 0) {
		for (level = 0; (int64_t)1 << level < n; level++)
			;
		return t->get(t->arg, level, from >> level, hash, m);
	}
	k = half(n);
	if ((rc = range(t, from, k, &left, m)) != RC_OK ||
	    (rc = range(t, from + k, n - k, &right, m)) != RC_OK)
		return rc;
	*hash = merkle_node(m, left, right);
	return RC_OK;
}

enum rc
merkle_root(const struct merkle *t, int64_t size, char **root, struct arena *m)
{
	if (size < 0)
		return RC_NOT_FOUND;
	if (size == 0) {
		*root = secret_sha256(m, "", 0);
		return RC_OK;
	}
	return range(t, 0, size, root, m);
}

static enum rc
add_range(const struct merkle *t, int64_t from, int64_t n,
    struct merkle_path *p, struct arena *m)
{
	return range(t, from, n, list_add(p, m), m);
}

/* PATH(index, D[from:from+n]) */
static enum rc
path(const struct merkle *t, int64_t index, int64_t from, int64_t n,
    struct merkle_path *p, struct arena *m)
{
	int64_t k = half(n);
	enum rc rc;

	if (n == 1)
		return RC_OK;
	if (index < k)
		rc = path(t, index, from, k, p, m);
	else
		rc = path(t, index - k, from + k, n - k, p, m);
	if (rc != RC_OK)
		return rc;
	return index < k ? add_range(t, from + k, n - k, p, m) :
	    add_range(t, from, k, p, m);
}

enum rc
merkle_inclusion(const struct merkle *t, int64_t index, int64_t size,
    struct merkle_path *p, struct arena *m)
{
	*p = (struct merkle_path){ 0 };
	if (index < 0 || index >= size)
		return RC_NOT_FOUND;
	return path(t, index, 0, size, p, m);
}

/* SUBPROOF(first, D[from:from+n], whole) */
static enum rc
subproof(const struct merkle *t, int64_t first, int64_t from, int64_t n,
    bool whole, struct merkle_path *p, struct arena *m)
{
	int64_t k = half(n);
	enum rc rc;

	if (first == n)
		return whole ? RC_OK : add_range(t, from, n, p, m);
	if (first <= k) {
		rc = subproof(t, first, from, k, whole, p, m);
		return rc != RC_OK ? rc : add_range(t, from + k, n - k, p, m);
	}
	rc = subproof(t, first - k, from + k, n - k, false, p, m);
	return rc != RC_OK ? rc : add_range(t, from, k, p, m);
}

enum rc
merkle_consistency(const struct merkle *t, int64_t first, int64_t second,
    struct merkle_path *p, struct arena *m)
{
	*p = (struct merkle_path){ 0 };
	if (first < 1 || first > second)
		return RC_NOT_FOUND;
	return subproof(t, first, 0, second, true, p, m);
}

bool
merkle_included(const char *leaf, int64_t index, int64_t size,
    const char *root, const struct merkle_path *p, struct arena *m)
{
	int64_t fn = index, sn = size - 1;
	const char *r = leaf;

	if (index < 0 || index >= size)
		return false;
	for (int k = 0; k < p->n; k++) {
		if (sn == 0)
			return false;
		if (!(fn & 1) && fn != sn) {
			r = merkle_node(m, r, p->v[k]);
		} else {
			r = merkle_node(m, p->v[k], r);
			for (; !(fn & 1) && fn != 0; fn >>= 1)
				sn >>= 1;
		}
		fn >>= 1;
		sn >>= 1;
	}
	return sn == 0 && strcmp(r, root) == 0;
}

bool
merkle_consistent(int64_t first, const char *first_root, int64_t second,
    const char *second_root, const struct merkle_path *p, struct arena *m)
{
	int64_t fn = first - 1, sn = second - 1;
	bool complete = (first & (first - 1)) == 0;
	const char *fr, *sr;

	if (first == second)
		return p->n == 0 && strcmp(first_root, second_root) == 0;
	if (first < 1 || first > second || p->n == 0)
		return false;
	for (; fn & 1; fn >>= 1)
		sn >>= 1;
	fr = sr = complete ? first_root : p->v[0];
	for (int k = complete ? 0 : 1; k < p->n; k++) {
		if (sn == 0)
			return false;
		if ((fn & 1) || fn == sn) {
			fr = merkle_node(m, p->v[k], fr);
			sr = merkle_node(m, p->v[k], sr);
			for (; !(fn & 1) && fn != 0; fn >>= 1)
				sn >>= 1;
		} else
			sr = merkle_node(m, sr, p->v[k]);
		fn >>= 1;
		sn >>= 1;
	}
	return sn == 0 && strcmp(fr, first_root) == 0 &&
	    strcmp(sr, second_root) == 0;
}
