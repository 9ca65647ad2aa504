/* routes.c - what exists on the portal; every page is for everybody. */
#include "portal/pages.h"

#define PUBLIC	(CACHED | PUBLIC_EXIT)

const struct route portal_routes[] = {
	{ GET, "/", ANYONE, PUBLIC, NULL, home_show, NULL },
	{ GET, "/units", ANYONE, CACHED, NULL, units_show, NULL },
	{ GET, "/unit/:code", ANYONE, PUBLIC, NULL, unit_show, NULL },
	{ GET, "/list", ANYONE, PUBLIC, list_fields, list_show, NULL },
	{ GET, "/doc/:unit/:number", ANYONE, PUBLIC, NULL,
	    document_show, NULL },
	{ GET, "/doc/:unit/:number/v/:n", ANYONE, PUBLIC, NULL,
	    document_version_show, NULL },
	{ GET, "/doc/:unit/:number/file/:id", ANYONE, PUBLIC_EXIT, NULL,
	    document_file_send, NULL },
	{ GET, "/image/:name", ANYONE, PUBLIC_EXIT, NULL,
	    document_image_send, NULL },
	{ GET, "/search", ANYONE, PUBLIC, search_fields, search_show, NULL },
	{ GET, "/guide", ANYONE, PUBLIC, NULL, guide_show, NULL },
	{ GET, "/rules", ANYONE, PUBLIC, rules_fields, rules_show, NULL },
	{ GET, "/open", ANYONE, PUBLIC, open_fields, open_show, NULL },
	{ GET, "/report", ANYONE, PUBLIC, report_fields, report_show, NULL },
	{ GET, "/apply", ANYONE, CACHED, apply_fields, apply_show, NULL },
	{ GET, "/view", ANYONE, 0, preference_fields, preference_set, NULL },
	{ GET, "/about", ANYONE, CACHED, NULL, about_show, NULL },
	{ GET, "/accessibility", ANYONE, CACHED, NULL,
	    accessibility_show, NULL },
	{ GET, "/privacy", ANYONE, CACHED, NULL, privacy_show, NULL },
	{ 0 }
};
