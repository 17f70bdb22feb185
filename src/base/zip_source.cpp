#include "base/zip_source.h"

namespace base {

namespace {

QIODevice *deviceOf(voidpf stream)
{
    return static_cast<QIODevice *>(stream);
}

voidpf ZCALLBACK openSource(voidpf opaque, const void *, int)
{
    return opaque;
}

uLong ZCALLBACK readSource(voidpf, voidpf stream, void *buffer, uLong size)
{
    const auto count = deviceOf(stream)->read(static_cast<char *>(buffer), qint64(size));
    return count < 0 ? 0 : uLong(count);
}

uLong ZCALLBACK writeSource(voidpf, voidpf stream, const void *buffer, uLong size)
{
    const auto count = deviceOf(stream)->write(static_cast<const char *>(buffer), qint64(size));
    return count < 0 ? 0 : uLong(count);
}

ZPOS64_T ZCALLBACK tellSource(voidpf, voidpf stream)
{
    return ZPOS64_T(deviceOf(stream)->pos());
}

long ZCALLBACK seekSource(voidpf, voidpf stream, ZPOS64_T offset, int origin)
{
    auto *device = deviceOf(stream);
    const qint64 from = origin == ZLIB_FILEFUNC_SEEK_CUR ? device->pos()
        : origin == ZLIB_FILEFUNC_SEEK_END               ? device->size()
                                                         : 0;
    const qint64 to = from + qint64(offset);  // as the zip has it: anything
    return to >= 0 && to <= device->size() && device->seek(to) ? 0 : -1;
}

int ZCALLBACK closeSource(voidpf, voidpf)
{
    return 0;  // whoever opened it closes it
}

int ZCALLBACK sourceError(voidpf, voidpf)
{
    return 0;
}

}  // namespace

zlib_filefunc64_def zipSourceOf(QIODevice &device)
{
    return {openSource, readSource, writeSource, tellSource, seekSource, closeSource, sourceError, &device};
}

}  // namespace base
