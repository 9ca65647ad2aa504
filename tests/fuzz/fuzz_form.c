/*
 * fuzz_form.c - any body, urlencoded or multipart, read as a form with every
 * kind of field: what is called good keeps its promises.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "web/form.h"
#include "must.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const char *const choices[] = { "a", "b", NULL };

static const struct field fields[] = {
	{ "l", KIND_LINE, REQUIRED, 9, NULL },
	{ "t", KIND_LINES, 0, 9, NULL },
	{ "m", KIND_MARKUP, 0, 9, NULL },
	{ "s", KIND_SECRET, 0, 9, NULL },
	{ "i", KIND_ID, 0, 0, NULL },
	{ "n", KIND_NUMBER, 0, 9, NULL },
	{ "d", KIND_DATE, 0, 0, NULL },
	{ "c", KIND_CHOICE, 0, 0, choices },
	{ "f", KIND_FLAG, 0, 0, NULL },
	{ "k", KIND_TOKEN, 0, 9, NULL },
	{ "u", KIND_FILE, 0, 0, NULL },
	{ "x", KIND_LINE, MANY, 9, NULL },
	{ 0 }
};

struct body {
	const uint8_t *s;
	size_t n;
	bool multipart;
	char length[24];
};

static const char *
get_param(void *arg, const char *name)
{
	struct body *b = arg;

	if (strcmp(name, "CONTENT_LENGTH") == 0)
		return b->length;
	if (strcmp(name, "CONTENT_TYPE") == 0)
		return b->multipart ? "multipart/form-data; boundary=b" :
		    "application/x-www-form-urlencoded";
	return NULL;
}

static long
get_body(void *arg, void *buf, size_t n)
{
	struct body *b = arg;

	n = n < b->n ? n : b->n;
	memcpy(buf, b->s, n);
	b->s += n;
	b->n -= n;
	return (long)n;
}

static void
check(const struct field *f, const struct value *v)
{
	must(text_valid(v->s, strlen(v->s)));
	must(f->limit == 0 || f->kind == KIND_NUMBER ||
	    (int64_t)text_length(v->s) <= f->limit);
	must(f->kind != KIND_LINE || text_printable(v->s, strlen(v->s), false));
	must(f->kind != KIND_SECRET || *v->raw == '\0');
	must(f->kind != KIND_NUMBER || (v->i >= 0 && v->i <= f->limit));
	must(f->kind != KIND_CHOICE || (v->i >= -1 && v->i < 2));
	must(f->kind == KIND_FILE || v->given == (*v->s != '\0'));
	must(v->file == NULL || v->file->size > 0);
	must(v->n <= ((f->flags & MANY) ? 200 : 1));
}

int
LLVMFuzzerTestOneInput(const uint8_t *in, size_t n)
{
	static const struct config conf = { .tmp = "/tmp", .upload_max = 20,
	    .text_max = 1000 };
	struct body body = { in + 1, n - 1, n > 0 && (in[0] & 1), "" };
	const struct request_source src = { &body, get_param, get_body };
	struct request req = { .method = POST };
	struct problems problems = { 0 };
	struct input input;
	struct arena *mem;
	size_t k;

	if (n < 1)
		return 0;
	snprintf(body.length, sizeof(body.length), "%zu", n - 1);
	mem = arena_new();
	if (request_read_body(&req, &src, &conf, 1 << 20, true, mem) == RC_OK &&
	    form_read(fields, &req, &input, &problems, mem) == RC_OK)
		for (k = 0; fields[k].name != NULL; k++)
			check(&fields[k], &input.v[k]);
	request_end(&req);
	arena_free(mem);
	return 0;
}
