/* unit.c - gkctl unit: add, list, suggest. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/secret.h"
#include "base/text.h"
#include "core/unit.h"
#include "core/user.h"
#include "gkctl/ctl.h"

#define SUGGESTIONS 5

static bool
kind_local(const char *kind)
{
	return strcmp(kind, "town") == 0 || strcmp(kind, "street") == 0;
}

/* Towns and streets are known by their short name. */
static int
suggest(struct ctl *c, const struct unit *u, char **out, int *n)
{
	const char *name = kind_local(u->kind) ? u->short_name : u->name;
	enum rc rc;

	*n = 0;
	rc = unit_suggest_codes(c->db, name, out, SUGGESTIONS, n, c->mem);
	if (rc != RC_OK)
		return ctl_fail_rc(rc, "suggestions");
	return 0;
}

static void
suggestions_print(FILE *f, char **v, int n)
{
	int i;

	fputs("free codes:", f);
	for (i = 0; i < n; i++)
		fprintf(f, " %s", v[i]);
	fputs(n ? "\n" : " none from this name; give one with --code\n", f);
}

/* The code typed on a terminal, the first suggestion for an empty line. */
static const char *
ask(struct ctl *c, char **v, int n)
{
	char line[64];
	char *s;

	if (n == 0)
		return NULL;
	if (!isatty(STDIN_FILENO))
		return v[0];
	printf("code [%s]: ", v[0]);
	fflush(stdout);
	if (fgets(line, sizeof(line), stdin) == NULL)
		return NULL;
	s = text_lower(c->mem, text_trim(c->mem, line));
	s[strcspn(s, "\r\n")] = '\0';
	return *s ? s : v[0];
}

static const char *
kind_of(const char *name)
{
	size_t n = strlen(name);

	if (strstr(name, "街道") != NULL)
		return "street";
	if ((n > 3 && strcmp(name + n - 3, "镇") == 0) ||
	    strstr(name, "镇人民政府") != NULL)
		return "town";
	if (strstr(name, "开发区") != NULL)
		return "zone";
	return "department";
}

/* 宝坻区 of 天津市宝坻区. */
static const char *
region_tail(const struct ctl *c)
{
	const char *city = strstr(c->conf->region, "市");

	return city != NULL && city[3] ? city + 3 : c->conf->region;
}

/*
 * The usual short name: 宝坻区教育局 is 区教育局, 宝坻区口东镇人民政府 is
 * 口东镇, 宝坻区海滨街道办事处 is 海滨街道.
 */
static const char *
short_of(const struct ctl *c, const char *name, const char *kind)
{
	static const char *const tails[] = { "人民政府", "办事处" };
	const char *region = region_tail(c);
	size_t n = strlen(region), i, len, cut;
	bool local = kind_local(kind);

	if (strncmp(name, region, n) == 0 && n > 3 && name[n])
		name += local ? n : n - 3;
	len = strlen(name);
	for (i = 0; local && i < 2; i++) {
		cut = strlen(tails[i]);
		if (len > cut && strcmp(name + len - cut, tails[i]) == 0)
			len -= cut;
	}
	return arena_strndup(c->mem, name, len);
}

static int
kind_known(const char *kind)
{
	return strcmp(kind, "department") == 0 || strcmp(kind, "street") == 0 ||
	    strcmp(kind, "town") == 0 || strcmp(kind, "zone") == 0;
}

static int
options_read(int argc, char **argv, struct unit *u)
{
	const char **at;
	int i;

	for (i = 0; i < argc; i++) {
		if (strcmp(argv[i], "--supervising") == 0) {
			u->supervising = true;
			continue;
		}
		at = strcmp(argv[i], "--code") == 0 ? &u->code :
		    strcmp(argv[i], "--short") == 0 ? &u->short_name :
		    strcmp(argv[i], "--kind") == 0 ? &u->kind :
		    *argv[i] != '-' ? &u->name : NULL;
		if (at == NULL)
			return ctl_fail("unit add: %s: no such option", argv[i]);
		if (*at != NULL)
			return ctl_fail("unit add: %s: given twice", argv[i]);
		if (at != &u->name && ++i == argc)
			return ctl_fail("unit add: %s: needs a value",
			    argv[i - 1]);
		*at = argv[i];
	}
	if (u->name == NULL || *u->name == '\0')
		return ctl_fail("unit add: the name is missing");
	if (u->kind != NULL && !kind_known(u->kind))
		return ctl_fail("unit add: --kind is department, street, town "
		    "or zone");
	return 0;
}

