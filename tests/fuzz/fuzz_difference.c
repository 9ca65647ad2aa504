/* fuzz_difference.c - any two texts: what is shown holds both of them whole,
 * and is as clean as they are. */
#include <stdint.h>
#include <stdlib.h>

#include "../unit/richtext/html_check.h"
#include "../unit/richtext/redline_check.h"

#define MAX (1u << 20)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
check(struct difference d, const char *gone, const char *text,
    struct arena *m)
{
	const char *s = redline_take(d.html.s, gone, m);
	struct sanitized again;

	if (html_check(s) != NULL ||
	    sanitize_html(s, strlen(s), 4 * MAX, &again, m) != RC_OK ||
	    strcmp(again.text, text) != 0)
		abort();
}

/* The first byte 0 parts the two texts. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct arena *m;
	const char *s = (const char *)data, *two = memchr(s, '\0', n);
	struct sanitized a, b;
	struct difference d;

	if (two == NULL)
		return 0;
	if (m == NULL)
		m = arena_new();
	if (sanitize_html(s, (size_t)(two - s), MAX, &a, m) == RC_OK &&
	    sanitize_html(two + 1, n - (size_t)(two + 1 - s), MAX, &b, m) ==
	    RC_OK) {
		d = difference_html(a.html, b.html, DIFFERENCE_ALL, m);
		check(d, "del", b.text, m);
		check(d, "ins", a.text, m);
		difference_html(a.html, b.html, DIFFERENCE_CHANGES, m);
		difference_text(a.text, b.text, m);
	}
	arena_reset(m);
	return 0;
}
