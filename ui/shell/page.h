#pragma once
// A page of the window, and how the window gets to know it.

#include "ui/style/icons.h"

#include <QWidget>

#include <functional>

namespace ui {

class Page : public QWidget {
    Q_OBJECT
public:
    Page(const QString &pageId, const QString &title, QWidget *parent);
    QString pageId() const { return m_id; }
    QString title() const { return m_title; }

    /// The page has come to the front (each time).
    virtual void opened() {}
    /// Another page has come to the front, or the window closes.
    virtual void closed() {}
    /// False keeps the window on this page (something unsaved that must be asked about first).
    virtual bool mayLeave() { return true; }
    /// F5: asks again for what it shows.
    virtual void renew() {}
    /// One of its rows was looked for elsewhere; called after opened().
    virtual void showRow(const QString &key) { Q_UNUSED(key) }

Q_SIGNALS:
    /// 「去缴款」: the window opens that page.
    void openRequested(const QString &pageId);
    /// A count in the sidebar may have changed.
    void badgesChanged();

private:
    QString m_id;
    QString m_title;
};

struct PageSpec {
    QString id;
    QString group;  ///< title in the sidebar; empty: stands alone
    QString title;
    Icon icon = Icon::None;
    std::function<Page *(QWidget *parent)> create;  ///< called at the first opening
    std::function<int()> badge = {};                ///< count in the sidebar; must not block
};

}  // namespace ui
