#pragma once
// The navigation at the left: groups of items with icon, text and a count. Folds to icons when asked to.

#include "ui/style/icons.h"

#include <QTreeWidget>

namespace ui {

class Sidebar final : public QTreeWidget {
    Q_OBJECT
public:
    struct Item {
        QString id;
        QString group;  ///< items of one group stand together under its title; empty: no title
        QString title;
        Icon icon = Icon::None;
    };

    explicit Sidebar(QWidget *parent = nullptr);

    void setItems(const QVector<Item> &items);
    /// Marks the item without emitting activated().
    void select(const QString &id);
    QString selected() const;
    /// 0 hides the count; more than 99 reads 99+.
    void setBadge(const QString &id, int count);
    void setFolded(bool folded);
    bool folded() const { return m_folded; }

Q_SIGNALS:
    void activated(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QTreeWidgetItem *find(const QString &id) const;
    void emitActivated(QTreeWidgetItem *item);
    void recolour();

    bool m_folded = false;
};

}  // namespace ui
