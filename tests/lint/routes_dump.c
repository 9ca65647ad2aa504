/*
 * Prints a program's route table, one line a route, for the tests that are
 * generated from it: method, path, who, flags, fields, separated by TAB.
 */
#include <stdio.h>

#include "web/route.h"

extern const struct route ROUTES[];

static void
print_mask(unsigned mask, const char *const *names, int n)
{
	bool any = false;
	int k;

	for (k = 0; k < n; k++) {
		if (!(mask & (1u << k)) || names[k] == NULL)
			continue;
		printf("%s%s", any ? "," : "", names[k]);
		any = true;
	}
	if (!any)
		printf("-");
}

int
main(void)
{
	static const char *const who[] = {
		"anyone", "admin", "entry", "review"
	};
	static const char *const flags[] = {
		"files", "initial", "text", "cached", "exit", "keep",
		"supervising", "late"
	};
	const struct route *r;
	const struct field *f;

	for (r = ROUTES; r->method != METHOD_NONE; r++) {
		printf("%s\t%s\t", r->method == GET ? "GET" : "POST", r->path);
		print_mask(r->who, who, 4);
		printf("\t");
		print_mask(r->flags, flags, 8);
		printf("\t");
		for (f = r->fields; f != NULL && f->name != NULL; f++)
			printf("%s%s", f == r->fields ? "" : ",", f->name);
		printf("\n");
	}
	return 0;
}
