#pragma once
// The contents of a notice (N2). What is shown has been through domain::safeText(); this view is the second wall: it
// loads nothing, whatever it is told to, and a link opens only after its whole address was shown and agreed to.

#include "domain/notice.h"
#include "ui/shell/prompt.h"

#include <QTextBrowser>

namespace ui {

/// Object name notice.text.
class NoticeView final : public QTextBrowser {
    Q_OBJECT
public:
    explicit NoticeView(Prompt &prompt, QWidget *parent = nullptr);
    void setNotice(const domain::Notice &notice);

    QVariant loadResource(int, const QUrl &) override { return {}; }

Q_SIGNALS:
    /// The user agreed; it has been handed to the system's browser.
    void opened(const QUrl &address);

protected:
    void changeEvent(QEvent *event) override;

private:
    void ask(const QUrl &address);
    void render();

    Prompt &m_prompt;
    QString m_html;
};

}  // namespace ui
