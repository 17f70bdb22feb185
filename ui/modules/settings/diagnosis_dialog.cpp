#include "ui/modules/settings/diagnosis_dialog.h"

#include <QVBoxLayout>

namespace ui {

DiagnosisDialog::DiagnosisDialog(const Desk &desk, DiagnosisPage::Collect collect, QWidget *parent)
    : TaskDialog(QStringLiteral("diagnosis"), tr("一键诊断"), parent)
{
    auto *page = new DiagnosisPage(desk, std::move(collect), this);
    page->layout()->setContentsMargins({});
    page->setMinimumSize(860, 520);
    body()->addWidget(page, 1);
    addClose(tr("关闭"));
}

}  // namespace ui
