/*
 * xml.h - a part of a Word package as a tree of the elements that have a
 * meaning for us.
 *
 * A DOCTYPE is refused in any part, nothing is loaded from anywhere, and
 * nothing is nested deeper than 256.  Strict and transitional names are one.
 * Attributes that nobody reads (revision marks of every run) are left out, and
 * a long part is handed over piece by piece: that is what keeps a document of
 * hundreds of pages small in memory.
 */
#ifndef RICHTEXT_XML_H
#define RICHTEXT_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/rc.h"

/* Every element the importer knows: prefix, local name. */
#define XML_TAGS(X) \
	X(w, body) X(w, p) X(w, r) X(w, t) X(w, tbl) X(w, tr) \
	X(w, tc) X(w, pPr) X(w, rPr) X(w, tblPr) X(w, trPr) X(w, tcPr) \
	X(w, sdt) X(w, sdtContent) X(w, customXml) X(w, smartTag) \
	X(w, ins) X(w, del) X(w, moveTo) X(w, moveFrom) X(w, bdo) X(w, dir) \
	X(w, altChunk) X(w, hyperlink) X(w, fldSimple) X(w, fldChar) \
	X(w, ffData) X(w, checkBox) X(w, checked) X(w, default) X(w, ddList) \
	X(w, result) X(w, listEntry) \
	X(w, instrText) X(w, delText) X(w, delInstrText) X(w, tab) \
	X(w, ptab) X(w, br) X(w, cr) X(w, noBreakHyphen) \
	X(w, sym) X(w, ruby) X(w, rubyBase) X(w, rt) X(w, drawing) \
	X(w, pict) X(w, object) X(w, txbxContent) \
	X(w, footnoteReference) X(w, endnoteReference) X(w, footnote) \
	X(w, endnote) \
	X(w, bookmarkStart) X(w, commentReference) X(w, comment) \
	X(w, pStyle) X(w, rStyle) X(w, jc) X(w, ind) X(w, outlineLvl) \
	X(w, numPr) X(w, numId) X(w, ilvl) X(w, pBdr) X(w, bottom) \
	X(w, top) X(w, left) X(w, right) X(w, start) X(w, end) \
	X(w, insideH) X(w, insideV) X(w, bidi) X(w, shd) \
	X(w, b) X(w, i) X(w, u) X(w, strike) X(w, dstrike) X(w, vanish) \
	X(w, caps) X(w, smallCaps) X(w, em) \
	X(w, vertAlign) X(w, position) X(w, highlight) X(w, color) X(w, sz) \
	X(w, rFonts) X(w, eastAsianLayout) X(w, spacing) \
	X(w, contextualSpacing) X(w, pageBreakBefore) \
	X(w, sectPr) \
	X(w, docDefaults) X(w, rPrDefault) X(w, pPrDefault) X(w, style) \
	X(w, name) X(w, basedOn) \
	X(w, abstractNum) X(w, lvl) X(w, num) X(w, abstractNumId) \
	X(w, lvlOverride) X(w, startOverride) X(w, numFmt) \
	X(w, lvlText) X(w, lvlRestart) X(w, isLgl) X(w, suff) \
	X(w, numStyleLink) X(w, styleLink) X(w, lvlPicBulletId) \
	X(w, gridSpan) X(w, vMerge) X(w, hMerge) X(w, gridBefore) X(w, cellDel) \
	X(w, tblHeader) X(w, tblStyle) X(w, tblStylePr) X(w, tblBorders) \
	X(w, tcBorders) X(w, vAlign) X(w, tblGrid) X(w, gridCol) X(w, tcW) \
	X(w, tblLook) \
	X(w, tblStyleRowBandSize) X(w, tblStyleColBandSize) \
	X(mc, AlternateContent) X(mc, Choice) X(mc, Fallback) \
	X(m, oMath) X(m, oMathPara) X(m, r) X(m, t) X(m, f) X(m, fPr) \
	X(m, type) X(m, num) X(m, den) X(m, sSup) X(m, sSub) X(m, sSubSup) \
	X(m, sPre) X(m, sup) X(m, sub) X(m, e) X(m, rad) X(m, deg) \
	X(m, nary) X(m, naryPr) X(m, chr) X(m, limLoc) X(m, supHide) \
	X(m, subHide) X(m, d) X(m, dPr) X(m, begChr) X(m, sepChr) \
	X(m, endChr) X(m, func) X(m, fName) X(m, limLow) X(m, limUpp) \
	X(m, lim) X(m, acc) X(m, accPr) X(m, bar) X(m, barPr) X(m, pos) \
	X(m, eqArr) X(m, m) X(m, mr) X(m, groupChr) X(m, groupChrPr) \
	X(m, ctrlPr) X(m, rPr) X(m, nor) X(m, sty) \
	X(a, p) X(a, t) X(c, chart) X(c, title) X(dgm, relIds) X(dgm, pt) \
	X(a, blip) X(a, srcRect) X(v, imagedata) X(v, shape) X(v, rect) \
	X(v, textpath) \
	X(wp, extent) X(wp, docPr) \
	X(a, majorFont) X(a, minorFont) X(a, ea) X(a, font) \
	X(a, clrScheme) X(a, srgbClr) X(a, sysClr) \
	X(a, dk1) X(a, lt1) X(a, dk2) X(a, lt2) X(a, accent1) X(a, accent2) \
	X(a, accent3) X(a, accent4) X(a, accent5) X(a, accent6) X(a, hlink) \
	X(a, folHlink) \
	X(pr, Relationship)

#define XML_ENUM(p, n) p##_##n,
enum xml_tag { XML_OTHER, XML_TAGS(XML_ENUM) XML__MAX };
#undef XML_ENUM

struct attr;

struct node {
	struct node *next, *children;
	struct attr *attr;
	const char *text;	/* all text directly inside; "" */
	enum xml_tag tag;
};

struct xml;

/* RC_DENIED: it has a DOCTYPE.  RC_INVALID: not well formed, nested deeper
 * than 256, or an element with a thousand attributes. */
enum rc xml_parse(const void *data, size_t n, struct xml **);
/*
 * The same, but each child of the element whole is handed to each as soon as
 * it is read and forgotten afterwards.  *found: there is such an element, as
 * a child of the root.
 */
enum rc xml_stream(const void *data, size_t n, enum xml_tag whole,
    void (*each)(void *user, const struct node *), void *user, bool *found);
void xml_free(struct xml *);
const struct node *xml_root(const struct xml *);

/* n may be NULL in all of these. */
static inline enum xml_tag
xml_tag(const struct node *n)
{
	return n != NULL ? n->tag : XML_OTHER;
}

/* The first child of that kind, or NULL. */
const struct node *xml_child(const struct node *n, enum xml_tag);
/* The text of an attribute, not of the relationships namespace; or NULL. */
const char *xml_attr(const struct node *n, const char *name);
/* An attribute of the relationships namespace, or NULL. */
const char *xml_rel(const struct node *n, const char *name);
/* The val attribute of that child, or NULL. */
const char *xml_val(const struct node *n, enum xml_tag);
/* An on/off value; NULL: off. */
bool xml_said(const char *value);
/* An on/off element: absent false, without val true. */
bool xml_on(const struct node *n);
/* A whole number, or a measure with unit as twentieths of a point. */
bool xml_int(const char *s, int *out);
/* Six hexadecimal digits. */
bool xml_rgb(const char *s, unsigned *out);
/* The one branch of mc:AlternateContent that we read, or NULL. */
const struct node *xml_choose(const struct node *n);

#endif
