/* profile.h - documents with a form of their own as pages of their unit: facts,
 * people with photographs, the list of those responsible. */
#ifndef PORTAL_PROFILE_H
#define PORTAL_PROFILE_H

#include "core/unit.h"
#include "web/route.h"

/*
 * Page.Profile: Key, Doc (as rows_doc()), Title, Updated, Checked (a day, ""
 * when it was not looked at since), Facts (Label, Value), Sections (Label,
 * Lines: Text), People (Name, Post, Role, Task and Cv: lines, Call, Mail,
 * Photo), Calls and Mails where anybody has one; and Page.LdHtml.  Of the
 * column of that category; nothing where the unit has no such document.
 */
enum rc profile_fill(struct ctx *, const struct unit *, const char *category);
/* Page.Leaders: Name and Post, for the page of the unit. */
enum rc profile_leaders(struct ctx *, const struct unit *);

#endif
