/* list.h - lists of rows that grow in an arena: struct { int n; T *v; }. */
#ifndef CORE_LIST_H
#define CORE_LIST_H

#include <stddef.h>
#include <string.h>

#include "base/arena.h"

/* A pointer to a new zeroed last element of the list. */
#define list_add(list, m)						\
	((list)->v = list_room((m), (list)->v, (list)->n,		\
	sizeof((list)->v[0])), &(list)->v[(list)->n++])

/* v with room for one more; it is full at 0, 8, 16, 32 ... elements. */
static inline void *
list_room(struct arena *m, void *v, int n, size_t size)
{
	void *w;

	if (n != 0 && (n < 8 || (n & (n - 1)) != 0))
		return v;
	w = arena_calloc(m, n == 0 ? 8 : (size_t)n * 2, size);
	if (n > 0)
		memcpy(w, v, (size_t)n * size);
	return w;
}

#endif
