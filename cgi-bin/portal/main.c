/*
 * main.c - portal.fcgi: what citizens see, at the root of the site; with -d,
 * the same as a folder of files (gkctl deposit).
 */
#include <string.h>

#include "portal/copy.h"
#include "portal/frame.h"
#include "portal/pages.h"

#define POLICY "default-src 'none'; script-src 'self'; style-src 'self'; " \
	"img-src 'self' data:; frame-src 'self'; font-src 'self'; " \
	"connect-src 'self'; form-action 'self'; frame-ancestors 'none'; " \
	"base-uri 'none'; " \
	"require-trusted-types-for 'script'"

static const struct program portal = {
	.name = "portal",
	.prefix = "",
	.csp = POLICY,
	.api = "/api/",
	.cookie = "portal",
	.routes = portal_routes,
	.frame = frame_fill,
	.error = frame_error,
};

int
main(int argc, char **argv)
{
	if (argc == 5 && strcmp(argv[1], "-c") == 0 &&
	    strcmp(argv[3], "-d") == 0)
		return copy_main(&portal, argv[2], argv[4]);
	return route_main(argc, argv, &portal);
}
