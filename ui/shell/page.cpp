#include "ui/shell/page.h"

namespace ui {

Page::Page(const QString &pageId, const QString &title, QWidget *parent) : QWidget(parent), m_id(pageId), m_title(title)
{
    setObjectName(pageId);
    setAccessibleName(title);
}

}  // namespace ui
