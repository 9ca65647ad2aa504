/*
 * api.h - /api/v1: the public content for programs.  What the answers hold is
 * written by core/export.c; static/openapi.json describes it.
 */
#ifndef PORTAL_API_H
#define PORTAL_API_H

#include "core/export.h"
#include "web/route.h"

/* api_document.c */
extern const struct field api_documents_fields[];
enum rc api_documents(struct ctx *);
enum rc api_document(struct ctx *);
enum rc api_version(struct ctx *);
/* api_directory.c */
enum rc api_units(struct ctx *);
enum rc api_categories(struct ctx *);
enum rc api_themes(struct ctx *);
enum rc api_openapi(struct ctx *);
enum rc api_catalogue(struct ctx *);
enum rc api_disclosure(struct ctx *);
enum rc api_unit_disclosure(struct ctx *);
/* api_register.c */
extern const struct field api_lines_fields[], api_heads_fields[],
    api_proof_fields[], api_consistency_fields[];
enum rc api_lines(struct ctx *);
enum rc api_line(struct ctx *);
enum rc api_heads(struct ctx *);
enum rc api_proof(struct ctx *);
enum rc api_consistency(struct ctx *);
enum rc api_key(struct ctx *);

#endif
