/*
 * fee.h - 信息处理费 (国办函〔2020〕109号), in yuan: by pieces in the calendar
 * month or by pages of one application, never both.  Pure.
 */
#ifndef CORE_FEE_H
#define CORE_FEE_H

#include <stdint.h>

#define FEE_FREE_PIECES	10	/* a month */
#define FEE_FREE_PAGES	30

/* What so many applications of one month cost in all. */
int64_t fee_pieces(int64_t n);
/* What the n-th of the month adds. */
int64_t fee_piece(int64_t nth);
int64_t fee_pages(int64_t pages);

#endif
