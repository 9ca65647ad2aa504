/* robot.c - see robot.h; and the server's side of ALTCHA. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/secret.h"
#include "base/text.h"
#include "core/gate.h"
#include "portal/question.h"
#include "portal/robot.h"

#define AGE_LEAST	3		/* seconds to look at a form */
#define AGE_MOST	(2 * 3600)
#define PROOF_LIFE	(20 * 60)
#define COST		2000		/* rounds of one try */
#define TRIES_LEAST	300		/* the browser finds the number ... */
#define TRIES_SPAN	500		/* ... after so many more at most */
#define SALT		16		/* bytes */

static const struct gate gates[] = {
	{ "open", 60, 10 },
	{ "file", 40, 20 },
	{ "code", 20, 30 },
	{ "send proved", 30, 60 },
	{ "send plain", 6, 60 },
	{ "send plain all", 100, 10 },
	{ "answered", 30, 20 },
};

struct work {
	const char *nonce, *salt, *prefix, *key_signature, *expires;
};

static unsigned char *
unhex(const char *s, size_t n, struct arena *m)
{
	unsigned char *out = arena_alloc(m, n);
	unsigned a;

	for (size_t i = 0; i < n; i++) {
		char pair[3] = { s[2 * i], s[2 * i + 1], '\0' };

		a = (unsigned)strtoul(pair, NULL, 16);
		out[i] = (unsigned char)a;
	}
	return out;
}

/* What the browser has to find: PBKDF2(nonce . number). */
static const char *
work_key(const struct work *w, unsigned number, struct arena *m)
{
	unsigned char password[SALT + 4];

	memcpy(password, unhex(w->nonce, SALT, m), SALT);
	for (int i = 0; i < 4; i++)
		password[SALT + i] = (unsigned char)(number >> (24 - 8 * i));
	return secret_stretch(m, password, sizeof(password),
	    unhex(w->salt, SALT, m), SALT, COST);
}

/* Bound to the visitor, so that proofs cannot be handed around. */
static const char *
work_signature(struct ctx *x, const struct work *w)
{
	return secret_mac(x->mem, "proof of work", arena_printf(x->mem,
	    "%s %s %s %s %s %s", w->expires, w->nonce, w->salt, w->prefix,
	    w->key_signature, route_csrf(x)));
}

enum rc
robot_challenge(struct ctx *x)
{
	struct arena *m = x->mem;
	struct work w = {
		.nonce = secret_random(m, SALT), .salt = secret_random(m, SALT),
		.expires = arena_printf(m, "%lld",
		    (long long)(clock_now() + PROOF_LIFE)),
	};
	unsigned extra = (unsigned)strtoul(
	    arena_strndup(m, secret_random(m, 4), 8), NULL, 16);
	const char *key = work_key(&w, TRIES_LEAST + extra % TRIES_SPAN, m);

	w.prefix = arena_strndup(m, key, 32);
	w.key_signature = secret_mac(m, "derived key", key);
	x->reply.no_store = true;
	return send_json(x, arena_printf(m, "{\"parameters\":{\"algorithm\":"
	    "\"PBKDF2/SHA-256\",\"cost\":%d,\"expiresAt\":%s,\"keyLength\":32,"
	    "\"keyPrefix\":\"%s\",\"keySignature\":\"%s\",\"nonce\":\"%s\","
	    "\"salt\":\"%s\"},\"signature\":\"%s\"}", COST, w.expires,
	    w.prefix, w.key_signature, w.nonce, w.salt,
	    work_signature(x, &w)));
}

static int
base64_value(char c)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = c == '\0' ? NULL : strchr(digits, c);

	return at == NULL ? -1 : (int)(at - digits);
}

/* Text without NUL; stops at the first strange character. */
static const char *
unbase64(const char *s, struct arena *m)
{
	struct buf b = buf_new(m);
	unsigned bits = 0;
	int n = 0, v;

	for (; (v = base64_value(*s)) >= 0; s++) {
		bits = bits << 6 | (unsigned)v;
		if ((n += 6) >= 8) {
			n -= 8;
			if ((bits >> n & 0xff) == 0)
				break;
			buf_putc(&b, (char)(bits >> n & 0xff));
		}
	}
	return b.s;
}

/* The value of "name":"..." or "name":123, letters and digits only.  No more
 * of the syntax matters: what was not signed by us does not pass anyway. */
static const char *
member(const char *json, const char *name, struct arena *m)
{
	const char *mark = arena_printf(m, "\"%s\":", name);
	const char *at = strstr(json, mark);

	if (at == NULL)
		return "";
	at += strlen(mark);
	at += *at == '"';
	return arena_strndup(m, at, strspn(at, "0123456789abcdef"));
}

