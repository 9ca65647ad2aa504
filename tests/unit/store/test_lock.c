/* test_lock.c - writers of several processes. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "place.h"
#include "store/lock.h"

#define WRITERS	4
#define EACH	25

static int64_t
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Reads, waits, writes: only a real lock keeps every increment. */
static enum rc
add_one(struct db *db)
{
	struct rows q = db_query(db, "SELECT v FROM counter");
	int64_t v;

	if (db_first(&q) != RC_OK)
		return RC_FAIL;
	v = db_int(&q, 0);
	db_done(&q);
	usleep(300);
	return db_run(db, "UPDATE counter SET v = $1", V(v + 1));
}

static int
writer(void)
{
	struct db *db = db_open(place.db, place.lock, false);
	int i;

	if (db == NULL)
		return 1;
	for (i = 0; i < EACH; i++)
		if (db_begin(db) != RC_OK || db_end(db, add_one(db)) != RC_OK)
			return 2;
	db_close(db);
	return 0;
}

static void
test_nothing_is_lost(void **state)
{
	struct db *db = place_db();
	struct rows q;
	int i, status;

	(void)state;
	assert_int_equal(db_run(db, "CREATE TABLE counter (v BIGINT)"), RC_OK);
	assert_int_equal(db_run(db, "INSERT INTO counter VALUES (0)"), RC_OK);
	db_close(db);
	for (i = 0; i < WRITERS; i++)
		if (fork() == 0)
			_exit(writer());
	for (i = 0; i < WRITERS; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	db = db_open(place.db, place.lock, false);
	q = db_query(db, "SELECT v FROM counter");
	assert_int_equal(db_first(&q), RC_OK);
	assert_int_equal(db_int(&q, 0), WRITERS * EACH);
	db_done(&q);
	db_close(db);
}

static void
test_limit_and_exclusion(void **state)
{
	int a = lock_open(place.lock), b = lock_open(place.lock);
	int64_t start;

	(void)state;
	assert_true(a >= 0 && b >= 0);
	assert_int_equal(lock_take(a, 0), RC_OK);
	start = now_ms();
	assert_int_equal(lock_take(b, 200), RC_BUSY);
	assert_in_range(now_ms() - start, 199, 2000);
	lock_give(a);
	assert_int_equal(lock_take(b, 0), RC_OK);
	lock_give(b);
	/* Whoever gave up has left the queue. */
	assert_int_equal(lock_take(a, 0), RC_OK);
	lock_give(a);
	assert_int_equal(lock_open("/tmp/no-such-folder/lock"), -1);
	close(a);
	close(b);
}

static void
test_a_dead_writer_frees_the_lock(void **state)
{
	int fd = lock_open(place.lock), ready[2];
	pid_t pid;
	char c;

	(void)state;
	assert_int_equal(pipe(ready), 0);
	if ((pid = fork()) == 0) {
		close(fd);
		fd = lock_open(place.lock);
		if (lock_take(fd, 0) == RC_OK && write(ready[1], "x", 1) == 1)
			pause();
		_exit(1);
	}
	assert_int_equal(read(ready[0], &c, 1), 1);
	assert_int_equal(lock_take(fd, 0), RC_BUSY);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	assert_int_equal(lock_take(fd, 1000), RC_OK);
	close(fd);
	close(ready[0]);
	close(ready[1]);
}

static void
greedy(int64_t until, int64_t *turns)
{
	int fd = lock_open(place.lock);

	while (now_ms() < until) {
		if (lock_take(fd, 5000) != RC_OK)
			_exit(1);
		usleep(2000);
		++*turns;
		lock_give(fd);
	}
	_exit(0);
}

/* Everybody asks again at once: nobody may be left out. */
static void
test_fair(void **state)
{
	int64_t *turns = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	int64_t until = now_ms() + 1500, least = INT64_MAX, most = 0;
	int i, status;

	(void)state;
	for (i = 0; i < WRITERS; i++)
		if (fork() == 0)
			greedy(until, &turns[i]);
	for (i = 0; i < WRITERS; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	for (i = 0; i < WRITERS; i++) {
		least = turns[i] < least ? turns[i] : least;
		most = turns[i] > most ? turns[i] : most;
	}
	if (least * 3 < most)
		fail_msg("turns between %d and %d", (int)least, (int)most);
	munmap(turns, 4096);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_is_lost),
		cmocka_unit_test(test_limit_and_exclusion),
		cmocka_unit_test(test_a_dead_writer_frees_the_lock),
		cmocka_unit_test(test_fair),
	};

	return cmocka_run_group_tests(tests, place_make, place_remove);
}
