#include "ui/modules/home/tile_rows.h"

#include "ui/style/tokens.h"
#include "ui/widgets/flow_layout.h"

#include <QResizeEvent>

namespace ui {

namespace {

constexpr QSize leastTile{208, 72};
constexpr int mostRows = 2;
constexpr int gap = space::medium;

}  // namespace

TileRows::TileRows(QWidget *parent) : QWidget(parent)
{
    new FlowLayout(this, gap, gap);
}

void TileRows::add(QWidget *tile)
{
    tile->setFixedSize(leastTile);
    layout()->addWidget(tile);
    m_tiles.append(tile);
}

void TileRows::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int inRow = qMax(1, (event->size().width() + gap) / (leastTile.width() + gap));
    const int width = (event->size().width() - gap * (inRow - 1)) / inRow;  // to the edge of the cards above
    for (int at = 0; at < m_tiles.size(); ++at) {
        m_tiles[at]->setFixedWidth(width);
        m_tiles[at]->setVisible(at < inRow * mostRows);
    }
}

}  // namespace ui
