/* main.c - portal.fcgi: what citizens see, at the root of the site. */
#include "portal/frame.h"
#include "portal/pages.h"

#define POLICY "default-src 'none'; script-src 'self'; style-src 'self'; " \
	"img-src 'self' data:; font-src 'self'; connect-src 'self'; " \
	"form-action 'self'; frame-ancestors 'none'; base-uri 'none'; " \
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
	return route_main(argc, argv, &portal);
}
