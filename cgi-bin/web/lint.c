/*
 * lint.c - reads a template as HTML with commands in it, once from start to
 * end; blocks are balanced, so the order of the text is the order of output.
 */
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "web/lint.h"
#include "web/lint_command.h"

#define FAULTS_MAX 20
#define DEPTH_MAX  32

enum where { IN_TEXT, IN_TAG, IN_VALUE };

/* How far an address is known to be ours, from bad to good. */
enum address {
	ADDRESS_FOREIGN,	/* began with something else */
	ADDRESS_START,		/* nothing yet, or only the base of ours */
	ADDRESS_SLASH,		/* "/": a second one would name a host */
	ADDRESS_WHOLE,		/* url_ok(): nothing may follow */
	ADDRESS_OURS		/* values may follow */
};

struct spot {
	enum where where;
	const char *tag, *value;	/* where they began; NULL: none */
};

struct block {
	enum command command;
	struct spot spot;
	enum address start, worst;
	bool other;		/* has an else */
};

struct lint {
	const char *name, *text, *s;
	lint_report *report;
	void *arg;
	int faults;
	struct spot spot;
	char quote;
	bool is_address;	/* of the value being read */
	enum address address;
	bool script;		/* the tag being read is <script> */
	int depth;
	struct block block[DEPTH_MAX];
};

static void __attribute__((format(printf, 2, 3)))
fault(struct lint *l, const char *fmt, ...)
{
	char what[256];
	const char *c;
	va_list ap;
	int line = 1;

	if (++l->faults > FAULTS_MAX)
		return;
	for (c = l->text; c < l->s; c++)
		line += *c == '\n';
	va_start(ap, fmt);
	vsnprintf(what, sizeof(what), fmt, ap);
	va_end(ap);
	l->report(l->arg, l->name, line, what);
}

