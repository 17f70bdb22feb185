#include "http/upload.h"

#include <algorithm>
#include <cstring>

namespace http {

Upload::Upload(const QByteArray &bytes) : m_bytes(bytes)
{
    // Unbuffered, so that touched() is about what was asked for and not about reading ahead.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool Upload::reset()
{
    return !touched() && QIODevice::reset();
}

qint64 Upload::readData(char *data, qint64 maxSize)
{
    if (m_shut)
        return -1;
    const qint64 length = std::min(maxSize, m_bytes.size() - pos());
    if (length <= 0)
        return -1;
    std::memcpy(data, m_bytes.constData() + pos(), static_cast<std::size_t>(length));
    m_touched = true;
    return length;
}

}  // namespace http
