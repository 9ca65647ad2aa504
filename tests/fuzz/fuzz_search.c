/*
 * fuzz_search.c - whatever is typed into the search box: it is looked for and
 * shown in a passage, and neither may fail or give broken text.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "store/search.h"

static const char *const texts[] = {
	"宝坻区教育局关于2010年工作的通知 Budget of Baodi",
	"《政府信息公开指南》[2010]12号，ＡＢＣ（2011）\n\t第二段 \x01\x02",
	"", "a", "局",
};

static struct db *db;
static struct arena *m;

int LLVMFuzzerInitialize(int *, char ***);
int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	char dir[] = "/tmp/xxgk-fuzz-XXXXXX", path[64], lock[64];
	int i;

	(void)argc;
	(void)argv;
	if (mkdtemp(dir) == NULL)
		abort();
	m = arena_new();
	snprintf(path, sizeof(path), "%s/x.db", dir);
	snprintf(lock, sizeof(lock), "%s/lock", dir);
	db = db_open(path, lock, true);
	if (db == NULL || search_create(db) != RC_OK)
		abort();
	for (i = 0; i < 5; i++) {
		const struct search_entry e = { .key = i + 1,
		    .title = texts[i], .number = texts[4 - i],
		    .text = texts[i], .files = texts[4 - i],
		    .made_on = "2010-10-22", .published = "" };

		if (search_put(db, &e, m) != RC_OK)
			abort();
	}
	/* Open files live on without their names: nothing is left behind. */
	snprintf(lock, sizeof(lock), "%s/x.db-wal", dir);
	unlink(lock);
	snprintf(lock, sizeof(lock), "%s/x.db-shm", dir);
	unlink(lock);
	snprintf(lock, sizeof(lock), "%s/lock", dir);
	unlink(lock);
	unlink(path);
	rmdir(dir);
	return 0;
}

static void
look_at(const struct search_hits *h, const char *text, int n)
{
	const char *s = search_snippet(h, text, n, m);

	if (!text_valid(s, strlen(s)))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *query = arena_strndup(m, (const char *)data, size);
	bool valid = text_valid(query, strlen(query));
	struct search_hits h;
	enum rc rc;
	int i;

	rc = search_find(db, query, 0, 20, &h, m);
	if (rc != (valid ? RC_OK : RC_INVALID))
		abort();
	for (i = 0; valid && i < 5; i++)
		look_at(&h, texts[i], 1 + i * 7);
	if (valid)
		look_at(&h, query, 10);
	arena_reset(m);
	return 0;
}
