#include "office/scratch.h"

#include <QDir>
#include <QMutex>
#include <QTemporaryFile>

namespace office {

namespace {

QMutex mutex;
QString current;  // guarded by mutex: exports run on workers

}  // namespace

Scratch::Scratch(const QString &folder) : m_folder(folder)
{
    QDir().mkdir(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QDir own(folder);
    for (const auto &left : own.entryList(QDir::Files | QDir::Hidden | QDir::System))
        own.remove(left);
    const QMutexLocker lock(&mutex);
    current = folder;
}

Scratch::~Scratch()
{
    const QMutexLocker lock(&mutex);
    if (current == m_folder)
        current.clear();
}

std::unique_ptr<QTemporaryFile> Scratch::file()
{
    QString folder;
    {
        const QMutexLocker lock(&mutex);
        folder = current.isEmpty() ? QDir::tempPath() : current;
    }
    auto file = std::make_unique<QTemporaryFile>(QDir(folder).filePath(QStringLiteral("shebao-XXXXXX")));
    return file->open() ? std::move(file) : nullptr;
}

}  // namespace office
