// How fast certificates become a PDF. Figures, not verdicts (docs/performance.md): bench_papers --pages 1000 --repeat 5
#include "office/certificate.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <cstdio>

namespace {

/// A year of five insurances, 60 lines.
office::EncodedForm certificate(int number)
{
    const char *const insurances[] = {"企业职工基本养老保险", "失业保险", "职工基本医疗保险", "大额医疗费用补助",
                                      "工伤保险"};
    domain::Certificate made;
    made.unit.name = QStringLiteral("太原市晨光机械有限公司");
    made.unit.taxNumber = QStringLiteral("91140100MA0000015K");
    made.unit.registrationId = QStringLiteral("10011401000000000001");
    made.unit.authorityName = QStringLiteral("国家税务总局太原市小店区税务局");
    made.employee.name = QStringLiteral("测试%1").arg(number);
    made.employee.documentType = QStringLiteral("201");
    made.employee.documentNumber = QStringLiteral("14010519900101%1").arg(number % 10'000, 4, 10, QLatin1Char('0'));
    made.employee.personNumber = QString::number(1'000'000'000 + number);
    made.asOf = QDateTime(QDate(2026, 11, 24), QTime(1, 0), Qt::UTC);
    made.months = {domain::Month(2026, 1), domain::Month(2026, 12)};
    for (int month = 1; month <= 12; ++month) {
        for (const char *insurance : insurances) {
            const auto base = domain::Money::fromFen(400'000 + number * 37 + month);
            made.lines.append({{domain::Month(2026, month), domain::Month(2026, month)},
                               QString::fromUtf8(insurance),
                               base,
                               domain::Money::fromFen(base.fen() * 16 / 100),
                               domain::Money::fromFen(base.fen() * 8 / 100),
                               {},
                               month < 11});
        }
    }
    auto form = office::certificateForm(made);
    form.number = QStringLiteral("ZM20261124-%1").arg(number, 8, 10, QLatin1Char('0'));
    form.day = QDate(2026, 11, 24);
    return {office::encoded(form), office::pagesOf(form)};
}

}  // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption pages(QStringLiteral("pages"), {}, QStringLiteral("N"), QStringLiteral("1000"));
    const QCommandLineOption repeat(QStringLiteral("repeat"), {}, QStringLiteral("N"), QStringLiteral("3"));
    const QCommandLineOption keep(QStringLiteral("write"), {}, QStringLiteral("PATH"));
    parser.addOptions({pages, repeat, keep});
    parser.process(application);
    const QTemporaryDir folder;
    const QString path = parser.isSet(keep) ? parser.value(keep) : folder.filePath(QStringLiteral("bench.pdf"));
    for (int run = 0; run < parser.value(repeat).toInt(); ++run) {
        QElapsedTimer clock;
        clock.start();
        QVector<office::EncodedForm> forms;
        int count = 0;
        while (count < parser.value(pages).toInt()) {
            forms.append(certificate(static_cast<int>(forms.size())));
            count += forms.last().pages;
        }
        const qint64 made = clock.restart();
        if (!office::writePdf(office::formsPaper(QStringLiteral("职工缴费证明"), {}, forms), path))
            return 1;
        const qint64 took = qMax<qint64>(1, clock.elapsed());
        std::printf("%d pages of %d certificates: forms %lld ms, PDF %lld ms, %.0f pages/s, %.1f MB\n", count,
                    static_cast<int>(forms.size()), static_cast<long long>(made), static_cast<long long>(took),
                    count * 1000.0 / static_cast<double>(took), static_cast<double>(QFileInfo(path).size()) / 1e6);
    }
    return 0;
}
