/*
 * user_account.h - what the parts of user share and nobody else includes:
 * reading an account with its unit, setting an initial password.
 */
#ifndef CORE_USER_ACCOUNT_H
#define CORE_USER_ACCOUNT_H

#include "base/config.h"
#include "core/user.h"

/* The columns and tables that user_load() reads, from column 0. */
#define USER_COLS "a.id, a.unit_id, a.login, a.name, a.phone, a.role,"	\
	" a.initial, a.enabled, a.locked_until, a.last_login, u.code,"	\
	" u.name, u.short_name, u.supervising, a.password_set"
#define USER_COLS_N 15
#define USER_FROM " FROM account a JOIN unit u ON u.id = a.unit_id"

void user_load(const struct rows *, struct user *, struct arena *);

/* The account that an administrator may manage: 002 or 003 of the unit.
 * RC_DENIED when who is no administrator, RC_NOT_FOUND. */
enum rc user_managed(struct db *, const struct actor *, int64_t id,
    struct user *, struct arena *);
/* RC_INVALID when a line is none or over 30 characters. */
enum rc user_write_person(struct db *, int64_t id, const char *name,
    const char *phone, struct arena *);

/* A new initial password for the account, its lock and sessions gone;
 * *shown: what to tell its owner. */
enum rc user_give_initial(struct db *, const struct config *, int64_t id,
    char **shown, struct arena *);

#endif
