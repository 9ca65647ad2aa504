/*
 * demo_application.h - applications for disclosure of the demo district, in
 * several states, from sql/data/demo_applications.tsv and the words of
 * demo_case_texts.tsv.
 */
#ifndef GKCTL_DEMO_APPLICATION_H
#define GKCTL_DEMO_APPLICATION_H

#include "gkctl/ctl.h"

/* After the units are there; *n: how many applications. */
enum rc demo_applications(struct ctl *, int *n);

#endif
