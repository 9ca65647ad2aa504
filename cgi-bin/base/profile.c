/* profile.c - the kinds of documents with forms of their own; see profile.h. */
#include <string.h>

#include "base/profile.h"

#define PART(a)	a, sizeof(a) / sizeof((a)[0])

const char *const profile_roles[] = { "head", "leader", "officer", NULL };

const struct profile_field profile_fields[PROFILE__MAX] = {
	[PROFILE_ORGAN] = { "p_organ", "机构名称", false, false },
	[PROFILE_ADDRESS] = { "p_address", "办公地址", false, false },
	[PROFILE_POSTCODE] = { "p_postcode", "邮政编码", false, false },
	[PROFILE_HOURS] = { "p_hours", "办公时间", false, false },
	[PROFILE_PHONE] = { "p_phone", "联系电话", false, true },
	[PROFILE_FAX] = { "p_fax", "传真号码", false, true },
	[PROFILE_INTERNET] = { "p_internet", "互联网联系方式", false,
	    true },
	[PROFILE_HEAD] = { "p_head", "负责人", false, false },
	[PROFILE_DUTIES] = { "p_duties", "机关职能", true, false },
	[PROFILE_OFFICES] = { "p_offices", "机构设置", true, false },
	[PROFILE_BELOW] = { "p_below", "所属单位", true, false },
	[PROFILE_CLASSES] = { "p_classes", "信息分类", true, false },
	[PROFILE_SCHEME] = { "p_scheme", "编排体系", true, false },
	[PROFILE_ACCESS] = { "p_access", "获取方式", true, false },
	[PROFILE_VISIT] = { "p_visit", "当面申请", true, false },
	[PROFILE_POST] = { "p_post", "邮寄申请", true, false },
	[PROFILE_CHANNELS] = { "p_channels", "其他申请渠道", true,
	    false },
	[PROFILE_STEPS] = { "p_steps", "办理程序", true, false },
	[PROFILE_FEES] = { "p_fees", "收费", true, false },
	[PROFILE_REMEDY] = { "p_remedy", "监督和救济", true, false },
	[PROFILE_NOTE] = { "p_note", "说明", true, false },
	[PROFILE_ROLE] = { "p_role", "责任", false, false },
	[PROFILE_NAME] = { "p_name", "姓名", false, false },
	[PROFILE_OFFICE] = { "p_office", "职务", false, false },
	[PROFILE_TASK] = { "p_task", "工作分工", true, false },
	[PROFILE_CV] = { "p_cv", "工作简历", true, false },
	[PROFILE_CALL] = { "p_call", "办公电话", false, true },
	[PROFILE_MAIL] = { "p_mail", "办公邮箱", false, true },
	[PROFILE_PHOTO] = { "p_photo", "照片", false, false },
};

/* 条例 art. 12; that one can come and write: 国办公开办函〔2017〕19号. */
static const struct profile_part guide[] = {
	{ PROFILE_ORGAN, true, "政府信息公开工作机构的全称" },
	{ PROFILE_ADDRESS, true, "" },
	{ PROFILE_POSTCODE, false, "" },
	{ PROFILE_HOURS, true, "例如：工作日 8:30—12:00，14:00—17:30" },
	{ PROFILE_PHONE, true, "" },
	{ PROFILE_FAX, true, "" },
	{ PROFILE_INTERNET, true, "电子邮箱或者网址" },
	{ PROFILE_CLASSES, true, "本单位公开的信息分哪些类" },
	{ PROFILE_SCHEME, true, "索引号、目录怎样编排" },
	{ PROFILE_ACCESS, true, "主动公开的信息在哪里可以看到" },
	{ PROFILE_VISIT, true, "地点、时间；不得拒收" },
	{ PROFILE_POST, true, "收件人、地址和信封上写什么；不得拒收" },
	{ PROFILE_CHANNELS, false, "网上、传真、电子邮件；写上的必须受理" },
	{ PROFILE_STEPS, false, "登记、补正、答复期限等" },
	{ PROFILE_FEES, false, "" },
	{ PROFILE_REMEDY, false, "投诉电话，行政复议和行政诉讼" },
};

/* 条例 art. 20 (2) */
static const struct profile_part organisation[] = {
	{ PROFILE_ORGAN, true, "" },
	{ PROFILE_DUTIES, true, "一行一项" },
	{ PROFILE_OFFICES, true, "内设机构，一行一个：名称，职责，电话" },
	{ PROFILE_BELOW, false, "一行一个" },
	{ PROFILE_HEAD, true, "姓名和职务" },
	{ PROFILE_ADDRESS, true, "" },
	{ PROFILE_POSTCODE, false, "" },
	{ PROFILE_HOURS, true, "例如：工作日 8:30—12:00，14:00—17:30" },
	{ PROFILE_PHONE, true, "" },
	{ PROFILE_FAX, false, "" },
	{ PROFILE_INTERNET, false, "电子邮箱或者网址" },
};

