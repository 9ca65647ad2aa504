/* preference.c - see preference.h; and the page that sets them. */
#include <string.h>

#include "portal/pages.h"
#include "portal/preference.h"

enum { F_VIEW, F_CONTRAST, F_SIZE, F_SCRIPT, F_BACK };

static const char *const views[] = { "standard", "elder", NULL };
static const char *const contrasts[] = { "none", "high", "dark", NULL };
static const char *const sizes[] = { "1", "2", "3", NULL };
static const char *const scripts[] = { "hans", "hant", NULL };

const struct field preference_fields[] = {
	[F_VIEW] = { "view", KIND_CHOICE, 0, 8, views },
	[F_CONTRAST] = { "contrast", KIND_CHOICE, 0, 8, contrasts },
	[F_SIZE] = { "size", KIND_CHOICE, 0, 1, sizes },
	[F_SCRIPT] = { "script", KIND_CHOICE, 0, 8, scripts },
	[F_BACK] = { "back", KIND_LINE, 0, 2000, NULL },
	{ 0 }
};

static int
choice(const struct ctx *x, const char *cookie, const char *const *choices)
{
	const char *v = request_cookie(x->req, cookie, x->mem);

	for (int i = 0; v != NULL && choices[i] != NULL; i++)
		if (strcmp(v, choices[i]) == 0)
			return i;
	return 0;
}

struct preference
preference_read(const struct ctx *x)
{
	return (struct preference){
		.elder = choice(x, "view", views) == 1,
		.contrast = contrasts[choice(x, "contrast", contrasts)],
		.size = choice(x, "size", sizes) + 1,
		.traditional = choice(x, "script", scripts) == 1,
	};
}

const char *
preference_class(const struct preference *p, struct arena *m)
{
	const char *elder = p->elder ? "view-elder " : "";

	if (p->size == 1 && strcmp(p->contrast, "none") == 0)
		return elder;
	return arena_printf(m, "%scontrast-%s size-%d", elder, p->contrast,
	    p->size);
}

enum rc
preference_set(struct ctx *x)
{
	static const char *const cookies[] = { "view", "contrast", "size",
	    "script" };
	const char *back = x->in.v[F_BACK].s;

	for (int f = F_VIEW; f <= F_SCRIPT; f++)
		if (x->in.v[f].given)
			x->reply.prefer[x->reply.n_prefer++] =
			    arena_printf(x->mem, "%s=%s", cookies[f],
			    x->in.v[f].s);
	return go(x, "%s", route_is_ours(x->program, back) ? back : "/");
}
