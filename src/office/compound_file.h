#pragma once
// The container of an .xls (MS-CFB): a file system of 512-byte sectors. Chains that end nowhere, or never, end the reading.

#include "base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QVector>

#include <optional>
#include <vector>

namespace office {

class CompoundFile final {
public:
    /// Reads the directory. Errors: Office read.damaged.
    static base::Result<CompoundFile> open(QIODevice &file);

    /// Is there a stream of this name in the topmost folder?
    bool contains(const QString &name) const { return find(name).has_value(); }
    /// Its contents, never more than the file has. Errors: Office read.damaged.
    base::Result<QByteArray> stream(const QString &name);

private:
    struct Entry {
        QString name;
        bool isStream = false;
        quint32 left = 0;
        quint32 right = 0;
        quint32 child = 0;
        quint32 first = 0;  ///< sector
        quint64 size = 0;
    };
    explicit CompoundFile(QIODevice &file) : m_file(&file) {}

    bool readHeader();
    bool readTable(const QByteArray &header);
    bool readDirectory(quint32 first);
    bool append(QByteArray &bytes, quint32 sector, qint64 count = 1) const;
    /// The contents of a chain of sectors; nothing when it is broken, or longer than `most` bytes as a ring is.
    std::optional<QByteArray> chain(quint32 first, qint64 most) const;
    std::optional<QByteArray> smallChain(quint32 first, quint64 size);
    std::optional<Entry> find(const QString &name) const;

    QIODevice *m_file;
    int m_shift = 9;
    quint32 m_firstSmallTable = 0;
    std::vector<quint32> m_next;  ///< the sector after each that the file has
    QVector<Entry> m_entries;
};

}  // namespace office
