/* main.c - gkctl, the operator's command line: options and command table. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/secret.h"
#include "gkctl/ctl.h"
#include "store/schema.h"

static int	config_run(struct ctl *, int, char **);
static int	help_run(struct ctl *, int, char **);

static const struct command commands[] = {
	{ "init", "DIR [--set KEY=VALUE]...",
	    "make or upgrade a data folder", NEEDS_NOTHING, init_run },
	{ "demo", "", "fill an empty district with the demo documents",
	    NEEDS_DATABASE, demo_run },
	{ "drain", "[--watch]", "read the text of new attachments for the "
	    "search, learn words to suggest; --watch: until ended",
	    NEEDS_DATABASE, drain_run },
	{ "due", "", "publish what was planned for a time that has come; every "
	    "minute", NEEDS_DATABASE, due_run },
	{ "generate", "--documents N [--seed S]",
	    "fill an empty district with N documents of made-up text, for "
	    "measuring", NEEDS_DATABASE, generate_run },
	{ "unit", "add NAME [--code CODE] [--short SHORT] [--kind KIND] "
	    "[--supervising] | list | suggest NAME",
	    "units and their accounts; KIND is department, street, town or "
	    "zone", NEEDS_DATABASE, unit_run },
	{ "user", "list [UNIT] | reset LOGIN | enable LOGIN | disable LOGIN",
	    "accounts", NEEDS_DATABASE, user_run },
	{ "backup", "DIR [--with-key]",
	    "consistent copy into a new folder", NEEDS_DATABASE, backup_run },
	{ "restore", "DIR NEWVAR", "check a backup and make a data folder of it",
	    NEEDS_NOTHING, restore_run },
	{ "verify", "", "check database, files, audit chain and index",
	    NEEDS_DATABASE, verify_run },
	{ "reindex", "", "rebuild lists and search index",
	    NEEDS_DATABASE, reindex_run },
	{ "word", "FILE [--report] [--standalone [--css FILE]]", "print the imported HTML",
	    NEEDS_NOTHING, word_run },
	{ "deadline", "--received DAY [--event KIND:DAY[:DAYS]]... "
	    "[--today DAY]", "the last day of an application, day by day; "
	    "a wrong KIND lists them", TAKES_DATABASE, deadline_run },
	{ "workday", "DATE N", "the N-th working day after DATE",
	    TAKES_DATABASE, workday_run },
	{ "import", "applications FILE.csv [--dry-run]",
	    "add a historical register of applications", NEEDS_DATABASE,
	    import_run },
	{ "register", "sign | verify", "sign the register of publication, "
	    "every day; check it against the documents", NEEDS_DATABASE,
	    register_run },
	{ "dump", "[DIR]", "all public data as files, every day; without DIR "
	    "those that the portal offers", NEEDS_DATABASE, dump_run },
	{ "deposit", "DIR | --verify DIR", "the whole portal as a new folder "
	    "that needs no server, for archives and libraries; is one whole",
	    TAKES_DATABASE, deposit_run },
	{ "purge", "", "erase personal data whose time is over; every day",
	    NEEDS_DATABASE, purge_run },
	{ "daily", "", "purge and register sign: what a timer runs every day",
	    NEEDS_DATABASE, daily_run },
	{ "strays", "[--remove]", "how many files nothing refers to, left by "
	    "what was killed; --remove: however many, when older than a day",
	    NEEDS_DATABASE, strays_run },
	{ "rotate-key", "", "seal personal data with a new key",
	    NEEDS_DATABASE, rotate_key_run },
	{ "config", "", "print every key with its default and meaning",
	    NEEDS_NOTHING, config_run },
	{ "help", "", "this text", NEEDS_NOTHING, help_run },
};
#define COMMANDS (sizeof(commands) / sizeof(commands[0]))

static int
config_run(struct ctl *c, int argc, char **argv)
{
	(void)c;
	(void)argv;
	if (argc != 1)
		return ctl_fail("config takes no arguments");
	config_print(stdout);
	return 0;
}

static int
help_run(struct ctl *c, int argc, char **argv)
{
	size_t i;

	(void)c;
	(void)argc;
	(void)argv;
	puts("usage: gkctl [-c CONF] COMMAND ...");
	for (i = 0; i < COMMANDS; i++)
		printf("  %s%s%s\n        %s\n", commands[i].name,
		    *commands[i].arguments ? " " : "", commands[i].arguments,
		    commands[i].what);
	puts("CONF is the xxgk.conf that init made in the data folder.");
	return 0;
}

static const struct command *
command_find(const char *name)
{
	size_t i;

	for (i = 0; i < COMMANDS; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

/* Reads the configuration and opens the database as far as is needed. */
static int
prepare(struct ctl *c, const struct command *cmd)
{
	if (cmd->needs == NEEDS_NOTHING ||
	    (cmd->needs == TAKES_DATABASE && c->conf_path == NULL))
		return 0;
	if (c->conf_path == NULL)
		return ctl_fail("%s needs -c CONF", cmd->name);
	c->conf = config_read(c->conf_path);
	secret_load(c->conf->secret);
	if (cmd->needs == NEEDS_CONFIG)
		return 0;
	if (ctl_open(c, false) != RC_OK)
		return ctl_fail("cannot open %s", c->conf->db);
	if (schema_check(c->db, c->conf->sql) != RC_OK)
		return ctl_fail("the database is not of this version: "
		    "run gkctl init again");
	return 0;
}

int
main(int argc, char **argv)
{
	const struct command *cmd;
	struct ctl c = { 0 };
	int opt, rv;

	log_open("gkctl");
	secret_init();
	umask(027);
	/* "+": options of a command are its own. */
	while ((opt = getopt(argc, argv, "+c:h")) != -1) {
		if (opt == 'h')
			return help_run(NULL, 1, argv);
		if (opt != 'c')
			return ctl_fail("see gkctl help");
		c.conf_path = optarg;
	}
	if (optind == argc)
		return ctl_fail("no command; see gkctl help");
	if ((cmd = command_find(argv[optind])) == NULL)
		return ctl_fail("%s: no such command; see gkctl help",
		    argv[optind]);
	c.mem = arena_new();
	if ((rv = prepare(&c, cmd)) == 0)
		rv = cmd->run(&c, argc - optind, argv + optind);
	if (c.db != NULL)
		db_close(c.db);
	arena_free(c.mem);
	return rv;
}
