/* pages.h - the handlers of the back office's route table, one menu item a
 * file. */
#ifndef GKHT_PAGES_H
#define GKHT_PAGES_H

#include "web/route.h"

extern const struct route gkht_routes[];

/* account.c */
extern const struct field login_page_fields[], login_fields[];
extern const struct field password_fields[];
enum rc home_go(struct ctx *);
enum rc login_show(struct ctx *);
enum rc login_try(struct ctx *);
enum rc logout_run(struct ctx *);
enum rc password_show(struct ctx *);
enum rc password_change(struct ctx *);
/* help.c */
enum rc help_show(struct ctx *);
/* entry.c: 信息上载 */
enum rc entry_list(struct ctx *);
enum rc entry_batch(struct ctx *);
enum rc entry_submit(struct ctx *);
enum rc entry_discard(struct ctx *);
/* bulk.c, bulk_send.c, bulk_template.c: 批量导入 */
extern const struct field bulk_list_fields[], bulk_one_fields[];
extern const struct field bulk_send_fields[], bulk_decide_fields[];
enum rc bulk_page(struct ctx *);
enum rc bulk_send(struct ctx *);
enum rc bulk_show(struct ctx *);
enum rc bulk_run(struct ctx *);
enum rc bulk_csv(struct ctx *);
enum rc bulk_template_xlsx(struct ctx *);
enum rc bulk_template_csv(struct ctx *);
/* catalogue.c: 依申请公开目录, 不予公开目录 */
extern const struct field catalogue_fields[], assess_fields[];
enum rc catalogue_show(struct ctx *);
enum rc catalogue_xlsx(struct ctx *);
enum rc catalogue_docx(struct ctx *);
enum rc assess_ask(struct ctx *);
enum rc assess_again(struct ctx *);
enum rc assess_run(struct ctx *);
enum rc login_lost(struct ctx *);
/* copy.c: 自动保存 */
extern const struct field copy_fields[], copy_drop_fields[],
    copy_show_fields[];
enum rc copy_keep(struct ctx *);
enum rc copy_drop(struct ctx *);
/* profile.c: 公开指南, 机构信息, 领导信息, 责任人和工作人员名单 */
extern const struct field profile_form_fields[], profile_show_fields[];
enum rc profile_new_show(struct ctx *);
enum rc profile_form_show(struct ctx *);
enum rc profile_form_store(struct ctx *);
enum rc profile_form_again(struct ctx *);
/* yearly.c: 年度核对 */
extern const struct field yearly_fields[];
enum rc yearly_show(struct ctx *);
enum rc yearly_confirm(struct ctx *);
/* late.c: 超期公开 */
extern const struct field late_fields[];
enum rc late_show(struct ctx *);
/* secrecy.c: 保密审查表 */
enum rc secrecy_sheet(struct ctx *);
/* entry_form.c: 内容表添加 */
extern const struct field entry_form_fields[];
enum rc entry_new(struct ctx *);
enum rc entry_open(struct ctx *);
enum rc entry_store(struct ctx *);
enum rc entry_again(struct ctx *);
/* file.c: what dialogs fetch and staff download */
extern const struct field upload_fields[], word_fields[];
enum rc upload_take(struct ctx *);
enum rc word_take(struct ctx *);
enum rc file_again(struct ctx *);
enum rc file_send(struct ctx *);
enum rc image_send(struct ctx *);
/* word.c: 对照原文 */
extern const struct field word_pages_fields[];
enum rc word_show(struct ctx *);
enum rc word_paint(struct ctx *);
/* document.c: 信息查看 */
extern const struct field document_fields[];
enum rc document_show(struct ctx *);
/* review.c: 信息审核 */
extern const struct field review_fields[], reply_fields[];
enum rc review_list(struct ctx *);
enum rc review_batch(struct ctx *);
enum rc review_read(struct ctx *);
enum rc review_show(struct ctx *);
enum rc reply_show(struct ctx *);
enum rc reply_store(struct ctx *);
enum rc reply_again(struct ctx *);
/* amendment.c: 信息审核 of what administrators changed */
extern const struct field amendment_fields[], amendment_reply_fields[];
enum rc amendment_show(struct ctx *);
enum rc amendment_reply(struct ctx *);
enum rc amendment_again(struct ctx *);
enum rc amendment_abandon(struct ctx *);
/* publish.c: 信息发布 */
extern const struct field publish_ask_fields[], publish_fields[];
enum rc publish_list(struct ctx *);
enum rc publish_batch(struct ctx *);
enum rc publish_batch_again(struct ctx *);
enum rc publish_ask(struct ctx *);
enum rc publish_run(struct ctx *);
enum rc publish_again(struct ctx *);
/* published.c: 已发布信息维护 */
extern const struct field published_fields[];
enum rc published_list(struct ctx *);
enum rc published_batch(struct ctx *);
enum rc published_ask(struct ctx *);
enum rc published_run(struct ctx *);
/* manage.c: 已发布信息管理 */
enum rc manage_list(struct ctx *);
enum rc manage_csv(struct ctx *);
enum rc manage_xlsx(struct ctx *);
enum rc manage_open(struct ctx *);
enum rc manage_store(struct ctx *);
enum rc manage_again(struct ctx *);
/* statistics.c, statistics_download.c: 统计 */
extern const struct field statistics_fields[];
enum rc statistics_show(struct ctx *);
enum rc statistics_csv(struct ctx *);
enum rc statistics_xlsx(struct ctx *);
/* saved.c: 常用查询; saved_fields stand in filter.h */
extern const struct field saved_one_fields[];
enum rc saved_queries_show(struct ctx *);
enum rc saved_store(struct ctx *);
enum rc saved_change(struct ctx *);
enum rc saved_again(struct ctx *);

