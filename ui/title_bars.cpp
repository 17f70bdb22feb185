#include "ui/title_bars.h"

#include "platform/windowing.h"
#include "ui/style/tokens.h"

#include <QEvent>
#include <QWidget>

namespace ui {

bool TitleBars::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if ((type == QEvent::Show || type == QEvent::PaletteChange) && watched->isWidgetType()) {
        auto *widget = static_cast<QWidget *>(watched);
        const auto kind = widget->windowType();
        const bool framed = widget->isWindow() && (kind == Qt::Window || kind == Qt::Dialog);
        if (framed && widget->testAttribute(Qt::WA_WState_Created))
            platform::setTitleBarDark(widget->winId(), colors(widget->palette()).dark);
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace ui
