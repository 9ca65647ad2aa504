/* user_password.c - which passwords are good, and changing one's own. */
#include <string.h>

#include "base/clock.h"
#include "base/secret.h"
#include "base/text.h"
#include "core/audit.h"
#include "core/session.h"
#include "core/user_account.h"

#define PASSWORD_MIN 8
#define PASSWORD_MAX 128
#define PASSWORD_CLASSES 3

/*
 * What people choose when they must use three classes, and what guessing
 * programs try first; compared without case.
 */
static const char *const common[] = {
	"12345678a!", "1234qwer!", "1234qwer.", "123456ab!", "123456aa.",
	"123456abc!", "123456abc.", "123qwe!@#", "1q2w3e4r!", "1q2w3e4r.",
	"1qaz!qaz", "1qaz@wsx", "1qaz2wsx", "1qaz2wsx!", "1qaz@wsx3edc",
	"1qazxsw2", "1qazxsw2!", "2wsx#edc", "!qaz2wsx", "!qaz@wsx",
	"@wsx3edc", "zaq1@wsx", "zaq12wsx", "zaq1xsw2", "zaq!2wsx",
	"a1234567", "a12345678", "a123456.", "a123456!", "a123456@",
	"a1b2c3d4", "a1b2c3d4!", "aa123456", "aa123456.", "aa123456!",
	"aa123456@", "aa123123", "aa112233", "aa111111", "aa888888",
	"abc12345", "abc123456", "abc@1234", "abc@12345", "abc@123456",
	"abc123!@#", "abcd1234", "abcd1234!", "abcd@1234", "abcd.1234",
	"admin123", "admin1234", "admin@123", "admin@1234", "admin@123456",
	"admin123!", "admin!@#", "admin888", "admin@888", "administrator1!",
	"asd123456", "asdf1234", "asdf@1234", "baodi123", "baodi@123",
	"baodi1234", "changeme1", "changeme1!", "changeme@123", "gkht1234",
	"gkht@123", "guest123", "hello123", "huawei@123", "iloveyou1",
	"iloveyou1!", "p@55w0rd", "p@ssw0rd", "p@ssw0rd1", "p@ssw0rd123",
	"p@ssword", "p@ssword1", "pa$$w0rd", "passw0rd", "passw0rd!",
	"passw0rd1", "password1", "password1!", "password123", "password@1",
	"password@123", "password123!", "q1w2e3r4", "q1w2e3r4!", "qaz@1234",
	"qaz123456", "qazwsx123", "qazwsx123!", "qwe123!@#", "qwe123456",
	"qwer1234", "qwer1234!", "qwer@1234", "qwer!@#$1", "qwerty123",
	"qwerty123!", "qwerty@123", "root1234", "root@123", "system123",
	"test1234", "test@123", "test@1234", "tianjin1", "tianjin123",
	"tianjin@123", "welcome1", "welcome1!", "welcome123", "welcome@123",
	"woaini1314", "woaini520", "xxgk1234", "xxgk@123", "zxcv1234",
	"zxcvbnm1", "zxcvbnm1!", "zxcv@1234",
};

static int
classes_of(const char *s)
{
	bool lower = false, upper = false, digit = false, other = false;

	for (; *s != '\0'; s++) {
		if (*s >= 'a' && *s <= 'z')
			lower = true;
		else if (*s >= 'A' && *s <= 'Z')
			upper = true;
		else if (*s >= '0' && *s <= '9')
			digit = true;
		else
			other = true;
	}
	return lower + upper + digit + other;
}

static bool
is_common(const char *password)
{
	for (size_t k = 0; k < sizeof(common) / sizeof(common[0]); k++)
		if (strcasecmp(common[k], password) == 0)
			return true;
	return false;
}

enum problem
user_password_problem(const char *login, const char *password)
{
	size_t n = text_length(password);

	if (strcmp(password, USER_INITIAL_PASSWORD) == 0)
		return PROBLEM_PASSWORD_INITIAL;
	if (strcasecmp(password, login) == 0)
		return PROBLEM_PASSWORD_IS_LOGIN;
	if (n < PASSWORD_MIN)
		return PROBLEM_PASSWORD_SHORT;
	if (n > PASSWORD_MAX)
		return PROBLEM_PASSWORD_LONG;
	if (classes_of(password) < PASSWORD_CLASSES)
		return PROBLEM_PASSWORD_CLASSES;
	if (is_common(password))
		return PROBLEM_PASSWORD_COMMON;
	return PROBLEM_NONE;
}

static enum rc
stored_hash(struct db *db, int64_t id, char **login, char **hash,
    struct arena *m)
{
	struct rows q = db_query(db,
	    "SELECT login, password FROM account WHERE id = $1", V(id));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*login = db_text(&q, 0, m);
	*hash = db_text(&q, 1, m);
	return db_done(&q);
}

static void
check_new(const char *login, const char *old, const char *new_,
    const char *again, struct problems *p)
{
	enum problem what = user_password_problem(login, new_);

	if (!text_valid(new_, strlen(new_)))
		what = PROBLEM_NOT_TEXT;
	if (what == PROBLEM_NONE && strcmp(old, new_) == 0)
		what = PROBLEM_PASSWORD_SAME;
	if (what != PROBLEM_NONE)
		problem_add(p, "new", what);
	else if (strcmp(new_, again) != 0)
		problem_add(p, "again", PROBLEM_PASSWORD_DIFFERS);
}

enum rc
user_change_password(struct db *db, const struct actor *who, const char *old,
    const char *new_, const char *again, struct problems *p, struct arena *m)
{
	char *login, *hash;
	enum rc rc;

	if ((rc = stored_hash(db, who->user, &login, &hash, m)) != RC_OK)
		return rc;
	if (!secret_password_verify(hash, old))
		problem_add(p, "old", PROBLEM_PASSWORD_WRONG);
	check_new(login, old, new_, again, p);
	if (p->n > 0)
		return RC_INVALID;
	rc = db_run(db, "UPDATE account SET password = $1, initial = 0,"
	    " password_set = $2 WHERE id = $3",
	    V(secret_password_hash(m, new_)), V(clock_text(m, clock_now())),
	    V(who->user));
	if (rc != RC_OK || (rc = session_close_all(db, who->user)) != RC_OK)
		return rc;
	return audit_write(db, who, "change_password", "account", who->user,
	    "", "", "", m);
}
