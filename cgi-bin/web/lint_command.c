/*
 * lint_command.c - the grammar of the commands that templates may use.
 *
 * Left out on purpose: alt, name, evar, lvar, linclude, escape, set, loop and
 * include: (they leak, crash or run without end), brackets and arithmetic.
 */
#include <string.h>

#include "web/lint.h"
#include "web/lint_command.h"

#define NAME_MAX_LENGTH 64

struct cursor {
	const char *s, *end;
};

typedef const char *parse(struct cursor *, struct command_tag *);

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static void
skip_space(struct cursor *c)
{
	while (c->s < c->end && strchr(" \t\r\n", *c->s) != NULL)
		c->s++;
}

static bool
take(struct cursor *c, char wanted)
{
	skip_space(c);
	if (c->s == c->end || *c->s != wanted)
		return false;
	c->s++;
	return true;
}

static bool
at_end(struct cursor *c)
{
	skip_space(c);
	return c->s == c->end;
}

/* A dotted name of at most 64 characters; its length, or 0. */
static size_t
take_name(struct cursor *c, const char **name)
{
	const char *s;

	skip_space(c);
	s = *name = c->s;
	if (s == c->end || !letter(*s))
		return 0;
	while (c->s < c->end && (letter(*c->s) || digit(*c->s) ||
	    (*c->s == '.' && c->s + 1 < c->end &&
	    (letter(c->s[1]) || digit(c->s[1])))))
		c->s++;
	return c->s - s > NAME_MAX_LENGTH ? 0 : (size_t)(c->s - s);
}

static bool
take_string(struct cursor *c, const char **text, size_t *n)
{
	const char *close;

	if (!take(c, '"'))
		return false;
	if ((close = memchr(c->s, '"', (size_t)(c->end - c->s))) == NULL)
		return false;
	*text = c->s;
	*n = (size_t)(close - c->s);
	c->s = close + 1;
	return true;
}

static bool
is(const char *s, size_t n, const char *word)
{
	return strlen(word) == n && memcmp(s, word, n) == 0;
}

static const char *
parse_nothing(struct cursor *c, struct command_tag *t)
{
	(void)t;
	return at_end(c) ? NULL : "takes nothing";
}

static const char *
parse_var(struct cursor *c, struct command_tag *t)
{
	static const char wrong[] = "takes a name, or url_ok(name)";

	if ((t->length = take_name(c, &t->argument)) == 0)
		return wrong;
	if (is(t->argument, t->length, "url_ok")) {
		t->url_ok = true;
		if (!take(c, '(') ||
		    (t->length = take_name(c, &t->argument)) == 0 ||
		    !take(c, ')'))
			return wrong;
	}
	return at_end(c) ? NULL : wrong;
}

static const char *
parse_uvar(struct cursor *c, struct command_tag *t)
{
	if ((t->length = take_name(c, &t->argument)) == 0 || !at_end(c))
		return "takes a name";
	if (t->length < 4 || !is(t->argument + t->length - 4, 4, "Html"))
		return "only names ending in Html are written unescaped";
	return NULL;
}

static const char *
take_function(struct cursor *c, const char *name, size_t n)
{
	const char *argument;

	if (!is(name, n, "subcount") && !is(name, n, "first") &&
	    !is(name, n, "last"))
		return "only subcount(), first() and last() may be asked";
	if (take_name(c, &argument) == 0 || !take(c, ')'))
		return "a function takes one name";
	return NULL;
}

static const char *
take_number(struct cursor *c)
{
	const char *s = c->s;

	while (c->s < c->end && digit(*c->s))
		c->s++;
	if (c->s == s || c->s - s > 9 || (*s == '0' && c->s - s > 1))
		return "a number has 1 to 9 digits and no leading 0";
	return NULL;
}

static const char *
take_operand(struct cursor *c)
{
	const char *text;
	size_t n;

	if (*c->s == '"')
		return take_string(c, &text, &n) ? NULL : "an open string";
	if (*c->s == '#')
		c->s++;
	else if ((n = take_name(c, &text)) > 0)
		return take(c, '(') ? take_function(c, text, n) : NULL;
	return take_number(c);
}

/* Only which signs stand there; their order is the engine's matter. */
static const char *
parse_expression(struct cursor *c, struct command_tag *t)
{
	static const char *const signs[] = { "==", "!=", "<=", ">=", "&&",
	    "||", "<", ">", "!", "(", ")", "?" };
	const char *error = NULL;
	size_t k;

	(void)t;
	if (at_end(c))
		return "takes a condition";
	while (error == NULL && !at_end(c)) {
		for (k = 0; k < sizeof(signs) / sizeof(signs[0]); k++)
			if (strncmp(c->s, signs[k], strlen(signs[k])) == 0)
				break;
		if (k < sizeof(signs) / sizeof(signs[0]))
			c->s += strlen(signs[k]);
		else if (letter(*c->s) || digit(*c->s) || *c->s == '"' ||
		    *c->s == '#')
			error = take_operand(c);
		else
			error = "a sign that conditions may not hold";
	}
	return error;
}

