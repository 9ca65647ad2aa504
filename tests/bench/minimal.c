/*
 * The least a FastCGI program can be: it answers every request with the bytes
 * of one file.  What our pages are measured against.
 */
#include <fcgiapp.h>
#include <stdio.h>
#include <stdlib.h>

int
main(int argc, char **argv)
{
	static char page[1 << 20];
	FCGX_Request req;
	size_t n;
	FILE *f;

	if (argc != 2 || (f = fopen(argv[1], "rb")) == NULL)
		return 1;
	n = fread(page, 1, sizeof(page), f);
	fclose(f);
	if (FCGX_Init() != 0 || FCGX_InitRequest(&req, 0, 0) != 0)
		return 1;
	while (FCGX_Accept_r(&req) == 0) {
		FCGX_FPrintF(req.out, "Content-Type: text/html; charset=utf-8\r\n"
		    "Content-Length: %d\r\n\r\n", (int)n);
		FCGX_PutStr(page, (int)n, req.out);
		FCGX_Finish_r(&req);
	}
	return 0;
}
