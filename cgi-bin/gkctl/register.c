/* register.c - gkctl register: signing and checking the register. */
#include <stdio.h>
#include <string.h>

#include "base/secret.h"
#include "core/register.h"
#include "gkctl/ctl.h"

static int
sign(struct ctl *c)
{
	struct register_head h;
	enum rc rc = secret_sign_create(c->conf->register_key);

	if (rc == RC_OK)
		printf("made a signing key: %s\n", c->conf->register_key);
	else if (rc != RC_CONFLICT)
		return ctl_fail("%s: cannot be made", c->conf->register_key);
	if ((rc = db_begin(c->db)) == RC_OK)
		rc = db_end(c->db, register_sign(c->db, c->conf->register_key,
		    c->conf->site_domain, &h, c->mem));
	if (rc == RC_CONFLICT) {
		printf("today's tree head has all %lld lines\n",
		    (long long)h.size);
		return 0;
	}
	if (rc != RC_OK)
		return ctl_fail_rc(rc, "signing the register");
	fputs(register_head_text(&h, c->mem), stdout);
	printf("signature %s\n", h.signature);
	return 0;
}

static void
tell(void *arg, const char *sentence)
{
	(void)arg;
	fprintf(stderr, "gkctl: %s\n", sentence);
}

static int
verify(struct ctl *c)
{
	struct register_check k = { .tell = tell, .public_key =
	    secret_sign_public(c->mem, c->conf->register_key) };
	enum rc rc;

	if (k.public_key == NULL) {
		k.bad++;
		tell(NULL, "the signing key is missing: gkctl init makes it");
	}
	if ((rc = db_begin_read(c->db)) == RC_OK)
		rc = db_end(c->db, register_verify(c->db, &k));
	if (rc != RC_OK)
		return ctl_fail_rc(rc, "checking the register");
	if (k.bad > 0)
		return ctl_fail("the register: %lld things are wrong",
		    (long long)k.bad);
	printf("%lld checks of the register, all good\n", (long long)k.done);
	return 0;
}

int
register_run(struct ctl *c, int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "sign") == 0)
		return sign(c);
	if (argc == 2 && strcmp(argv[1], "verify") == 0)
		return verify(c);
	return ctl_fail("register sign | verify");
}
