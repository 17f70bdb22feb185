#pragma once
// The texts that cells name by number, in one block of UTF-8: five million short ones fit the caps.

#include <QString>

#include <string>
#include <vector>

namespace office {

struct TextStore {
    std::string bytes;
    std::vector<quint32> ends;  ///< of each text in `bytes`

    /// What was appended to `bytes` since the last call is one text.
    void close() { ends.push_back(static_cast<quint32>(bytes.size())); }
    bool has(qint64 number) const { return number >= 0 && number < qint64(ends.size()); }
    QString at(qint64 number) const
    {
        const size_t from = number == 0 ? 0 : ends[size_t(number) - 1];
        return QString::fromUtf8(bytes.data() + from, qsizetype(ends[size_t(number)] - from));
    }
};

}  // namespace office
