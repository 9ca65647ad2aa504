/* site.h - a template folder made for a test. */
#ifndef TEST_WEB_SITE_H
#define TEST_WEB_SITE_H

/* A new folder under /tmp with shared/ and site/ in it. */
const char *site_make(void);
/* Writes one file of it; text NULL removes it. */
void site_put(const char *name, const char *text);
void site_remove(void);

#endif
