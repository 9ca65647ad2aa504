/* lint_command.h - one <?cs ... ?> of a template, taken apart. */
#ifndef WEB_LINT_COMMAND_H
#define WEB_LINT_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

enum command {
	COMMAND_NONE = 0,
	COMMAND_COMMENT,
	COMMAND_VAR,
	COMMAND_UVAR,
	COMMAND_IF,
	COMMAND_ELIF,
	COMMAND_ELSE,
	COMMAND_EACH,
	COMMAND_WITH,
	COMMAND_DEF,
	COMMAND_CALL,
	COMMAND_INCLUDE
};

struct command_tag {
	enum command command;
	bool closes;			/* "/if" ... */
	bool url_ok;			/* var:url_ok(argument) */
	const char *argument;		/* the name or file, if any */
	size_t length;
};

/* What stands between "<?cs" and end; NULL, or what is wrong with it. */
const char *command_parse(const char *s, const char *end,
    struct command_tag *);
const char *command_name(enum command);

#endif
