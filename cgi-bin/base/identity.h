/*
 * identity.h - numbers that name a person, an organisation or an account, by
 * their own check characters.  ASCII, no spaces.
 */
#ifndef BASE_IDENTITY_H
#define BASE_IDENTITY_H

#include <stdbool.h>

/* GB 11643: 17 digits and a check character, mod 11-2; a real day. */
bool identity_card(const char *);
/* The 15 digits of before 1999: no check character, a real day. */
bool identity_card_old(const char *);
/* GB 32100: 17 places and a check character, mod 31. */
bool identity_uscc(const char *);
/* 16 to 19 digits with the check digit of ISO 7812. */
bool identity_bank_card(const char *);

#endif