static const struct profile_part leaders[] = {
	{ PROFILE_NAME, true, "" },
	{ PROFILE_OFFICE, true, "" },
	{ PROFILE_TASK, true, "负责什么工作" },
	{ PROFILE_CV, false, "一行一段经历，从早到晚" },
	{ PROFILE_PHOTO, false, "JPG 或 PNG，2 MB 以内；拍摄信息会自动清除" },
	{ PROFILE_NOTE, false, "写在最后，例如分工调整的日期" },
};

/* 主要领导为第一责任人，明确 1 名领导同志和 1 名工作人员 */
static const struct profile_part staff[] = {
	{ PROFILE_ROLE, true, "" },
	{ PROFILE_NAME, true, "" },
	{ PROFILE_OFFICE, true, "" },
	{ PROFILE_CALL, true, "对外公布的办公电话" },
	{ PROFILE_MAIL, false, "" },
	{ PROFILE_NOTE, false, "写在最后" },
};

const struct profile_kind profile_kinds[] = {
	{ "guide", "公开指南", "guide", "政府信息公开指南",
	    "政府信息的分类、编排体系和获取方式，公开工作机构的名称、地址、时间"
	    "和联系方式。", "条例第十二条",
	    "公开指南已经更新。", true, PART(guide) },
	{ "organisation", "机构信息", "a20-2-org", "机构信息",
	    "机关职能、机构设置、办公地址、办公时间、联系方式和负责人姓名。",
	    "条例第二十条第（二）项",
	    "机构信息已经更新。", true, PART(organisation) },
	{ "leaders", "领导信息", "a20-2-lead", "领导信息",
	    "领导班子成员的姓名、职务、分工和工作简历。",
	    "条例第二十条第（二）项",
	    "领导信息已经更新。", false, PART(leaders) },
	{ "staff", "责任人和工作人员名单", "a20-2-staff",
	    "政府信息公开责任人和工作人员名单",
	    "政府信息公开第一责任人、分管领导和工作人员的姓名、职务和办公电话。",
	    "条例第四条",
	    "名单已经更新。", false, PART(staff) },
};
const int profile_kinds_n = sizeof(profile_kinds) / sizeof(profile_kinds[0]);

const char *
profile_role(const char *key)
{
	static const char *const labels[] = { "第一责任人", "分管领导",
	    "工作人员" };

	for (int k = 0; profile_roles[k] != NULL; k++)
		if (strcmp(profile_roles[k], key) == 0)
			return labels[k];
	return "";
}

const struct profile_kind *
profile_kind(const char *key)
{
	for (int k = 0; k < profile_kinds_n; k++)
		if (strcmp(profile_kinds[k].key, key) == 0)
			return &profile_kinds[k];
	return NULL;
}

const struct profile_kind *
profile_of_category(const char *code)
{
	for (int k = 0; k < profile_kinds_n; k++)
		if (strcmp(profile_kinds[k].category, code) == 0)
			return &profile_kinds[k];
	return NULL;
}

const struct profile_part *
profile_part(const struct profile_kind *kind, enum profile_key key)
{
	for (int k = 0; k < kind->parts; k++)
		if (kind->part[k].key == key)
			return &kind->part[k];
	return NULL;
}

struct profile *
profile_new(const struct profile_kind *kind, int people, struct arena *m)
{
	struct profile *p = arena_alloc(m, sizeof(*p));

	*p = (struct profile){ .kind = kind };
	p->person = arena_calloc(m, (size_t)people + 1, sizeof(*p->person));
	for (int f = 0; f < PROFILE__MAX; f++) {
		p->v[f] = "";
		for (int k = 0; k <= people; k++)
			p->person[k].v[f] = "";
	}
	return p;
}

enum profile_key
profile_key(const char *name)
{
	int k;

	for (k = 0; k < PROFILE__MAX; k++)
		if (strcmp(profile_fields[k].name, name) == 0)
			break;
	return (enum profile_key)k;
}

static bool
somebody_lacks(const struct profile *p, enum profile_key key)
{
	for (int k = 0; k < p->n; k++)
		if (*p->person[k].v[key] == '\0')
			return true;
	return p->n == 0;
}

static bool
role_is_there(const struct profile *p, const char *role)
{
	for (int k = 0; k < p->n; k++)
		if (strcmp(p->person[k].v[PROFILE_ROLE], role) == 0)
			return true;
	return false;
}

void
profile_missing(const struct profile *p, void (*found)(void *, const char *),
    void *arg)
{
	for (int k = 0; k < p->kind->parts; k++) {
		const struct profile_part *part = &p->kind->part[k];
		enum profile_key key = part->key;
		bool lacks = key < PROFILE_PERSONS ? *p->v[key] == '\0' :
		    somebody_lacks(p, key);

		for (int r = 0; key == PROFILE_ROLE &&
		    profile_roles[r] != NULL; r++)
			lacks |= !role_is_there(p, profile_roles[r]);
		if (part->needed && lacks)
			found(arg, profile_fields[key].name);
	}
}
