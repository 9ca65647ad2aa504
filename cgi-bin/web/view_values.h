/*
 * view_values.h - the values of one page as ClearSilver's tree, cut from one
 * piece of memory and given back at once.  Internal to the view.
 */
#ifndef WEB_VIEW_VALUES_H
#define WEB_VIEW_VALUES_H

#include "util/neo_hdf.h"

struct values;

struct values *values_new(void);
/* As new; nothing that was in it may be used any more. */
void values_reset(struct values *);
void values_free(struct values *);
HDF *values_root(struct values *);
/* Whose values a root is. */
struct values *values_of(HDF *root);

#endif
