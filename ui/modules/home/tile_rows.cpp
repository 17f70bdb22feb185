#include "ui/modules/home/tile_rows.h"

#include "ui/style/tokens.h"
#include "ui/widgets/flow_layout.h"

#include <QResizeEvent>

namespace ui {

namespace {

constexpr QSize tileSize{224, 72};
constexpr int mostRows = 2;
constexpr int gap = space::medium;

}  // namespace

TileRows::TileRows(QWidget *parent) : QWidget(parent)
{
    new FlowLayout(this, gap, gap);
}

void TileRows::add(QWidget *tile)
{
    tile->setFixedSize(tileSize);
    layout()->addWidget(tile);
    m_tiles.append(tile);
}

void TileRows::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int inRow = qMax(1, (event->size().width() + gap) / (tileSize.width() + gap));
    for (int at = 0; at < m_tiles.size(); ++at)
        m_tiles[at]->setVisible(at < inRow * mostRows);
}

}  // namespace ui
