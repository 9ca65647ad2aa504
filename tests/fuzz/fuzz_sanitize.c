/* fuzz_sanitize.c - any bytes: nothing forbidden comes out, and what came out
 * goes through unchanged. */
#include <stdint.h>
#include <stdlib.h>

#include "../unit/richtext/html_check.h"
#include "richtext/sanitize.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct arena *m;
	struct sanitized once, twice;

	if (m == NULL)
		m = arena_new();
	if (sanitize_html((const char *)data, n, 1u << 20, &once, m) ==
	    RC_OK) {
		if (html_check(once.html.s) != NULL)
			abort();
		if (sanitize_html(once.html.s, strlen(once.html.s), 1u << 20,
		    &twice, m) != RC_OK ||
		    strcmp(once.html.s, twice.html.s) != 0 ||
		    strcmp(once.text, twice.text) != 0)
			abort();
		sanitize_present(once.html, m);
		sanitize_rebase(once.html, "/gkht/image/", m);
	}
	arena_reset(m);
	return 0;
}
