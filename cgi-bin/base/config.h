/*
 * config.h - the one configuration file, `key = value`, # comments.
 *
 * Every key, its default and its meaning stand in one table in config.c; an
 * unknown key, a repeated key or a bad value stops the program with one line.
 * All paths are absolute after reading (relative ones are taken from the
 * folder of the file).
 */
#ifndef BASE_CONFIG_H
#define BASE_CONFIG_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct config {
	/* where things are */
	const char *data;		/* var: database, files, tmp, secret key */
	const char *templates, *sql, *assets;	/* assets: built static files */
	/* derived from data, not keys of their own */
	const char *db, *files, *tmp, *secret, *write_lock;
	const char *register_key;	/* signs the register of publication */

	/* the site */
	const char *site_name, *region, *site_domain, *site_id_code;
	const char *pdf_font;		/* TrueType; unreadable: no PDFs */
	const char *site_url;		/* https://..., for absolute addresses */
	const char *organiser, *operator_unit, *icp, *police, *phone, *hours;

	/* limits */
	int64_t upload_max;		/* bytes of one file */
	int64_t body_max;		/* bytes of one request */
	int64_t text_max;		/* bytes of the rich text */
	int64_t image_max;		/* bytes of one picture in a text */
	int64_t requests_per_worker;
	int64_t page_seconds;		/* a public page may be kept; 0: not */

	/* login */
	int64_t session_idle, session_max;	/* seconds */
	int64_t login_failures;			/* before the account is locked */
	int64_t login_lock;			/* seconds */
	int64_t initial_days;			/* life of an initial password */
	bool random_initial;	/* random initial passwords instead of 111111 */
	bool secure_cookies;	/* __Host- cookies; set where https is served */
};

/*
 * Reads path; on any error fatal().  The result lives as long as the program.
 * path NULL: all defaults.
 */
const struct config *config_read(const char *path);
/* Writes every key with its default and meaning, as a file to edit. */
void config_print(FILE *);
/* The same with some values in place of defaults: n strings "key=value"; an
 * unknown key or a bad value is fatal(). */
void config_print_set(FILE *, int n, const char *const *pair);

#endif
