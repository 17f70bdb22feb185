#include "ui/modules/settings/network_dialog.h"

#include "ui/modules/settings/network_form.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

NetworkDialog::NetworkDialog(JobRunner &jobs, service::NetworkService &network, QWidget *parent)
    : TaskDialog(QStringLiteral("network"), tr("网络设置"), parent)
{
    setMinimumWidth(680);
    auto *form = new NetworkForm(objectName(), jobs, network);
    // Enter in a field tests; it must not press a button of the dialog as well.
    for (auto *one : form->findChildren<QPushButton *>())
        one->setAutoDefault(false);
    body()->addWidget(form);
    addClose(tr("关闭"));
    form->load();
}

}  // namespace ui
