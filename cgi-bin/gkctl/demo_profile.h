/*
 * demo_profile.h - what a pattern with "form: KIND" fills into that form.
 *
 * "name: value" lines, the names of base/profile.c without "p_"; lines that
 * begin with no name continue the value; "--" begins a person.
 */
#ifndef GKCTL_DEMO_PROFILE_H
#define GKCTL_DEMO_PROFILE_H

#include "base/profile.h"

/* kind must be known; a line of a field that it has not is fatal. */
struct profile *demo_profile(const char *kind, char *text, struct arena *);

#endif
