/* once.c - see once.h. */
#include "base/secret.h"
#include "core/document.h"
#include "gkht/once.h"

void
once_show(struct ctx *x, const char *once)
{
	view_set(x->page, "Page.Form.once", *once != '\0' ? once :
	    secret_token(x->mem));
}

enum rc
once_find(struct ctx *x, const char *once, struct value *version)
{
	int64_t id, first;
	enum rc rc;

	if (*once == '\0' || arg_id(x, 0) != 0)
		return RC_OK;
	rc = document_of_form(x->db, &x->actor, once, &id, &first);
	if (rc == RC_NOT_FOUND)
		return RC_OK;
	x->arg[0] = arena_printf(x->mem, "%lld", (long long)id);
	version->i = first;
	return rc;
}
