/* deposit_verify.c - gkctl deposit --verify: is a copy whole and unchanged? */
#include "gkctl/deposit.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/secret.h"
#include "core/list.h"
#include "core/register.h"
#include "gkctl/ctl.h"
#include "gkctl/manifest.h"
#include "gkctl/table.h"

#define LEVELS	64

struct check {
	const char *dir;
	struct arena *mem;	/* of one file or line */
	FILE *sums;
	char *line;		/* of the list: the next one; NULL at its end */
	size_t size;
	int64_t files, bad;
};

static void
bad(struct check *k, const char *name, const char *what)
{
	k->bad++;
	ctl_fail("%s/%s: %s", k->dir, name, what);
}

/* "<64 hex>  name" */
static void
next_line(struct check *k)
{
	ssize_t n = getline(&k->line, &k->size, k->sums);

	if (n > 0 && k->line[n - 1] == '\n')
		k->line[--n] = '\0';
	if (n >= 67 && strncmp(k->line + 64, "  ", 2) == 0)
		return;
	if (n > 0)
		bad(k, DEPOSIT_SUMS, "not a list of files");
	free(k->line);
	k->line = NULL;
	k->size = 0;
}

static enum rc
check_file(void *arg, const char *name)
{
	struct check *k = arg;
	struct manifest one = { .mem = k->mem };

	for (; k->line != NULL && deposit_order(k->line + 66, name) < 0;
	    next_line(k))
		bad(k, k->line + 66, "missing");
	k->files++;
	if (k->line == NULL || strcmp(k->line + 66, name) != 0) {
		bad(k, name, "not of this copy");
	} else {
		if (manifest_add(&one, k->dir, name) != RC_OK ||
		    strncmp(one.v[0].sha256, k->line, 64) != 0)
			bad(k, name, "changed");
		next_line(k);
	}
	arena_reset(k->mem);
	return RC_OK;
}

static enum rc
check_files(struct check *k)
{
	enum rc rc;

	next_line(k);
	rc = deposit_walk(k->dir, check_file, k);
	for (; rc == RC_OK && k->line != NULL; next_line(k))
		bad(k, k->line + 66, "missing");
	return rc;
}

/* The public key that signed the list, or NULL. */
static const char *
check_signature(struct check *k, struct arena *m)
{
	struct manifest one = { .mem = m };
	char *s = table_slurp(arena_printf(m, "%s/" DEPOSIT_SIGNATURE, k->dir),
	    m), *signature, *key;

	if (s == NULL || manifest_add(&one, k->dir, DEPOSIT_SUMS) != RC_OK) {
		bad(k, DEPOSIT_SIGNATURE, "missing");
		return NULL;
	}
	signature = strsep(&s, "\n");
	key = s == NULL ? "" : strsep(&s, "\n");
	if (!secret_sign_verify(m, key, deposit_text(one.v[0].sha256, m),
	    signature)) {
		bad(k, DEPOSIT_SIGNATURE, "the signature is wrong");
		return NULL;
	}
	return key;
}

struct head { int64_t size; const char *root; bool met; };
struct heads { int n; struct head *v; };

/* Seven lines: the five that are signed, the signature, the key. */
static void
read_head(struct check *k, char *text, struct heads *out, struct arena *m)
{
	char *line[7], *end = text;
	const char *signed_text;
	struct head *h;

	for (int i = 0; i < 7; i++)
		if ((line[i] = strsep(&end, "\n")) == NULL) {
			bad(k, "register-heads.txt", "not a list of heads");
			return;
		}
	signed_text = arena_printf(m, "%s\n%s\n%s\n%s\n%s\n", line[0],
	    line[1], line[2], line[3], line[4]);
	if (!secret_sign_verify(m, line[6], signed_text, line[5]))
		bad(k, "register-heads.txt", "a signature is wrong");
	h = list_add(out, m);
	h->size = strtoll(line[2], NULL, 10);
	h->root = line[3];
	h->met = h->size == 0;
}

static void
read_heads(struct check *k, struct heads *out, struct arena *m)
{
	char *s = table_slurp(arena_printf(m, "%s/register-heads.txt",
	    k->dir), m), *end;

	for (; s != NULL && (end = strstr(s, "\n\n")) != NULL; s = end + 2) {
		end[0] = '\0';
		read_head(k, s, out, m);
	}
}

/* Complete subtrees of the lines read so far, the largest first. */
struct tree { int64_t size; int n; char hash[LEVELS][65]; };

static void
tree_add(struct tree *t, const char *text, struct arena *m)
{
	const char *hash = merkle_leaf(m, text);

	for (int64_t n = ++t->size; n % 2 == 0; n /= 2)
		hash = merkle_node(m, t->hash[--t->n], hash);
	memcpy(t->hash[t->n++], hash, sizeof(t->hash[0]));
}

static const char *
tree_root(const struct tree *t, struct arena *m)
{
	const char *hash = t->hash[t->n - 1];

	for (int k = t->n - 2; k >= 0; k--)
		hash = merkle_node(m, t->hash[k], hash);
	return hash;
}

static void
meet_heads(struct check *k, const struct tree *t, struct heads *heads)
{
	for (int i = 0; i < heads->n; i++) {
		struct head *h = &heads->v[i];

		if (h->size != t->size)
			continue;
		h->met = true;
		if (strcmp(h->root, tree_root(t, k->mem)) != 0)
			bad(k, "register-heads.txt",
			    "a head is not of these lines");
	}
}

static void
check_register(struct check *k, struct arena *m, int64_t *lines)
{
	FILE *f = fopen(arena_printf(m, "%s/register-lines.txt", k->dir),
	    "re");
	struct heads heads = { 0 };
	struct tree t = { 0 };
	char *line = NULL;
	size_t size = 0;
	ssize_t n;

	read_heads(k, &heads, m);
	while (f != NULL && (n = getline(&line, &size, f)) > 0) {
		line[n - 1] = '\0';
		tree_add(&t, line, k->mem);
		meet_heads(k, &t, &heads);
		arena_reset(k->mem);
	}
	for (int i = 0; i < heads.n; i++)
		if (!heads.v[i].met)
			bad(k, "register-lines.txt", "lines are missing");
	free(line);
	if (f != NULL)
		fclose(f);
	*lines = t.size;
}

int
deposit_verify(const char *dir)
{
	struct check k = { .dir = dir, .mem = arena_new() };
	struct arena *m = arena_new();
	int64_t lines = 0;
	const char *key;

	k.sums = fopen(arena_printf(m, "%s/" DEPOSIT_SUMS, dir), "re");
	if (k.sums == NULL)
		return ctl_fail("%s/" DEPOSIT_SUMS ": %s", dir,
		    strerror(errno));
	if (check_files(&k) != RC_OK)
		k.bad++;
	key = check_signature(&k, m);
	check_register(&k, m, &lines);
	fclose(k.sums);
	if (k.bad == 0)
		printf("%lld files and %lld lines of the register, all good\n"
		    "signed with the key %s:\ncompare it with the one that the "
		    "site publishes\n", (long long)k.files, (long long)lines,
		    key);
	else
		ctl_fail("%s: %lld things are wrong", dir, (long long)k.bad);
	arena_free(k.mem);
	arena_free(m);
	return k.bad > 0;
}