/* Is it a proof of ours, found, in time?  Then its signature, else NULL. */
static const char *
good_proof(struct ctx *x, const char *proof, int64_t *expires)
{
	struct arena *m = x->mem;
	const char *json = unbase64(proof, m);
	struct work w = {
		.nonce = member(json, "nonce", m),
		.salt = member(json, "salt", m),
		.prefix = member(json, "keyPrefix", m),
		.key_signature = member(json, "keySignature", m),
		.expires = member(json, "expiresAt", m),
	};
	const char *signature = member(json, "signature", m);

	if (!secret_same(work_signature(x, &w), signature) ||
	    !secret_same(secret_mac(m, "derived key",
	    member(json, "derivedKey", m)), w.key_signature) ||
	    !text_int(w.expires, clock_now(), INT64_MAX, expires))
		return NULL;
	return signature;
}

static const struct gate *
gate_named(const char *name)
{
	for (size_t k = 0; k < sizeof(gates) / sizeof(gates[0]); k++)
		if (strcmp(gates[k].name, name) == 0)
			return &gates[k];
	abort();
}

static enum rc
pass(struct ctx *x, const char *gate, const char *address, const char *field)
{
	bool open;
	enum rc rc = gate_pass(x->db, gate_named(gate), address, &open, x->mem);

	if (rc != RC_OK)
		return rc;
	return open ? RC_OK : refuse(x, field, PROBLEM_WAIT);
}

enum rc
robot_slow(struct ctx *x, const char *what)
{
	return pass(x, what, x->req->address, what);
}

static const char *
since_signature(struct ctx *x, const char *moment)
{
	return secret_mac(x->mem, "form shown", arena_printf(x->mem, "%s %s",
	    moment, route_csrf(x)));
}

const char *
robot_since(struct ctx *x)
{
	const char *moment = arena_printf(x->mem, "%lld",
	    (long long)clock_now());

	return arena_printf(x->mem, "%s.%s", moment,
	    since_signature(x, moment));
}

/* Who reads has had the form before him for a moment. */
static enum rc
check_age(struct ctx *x, const char *since)
{
	const char *dot = strchr(since, '.');
	const char *moment;
	int64_t t, age;

	if (dot == NULL)
		return refuse(x, "send", PROBLEM_FORM_OLD);
	moment = arena_strndup(x->mem, since, (size_t)(dot - since));
	if (!text_int(moment, 0, INT64_MAX, &t) ||
	    !secret_same(since_signature(x, moment), dot + 1))
		return refuse(x, "send", PROBLEM_FORM_OLD);
	age = clock_now() - t;
	if (age > AGE_MOST)
		return refuse(x, "send", PROBLEM_FORM_OLD);
	return age >= AGE_LEAST ? RC_OK : refuse(x, "send", PROBLEM_TOO_FAST);
}

/* Room in the bucket of that address and, for "send plain", in everybody's? */
static enum rc
has_room(struct ctx *x, bool proved, bool *room)
{
	const struct gate *own = gate_named(proved ? "send proved" :
	    "send plain");
	enum rc rc = gate_pass(x->db, own, x->req->address, room, x->mem);

	if (rc != RC_OK || !*room || proved)
		return rc;
	return gate_pass(x->db, gate_named("send plain all"), "", room,
	    x->mem);
}

enum rc
robot_answered(struct ctx *x, const char *ask, const char *answer)
{
	enum rc rc = question_check(x, ask, answer);

	if (rc == RC_INVALID)
		x->keep = true;
	if (rc != RC_OK)
		return rc;
	return pass(x, "answered", x->req->address, "answer");
}

/* RC_NOT_FOUND when there is no good proof. */
static enum rc
spend_proof(struct ctx *x, const char *proof)
{
	int64_t expires;
	const char *signature = good_proof(x, proof, &expires);
	enum rc rc = signature == NULL ? RC_NOT_FOUND :
	    gate_spend(x->db, signature, expires, x->mem);

	return rc == RC_CONFLICT ? RC_NOT_FOUND : rc;
}

enum rc
robot_check(struct ctx *x, const struct robot_form *f)
{
	bool proved, room;
	enum rc rc;

	if (*f->trap != '\0')
		return refuse(x, "send", PROBLEM_TRAP);
	rc = spend_proof(x, f->proof);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	proved = rc == RC_OK;
	if (!proved && (rc = check_age(x, f->since)) != RC_OK)
		return rc;
	if ((rc = has_room(x, proved, &room)) != RC_OK || room)
		return rc;
	return robot_answered(x, f->ask, f->answer);
}
