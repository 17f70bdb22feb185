// campaign_planted [--people N] [--writer plain|openpyxl|libreoffice] [--errors N]: a workbook of a unit's wages with planted
// errors is imported, and exactly those are refused, by row, column and reason (docs/performance.md).

#include "campaign/client.h"

#include "domain/document.h"
#include "service/wage_import.h"
#include "support/memory.h"
#include "support/wages.h"
#include "taxside/server.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <stdexcept>

namespace {

using namespace campaign;
using service::ImportField;
using service::WageImport;

constexpr int kSkipped = 77;

/// This machine lacks the program that writes the workbook.
class Skipped final : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

QByteArray fieldName(ImportField field)
{
    switch (field) {
    case ImportField::Name: return "name";
    case ImportField::DocumentType: return "type";
    case ImportField::DocumentNumber: return "document";
    case ImportField::PersonNumber: return "person";
    case ImportField::UnitNumber: return "unit";
    case ImportField::NewWage: return "wage";
    case ImportField::EffectiveMonth: return "month";
    }
    return {};
}

class Planted final {
public:
    Planted(int people, const QString &writer, int errors) : m_writer(writer), m_errors(errors)
    {
        taxside::Options options;
        options.employees = people;
        options.dbFile = m_folder.filePath(QStringLiteral("taxside.db"));
        m_server = std::make_unique<taxside::Server>(options);
        const auto url = need(m_server->start(), "tax side");
        QDir().mkpath(m_folder.filePath(QStringLiteral("data")));
        m_client = std::make_unique<Client>(m_folder.filePath(QStringLiteral("data")), quint16(QUrl(url).port()));
        need(m_client->app().network().save({}), "network");
        m_client->logIn(kFirstPassword);
        need(m_client->app().staff().sync(kUnit, service::StaffSync::Full, m_job), "staff");
    }

    int run()
    {
        writePeople();
        const auto expected = plant();
        const qint64 before = residentKb("VmRSS");
        QElapsedTimer clock;
        clock.start();
        const auto import = read();
        const auto readMs = clock.restart();
        need(m_client->app().wages().importer().apply(kUnit, tests::kDaily, import, service::ImportMode::Replace), "apply");
        const auto applyMs = clock.elapsed();
        QList<QByteArray> found;
        for (const auto &one : import.rejected)
            found.append(QByteArray::number(one.row) + '\t' + fieldName(one.column.field) + '\t' + one.code.toUtf8());
        std::printf("%s: %lld rows, %lld taken, %zu refused of %lld planted; read and judged in %lld ms, stored in %lld ms, "
                    "%lld MB more\n",
                    qPrintable(m_writer), import.rows(), qint64(import.lines.size()), import.rejected.size(),
                    qint64(expected.size()), readMs, applyMs, (residentKb("VmRSS") - before) / 1024);
        return compare(expected, found);
    }

private:
    /// Those who may be declared, one row an entry of the roster.
    void writePeople()
    {
        QFile file(path("people.tsv"));
        expect(file.open(QIODevice::WriteOnly), "people.tsv");
        domain::StaffQuery normal;
        normal.state = domain::ContributionState::Normal;
        for (qint64 offset = 0;; offset += 5000) {
            const auto people = need(m_client->app().staff().window(kUnit, normal, store::StaffOrder::PersonNumber, false, offset, 5000), "people");
            for (const auto &one : people) {
                file.write(QStringList{one.name, domain::documentTypeName(one.documentType), one.documentNumber, one.unitNumber}
                               .join(QLatin1Char('\t')).toUtf8() + '\n');
            }
            if (people.empty())
                return;
        }
    }

    QList<QByteArray> plant()
    {
        QProcess script;
        script.start(QStringLiteral("python3"), {QStringLiteral(SHEBAO_TESTS "/campaign/planted.py"), path("people.tsv"),
                                                 path("wages.xlsx"), m_writer, QString::number(m_errors)});
        const bool ended = script.waitForFinished(600'000);
        if (ended && script.exitCode() == kSkipped)
            throw Skipped(script.readAllStandardError().trimmed().toStdString());
        expect(ended && script.exitCode() == 0, script.readAllStandardError().toStdString());
        return script.readAllStandardOutput().trimmed().split('\n');
    }

    WageImport read()
    {
        const auto profile = need(m_client->app().units().profile(kUnit), "unit");
        const service::WageTarget target{tests::kDaily, profile.pack.wage, domain::Month::of(m_client->app().clock().today()), domain::wageInsurances(profile.unit)};
        return need(m_client->app().wages().importer().read(kUnit, target, path("wages.xlsx"), m_job), "import");
    }

    static int compare(const QList<QByteArray> &expected, const QList<QByteArray> &found)
    {
        int wrong = 0;
        for (const auto &one : expected) {
            if (!found.contains(one))
                std::printf("not refused as planted: %s\n", one.constData()), ++wrong;
        }
        for (const auto &one : found) {
            if (!expected.contains(one))
                std::printf("refused without cause: %s\n", one.constData()), ++wrong;
        }
        return wrong == 0 ? 0 : 1;
    }

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QString m_writer;
    int m_errors;
    QTemporaryDir m_folder;
    std::unique_ptr<taxside::Server> m_server;
    std::unique_ptr<Client> m_client;
    base::Job m_job;
};

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("people"), {}, QStringLiteral("n"), QStringLiteral("50000")},
                       {QStringLiteral("writer"), {}, QStringLiteral("name"), QStringLiteral("openpyxl")},
                       {QStringLiteral("errors"), {}, QStringLiteral("n"), QStringLiteral("37")}});
    parser.process(app);
    try {
        Planted planted(parser.value(QStringLiteral("people")).toInt(), parser.value(QStringLiteral("writer")),
                        parser.value(QStringLiteral("errors")).toInt());
        return planted.run();
    } catch (const Skipped &why) {
        std::printf("%s\n", why.what());
        return kSkipped;
    } catch (const std::exception &wrong) {
        std::printf("FAILED: %s\n", wrong.what());
        return 1;
    }
}
