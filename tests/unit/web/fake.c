#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fake.h"

void
fake_set(struct fake *f, const char *name, const char *value)
{
	int k;

	for (k = 0; k < f->n; k++)
		if (strcmp(f->param[k].name, name) == 0)
			break;
	if (k == FAKE_PARAMS)
		abort();
	f->param[k].name = name;
	f->param[k].value = value;
	if (k == f->n)
		f->n++;
}

void
fake_body(struct fake *f, const char *type, const char *body, size_t n)
{
	static char length[24];

	snprintf(length, sizeof(length), "%zu", n);
	fake_set(f, "CONTENT_LENGTH", length);
	fake_set(f, "CONTENT_TYPE", type);
	f->body = body;
	f->length = n;
}

static const char *
get_param(void *arg, const char *name)
{
	struct fake *f = arg;
	int k;

	for (k = 0; k < f->n; k++)
		if (strcmp(f->param[k].name, name) == 0)
			return f->param[k].value;
	return NULL;
}

static long
get_body(void *arg, void *buf, size_t n)
{
	struct fake *f = arg;
	size_t left = f->length - f->given;

	if (f->piece != 0 && n > f->piece)
		n = f->piece;
	if (n > left)
		n = left;
	if (f->broken_at != 0 && f->given + n > f->broken_at)
		return -1;
	memcpy(buf, f->body + f->given, n);
	f->given += n;
	return (long)n;
}

struct request_source
fake_source(struct fake *f)
{
	return (struct request_source){ f, get_param, get_body };
}
