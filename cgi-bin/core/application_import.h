/*
 * application_import.h - a historical register as CSV (UTF-8, RFC 4180), one
 * application a row, columns named in the first row:
 *
 *   unit         code of the unit
 *   old_number   its number in the old register; unique in the unit, so that
 *                a second run skips what is there
 *   channel      internet counter post letter fax oral
 *   received     YYYY-MM-DD, day of receipt (art. 31)
 *   kind         citizen business research welfare legal other
 *   name         of the applicant (may be empty)
 *   wish         what was asked
 *   result       key of case_result.h; empty: still open
 *   closed       YYYY-MM-DD; with a result, and only then
 *   corrected    YYYY-MM-DD asked/YYYY-MM-DD came, or empty
 *   extended     working days of an extension, or empty
 *   review       upheld corrected other pending, or empty (复议)
 *   suit         the same (未经复议直接起诉)
 *   suit_after   the same (复议后起诉)
 */
#ifndef CORE_APPLICATION_IMPORT_H
#define CORE_APPLICATION_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/rc.h"
#include "core/actor.h"
#include "store/db.h"

struct import_error { int line; const char *column, *what; };
struct import_report {
	int rows, added, skipped, bad;
	int n;				/* the first 100 errors */
	struct import_error v[100];
};

/*
 * Checks every row first; adds nothing when one is bad or with dry_run.
 * Begins and ends transactions of its own, 500 rows each.  RC_INVALID when
 * the file is not such a table; row errors are in the report (RC_OK).
 */
enum rc application_import(struct db *, const struct actor *, const char *csv,
    size_t n, bool dry_run, struct import_report *, struct arena *);

#endif
