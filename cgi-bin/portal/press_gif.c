/* press_gif.c - owns giflib: paper shows the first picture of a GIF. */
#include <gif_lib.h>
#include <string.h>

#include "portal/press_draw.h"

struct source { const unsigned char *bytes; size_t n; };

static int
source_read(GifFileType *g, GifByteType *to, int n)
{
	struct source *s = g->UserData;

	if (n < 0)
		return 0;
	if ((size_t)n > s->n)
		n = (int)s->n;
	memcpy(to, s->bytes, (size_t)n);
	s->bytes += n;
	s->n -= (size_t)n;
	return n;
}

/* What comes before a picture may say which of its colours is none. */
static int
read_extension(GifFileType *g, int *none)
{
	GraphicsControlBlock block;
	GifByteType *bytes;
	int code, ok = DGifGetExtension(g, &code, &bytes);

	while (ok == GIF_OK && bytes != NULL) {
		if (code == GRAPHICS_EXT_FUNC_CODE &&
		    DGifExtensionToGCB(bytes[0], bytes + 1, &block) == GIF_OK)
			*none = block.TransparentColor;
		ok = DGifGetExtensionNext(g, &bytes);
	}
	return ok;
}

static void
put_row(const GifFileType *g, const GifPixelType *row, uint32_t *to, int none)
{
	const ColorMapObject *map = g->Image.ColorMap != NULL ?
	    g->Image.ColorMap : g->SColorMap;
	const GifColorType *c;
	int x;

	for (x = 0; x < g->Image.Width; x++) {
		if (row[x] == none || row[x] >= map->ColorCount ||
		    g->Image.Left + x >= g->SWidth)
			continue;
		c = &map->Colors[row[x]];
		to[g->Image.Left + x] = 0xFF000000 | (uint32_t)(c->Red << 16 |
		    c->Green << 8 | c->Blue);
	}
}

/* Rows stand in four passes when they are interlaced. */
static int
read_picture(GifFileType *g, cairo_surface_t *to, int none)
{
	static const int first[] = { 0, 4, 2, 1, 0 }, step[] = { 8, 8, 4, 2,
	    1 };
	unsigned char *data = cairo_image_surface_get_data(to);
	int stride = cairo_image_surface_get_stride(to);
	int pass = g->Image.Interlace ? 0 : 4, last = pass == 0 ? 3 : 4, y;
	GifPixelType row[UINT16_MAX + 1];

	for (; pass <= last; pass++)
		for (y = first[pass]; y < g->Image.Height; y += step[pass]) {
			if (DGifGetLine(g, row, g->Image.Width) != GIF_OK)
				return GIF_ERROR;
			if (g->Image.Top + y < g->SHeight)
				put_row(g, row, (uint32_t *)(void *)(data +
				    (g->Image.Top + y) * stride), none);
		}
	cairo_surface_mark_dirty(to);
	return GIF_OK;
}

static bool
read_first(GifFileType *g, cairo_surface_t *to)
{
	int none = NO_TRANSPARENT_COLOR;
	GifRecordType kind;

	while (DGifGetRecordType(g, &kind) == GIF_OK)
		switch (kind) {
		case EXTENSION_RECORD_TYPE:
			if (read_extension(g, &none) != GIF_OK)
				return false;
			break;
		case IMAGE_DESC_RECORD_TYPE:
			return DGifGetImageDesc(g) == GIF_OK &&
			    (g->Image.ColorMap != NULL ||
			    g->SColorMap != NULL) &&
			    g->Image.Width <= UINT16_MAX &&
			    read_picture(g, to, none) == GIF_OK;
		default:
			return false;
		}
	return false;
}

cairo_surface_t *
press_gif(const void *bytes, size_t n)
{
	struct source s = { bytes, n };
	cairo_surface_t *to = NULL;
	GifFileType *g;
	int error;

	if (n < 13 || memcmp(bytes, "GIF8", 4) != 0 ||
	    (g = DGifOpen(&s, source_read, &error)) == NULL)
		return NULL;
	if (g->SWidth > 0 && g->SHeight > 0 &&
	    (int64_t)g->SWidth * g->SHeight <= PRESS_PIXELS_MAX)
		to = cairo_image_surface_create(CAIRO_FORMAT_ARGB32,
		    g->SWidth, g->SHeight);
	if (to != NULL && (cairo_surface_status(to) != CAIRO_STATUS_SUCCESS ||
	    !read_first(g, to))) {
		cairo_surface_destroy(to);
		to = NULL;
	}
	DGifCloseFile(g, &error);
	return to;
}
