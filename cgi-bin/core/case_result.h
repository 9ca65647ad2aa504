/*
 * case_result.h - how an application can end: the leaf codes of the annual
 * report's table three (国办公开办函〔2021〕30号) with article, meaning and
 * remedy.  The Chinese words here are the official labels of that form.
 */
#ifndef CORE_CASE_RESULT_H
#define CORE_CASE_RESULT_H

#include <stdbool.h>

enum remedy {
	REMEDY_NONE = 0,	/* nothing was decided: withdrawn, ended */
	REMEDY_REVIEW_FIRST,	/* P: 复议前置 (arts. 14-16) */
	REMEDY_CHOICE		/* N: 复议 60 days or 诉讼 6 months */
};

enum result_need {
	RESULT_REASON = 1,	/* why, in the reply's `reason` */
	RESULT_PARTS = 2,	/* given and withheld part */
	RESULT_ORGAN = 4,	/* name and contact of the competent organ */
	RESULT_WAY = 8,		/* where it has been published */
	RESULT_CORRECTED = 16,	/* only after a correction was asked for */
	RESULT_BASIS = 32	/* the ground of the withheld part: a key
				 * whose remedy tells that of the whole */
};

struct case_result {
	const char *key;	/* "granted", "refused_secret", ... */
	int row;		/* of the table: 3..23 */
	const char *group;	/* 予以公开, 部分公开, 不予公开, 无法提供,
				 * 不予处理, 其他处理 */
	const char *label;	/* as in the table */
	const char *short_label;	/* for lists: 不予公开（国家秘密） */
	const char *article;	/* 第三十六条第（二）项 */
	const char *meaning;	/* one sentence */
	unsigned needs;
	enum remedy remedy;
	bool by_reply;		/* chosen in 回复; the others come by acts */
};

/* All, in the order of the table; n of them. */
const struct case_result *case_results(int *n);
const struct case_result *case_result_get(const char *key);	/* or NULL */
/* basis: key of the withheld part's ground for a partial answer, else "". */
enum remedy case_result_remedy(const char *key, const char *basis);

#endif
