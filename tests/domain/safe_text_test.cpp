#include "domain/safe_text.h"

#include "support/memory.h"

#include <gtest/gtest.h>

namespace {

using domain::safeText;

QString safe(const char *html)
{
    return safeText(QString::fromUtf8(html)).html;
}

TEST(SafeText, KeepsTheHandfulOfElementsANoticeNeeds)
{
    EXPECT_EQ(safe("<p>请在<b>期限</b>前申报。</p>").toStdString(), "<p>请在<b>期限</b>前申报。</p>");
    EXPECT_EQ(safe("<H1 class=x>范围</H1><ul><li>一<li>二</ul>").toStdString(),
              "<h3>范围</h3><ul><li>一</li><li>二</li></ul>");
    EXPECT_EQ(safe("<table><tr><td>a<td>b</table>").toStdString(),
              "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\"><tr><td>a</td><td>b</td></tr></table>");
    EXPECT_EQ(safe("一<br>二 &amp; &ldquo;三&rdquo; &#22235; 1 < 2 &unknown;").toStdString(),
              "一<br/>二 &amp; “三” 四 1 &lt; 2 &amp;unknown;");
}

TEST(SafeText, DropsWhatRunsLoadsOrHides)
{
    const std::pair<const char *, const char *> cases[] = {
        {"<script>alert(1)</script>x", "x"},
        {"<SCRIPT src=http://a.example/x.js></SCRIPT >x", "x"},
        {"<script>never ended", ""},
        {"<style>@import 'http://a.example'</style>x", "x"},
        {"<img src='file:///etc/passwd' onerror=alert(1)>x", "x"},
        {"<p onclick=\"alert(1)\" style='background:url(http://a.example)'>x</p>", "<p>x</p>"},
        {"<iframe src=http://a.example>y</iframe>x", "x"},
        {"<svg><image href='http://a.example'/></svg>x", "x"},
        {"<link rel=stylesheet href=http://a.example>x", "x"},
        {"<base href=http://a.example><meta http-equiv=refresh content='0;url=http://a.example'>x", "x"},
        {"<form action=http://a.example><input name=p></form>x", "x"},
        {"<!-- <b>hidden</b> -->x", "x"},
        {"<!DOCTYPE a [<!ENTITY lol \"lol\">]><p>&lol;</p>", "]&gt;<p>&amp;lol;</p>"},
        {"&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;"},
        {"abc\xe2\x80\xaegpj.exe", "abcgpj.exe"},
    };
    for (const auto &[html, expected] : cases)
        EXPECT_EQ(safe(html).toStdString(), expected) << html;
}

TEST(SafeText, LinksLeadToTheWebOrNowhere)
{
    EXPECT_EQ(safe("<a href='https://tax.example/a?b=1&amp;c=2' target=_blank>x</a>").toStdString(),
              "<a href=\"https://tax.example/a?b=1&amp;c=2\">x</a>");
    EXPECT_EQ(safe("<a href=\"https://tax.example/&quot;&gt;&lt;img&gt;\">x</a>").toStdString(), "x");
    for (const char *address : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "file:///etc/passwd", "data:text/html,x",
                                "//tax.example", "ftp://tax.example", "https://", "https://tax.example@evil.example/",
                                "qrc:/ui/shebao.png", "\\\\server\\share", "java&#115;cript:alert(1)"})
        EXPECT_EQ(safe(qPrintable(QStringLiteral("<a href=\"%1\">x</a>").arg(QLatin1String(address)))).toStdString(),
                  "x")
            << address;
}

/// Every shape takes a moment, and what comes out is small.
TEST(SafeText, HostileShapesAreReadInTimeAndStaySmall)
{
    const qsizetype size = 10'000'000;
    const auto repeated = [size](const char *piece) {
        const auto one = QString::fromLatin1(piece);
        return one.repeated(size / one.size());
    };
    for (const char *piece : {"<",
                              "<a ",
                              "<a href=\"",
                              "<a href='x'",
                              "<!--",
                              "<table>",
                              "<table><tr><td>",
                              "<ul><li>",
                              "<b>",
                              "</b>",
                              "<b><i>",
                              "<div>",
                              "&",
                              "&#x",
                              "&amp;",
                              "<script>",
                              "</script",
                              "<svg>",
                              "<br>",
                              "x",
                              "<td>x",
                              "<td></td>",
                              "<a href=https://a.example>x</a>",
                              "<p>",
                              "\"",
                              "<\"",
                              "<li>x"}) {
        const auto text = repeated(piece);
        const auto begun = processorSeconds();
        const auto safe = safeText(text);
        EXPECT_LE(processorSeconds() - begun, mostHostileSeconds()) << piece;
        EXPECT_LT(safe.html.size(), 1'000'000) << piece;
        EXPECT_LE(safe.html.count(QStringLiteral("<table")), 1000) << piece;
    }
}

TEST(SafeText, WhatIsTooLongIsCutAndSaysSo)
{
    EXPECT_FALSE(safeText(QStringLiteral("短")).cut);
    const auto safe = safeText(QStringLiteral("<p><b>") + QStringLiteral("长").repeated(100'000));
    EXPECT_TRUE(safe.cut);
    EXPECT_TRUE(safe.html.endsWith(QStringLiteral("长</b></p>")));
    EXPECT_LE(safe.html.size(), 60'100);
}

}  // namespace