static int
refused(struct ctl *c, const struct unit *u, const struct problems *p)
{
	char *v[SUGGESTIONS];
	int i, n;

	for (i = 0; i < p->n; i++)
		ctl_fail("unit %s %s: the %s %s", u->code, u->name,
		    p->v[i].field, ctl_problem(p->v[i].what));
	if (problem_of(p, "code") != PROBLEM_NONE &&
	    suggest(c, u, v, &n) == 0)
		suggestions_print(stderr, v, n);
	return 1;
}

static void
added_print(const struct unit *u, const char *password)
{
	static const char *const what[] = { "admin", "entry", "review" };
	int i;

	printf("added %s %s (%s)\n", u->code, u->name, u->kind);
	for (i = 0; i < 3; i++)
		printf("  %s00%d  %-6s  initial password %s\n", u->code, i + 1,
		    what[i], password);
}

static int
unit_make(struct ctl *c, int argc, char **argv)
{
	const char *password = USER_INITIAL_PASSWORD;
	struct unit u = { .enabled = true };
	struct problems p = { 0 };
	char *v[SUGGESTIONS];
	enum rc rc;
	int n;

	if (options_read(argc, argv, &u) != 0)
		return 1;
	if (u.kind == NULL)
		u.kind = kind_of(u.name);
	if (u.short_name == NULL)
		u.short_name = short_of(c, u.name, u.kind);
	if (u.code == NULL) {
		if (suggest(c, &u, v, &n) != 0)
			return 1;
		suggestions_print(stdout, v, n);
		if ((u.code = ask(c, v, n)) == NULL)
			return ctl_fail("unit add: no code chosen");
	}
	u.duties = u.address = u.postcode = u.phone = u.fax = u.email =
	    u.hours = "";
	if (c->conf->random_initial)
		password = secret_password(c->mem);
	if ((rc = db_begin(c->db)) == RC_OK)
		rc = db_end(c->db, unit_add(c->db, &ctl_operator, &u, password,
		    &p, c->mem));
	if (rc == RC_INVALID)
		return refused(c, &u, &p);
	if (rc != RC_OK)
		return ctl_fail_rc(rc, "unit add");
	added_print(&u, password);
	return 0;
}

static int
unit_print(struct ctl *c)
{
	struct units list;
	enum rc rc;
	int i;

	if ((rc = unit_list(c->db, &list, c->mem)) != RC_OK)
		return ctl_fail_rc(rc, "unit list");
	for (i = 0; i < list.n; i++)
		printf("%s\t%s\t%s\t%s%s%s\n", list.v[i].code, list.v[i].kind,
		    list.v[i].short_name, list.v[i].name,
		    list.v[i].supervising ? "\tsupervising" : "",
		    list.v[i].enabled ? "" : "\tdisabled");
	return 0;
}

static int
unit_suggest(struct ctl *c, const char *name)
{
	struct unit u = { .name = name, .kind = kind_of(name) };
	char *v[SUGGESTIONS];
	int i, n;

	u.short_name = short_of(c, name, u.kind);
	if (suggest(c, &u, v, &n) != 0)
		return 1;
	for (i = 0; i < n; i++)
		puts(v[i]);
	return n == 0;
}

int
unit_run(struct ctl *c, int argc, char **argv)
{
	if (argc >= 2 && strcmp(argv[1], "add") == 0)
		return unit_make(c, argc - 2, argv + 2);
	if (argc == 2 && strcmp(argv[1], "list") == 0)
		return unit_print(c);
	if (argc == 3 && strcmp(argv[1], "suggest") == 0)
		return unit_suggest(c, argv[2]);
	return ctl_fail("unit: add, list or suggest NAME; see gkctl help");
}
