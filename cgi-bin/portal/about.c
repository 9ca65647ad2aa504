/* about.c - the pages that are text alone. */
#include "portal/pages.h"

enum rc
about_show(struct ctx *x)
{
	return show(x, "portal/about.cs");
}

enum rc
accessibility_show(struct ctx *x)
{
	return show(x, "portal/accessibility.cs");
}

enum rc
privacy_show(struct ctx *x)
{
	return show(x, "portal/privacy.cs");
}
