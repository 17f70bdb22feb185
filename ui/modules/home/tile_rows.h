#pragma once
// 常用功能: as many tiles as two rows have room for, in the order of the rule pack; what is left out is in the sidebar.

#include <QVector>
#include <QWidget>

namespace ui {

class TileRows final : public QWidget {
    Q_OBJECT
public:
    explicit TileRows(QWidget *parent = nullptr);
    void add(QWidget *tile);
    bool isEmpty() const { return m_tiles.isEmpty(); }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QVector<QWidget *> m_tiles;
};

}  // namespace ui
