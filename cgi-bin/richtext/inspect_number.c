/*
 * inspect_number.c - numbers of papers, cards and telephones.
 *
 * A number is one group of digits, or groups parted by one space or hyphen in
 * a way that people write that kind of number.
 */
#include <string.h>

#include "base/clock.h"
#include "base/identity.h"
#include "richtext/inspect_find.h"

#define GROUPS	 18	/* of one number: each digit by itself */
#define DIGITS	 19

/* Some groups in a row, as one number. */
struct number {
	int from, to;		/* characters of the line */
	int n, groups, least;	/* digits; the smallest group but the last */
	int first, last;	/* sizes of groups */
	char s[DIGITS + 2];
};

static const char *const person_for[] = { "身份", "证件", "公民", "居民",
	"姓名", "户主", "户籍", "本人", "id", NULL };
static const char *const person_against[] = { "编号", "文号", "单号",
	"信用代码", "税号", "识别号", "代码", "合同", "项目", "工单", "流水",
	"条码", "账号", "帐号", "账户", "卡号", "金额", "预算", "资金",
	"档号", "许可", "登记号", "证号", "备案", "imei", "案号", "车架",
	"订单", "运单", "序列", "批号", "总额", "型号", "图号", "指标", NULL };
static const char *const phone_for[] = { "电话", "手机", "联系", "移动",
	"热线", "短信", "微信", "致电", "拨打", "咨询", "号码", "本人", "tel",
	"phone", "mobile", "wechat", "wx", "vx", "通讯", "通信", "呼叫",
	"负责人", "姓名", NULL };
static const char *const phone_against[] = { "编号", "编码", "文号", "单号", "账号",
	"帐号", "账户", "代码", "合同", "项目", "工单", "流水", "条码",
	"序列", "批号", "证号", "金额", "预算", "资金", "合计", "收入",
	"支出", "资产", "决算", "数量", "面积", "总量", "产值", "总额",
	"余额", "卷号", "档号", "版本", "许可", "备案", "登记", "案号",
	"车架", "订单", "快递", "运单", "邮编", "信用", "isbn", "注册号",
	"投资", "造价", "工程款", "元", "吨", "图号", "型号", "序号", "指标",
	"no.", "用户号", "户号", "表号", "qq", "税号", NULL };
static const char *const measures[] = { "元", "万", "吨", "亩", "平方", "㎡",
	"千", "公斤", "米", "立方", "个", "户", "件", "册", "份", "人次", "人",
	"号", "次", "%", "亿", "度", "家", "台", "套", "辆", "页", "kw", "m",
	"年", "美元", "公里", "公顷", NULL };
static const char *const card_for[] = { "卡号", "银行", "账号", "帐号",
	"账户", "帐户", "开户", "打款", "汇款", "工资卡", "社保卡", "一卡通",
	"一折通", "收款", "存折", "储蓄", NULL };
static const char *const card_against[] = { "编号", "编码", "文号", "单号", "合同",
	"项目", "工单", "流水", "条码", "代码", "金额", "预算", "资金",
	"合计", "支出", "收入", "许可", "登记", "档号", "isbn", "不动产",
	"证号", "批号", "总额", "指标", "案号", "序列", "识别号", "税号",
	"余额", "产权", "imei", "物料", "型号", NULL };

static bool
is_joint(const struct line *l, int k)
{
	return k < l->n && (l->cp[k] == ' ' || l->cp[k] == '-') &&
	    line_digit(l, k - 1) && line_digit(l, k + 1);
}

/* Adds the group of digits at k; false when there are too many. */
static bool
number_grow(struct number *x, const struct line *l, int k)
{
	int size = 0;

	if (x->groups > 0 && (x->groups == 1 || x->last < x->least))
		x->least = x->last;
	for (; line_digit(l, k); k++, size++) {
		if (x->n == DIGITS)
			return false;
		x->s[x->n++] = (char)l->cp[k];
	}
	x->s[x->n] = '\0';
	x->to = k;
	x->last = size;
	if (x->groups++ == 0)
		x->first = x->least = size;
	return x->groups <= GROUPS;
}

