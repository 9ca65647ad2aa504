/* view_lint.c - `make lint`: the templates of a folder, by the rules of the
 * program that will load them. */
#include <stdio.h>

#include "base/log.h"
#include "web/view.h"

int
main(int argc, char **argv)
{
	if (argc != 2) {
		fprintf(stderr, "usage: view_lint FOLDER\n");
		return 2;
	}
	log_open("view_lint");
	return view_lint(argv[1]) == 0 ? 0 : 1;
}
