/* codepage.c - see codepage.h. */
#include "richtext/codepage.h"

#include "base/text.h"

const char *
codepage_charset(unsigned codepage, const char *s, size_t n)
{
	static const struct { unsigned codepage; const char *name; } v[] = {
		{ CODEPAGE_UTF16, "UTF-16LE" }, { 65001, "UTF-8" },
		{ 936, "GB18030" }, { 54936, "GB18030" },
		{ 10008, "GB18030" }, { 950, "Big5" }, { 932, "Shift_JIS" },
		{ 949, "EUC-KR" }, { 1250, "windows-1250" },
		{ 1251, "windows-1251" }, { 1252, "windows-1252" },
	};

	for (size_t k = 0; k < sizeof v / sizeof v[0]; k++)
		if (v[k].codepage == codepage)
			return v[k].name;
	return text_valid(s, n) ? "UTF-8" : "GB18030";
}
