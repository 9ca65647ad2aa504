/* help.c - the manual's steps for the role at hand. */
#include "gkht/frame.h"
#include "gkht/pages.h"

enum rc
help_show(struct ctx *x)
{
	frame_menu(x, "help");
	return show(x, "gkht/help.cs");
}
