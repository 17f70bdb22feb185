#include "office/draft.h"

#include "base/durable.h"
#include "office/failure.h"
#include "office/scratch.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

namespace office {

namespace {

constexpr qint64 kCopied = 1 << 20;

/// Puts the finished book in place; one that is open in Excel stays, and is said.
base::Result<void> place(QFile &draft, const QString &path, base::Job &job)
{
    QSaveFile target(path);
    if (!target.open(QIODevice::WriteOnly))
        return failure("office.write", target.errorString());
    if (!draft.flush() || !draft.seek(0))
        return failure("office.write", draft.errorString());
    while (!draft.atEnd()) {
        if (job.cancelled())
            return base::cancelled();
        const QByteArray block = draft.read(kCopied);
        if (block.isEmpty() || target.write(block) != block.size())
            return failure("office.write", block.isEmpty() ? draft.errorString() : target.errorString());
    }
    if (!base::commitDurably(target))
        return failure("office.write", target.errorString());
    return {};
}

}  // namespace

base::Result<qint64> writeDraft(const QString &path, base::Job &job, const std::function<base::Result<qint64>(QFile &draft)> &write)
{
    if (!QFileInfo(QFileInfo(path).path()).isWritable())  // said now, not after a hundred thousand rows
        return failure("office.write", QStringLiteral("folder not writable"));
    const auto draft = Scratch::file();
    if (!draft)
        return failure("office.write", QStringLiteral("no place for the draft"));
    auto written = write(*draft);
    if (!written)
        return written;
    if (const auto placed = place(*draft, path, job); !placed)
        return placed.error();
    return written;
}

}  // namespace office
