/* demo_profile.c - see demo_profile.h. */
#include <string.h>

#include "base/log.h"
#include "gkctl/demo_profile.h"

static int
count_people(const char *text)
{
	int n = 0;

	for (; (text = strstr(text, "--\n")) != NULL; text += 3)
		n++;
	return n;
}

/* "name: value" of a field; else the line goes on with the one before. */
static enum profile_key
key_of(const char *line, const char **value, struct arena *m)
{
	size_t n = strspn(line, "abcdefghijklmnopqrstuvwxyz");

	if (n == 0 || strncmp(line + n, ": ", 2) != 0)
		return PROFILE__MAX;
	*value = line + n + 2;
	return profile_key(arena_printf(m, "p_%.*s", (int)n, line));
}

static void
line_put(struct profile *p, const char ***last, const char *line,
    struct arena *m)
{
	const char *value = line, **at;
	enum profile_key key = key_of(line, &value, m);

	if (key == PROFILE__MAX && *last == NULL)
		fatal("demo form %s: %.60s", p->kind->key, line);
	if (key == PROFILE__MAX) {
		**last = arena_printf(m, "%s\n%s", **last, line);
		return;
	}
	if (profile_part(p->kind, key) == NULL)
		fatal("demo form %s has no %.60s", p->kind->key, line);
	at = key < PROFILE_PERSONS ? &p->v[key] :
	    &p->person[p->n > 0 ? p->n - 1 : 0].v[key];
	*at = value;
	*last = at;
}

struct profile *
demo_profile(const char *kind, char *text, struct arena *m)
{
	const struct profile_kind *k = profile_kind(kind);
	struct profile *p;
	const char **last = NULL;
	char *line;

	if (k == NULL)
		fatal("demo form %s: there is no such form", kind);
	p = profile_new(k, count_people(text), m);
	while ((line = strsep(&text, "\n")) != NULL) {
		if (strcmp(line, "--") == 0)
			p->n++;
		else if (*line != '\0')
			line_put(p, &last, line, m);
	}
	return p;
}
