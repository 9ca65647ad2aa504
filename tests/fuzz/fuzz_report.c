/*
 * fuzz_report.c - a stored report of any text: what is loaded makes sense,
 * and storing and loading it once more changes nothing.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "richtext/report.h"
#include "must.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
round_trip(const struct report *r, struct arena *m)
{
	struct buf once = buf_new(m), twice = buf_new(m), json = buf_new(m);
	static struct report again;

	report_store(r, &once);
	must(report_load(&again, once.s));
	report_store(&again, &twice);
	must(strcmp(once.s, twice.s) == 0);
	report_json(r, &json);
	must(json.n > 0 && json.s[0] == '{');
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct arena *m;
	static struct report r;
	int k;

	if (m == NULL)
		m = arena_new();
	if (report_load(&r, arena_strndup(m, (const char *)data, n))) {
		must(report_sound(&r));
		for (k = 0; k < REPORT_KIND__MAX; k++)
			must(r.item[k].count >= 0);
		round_trip(&r, m);
	}
	/* From the pipe come bytes, not text. */
	if (n == sizeof r) {
		memcpy(&r, data, n);
		if (report_sound(&r))
			round_trip(&r, m);
	}
	arena_reset(m);
	return 0;
}
