/* main.c - gkht.fcgi: the back office, under /gkht. */
#include "gkht/frame.h"
#include "gkht/pages.h"

#define POLICY "default-src 'none'; script-src 'self'; style-src 'self'; " \
	"img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " \
	"frame-src 'self'; form-action 'self'; frame-ancestors 'none'; " \
	"base-uri 'none'"

static const struct program gkht = {
	.name = "gkht",
	.prefix = "/gkht",
	.login_path = "/gkht/login",
	.password_path = "/gkht/password",
	.csp = POLICY,
	.personal = true,
	.cookie = "gkht",
	.routes = gkht_routes,
	.frame = frame_fill,
	.lost = login_lost,
	.error = frame_error,
};

int
main(int argc, char **argv)
{
	return route_main(argc, argv, &gkht);
}
