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

TEST(Log, HidesSecrets)
{
    EXPECT_EQ(redacted("Authorization: Bearer abc.def-1").find("abc"), std::string::npos);
    EXPECT_EQ(redacted(R"({"password": "s3cret!"})").find("s3cret"), std::string::npos);
    EXPECT_EQ(redacted("token=q3n0x").find("q3n0x"), std::string::npos);
}

TEST(Log, KeepsRequestIdsAndSmallNumbers)
{
    const char *line = "PUT /v1/payments 202 6f9b6f3a-3d80-4a4b-9c0f-6a7d7d3c1a11 2048 bytes";
    EXPECT_EQ(redacted(line), line);
}

TEST(Log, OneLineStaysOneLine)
{
    EXPECT_EQ(redacted("a\r\nb"), "a  b");
}

}  // namespace
