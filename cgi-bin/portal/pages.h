/* pages.h - the handlers of the portal's route table, one family a file. */
#ifndef PORTAL_PAGES_H
#define PORTAL_PAGES_H

#include "web/route.h"

extern const struct route portal_routes[];

/* home.c */
enum rc home_show(struct ctx *);
/* unit.c */
extern const struct field units_fields[];
enum rc unit_show(struct ctx *);
enum rc units_show(struct ctx *);
/* list.c; the fields are in list_wanted.c */
extern const struct field list_fields[];
enum rc list_show(struct ctx *);
/* list_download.c */
#define LIST_ROWS_MAX 20000	/* rows of one file */
enum rc list_csv(struct ctx *);
enum rc list_xlsx(struct ctx *);
enum rc list_json(struct ctx *);
/* document.c */
enum rc document_show(struct ctx *);
enum rc document_version_show(struct ctx *);
enum rc document_file_send(struct ctx *);
enum rc document_file_view(struct ctx *);
enum rc document_image_send(struct ctx *);
/* document_compare.c */
extern const struct field compare_fields[];
enum rc document_compare_show(struct ctx *);
/* document_table.c */
enum rc document_table_send(struct ctx *);
enum rc document_qr_send(struct ctx *);
/* document_pdf.c */
enum rc document_pdf_send(struct ctx *);
enum rc document_pdf_send(struct ctx *);
/* search.c */
extern const struct field search_fields[];
enum rc search_show(struct ctx *);
/* suggest.c */
extern const struct field suggest_fields[];
enum rc suggest_send(struct ctx *);
/* entries.c */
extern const struct field guide_fields[], open_fields[], report_fields[];
enum rc guide_show(struct ctx *);
enum rc open_show(struct ctx *);
enum rc report_show(struct ctx *);
/* column.c */
extern const struct field column_fields[];
enum rc rules_show(struct ctx *);
enum rc leaders_show(struct ctx *);
enum rc organisation_show(struct ctx *);
enum rc staff_show(struct ctx *);
/* map.c */
enum rc map_show(struct ctx *);
enum rc data_show(struct ctx *);
/* statistics.c */
extern const struct field statistics_fields[];
enum rc portal_statistics_show(struct ctx *);
/* apply_start.c */
extern const struct field apply_fields[], apply_ask_fields[],
    apply_helped_fields[];
enum rc apply_show(struct ctx *);
enum rc apply_ask(struct ctx *);
enum rc apply_ask_again(struct ctx *);
enum rc apply_new(struct ctx *);
enum rc apply_answers_show(struct ctx *);
enum rc apply_helped(struct ctx *);
enum rc apply_answered_show(struct ctx *);
/* apply_form.c; the fields are in apply.h */
enum rc apply_form_show(struct ctx *);
enum rc apply_form_take(struct ctx *);
enum rc apply_form_again(struct ctx *);
/* apply_check.c */
enum rc apply_send(struct ctx *);
enum rc apply_send_again(struct ctx *);
/* apply_receipt.c */
enum rc apply_receipt_show(struct ctx *);
enum rc apply_receipt_pdf(struct ctx *);
enum rc apply_receipt_done(struct ctx *);
/* apply_status.c */
extern const struct field apply_status_fields[], apply_query_fields[];
enum rc apply_status_show(struct ctx *);
enum rc apply_query(struct ctx *);
enum rc apply_query_again(struct ctx *);
enum rc apply_status_close(struct ctx *);
/* apply_calendar.c */
enum rc apply_ics_send(struct ctx *);
/* apply_reach.c */
extern const struct field apply_reach_fields[];
enum rc apply_reach_show(struct ctx *);
enum rc apply_reach_take(struct ctx *);
enum rc apply_reach_again(struct ctx *);

/* apply_act.c */
extern const struct field apply_act_fields[], apply_correct_fields[];
enum rc apply_act_show(struct ctx *);
enum rc apply_act_take(struct ctx *);
enum rc apply_act_again(struct ctx *);
/* apply_letter.c */
enum rc apply_letter_show(struct ctx *);
enum rc apply_letter_fetch(struct ctx *);
enum rc apply_file_send(struct ctx *);
/* apply_log.c */
extern const struct field apply_log_fields[];
enum rc apply_log_show(struct ctx *);
enum rc apply_log_entry(struct ctx *);
/* feedback.c */
extern const struct field feedback_fields[], feedback_send_fields[],
    feedback_query_fields[];
enum rc feedback_show(struct ctx *);
enum rc feedback_send(struct ctx *);
enum rc feedback_again(struct ctx *);
enum rc feedback_status_show(struct ctx *);
enum rc feedback_query(struct ctx *);
enum rc feedback_status_again(struct ctx *);
/* preference.c */
extern const struct field preference_fields[];
enum rc preference_set(struct ctx *);
/* about.c */
enum rc about_show(struct ctx *);
enum rc accessibility_show(struct ctx *);
enum rc privacy_show(struct ctx *);

#endif
