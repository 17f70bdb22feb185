#include "ui/modules/settings/network_page.h"

#include "ui/modules/settings/network_form.h"
#include "ui/style/tokens.h"
#include "ui/widgets/page_header.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

NetworkPage::NetworkPage(JobRunner &jobs, service::NetworkService &network, QWidget *parent)
    : Page(QStringLiteral("settings.network"), tr("网络管理"), parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::page, space::large, space::page, space::page);
    column->setSpacing(space::large);
    auto *header = new PageHeader(title());
    header->setSubtitle(tr("下载、申报、获取反馈和升级都使用这里的设置"));
    column->addWidget(header);

    m_form = new NetworkForm(pageId(), jobs, network);
    m_form->setMaximumWidth(760);
    auto *content = new QWidget;
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins({});
    inside->addWidget(m_form);
    inside->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    column->addWidget(scroll);
}

void NetworkPage::opened()
{
    if (!m_form->isDirty())
        m_form->load();
}

}  // namespace ui
