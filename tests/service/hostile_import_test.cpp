// Workbooks that nobody makes by accident, through the whole of an import: at most 5 seconds and 256 MB (W10).

#include "service/practice.h"
#include "support/memory.h"
#include "support/zip_maker.h"

namespace tests {
namespace {

constexpr qint64 kMostKb = 256 << 10;

class HostileImport : public Practice {
protected:
    service::WageImport cheaplyRead(const QByteArray &rows, const QByteArray &strings)
    {
        const QString path = folder.filePath(QStringLiteral("book.xlsx"));
        const QByteArray titles = "<row><c t=\"str\"><v>姓名</v></c><c t=\"str\"><v>证件号码</v></c><c t=\"str\"><v>缴费工资</v></c></row>";
        makeZip(path, bookOf(titles + rows, strings), 1);
        const auto profile = client->units().profile(kUnit);
        const service::WageTarget target{kDaily, profile->pack.wage, domain::Month::of(client->clock().today()), {}};
        resetPeak();
        const auto before = residentKb("VmRSS");
        const auto begun = processorSeconds();
        auto import = client->wages().importer().read(kUnit, target, path, job);
        EXPECT_LE(processorSeconds() - begun, mostHostileSeconds());
        if (!kSanitized) {
            EXPECT_LE(residentKb("VmHWM") - before, kMostKb);
        }
        EXPECT_TRUE(import) << import.error().code.toStdString();
        return import ? std::move(*import) : service::WageImport();
    }
};

TEST_F(HostileImport, ALongTextInEveryRowIsRefusedByItsBeginning)
{
    const auto text = "<si><t>" + QByteArray("五").repeated(32'767) + "</t></si>";
    const QByteArray row = "<row>" + QByteArray("<c t=\"s\"><v>0</v></c>").repeated(3) + "</row>";
    const auto import = cheaplyRead(row.repeated(500), text);
    ASSERT_EQ(import.rejected.size(), 500u);
    EXPECT_EQ(import.rejected[0].code, QStringLiteral("import.too-long"));
    EXPECT_EQ(import.rejected[0].value.size(), 200);
    EXPECT_EQ(import.rejected[0].name.size(), 60);
}

TEST_F(HostileImport, OfRefusalsWithoutEndTheFirstAreKept)
{
    const auto text = "<si><t>" + QByteArray("五").repeated(170) + "</t></si>";
    QByteArray rows;
    for (int at = 0; at < 150'000; ++at)
        rows += "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c><c><v>" + QByteArray::number(at) + "</v></c></row>";
    const auto import = cheaplyRead(rows, text);
    EXPECT_EQ(import.refused, 150'000);
    EXPECT_EQ(import.rows(), 150'000);
    ASSERT_EQ(import.rejected.size(), service::WageImport::kMostRejected);
    EXPECT_EQ(import.rejected.back().row, qint64(service::WageImport::kMostRejected) + 1);
}

}  // namespace
}  // namespace tests
