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
    QString at(qint64 number) const { return QString::fromUtf8(bytes.data() + beginOf(number), size(number)); }
    qsizetype size(qint64 number) const { return qsizetype(ends[size_t(number)] - beginOf(number)); }
    /// Of what was appended since the last call of close().
    qsizetype openSize() const { return qsizetype(bytes.size()) - qsizetype(ends.empty() ? 0 : ends.back()); }

private:
    size_t beginOf(qint64 number) const { return number == 0 ? 0 : ends[size_t(number) - 1]; }
};

}  // namespace office
