#include "iconv.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

enum { UTF16 = 1200, MAC_ROMAN = 10000 };

static unsigned page_of(const char *name)
{
    if (strncmp(name, "CP", 2) == 0)
        return (unsigned)atoi(name + 2);
    if (strcmp(name, "UTF-16LE") == 0)
        return UTF16;
    if (strcmp(name, "MacRoman") == 0)
        return MAC_ROMAN;
    return strcmp(name, "ASCII") == 0 ? 20127 : 0;
}

iconv_t iconv_open(const char *to, const char *from)
{
    const unsigned page = page_of(from);
    if (strcmp(to, "UTF-8") != 0 || page == 0 || (page != UTF16 && !IsValidCodePage(page)))
        return (iconv_t)-1;
    return (iconv_t)(uintptr_t)page;
}

/* The text as UTF-16, to be freed; NULL: it is not of that code page, or too long. */
static wchar_t *wide_of(unsigned page, const char *text, size_t size, int *length)
{
    if (size > 0x3fffffff)
        return NULL;
    wchar_t *wide = malloc((size + 1) * sizeof *wide);
    if (!wide)
        return NULL;
    if (page == UTF16) {
        *length = (int)(size / sizeof *wide);
        memcpy(wide, text, (size_t)*length * sizeof *wide);
    } else {
        *length = size == 0 ? 0 : MultiByteToWideChar(page, 0, text, (int)size, wide, (int)size);
    }
    if (size > 0 && *length <= 0) {
        free(wide);
        return NULL;
    }
    return wide;
}

size_t iconv(iconv_t converter, char **in, size_t *in_left, char **out, size_t *out_left)
{
    int length = 0;
    if (!in || !*in || *in_left == 0)
        return 0;
    wchar_t *wide = wide_of((unsigned)(uintptr_t)converter, *in, *in_left, &length);
    if (!wide)
        return (size_t)-1;
    const int room = *out_left > 0x7fffffff ? 0x7fffffff : (int)*out_left;
    const int written = WideCharToMultiByte(CP_UTF8, 0, wide, length, *out, room, NULL, NULL);
    free(wide);
    if (written <= 0)
        return (size_t)-1;
    *in += *in_left;
    *in_left = 0;
    *out += written;
    *out_left -= (size_t)written;
    return 0;
}

int iconv_close(iconv_t converter)
{
    (void)converter;
    return 0;
}
