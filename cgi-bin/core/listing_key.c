/*
 * listing_key.c - the orders of lists as one number a document.
 *
 * By number, from the highest bits: 4 initials of the word, the word, the year
 * and the serial, both falling, and a few bits that tell apart documents of
 * one number.  What grows with the order is taken from LAST, so that every
 * order of the lists falls.
 */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/pinyin.h"
#include "base/text.h"
#include "core/listing_place.h"

#define INITIALS	4
#define LETTER_BITS	5
#define WORD_BITS	12
#define YEAR_BITS	8
#define SERIAL_BITS	17
#define TIE_BITS	5
#define LAST		((INT64_C(1) << 62) - 1)

#define YEAR_LAST	2155
#define SERIAL_LAST	((1 << SERIAL_BITS) - 1)
#define UNDER_WORD	(YEAR_BITS + SERIAL_BITS + TIE_BITS)
#define TIES		(1 << TIE_BITS)

/* Days from here on are above 0, so that what has none comes last. */
#define DAYS_BEFORE	100000

static int64_t
rank_of(const char *word, struct arena *m)
{
	const char *s = pinyin_initials(m, word);
	int64_t rank = 0;

	for (int k = 0; k < INITIALS; k++) {
		int letter = 0;

		if (*s >= 'a' && *s <= 'z')
			letter = *s - 'a' + 1;
		if (*s != '\0')
			s++;
		rank = rank << LETTER_BITS | letter;
	}
	return rank;
}

static enum rc
word_add(struct db *db, const char *word, int64_t *id, int64_t *rank,
    struct arena *m)
{
	enum rc rc;

	*rank = rank_of(word, m);
	if ((rc = db_id(db, "doc_word", id)) != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO doc_word (id, word, rank)"
	    " VALUES ($1, $2, $3)", V(*id), V(word), V(*rank));
}

enum rc
listing_word(struct db *db, const char *doc_no, int64_t *id, int64_t *rank,
    struct arena *m)
{
	const char *bracket = strstr(doc_no, "〔");
	char *word;
	struct rows q;
	enum rc rc;

	*id = *rank = 0;
	if (bracket == NULL || bracket == doc_no)
		return RC_OK;
	word = arena_strndup(m, doc_no, (size_t)(bracket - doc_no));
	q = db_query(db, "SELECT id, rank FROM doc_word WHERE word = $1",
	    V(word));
	if ((rc = db_first(&q)) == RC_NOT_FOUND)
		return word_add(db, word, id, rank, m);
	if (rc != RC_OK)
		return rc;
	*id = db_int(&q, 0);
	*rank = db_int(&q, 1);
	return db_done(&q);
}

static int64_t
word_bits(int64_t word, int64_t rank)
{
	return (rank << WORD_BITS | (word & ((1 << WORD_BITS) - 1))) <<
	    UNDER_WORD;
}

struct number_range
listing_number_range(int64_t word, int64_t rank)
{
	int64_t first = word_bits(word, rank);

	return (struct number_range){
		.low = LAST - (first | ((INT64_C(1) << UNDER_WORD) - 1)),
		.high = LAST - first,
	};
}

/* The digits after `after`, at most max. */
static int64_t
digits(const char *s, const char *after, int64_t max)
{
	int64_t n = 0;

	if ((s = strstr(s, after)) == NULL)
		return 0;
	for (s += strlen(after); *s >= '0' && *s <= '9' && n <= max; s++)
		n = n * 10 + *s - '0';
	return n > max ? max : n;
}

/* The next key that no other document of the same number has. */
static enum rc
untie(struct db *db, int64_t *key)
{
	struct rows q = db_query(db, "SELECT number_key FROM listing"
	    " WHERE category_id = 0 AND number_key > $1 AND number_key <= $2"
	    " ORDER BY number_key LIMIT 1", V(*key - TIES), V(*key));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	if (db_int(&q, 0) > *key - TIES + 1)
		*key = db_int(&q, 0) - 1;
	return db_done(&q);
}

enum rc
listing_number_key(struct db *db, const char *doc_no, int64_t word,
    int64_t rank, int64_t publication, int64_t *key)
{
	int64_t year = YEAR_LAST - digits(doc_no, "〔", YEAR_LAST);
	int64_t serial = SERIAL_LAST - digits(doc_no, "〕", SERIAL_LAST);

	*key = publication;
	if (word == 0)
		return RC_OK;
	if (year >= 1 << YEAR_BITS)
		year = (1 << YEAR_BITS) - 1;
	*key = LAST - (word_bits(word, rank) |
	    (year << SERIAL_BITS | serial) << TIE_BITS);
	return untie(db, key);
}

static int64_t
day_key(day_t day)
{
	return ((int64_t)day + DAYS_BEFORE) << 32;
}

void
listing_made_range(int year, int from, int to, int64_t *low, int64_t *high)
{
	char text[32];
	day_t day = 0;

	snprintf(text, sizeof(text), "%04d-%02d-01", year % 10000, from % 100);
	*low = day_parse(text, &day) ? day_key(day) : 0;
	snprintf(text, sizeof(text), "%04d-%02d-01", (year + (to == 12)) %
	    10000, to % 12 + 1);
	*high = day_parse(text, &day) ? day_key(day) - 1 : 0;
}

int64_t
listing_made_key(const char *made_on, int64_t publication)
{
	day_t day;

	if (!day_parse(made_on, &day))
		return publication;
	return day_key(day) | publication;
}
