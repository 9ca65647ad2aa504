/*
 * xml.h - a part of a Word package as a tree whose elements are numbered.
 *
 * A DOCTYPE is refused in any part, nothing is loaded from anywhere, and the
 * parser's own limit of 256 levels holds.  Strict and transitional names are
 * one.
 */
#ifndef RICHTEXT_XML_H
#define RICHTEXT_XML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libxml/tree.h>

#include "base/rc.h"

/* Every element the importer knows: prefix, local name. */
#define XML_TAGS(X) \
	X(w, body) X(w, p) X(w, r) X(w, t) X(w, tbl) X(w, tr) X(w, tc) \
	X(w, pPr) X(w, rPr) X(w, tblPr) X(w, trPr) X(w, tcPr) \
	X(w, sdt) X(w, sdtContent) X(w, customXml) X(w, smartTag) \
	X(w, ins) X(w, del) X(w, moveTo) X(w, moveFrom) X(w, bdo) X(w, dir) \
	X(w, altChunk) X(w, hyperlink) X(w, fldSimple) X(w, fldChar) \
	X(w, instrText) X(w, delText) X(w, delInstrText) X(w, tab) \
	X(w, ptab) X(w, br) X(w, cr) X(w, noBreakHyphen) X(w, softHyphen) \
	X(w, sym) X(w, ruby) X(w, rubyBase) X(w, rt) X(w, drawing) \
	X(w, pict) X(w, object) X(w, txbxContent) \
	X(w, footnoteReference) X(w, endnoteReference) X(w, footnote) \
	X(w, endnote) X(w, footnoteRef) X(w, endnoteRef) \
	X(w, bookmarkStart) X(w, commentReference) X(w, comment) \
	X(w, pStyle) X(w, rStyle) X(w, jc) X(w, ind) X(w, outlineLvl) \
	X(w, numPr) X(w, numId) X(w, ilvl) X(w, pBdr) X(w, bottom) \
	X(w, top) X(w, bidi) \
	X(w, b) X(w, i) X(w, u) X(w, strike) X(w, dstrike) X(w, vanish) \
	X(w, vertAlign) X(w, highlight) X(w, color) X(w, sz) X(w, rFonts) \
	X(w, docDefaults) X(w, rPrDefault) X(w, pPrDefault) X(w, style) \
	X(w, name) X(w, basedOn) \
	X(w, abstractNum) X(w, lvl) X(w, num) X(w, abstractNumId) \
	X(w, lvlOverride) X(w, startOverride) X(w, start) X(w, numFmt) \
	X(w, lvlText) X(w, lvlRestart) X(w, isLgl) X(w, suff) \
	X(w, numStyleLink) X(w, styleLink) X(w, lvlPicBulletId) \
	X(w, gridSpan) X(w, vMerge) X(w, hMerge) X(w, gridBefore) \
	X(w, tblHeader) \
	X(mc, AlternateContent) X(mc, Choice) X(mc, Fallback) \
	X(m, oMath) X(m, oMathPara) X(m, t) X(m, f) X(m, num) X(m, den) \
	X(m, sup) X(m, sub) X(m, rad) X(m, deg) X(m, e) \
	X(a, blip) X(v, imagedata) X(v, shape) X(wp, extent) X(wp, docPr) \
	X(pr, Relationship)

#define XML_ENUM(p, n) p##_##n,
enum xml_tag { XML_OTHER, XML_TAGS(XML_ENUM) XML__MAX };
#undef XML_ENUM

struct xml;

/* RC_DENIED: it has a DOCTYPE.  RC_INVALID: not well formed, nested deeper
 * than 256, or an element with a thousand attributes. */
enum rc xml_parse(const void *data, size_t n, struct xml **);
void xml_free(struct xml *);
xmlNode *xml_root(const struct xml *);

static inline enum xml_tag
xml_tag(const xmlNode *n)
{
	return n->type == XML_ELEMENT_NODE
	    ? (enum xml_tag)(uintptr_t)n->_private : XML_OTHER;
}

/* The first child of that kind, or NULL; n may be NULL. */
xmlNode *xml_child(const xmlNode *n, enum xml_tag);
/* The text of an attribute, not of the relationships namespace; or NULL. */
const char *xml_attr(const xmlNode *n, const char *name);
/* An attribute of the relationships namespace, or NULL. */
const char *xml_rel(const xmlNode *n, const char *name);
/* The val attribute of that child, or NULL. */
const char *xml_val(const xmlNode *n, enum xml_tag);
/* An on/off element: absent false, without val true. */
bool xml_on(const xmlNode *n);
/* A whole number, or a measure with unit as twentieths of a point. */
bool xml_int(const char *s, int *out);
/* Text directly inside n; "" when there is none. */
const char *xml_text(const xmlNode *n);
/* The one branch of mc:AlternateContent that we read, or NULL. */
xmlNode *xml_choose(const xmlNode *n);

#endif
