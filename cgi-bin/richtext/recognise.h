/*
 * recognise.h - what an official document says of itself (GB/T 9704): its
 * title, number, addressee, issuing organ and date.  A proposal for whoever
 * enters it: "" where nothing was found, never a guess from the text's body.
 */
#ifndef RICHTEXT_RECOGNISE_H
#define RICHTEXT_RECOGNISE_H

#include "richtext/passage.h"

struct recognised {
	const char *title;	/* 名称, on one line */
	const char *doc_no;	/* 文号 in its one right form */
	const char *addressee;	/* 主送机关, without the colon */
	const char *organ;	/* 发文机关; the first of several */
	const char *made_on;	/* 成文日期 as YYYY-MM-DD */
};

void recognise(const struct passages *, struct recognised *, struct arena *);

/* A whole line that is a day, 2026年10月22日 or 二〇二六年十月二十二日; "" if
 * it is none. */
const char *recognise_date(const char *line, struct arena *);
/* A whole line that is a 文号 (or says so before it); "" if it is none. */
const char *recognise_number(const char *line, struct arena *);

#endif