/* users.c: 用户管理 */
extern const struct field users_fields[], user_fields[];
enum rc users_list(struct ctx *);
enum rc user_change(struct ctx *);
enum rc user_again(struct ctx *);
/* handover.c: 移交 */
extern const struct field handover_fields[];
enum rc handover_show(struct ctx *);
enum rc handover_do(struct ctx *);

/* holidays.c: 节假日 */
extern const struct field holidays_fields[], holiday_fields[];
enum rc holidays_show(struct ctx *);
enum rc holidays_change(struct ctx *);
enum rc holidays_again(struct ctx *);
/* audit.c: 操作日志 */
extern const struct field audit_fields[];
enum rc audit_show(struct ctx *);
/* applications.c: 申请处理 */
extern const struct field applications_fields[];
enum rc applications_list(struct ctx *);
/* application_find.c: 按申请人查找 */
extern const struct field application_find_fields[];
enum rc application_find_ask(struct ctx *);
enum rc application_find_run(struct ctx *);
/* application_case*.c: one application */
extern const struct field application_case_fields[];
enum rc application_case_page(struct ctx *);
extern const struct field application_reason_fields[];
enum rc application_person_ask(struct ctx *);
enum rc application_person_show(struct ctx *);
enum rc application_file_open(struct ctx *);
extern const struct field application_follow_ask_fields[];
extern const struct field application_follow_fields[];
extern const struct field application_log_fields[];
enum rc application_follow_ask(struct ctx *);
enum rc application_follow_again(struct ctx *);
enum rc application_follow_run(struct ctx *);
enum rc application_log_ask(struct ctx *);
enum rc application_log_again(struct ctx *);
enum rc application_log_run(struct ctx *);
enum rc application_propose(struct ctx *);
extern const struct field application_paper_fields[];
enum rc application_paper_show(struct ctx *);
enum rc application_paper_run(struct ctx *);
/* application_paper.c: 出具文书 */
extern const struct field application_write_fields[];
enum rc application_write_ask(struct ctx *);
enum rc application_write_again(struct ctx *);
enum rc application_write_run(struct ctx *);
/* application_act.c: its acts */
extern const struct field application_act_fields[];
enum rc application_act_ask(struct ctx *);
enum rc application_act_again(struct ctx *);
enum rc application_act_run(struct ctx *);
/* application_reply.c, application_reply_letter.c: 回复结果, 签发 */
extern const struct field application_reply_fields[];
extern const struct field application_letter_fields[];
enum rc application_reply_ask(struct ctx *);
enum rc application_reply_again(struct ctx *);
enum rc application_reply_run(struct ctx *);
enum rc application_letter_ask(struct ctx *);
enum rc application_letter_again(struct ctx *);
enum rc application_letter_run(struct ctx *);
/* evidence.c */
enum rc evidence_ask(struct ctx *);
enum rc evidence_send(struct ctx *);
/* counter.c: 申请表录入 */
extern const struct field counter_fields[];
enum rc counter_show(struct ctx *);
enum rc counter_again(struct ctx *);
enum rc counter_store(struct ctx *);
enum rc counter_receipt(struct ctx *);
/* unread.c: 附件检索 */
extern const struct field unread_fields[];
/* Page.Unread: how many there are, for the pages of what is published. */
enum rc unread_note(struct ctx *);
enum rc unread_show(struct ctx *);
enum rc unread_again(struct ctx *);
/* feedback.c: 网站找错 */
extern const struct field feedback_list_fields[], feedback_answer_fields[];
enum rc feedback_list_show(struct ctx *);
enum rc feedback_one_show(struct ctx *);
enum rc feedback_answer_run(struct ctx *);
enum rc feedback_answer_again(struct ctx *);
enum rc feedback_contact_show(struct ctx *);
/* extensions.c: 延期审批; settings.c: 设置 */
enum rc extensions_list(struct ctx *);
extern const struct field settings_page_fields[], settings_fields[];
enum rc settings_show(struct ctx *);
enum rc settings_again(struct ctx *);
enum rc settings_store(struct ctx *);

#endif
