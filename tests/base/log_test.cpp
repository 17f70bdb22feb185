#include "base/log.h"

#include <gtest/gtest.h>

namespace {

std::string redacted(const char *line)
{
    return base::log::redacted(QString::fromUtf8(line));
}

TEST(Log, HidesDocumentNumbers)
{
    EXPECT_EQ(redacted("id 140105190001010015 ok"), "id *** ok");
    EXPECT_EQ(redacted("14010519000101004X"), "***");
    EXPECT_EQ(redacted("phone 13800001111"), "phone ***");
}

/// Every kind that field.md 6 has a form for.
TEST(Log, HidesEveryKindOfDocument)
{
    for (const char *number :
         {"140105190001010015", "14010519000101004X", "14010519000101004x", "140105000101001", "810000190001010018",
          "82000019000101001X", "911000190001010012", "CHN110000010101", "H12345678", "M12345678", "H1234567890",
          "12345678", "1234567890A", "E12345678", "G12345678", "P12345678", "S12345678", "D12345678", "EA1234567",
          "e12345678", "AB123456", "L898902C3", "91140100MA0000015K", "111400000000000190", "13800001111",
          "6222020200112233445"}) {
        for (const char *line : {"%1", "document %1 refused", "row 3: %1, column 2", "/v1/staff?documentNumber=%1&a=1",
                                 "姓名%1号", "\"%1\"", "a-%1-b"}) {
            const auto text = base::log::redacted(QString::fromUtf8(line).arg(QString::fromLatin1(number)));
            EXPECT_EQ(text.find(number), std::string::npos) << text;
        }
    }
    EXPECT_EQ(redacted("字第0123456号"), "字第***号");
}

TEST(Log, HidesSecrets)
{
    EXPECT_EQ(redacted("Authorization: Bearer abc.def-1").find("abc"), std::string::npos);
    EXPECT_EQ(redacted(R"({"password": "s3cret!"})").find("s3cret"), std::string::npos);
    EXPECT_EQ(redacted("token=q3n0x").find("q3n0x"), std::string::npos);
}

TEST(Log, KeepsRequestIdsAndSmallNumbers)
{
    for (const char *line : {"PUT /v1/payments 202 6f9b6f3a-3d80-4a4b-9c0f-6a7d7d3c1a11 2048 bytes",
                             "12345678-1234-4123-8123-123456789012 is an id too", "schema 8, SQLite 3.40.1, 999999 rows",
                             "sha256 5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"})
        EXPECT_EQ(redacted(line), line);
}

TEST(Log, OneLineStaysOneLine)
{
    EXPECT_EQ(redacted("a\r\nb"), "a  b");
}

}  // namespace
