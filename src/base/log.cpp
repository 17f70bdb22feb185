#include "base/log.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace base::log {

namespace {

std::shared_ptr<spdlog::logger> &logger()
{
    static std::shared_ptr<spdlog::logger> instance;
    return instance;
}

QString &folderOfLog()
{
    static QString folder;
    return folder;
}

/// Windows names files in UTF-16; a narrow name loses what the code page of the user's Windows does not have.
spdlog::filename_t fileName(const QString &path)
{
#ifdef SPDLOG_WCHAR_FILENAMES
    return path.toStdWString();
#else
    return path.toStdString();
#endif
}

void write(spdlog::level::level_enum level, const QString &line)
{
    if (const auto target = logger())
        target->log(level, "{}", redacted(line));
}

/// 8 or more digits in a row are a document, account or phone number, and so are up to three letters with 6 or more digits
/// (passports, permits); an officer's is a text between 字第 and 号. Ids of ours are UUIDs and digests: they stay.
QString withoutNumbers(const QString &line)
{
    static const QRegularExpression numbers(QStringLiteral(
        R"((\b[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\b|\b(?=[0-9]*[A-Fa-f])[0-9A-Fa-f]{32,}\b))"
        R"(|(?<![0-9A-Za-z])[A-Za-z]{1,3}[0-9]{6,}[0-9A-Za-z]*|(?<![0-9])[0-9]{8,}[0-9A-Za-z]*|(?<=字第)[^\s号]+)"));
    QString kept;
    qsizetype from = 0;
    for (auto found = numbers.globalMatch(line); found.hasNext();) {
        const auto one = found.next();
        kept += QStringView(line).sliced(from, one.capturedStart() - from);
        kept += one.hasCaptured(1) ? one.captured(1) : QStringLiteral("***");
        from = one.capturedEnd();
    }
    kept += QStringView(line).sliced(from);
    return kept;
}

}  // namespace

void openFile(const QString &folder)
{
    try {
        QDir().mkpath(folder);
        const auto path = QDir(folder).filePath(QStringLiteral("shebao.log"));
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(fileName(path), 2 * 1024 * 1024, 5);
        auto fresh = std::make_shared<spdlog::logger>("shebao", std::move(sink));
        fresh->set_pattern("%Y-%m-%dT%H:%M:%S.%e %L %v");
        fresh->flush_on(spdlog::level::info);
        logger() = std::move(fresh);
        folderOfLog() = folder;
    } catch (const spdlog::spdlog_ex &) {
        logger().reset();  // a log that cannot be written must not stop the program
    }
}

void info(const QString &line)
{
    write(spdlog::level::info, line);
}

void warn(const QString &line)
{
    write(spdlog::level::warn, line);
}

QString tail(qint64 bytes)
{
    QByteArray end;
    for (const auto *name : {"shebao.log", "shebao.1.log"}) {
        QFile file(QDir(folderOfLog()).filePath(QString::fromLatin1(name)));
        const qint64 missing = bytes - end.size();
        if (folderOfLog().isEmpty() || missing <= 0 || !file.open(QIODevice::ReadOnly))
            break;
        const bool cut = file.size() > missing && file.seek(file.size() - missing);
        QByteArray part = file.readAll();
        if (cut)
            part.remove(0, part.indexOf('\n') + 1);
        end.prepend(part);
    }
    return QString::fromUtf8(end);
}

std::string redacted(const QString &line)
{
    static const QRegularExpression secrets(
        QStringLiteral(R"((?i)(authorization|bearer|token|password|passwd|pwd)("?\s*[:=]?\s*"?)(bearer\s+)?[^\s",;]+)"));
    QString text = line;
    text.replace(QLatin1Char('\r'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
    text.replace(secrets, QStringLiteral("\\1\\2***"));
    return withoutNumbers(text).toStdString();
}

}  // namespace base::log
