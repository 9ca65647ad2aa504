#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "site.h"

static char folder[64];

static void
must(int failed)
{
	if (failed) {
		perror(folder);
		abort();
	}
}

const char *
site_make(void)
{
	char path[128];

	strcpy(folder, "/tmp/test-site-XXXXXX");
	must(mkdtemp(folder) == NULL);
	snprintf(path, sizeof(path), "%s/shared", folder);
	must(mkdir(path, 0700) != 0);
	snprintf(path, sizeof(path), "%s/site", folder);
	must(mkdir(path, 0700) != 0);
	return folder;
}

void
site_put(const char *name, const char *text)
{
	char path[512];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	if (text == NULL) {
		must(unlink(path) != 0);
		return;
	}
	must((f = fopen(path, "w")) == NULL);
	must(fputs(text, f) < 0);
	must(fclose(f) != 0);
}

static int
drop(const char *path, const struct stat *st, int flag, struct FTW *at)
{
	(void)st;
	(void)flag;
	(void)at;
	return remove(path);
}

void
site_remove(void)
{
	must(nftw(folder, drop, 16, FTW_DEPTH | FTW_PHYS) != 0);
}