static bool
name_character(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':';
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t
name_length(const char *s)
{
	size_t n = 0;

	while (name_character(s[n]))
		n++;
	return n;
}

static bool
one_of(const char *const *list, const char *s, size_t n)
{
	for (; *list != NULL; list++)
		if (strlen(*list) == n && strncasecmp(*list, s, n) == 0)
			return true;
	return false;
}

static void
address_character(struct lint *l, char c)
{
	switch (l->address) {
	case ADDRESS_START:
		if (c == '/')
			l->address = ADDRESS_SLASH;
		else if (c == '#' || c == '?' ||
		    strncmp(l->s, "tel:", 4) == 0 ||
		    strncmp(l->s, "mailto:", 7) == 0)
			l->address = ADDRESS_OURS;
		else
			l->address = ADDRESS_FOREIGN;
		break;
	case ADDRESS_SLASH:
		l->address = c == '/' || c == '\\' ? ADDRESS_FOREIGN :
		    ADDRESS_OURS;
		break;
	case ADDRESS_WHOLE:
		fault(l, "nothing may follow url_ok() in an address");
		l->address = ADDRESS_FOREIGN;
		break;
	default:
		break;
	}
}

static void
address_output(struct lint *l, const struct command_tag *t)
{
	static const char *const bases[] = { "Site.Static", "Site.Url",
	    "Page.Base", NULL };

	if (t->url_ok) {
		if (l->address != ADDRESS_START)
			fault(l, "url_ok() must be the whole address");
		l->address = ADDRESS_WHOLE;
	} else if (l->address == ADDRESS_START &&
	    one_of(bases, t->argument, t->length)) {
		return;
	} else if (l->address != ADDRESS_OURS) {
		fault(l, "%.*s: an address begins with a constant like "
		    "\"/doc/\", \"#\" or \"?\", or is url_ok() alone",
		    (int)t->length, t->argument);
	}
}

static void
output(struct lint *l, const struct command_tag *t)
{
	if (l->spot.where == IN_TEXT)
		return;
	if (l->spot.where == IN_TAG || t->command == COMMAND_UVAR)
		fault(l, "%s in a tag%s", command_name(t->command),
		    t->command == COMMAND_UVAR ? "" : " outside quotes");
	else if (l->is_address)
		address_output(l, t);
}

static bool
same_spot(const struct spot *a, const struct spot *b)
{
	return a->where == b->where && a->tag == b->tag &&
	    a->value == b->value;
}

static void
open_block(struct lint *l, enum command command)
{
	if (l->depth == DEPTH_MAX) {
		fault(l, "blocks nested deeper than %d", DEPTH_MAX);
		return;
	}
	if (command == COMMAND_DEF && (l->depth > 0 ||
	    l->spot.where != IN_TEXT))
		fault(l, "def inside something else");
	l->block[l->depth++] = (struct block){ command, l->spot, l->address,
	    ADDRESS_OURS, false };
}

static void
end_branch(struct lint *l, struct block *b)
{
	if (!same_spot(&l->spot, &b->spot))
		fault(l, "a block must end in the same text, tag or value "
		    "in which it began");
	if (l->address < b->worst)
		b->worst = l->address;
	l->spot = b->spot;
}

static struct block *
innermost(struct lint *l)
{
	return l->depth == 0 ? NULL : &l->block[l->depth - 1];
}

static void
next_branch(struct lint *l, enum command command)
{
	struct block *b = innermost(l);

	if (b == NULL || b->command != COMMAND_IF || b->other) {
		fault(l, "%s without if", command_name(command));
		return;
	}
	end_branch(l, b);
	b->other = command == COMMAND_ELSE;
	l->address = b->start;
}

static void
close_block(struct lint *l, enum command command)
{
	struct block *b = innermost(l);

	if (b == NULL || b->command != command) {
		fault(l, "/%s without %s", command_name(command),
		    command_name(command));
		return;
	}
	end_branch(l, b);
	l->address = !b->other && b->start < b->worst ? b->start : b->worst;
	l->depth--;
}

static void
run_command(struct lint *l, const struct command_tag *t)
{
	switch (t->command) {
	case COMMAND_VAR:
	case COMMAND_UVAR:
		output(l, t);
		break;
	case COMMAND_CALL:
	case COMMAND_INCLUDE:
		if (l->spot.where != IN_TEXT)
			fault(l, "%s in a tag", command_name(t->command));
		break;
	case COMMAND_ELSE:
	case COMMAND_ELIF:
		next_branch(l, t->command);
		break;
	case COMMAND_IF:
	case COMMAND_EACH:
	case COMMAND_WITH:
	case COMMAND_DEF:
		if (t->closes)
			close_block(l, t->command);
		else
			open_block(l, t->command);
		break;
	default:
		break;
	}
}

static void
read_command(struct lint *l)
{
	struct command_tag t = { 0 };
	const char *end = strstr(l->s, "?>"), *error;

	if (strncmp(l->s, "<?cs", 4) != 0 || !is_space(l->s[4])) {
		fault(l, "only <?cs in small letters and a space may "
		    "follow <?");
		l->s += 2;
		return;
	}
	if (end == NULL) {
		fault(l, "<?cs without ?>");
		l->s += strlen(l->s);
		return;
	}
	error = command_parse(l->s + 4, end, &t);
	if (error != NULL)
		fault(l, "%.*s: %s", (int)(end - l->s > 60 ? 60 : end - l->s),
		    l->s, error);
	else
		run_command(l, &t);
	l->s = end + 2;
}

static void
skip_comment(struct lint *l)
{
	const char *end = strstr(l->s, "-->");
	const char *command = strstr(l->s, "<?");

	if (end == NULL)
		end = l->s + strlen(l->s);
	if (command != NULL && command < end)
		fault(l, "a command in an HTML comment");
	l->s = *end == '\0' ? end : end + 3;
}

static void
end_tag(struct lint *l)
{
	static const char close[] = "</script>";

	l->s++;
	l->spot = (struct spot){ IN_TEXT, NULL, NULL };
	if (l->script && strncasecmp(l->s, close, sizeof(close) - 1) != 0)
		fault(l, "a script in the page: it belongs in a file");
	l->script = false;
}

static void
read_close_tag(struct lint *l)
{
	size_t n = name_length(l->s + 2);

	l->s += 2 + n;
	while (is_space(*l->s))
		l->s++;
	if (n == 0 || *l->s != '>')
		fault(l, "a closing tag holds only its name");
	else
		l->s++;
}

static void
read_tag(struct lint *l)
{
	static const char *const forbidden[] = { "style", "base", "object",
	    "embed", "applet", "plaintext", "xmp", NULL };
	size_t n = name_length(l->s + 1);

	if (n == 0) {
		fault(l, "a bare <: write &lt;");
		l->s++;
		return;
	}
	if (one_of(forbidden, l->s + 1, n))
		fault(l, "<%.*s> is not allowed", (int)n, l->s + 1);
	l->script = n == 6 && strncasecmp(l->s + 1, "script", 6) == 0;
	l->spot = (struct spot){ IN_TAG, l->s, NULL };
	l->s += 1 + n;
}

static void
read_text(struct lint *l)
{
	if (*l->s != '<')
		l->s++;
	else if (l->s[1] == '?')
		read_command(l);
	else if (strncmp(l->s, "<!--", 4) == 0)
		skip_comment(l);
	else if (strncasecmp(l->s, "<!doctype html>", 15) == 0)
		l->s += 15;
	else if (l->s[1] == '/')
		read_close_tag(l);
	else
		read_tag(l);
}

static void
check_attribute(struct lint *l, const char *name, size_t n)
{
	static const char *const forbidden[] = { "style", "srcdoc",
	    "http-equiv", NULL };
	static const char *const addresses[] = { "href", "src", "action",
	    "formaction", "poster", "cite", "srcset", "ping", "manifest",
	    "background", "xlink:href", NULL };

	if (n > 2 && strncasecmp(name, "on", 2) == 0)
		fault(l, "%.*s: scripts belong in a file", (int)n, name);
	if (one_of(forbidden, name, n))
		fault(l, "%.*s= is not allowed", (int)n, name);
	l->is_address = one_of(addresses, name, n);
	l->address = ADDRESS_START;
}

static void
read_attribute(struct lint *l)
{
	size_t n = name_length(l->s);

	check_attribute(l, l->s, n);
	l->s += n;
	if (*l->s != '=')
		return;
	l->s++;
	if (*l->s != '"' && *l->s != '\'') {
		fault(l, "an attribute's value needs quotes");
		return;
	}
	l->quote = *l->s++;
	l->spot.where = IN_VALUE;
	l->spot.value = l->s;
}

static void
read_in_tag(struct lint *l)
{
	if (strncmp(l->s, "<?", 2) == 0)
		read_command(l);
	else if (*l->s == '>')
		end_tag(l);
	else if (is_space(*l->s) || *l->s == '/')
		l->s++;
	else if (name_length(l->s) > 0)
		read_attribute(l);
	else {
		fault(l, "'%c' in a tag", *l->s);
		l->s++;
	}
}

static void
read_in_value(struct lint *l)
{
	if (strncmp(l->s, "<?", 2) == 0) {
		read_command(l);
		return;
	}
	if (*l->s == l->quote) {
		l->spot.where = IN_TAG;
		l->spot.value = NULL;
	} else if (l->is_address) {
		address_character(l, *l->s);
	}
	l->s++;
}

int
lint_template(const char *name, const char *text, lint_report *report,
    void *arg)
{
	struct lint l = { .name = name, .text = text, .s = text,
	    .report = report, .arg = arg };

	while (*l.s != '\0' && l.faults < FAULTS_MAX) {
		if (l.spot.where == IN_TEXT)
			read_text(&l);
		else if (l.spot.where == IN_TAG)
			read_in_tag(&l);
		else
			read_in_value(&l);
	}
	if (l.faults == 0 && l.spot.where != IN_TEXT)
		fault(&l, "the file ends inside a tag");
	if (l.faults == 0 && l.depth > 0)
		fault(&l, "%s without an end",
		    command_name(l.block[l.depth - 1].command));
	return l.faults;
}
