/*
 * fuzz_imprint.c - any bytes as a file of Office: the names in it are text,
 * and a file that says it was cleaned has none any more.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "richtext/imprint_old.h"
#include "richtext/imprint_rtf.h"
#include "richtext/old_book.h"
#include "richtext/old_pictures.h"
#include "must.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
look_old(const void *data, size_t n, struct arena *m)
{
	struct buf names = buf_new(m), after = buf_new(m);
	void *copy = arena_memdup(m, data, n);
	struct picture_says says;
	struct old_book book;

	old_pictures_read(data, n, &says);
	old_book_read(data, n, &book);
	must(book.hidden >= 0 && book.comments >= 0 && book.objects >= 0);
	imprint_old_names(data, n, &names, m);
	must(names.n == 0 || text_valid(names.s, names.n));
	if (imprint_old_clean(copy, n, m)) {
		imprint_old_names(copy, n, &after, m);
		must(after.n == 0);
	}
}

static void
look_rtf(const void *data, size_t n, struct arena *m)
{
	struct buf names = buf_new(m), after = buf_new(m);
	size_t less;
	void *copy;

	imprint_rtf_names(data, n, &names, m);
	must(names.n == 0 || text_valid(names.s, names.n));
	if ((copy = imprint_rtf_clean(data, n, &less, m)) != NULL) {
		must(less <= n);
		imprint_rtf_names(copy, less, &after, m);
		must(after.n == 0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct arena *m;

	if (m == NULL)
		m = arena_new();
	if (imprint_old_is(data, n))
		look_old(data, n, m);
	else if (n > 0)
		look_rtf(data, n, m);
	arena_reset(m);
	return 0;
}