static bool
region(const char *s)
{
	static const char known[] = "11 12 13 14 15 21 22 23 31 32 33 34 35 "
	    "36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 "
	    "83 ";
	char two[4] = { s[0], s[1], ' ', '\0' };

	return strstr(known, two) != NULL && strncmp(s + 2, "00", 2) != 0;
}

/* 17 digits and an X that stands right behind them, or 18 digits. */
static bool
card_shape(const struct number *x)
{
	return x->groups == 1 || x->groups == x->n ||
	    (x->groups <= 6 && x->least >= 3);
}

static bool
is_card(struct number *x, const struct line *l)
{
	bool check = x->n == 17 && x->to < l->n &&
	    (l->cp[x->to] == 'X' || l->cp[x->to] == 'x');
	char day[11] = "0000-00-00";
	day_t born;

	if ((x->n != 18 && !check) || !card_shape(x) || !region(x->s) ||
	    line_alnum(l, x->to + check))
		return false;
	if (check)
		x->s[17] = 'X';
	x->s[18] = '\0';
	memcpy(day, x->s + 6, 4);
	memcpy(day + 5, x->s + 10, 2);
	memcpy(day + 8, x->s + 12, 2);
	if (!identity_card(x->s) || !day_parse(day, &born) ||
	    born > clock_today() || strncmp(day, "1900", 4) < 0)
		return false;
	x->to += check;
	return true;
}

static bool
take_card(struct number *x, const struct line *l, struct inspections *out,
    struct arena *m)
{
	static const char *const none[] = { NULL };
	static const char *const code[] = { "信用代码", "识别号", NULL };

	if (!is_card(x, l) ||
	    line_hint(l, x->from, none, code, m) == HINT_AGAINST)
		return false;
	inspect_add(out, l, INSPECT_ID_CARD, x->from, x->to,
	    inspect_mask(x->s, 3, 4, m), m);
	return true;
}

static bool
stands_alone(const struct number *x, const struct line *l)
{
	uint32_t before = x->from > 0 ? l->cp[x->from - 1] : ' ';
	uint32_t after = x->to < l->n ? l->cp[x->to] : ' ';

	if (line_alnum(l, x->from - 1) || line_alnum(l, x->to) ||
	    (before < 128 && strchr("/=&?#_%*@$\\", (int)before) != NULL) ||
	    (after < 128 && strchr("/=&?#_%*@\\", (int)after) != NULL))
		return false;
	if ((after == '.' || after == ',') && line_digit(l, x->to + 1))
		return false;
	if ((before == '.' || before == ',') && line_digit(l, x->from - 2) &&
	    (before == '.' || x->from - 2 < 0))
		return false;
	return before != 0xa5 && before != 0xffe5;
}

/* Ends of file names: 13812345678.pdf. */
static bool
names_file(const struct number *x, const struct line *l)
{
	return x->to + 1 < l->n && l->cp[x->to] == '.' &&
	    line_alnum(l, x->to + 1);
}

static bool
take_old_card(struct number *x, const struct line *l,
    struct inspections *out, struct arena *m)
{
	if (x->n != 15 || !card_shape(x) || x->groups > 4 || !region(x->s) ||
	    !identity_card_old(x->s) || !stands_alone(x, l) ||
	    names_file(x, l) || line_follows(l, x->to, measures) ||
	    line_hint(l, x->from, person_for, person_against, m) ==
	    HINT_AGAINST)
		return false;
	inspect_add(out, l, INSPECT_ID_CARD_OLD, x->from, x->to,
	    inspect_mask(x->s, 3, 4, m), m);
	return true;
}

