#pragma once
// GB 18030, and with it GBK and GB 2312: what Chinese Excel writes as csv. Qt knows it only together with ICU, which the
// Windows build does without.

#include <QByteArray>
#include <QString>

#include <optional>

namespace office {

/// Decodes block by block.
class Gb18030 final {
public:
    /// Nothing when the bytes are not GB 18030. A character that a block cuts waits for the next.
    std::optional<QString> next(const QByteArray &block);
    /// Is no character cut where the bytes end?
    bool atEnd() const { return m_cut.isEmpty(); }

private:
    QByteArray m_cut;
};

/// Nothing when the bytes are not GB 18030, all of them.
std::optional<QString> fromGb18030(const QByteArray &bytes);

}  // namespace office
