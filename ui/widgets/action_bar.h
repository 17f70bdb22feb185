#pragma once
// Buttons at the left, counters at the right: 总条数, 选中条数, 选中金额.

#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"

#include <QHash>
#include <QMenu>
#include <QWidget>

class QHBoxLayout;

namespace ui {

class FlowLayout;

class ActionBar final : public QWidget {
    Q_OBJECT
public:
    /// Object names of what is added: `<bar>.<id>`, where bar is the page's id.
    explicit ActionBar(const QString &pageId, QWidget *parent = nullptr);

    QPushButton *addButton(const QString &id, const QString &text, Icon icon = Icon::None,
                           ButtonKind kind = ButtonKind::Secondary);
    /// 「导出 ▾»: add its entries with addEntry().
    QMenu *addMenu(const QString &id, const QString &text, Icon icon = Icon::None);
    QAction *addEntry(QMenu *menu, const QString &id, const QString &text, Icon icon = Icon::None);
    void addWidget(QWidget *widget);
    /// Creates the counter at its first use.
    void setCounter(const QString &id, const QString &caption, const QString &value);

private:
    QString m_pageId;
    FlowLayout *m_left = nullptr;
    QHBoxLayout *m_right = nullptr;
    QHash<QString, QLabel *> m_counters;
};

}  // namespace ui