static const char *
parse_pair(struct cursor *c, struct command_tag *t)
{
	const char *source;

	if ((t->length = take_name(c, &t->argument)) == 0 ||
	    !take(c, '=') || take_name(c, &source) == 0 || !at_end(c))
		return "takes name = Name";
	return NULL;
}

static const char *
parse_macro(struct cursor *c, struct command_tag *t)
{
	static const char wrong[] = "takes name(argument, ...)";
	const char *argument;
	bool strings = t->command == COMMAND_CALL;
	size_t n;

	if ((t->length = take_name(c, &t->argument)) == 0 || !take(c, '('))
		return wrong;
	if (take(c, ')'))
		return at_end(c) ? NULL : wrong;
	do {
		if (take_name(c, &argument) == 0 &&
		    !(strings && take_string(c, &argument, &n)))
			return wrong;
	} while (take(c, ','));
	return take(c, ')') && at_end(c) ? NULL : wrong;
}

static const char *
parse_include(struct cursor *c, struct command_tag *t)
{
	size_t k;

	if (!take_string(c, &t->argument, &t->length) || !at_end(c) ||
	    t->length == 0 || t->length > NAME_MAX_LENGTH)
		return "takes \"folder/file.cs\"";
	for (k = 0; k < t->length; k++)
		if (!letter(t->argument[k]) && !digit(t->argument[k]) &&
		    strchr("/.-", t->argument[k]) == NULL)
			return "a file name has letters, digits, / . - _";
	if (*t->argument == '/' ||
	    memmem(t->argument, t->length, "..", 2) != NULL)
		return "included files stand inside the template folder";
	return NULL;
}

static const struct {
	const char *word;
	enum command command;
	bool closes;
	parse *parse;
} commands[] = {
	{ "var:",	COMMAND_VAR,		false,	parse_var },
	{ "uvar:",	COMMAND_UVAR,		false,	parse_uvar },
	{ "if:",	COMMAND_IF,		false,	parse_expression },
	{ "elif:",	COMMAND_ELIF,		false,	parse_expression },
	{ "else",	COMMAND_ELSE,		false,	parse_nothing },
	{ "each:",	COMMAND_EACH,		false,	parse_pair },
	{ "with:",	COMMAND_WITH,		false,	parse_pair },
	{ "def:",	COMMAND_DEF,		false,	parse_macro },
	{ "call:",	COMMAND_CALL,		false,	parse_macro },
	{ "include!",	COMMAND_INCLUDE,	false,	parse_include },
	{ "/if",	COMMAND_IF,		true,	parse_nothing },
	{ "/each",	COMMAND_EACH,		true,	parse_nothing },
	{ "/with",	COMMAND_WITH,		true,	parse_nothing },
	{ "/def",	COMMAND_DEF,		true,	parse_nothing },
};

#define N_COMMANDS (sizeof(commands) / sizeof(commands[0]))

const char *
command_parse(const char *s, const char *end, struct command_tag *t)
{
	struct cursor c = { s, end };
	size_t k, n;

	*t = (struct command_tag){ 0 };
	skip_space(&c);
	if (c.s < end && *c.s == '#') {
		t->command = COMMAND_COMMENT;
		return NULL;
	}
	for (k = 0; k < N_COMMANDS; k++) {
		n = strlen(commands[k].word);
		if ((size_t)(end - c.s) < n ||
		    memcmp(c.s, commands[k].word, n) != 0)
			continue;
		c.s += n;
		t->command = commands[k].command;
		t->closes = commands[k].closes;
		return commands[k].parse(&c, t);
	}
	return "not among the commands that templates may use";
}

const char *
command_name(enum command command)
{
	static const char *const names[] = {
		[COMMAND_NONE] = "", [COMMAND_COMMENT] = "#",
		[COMMAND_VAR] = "var", [COMMAND_UVAR] = "uvar",
		[COMMAND_IF] = "if", [COMMAND_ELIF] = "elif",
		[COMMAND_ELSE] = "else", [COMMAND_EACH] = "each",
		[COMMAND_WITH] = "with", [COMMAND_DEF] = "def",
		[COMMAND_CALL] = "call", [COMMAND_INCLUDE] = "include",
	};

	return names[command];
}

void
lint_includes(const char *text, void (*found)(void *arg, const char *name),
    void *arg)
{
	char name[NAME_MAX_LENGTH + 1];
	struct command_tag t;
	const char *s, *end;

	for (s = text; (s = strstr(s, "<?cs")) != NULL; s = end) {
		if ((end = strstr(s, "?>")) == NULL)
			return;
		if (command_parse(s + 4, end, &t) != NULL ||
		    t.command != COMMAND_INCLUDE)
			continue;
		memcpy(name, t.argument, t.length);
		name[t.length] = '\0';
		found(arg, name);
	}
}
