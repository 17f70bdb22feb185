/* As much of iconv as FreeXL asks for, over Windows' own conversion: to UTF-8, one whole string at a time. */
#ifndef SHEBAO_ICONV_H
#define SHEBAO_ICONV_H

#include <stddef.h>

typedef void *iconv_t;

/* (iconv_t)-1 when `to` is not UTF-8 or Windows does not know `from`. */
iconv_t iconv_open(const char *to, const char *from);
/* Converts all of `*in`, or returns (size_t)-1: nothing was converted then. */
size_t iconv(iconv_t converter, char **in, size_t *in_left, char **out, size_t *out_left);
int iconv_close(iconv_t converter);

#endif
