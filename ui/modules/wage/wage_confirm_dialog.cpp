#include "ui/modules/wage/wage_confirm_dialog.h"

#include "ui/widgets/card.h"
#include "ui/widgets/message_strip.h"

#include <QCheckBox>
#include <QPlainTextEdit>

namespace ui {

namespace {

constexpr int kCharactersALine = 32;

}  // namespace

WageConfirmDialog::WageConfirmDialog(const domain::WageForm &form, const domain::WageDraftCheck &check,
                                     const QString &commitment, QWidget *parent)
    : TaskDialog(QStringLiteral("wage.confirm"), tr("确认提交申报"), parent)
{
    build(form, check);
    if (!commitment.isEmpty())
        buildCommitment(commitment);
    addClose(tr("取消"));
    auto *ok = addButton(QStringLiteral("ok"), tr("提交申报"), ButtonKind::Primary, Icon::Send);
    connect(ok, &QPushButton::clicked, this, &QDialog::accept);
    setMinimumWidth(520);
    ok->setFocus();
    if (m_agree) {
        ok->setEnabled(false);
        connect(m_agree, &QCheckBox::toggled, ok, &QPushButton::setEnabled);
        m_agree->setFocus();
    }
}

void WageConfirmDialog::build(const domain::WageForm &form, const domain::WageDraftCheck &check)
{
    const auto people = tr("本次共申报 %1 条缴费工资，确定提交吗？").arg(check.people);
    const auto wages = tr("本次共按险种申报 %1 条、%2 项缴费工资，确定提交吗？").arg(check.people).arg(check.wages);
    auto *text = new TonedLabel(form.byInsurance ? wages : people, TonedLabel::Role::Normal, this);
    text->setWordWrap(true);
    body()->addWidget(text);
    auto *next = new TonedLabel(tr("提交后保存到税务端并生成一条申报记录，请到缴费工资申报记录中获取反馈。"),
                                TonedLabel::Role::Secondary, this);
    next->setWordWrap(true);
    body()->addWidget(next);
    if (check.leftOut > 0)
        strip()->show({.tone = Tone::Warning,
                       .text = tr("有 %1 个险种的缴费工资没有填写，这些险种不申报，工资不变。").arg(check.leftOut),
                       .closable = false});
}

void WageConfirmDialog::buildCommitment(const QString &commitment)
{
    auto *caption = new TonedLabel(tr("承诺书"), TonedLabel::Role::Secondary, this);
    body()->addWidget(caption);
    auto *text = new QPlainTextEdit(commitment, this);  // plain: it comes from outside
    text->setObjectName(QStringLiteral("wage.confirm.commitment"));
    text->setAccessibleName(tr("承诺书"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    // As high as it needs to be, within reason; longer ones scroll.
    const int lines = int(text->document()->size().height()) + int(commitment.size()) / kCharactersALine;
    text->setFixedHeight(qBound(3, lines + 1, 10) * text->fontMetrics().lineSpacing());
    body()->addWidget(text);
    m_agree = new QCheckBox(tr("我已阅读并同意以上承诺"), this);
    m_agree->setObjectName(QStringLiteral("wage.confirm.agree"));
    body()->addWidget(m_agree, 0, Qt::AlignLeft);
}

}  // namespace ui