static bool
is_mobile(const char *s)
{
	static const char *const known[10] = { [3] = "0123456789",
		[4] = "0123456789", [5] = "012356789", [6] = "2567",
		[7] = "012345678", [8] = "0123456789", [9] = "012356789" };
	const char *third = s[0] == '1' && s[1] >= '3' && s[1] <= '9' ?
	    known[s[1] - '0'] : NULL;

	return third != NULL && strchr(third, s[2]) != NULL;
}

static bool
take_mobile(struct number *x, const struct line *l, struct inspections *out,
    struct arena *m)
{
	int skip = x->n == 13 && strncmp(x->s, "86", 2) == 0 &&
	    x->first != 2 ? 2 : 0;
	bool shape = x->groups == 1 || x->groups == x->n || (skip == 0 &&
	    x->first >= 3 && x->groups <= 4 && x->least >= 2);
	enum hint hint;

	if (x->n - skip != 11 || !shape || !is_mobile(x->s + skip))
		return false;
	hint = line_hint(l, x->from, phone_for, phone_against, m);
	if (!stands_alone(x, l) && !(line_alnum(l, x->from - 1) &&
	    !line_alnum(l, x->to) && hint == HINT_FOR))
		return false;
	if (hint == HINT_AGAINST || names_file(x, l) ||
	    (hint == HINT_NONE && line_follows(l, x->to, measures)))
		return false;
	inspect_add(out, l, INSPECT_MOBILE, x->from, x->to,
	    arena_printf(m, "%.3s****%s", x->s + skip, x->s + skip + 7), m);
	return true;
}

/* Groups of four, or the first six and the rest. */
static bool
bank_shape(const struct number *x)
{
	return x->groups == 1 || (x->groups <= 5 &&
	    (x->least == 4 || (x->groups == 2 && x->first == 6)));
}

static bool
issuer(const char *s, bool sure)
{
	static const char *const common[] = { "62", "9558", "9559", NULL };
	static const char *const others[] = { "4", "51", "52", "53", "54",
		"55", "35", "37", "60", "68", "69", "940", "955", "103",
		NULL };

	for (int k = 0; common[k] != NULL; k++)
		if (strncmp(s, common[k], strlen(common[k])) == 0)
			return true;
	for (int k = 0; sure && others[k] != NULL; k++)
		if (strncmp(s, others[k], strlen(others[k])) == 0)
			return true;
	return false;
}

static bool
take_bank(struct number *x, const struct line *l, struct inspections *out,
    struct arena *m)
{
	enum hint hint;

	if (!bank_shape(x) || !identity_bank_card(x->s) ||
	    !stands_alone(x, l) || names_file(x, l))
		return false;
	hint = line_hint(l, x->from, card_for, card_against, m);
	if (!issuer(x->s, hint == HINT_FOR) || hint == HINT_AGAINST ||
	    (hint == HINT_NONE && line_follows(l, x->to, measures)))
		return false;
	inspect_add(out, l, INSPECT_BANK_CARD, x->from, x->to,
	    inspect_mask(x->s, 4, 4, m), m);
	return true;
}

/* The number that begins with the group at k; returns where it ends, or 0. */
static int
take_at(const struct line *l, int k, struct inspections *out,
    struct arena *m)
{
	struct number x = { .from = k, .to = k };

	while (number_grow(&x, l, x.groups == 0 ? k : x.to + 1)) {
		struct number try = x;

		if (take_card(&try, l, out, m) ||
		    take_old_card(&try, l, out, m) ||
		    take_mobile(&try, l, out, m) ||
		    take_bank(&try, l, out, m))
			return try.to;
		if (!is_joint(l, x.to))
			break;
	}
	return 0;
}

void
inspect_numbers(const struct line *l, struct inspections *out,
    struct arena *m)
{
	for (int k = 0; k < l->n; k++) {
		int to;

		if (!line_digit(l, k))
			continue;
		if ((to = take_at(l, k, out, m)) > 0)
			k = to - 1;
		else
			while (line_digit(l, k + 1))
				k++;
	}
}
