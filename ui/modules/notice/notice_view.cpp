#include "ui/modules/notice/notice_view.h"

#include "ui/style/theme.h"
#include "ui/style/tokens.h"
#include "ui/widgets/named.h"

#include <QDesktopServices>
#include <QEvent>

namespace ui {

NoticeView::NoticeView(Prompt &prompt, QWidget *parent) : QTextBrowser(parent), m_prompt(prompt)
{
    named(this, QStringLiteral("notice.text"), tr("公告内容"));
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    document()->setDocumentMargin(space::medium);
    connect(this, &QTextBrowser::anchorClicked, this, &NoticeView::ask);
}

void NoticeView::setNotice(const domain::Notice &notice)
{
    m_html = notice.html;
    if (notice.cut)
        m_html += QStringLiteral("<p>%1</p>").arg(tr("（内容过长，其余部分没有显示。请到税务机关网站查看全文。）"));
    render();
}

void NoticeView::render()
{
    const auto &c = colors(palette());
    document()->setDefaultStyleSheet(
        QStringLiteral("a { color: %1; } td, th { border-color: %2; }").arg(c.accentText.name(), c.strongLine.name()));
    setHtml(m_html);
}

void NoticeView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_html.isEmpty())
        render();
}

void NoticeView::ask(const QUrl &address)
{
    // Once more, because here is the door: whatever stands in the text, only the web is opened.
    const bool web = address.scheme() == QLatin1String("http") || address.scheme() == QLatin1String("https");
    if (!web || address.host().isEmpty())
        return;
    const QString shown = QString::fromLatin1(address.toEncoded());
    const bool plain = address.scheme() == QLatin1String("http");
    m_prompt.ask(
        this,
        {.title = tr("打开公告中的链接"),
         .text = tr("将用浏览器打开：\n%1").arg(shown),
         .detail = plain
                       ? tr("这个地址没有加密。请确认它属于税务机关或其他可信的机构；不要在打开的网页中输入申报密码。")
                       : tr("请确认它属于税务机关或其他可信的机构；不要在打开的网页中输入申报密码。"),
         .confirmText = tr("打开")},
        [this, address](bool yes) {
            if (!yes)
                return;
            QDesktopServices::openUrl(address);
            Q_EMIT opened(address);
        });
}

}  // namespace ui
