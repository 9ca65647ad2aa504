/* docx_words.h - short ways to write what stands in a Word document. */
#ifndef TESTS_DOCX_WORDS_H
#define TESTS_DOCX_WORDS_H

#define P(inside)	"<w:p>" inside "</w:p>"
#define R(text)		"<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define RP(props, text)	"<w:r><w:rPr>" props "</w:rPr><w:t>" text "</w:t></w:r>"
#define PP(props, text)	"<w:p><w:pPr>" props "</w:pPr>" R(text) "</w:p>"
#define TC(props, inside) "<w:tc><w:tcPr>" props "</w:tcPr>" inside "</w:tc>"
#define TR(inside) "<w:tr>" inside "</w:tr>"

#endif
