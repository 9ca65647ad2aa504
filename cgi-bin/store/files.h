/*
 * files.h - content-addressed files: DIR/ab/<sha256>, written under a
 * temporary name, fsynced, renamed, then never changed.
 */
#ifndef STORE_FILES_H
#define STORE_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/rc.h"

struct stored_file {
	const char *sha256;	/* 64 hex digits */
	int64_t size;
};

/* Copies the file at path (or, for put_bytes, n bytes) into the store; both
 * are harmless to repeat.  The caller then references sha256 from a row in
 * the same transaction as what it belongs to. */
enum rc files_put(const char *dir, const char *path, struct stored_file *,
    struct arena *);
enum rc files_put_bytes(const char *dir, const void *, size_t n,
    struct stored_file *, struct arena *);
/* DIR/ab/<sha256>; NULL unless sha256 is 64 lower-case hex digits. */
char *files_path(const char *dir, const char *sha256, struct arena *);
bool files_exists(const char *dir, const char *sha256, struct arena *);
/* The whole of it; RC_TOO_LARGE: more than max bytes. */
enum rc files_read(const char *dir, const char *sha256, int64_t max,
    const void **bytes, size_t *n, struct arena *);
/* Re-reads the file and compares: RC_NOT_FOUND, or RC_FAIL when it differs. */
enum rc files_verify(const char *dir, const char *sha256, struct arena *);
/* Whether it is there and nobody put it since `before` (seconds since 1970). */
bool files_older(const char *dir, const char *sha256, int64_t before,
    struct arena *);
/* Erases the file, which nobody needs any more: core/file_use knows.  RC_OK
 * also when it is gone already. */
enum rc files_remove(const char *dir, const char *sha256, struct arena *);
/* Calls each() with the name of every stored file that nobody wrote to since
 * `before` (seconds since 1970), until it says something but RC_OK. */
enum rc files_each(const char *dir, int64_t before,
    enum rc (*each)(void *, const char *sha256), void *);
/* Removes what a process that was killed had begun to put and nobody wrote to
 * since `before`; *n grows by how many. */
enum rc files_tidy(const char *dir, int64_t before, int64_t *n);
/* 64 lower-case hex digits. */
bool files_is_name(const char *sha256);

#endif
