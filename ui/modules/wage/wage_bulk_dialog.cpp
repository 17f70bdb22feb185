#include "ui/modules/wage/wage_bulk_dialog.h"

#include "ui/modules/wage/wage_columns.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/month_edit.h"
#include "ui/widgets/named.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QRegularExpression>

namespace ui {

std::optional<int> ratioFromTyped(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(R"(\A([0-9]{1,4})(?:\.([0-9]{1,4}))?%?\z)"));
    const auto match = form.match(text.trimmed().normalized(QString::NormalizationForm_KC));
    if (!match.hasMatch())
        return std::nullopt;
    // Percent with four decimals are millionths.
    const qint64 ppm = match.captured(1).toLongLong() * 10'000 + match.captured(2).leftJustified(4, QLatin1Char('0')).toLongLong();
    return ppm > 0 && ppm <= 10'000'000 ? std::optional(int(ppm)) : std::nullopt;
}

WageBulkDialog::WageBulkDialog(const Desk &desk, const service::WageTarget &target, qint64 chosen, qint64 withoutWage,
                               QWidget *parent)
    : TaskDialog(QStringLiteral("wage.bulk"), tr("批量修改"), parent), m_desk(desk), m_target(target), m_withoutWage(withoutWage)
{
    body()->addWidget(new TonedLabel(tr("修改选中的 %1 条。留空的项目不变。").arg(chosen), TonedLabel::Role::Normal, this));
    build();
    m_confirm = addButton(QStringLiteral("confirm"), tr("确定"), ButtonKind::Primary);
    connect(m_confirm, &QPushButton::clicked, this, &WageBulkDialog::confirm);
    connect(m_month, &QLineEdit::textChanged, this, &WageBulkDialog::render);
    addClose(tr("取消"));
    render();
    setMinimumWidth(520);
}

void WageBulkDialog::build()
{
    const auto &rules = m_desk.profile.pack.wage;
    const auto present = domain::Month::of(m_desk.clock.today());
    m_form = new Form(this);
    m_month = new MonthEdit(QStringLiteral("wage.bulk.month"), tr("生效年月"), this);
    m_month->setRange(present - rules.monthsBack, present + rules.monthsAhead);
    m_month->setPresent(present);
    if (m_target.form.kind == domain::WageKind::Daily)
        m_form->addRow(tr("生效年月"), m_month);
    else
        m_month->hide();
    if (m_target.form.byInsurance) {
        m_insurance = named(new QComboBox(this), QStringLiteral("wage.bulk.insurance"), tr("险种"));
        m_insurance->addItem(tr("所有险种"));
        for (const auto &insurance : m_target.insurances)
            m_insurance->addItem(insurance.name, insurance.code);
        m_form->addRow(tr("险种"), m_insurance);
    }
    auto *choices = new QWidget(this);
    auto *line = new QHBoxLayout(choices);
    line->setContentsMargins({});
    const auto choice = [&](const char *name, const QString &text) {
        auto *button = new QRadioButton(text, choices);
        button->setObjectName(QStringLiteral("wage.bulk.") + QString::fromLatin1(name));
        connect(button, &QRadioButton::toggled, this, &WageBulkDialog::render);
        line->addWidget(button);
        return button;
    };
    m_keep = choice("keep", tr("不修改"));
    m_byRatio = choice("ratio", tr("按比率"));
    m_fixed = choice("fixed", tr("按固定金额"));
    line->addStretch();
    m_form->addRow(tr("新缴费工资"), choices);
    m_percent = new QLineEdit(this);
    m_percent->setObjectName(QStringLiteral("wage.bulk.percent"));
    m_percent->setAccessibleName(tr("原缴费工资的百分比"));
    m_percent->setPlaceholderText(tr("例如 105 表示上调 5%"));
    m_form->addRow(tr("原工资的 %"), m_percent,
                   m_withoutWage > 0 ? tr("其中 %1 条没有原缴费工资，按比率时不变").arg(m_withoutWage) : QString());
    m_amount = new MoneyEdit(QStringLiteral("wage.bulk.amount"), tr("新缴费工资"), rules.maximum, this);
    m_form->addRow(tr("固定金额"), m_amount);
    body()->addWidget(m_form);
    m_keep->setChecked(true);
}

void WageBulkDialog::render()
{
    if (!m_confirm)
        return;
    m_confirm->setEnabled(!m_keep->isChecked() || !m_month->text().trimmed().isEmpty());  // else nothing would change
    m_percent->setEnabled(m_byRatio->isChecked());
    m_amount->setEnabled(m_fixed->isChecked());
    m_form->clearErrors();
}

void WageBulkDialog::confirm()
{
    m_form->clearErrors();
    const auto &rules = m_desk.profile.pack.wage;
    const auto month = effectiveMonthReason(rules, domain::Month::of(m_desk.clock.today()), m_month->text().trimmed());
    service::WageChange change;
    change.month = m_month->month();
    QString percent;
    QString amount;
    if (m_byRatio->isChecked()) {
        change.ratioPpm = ratioFromTyped(m_percent->text());
        percent = change.ratioPpm ? QString() : tr("请输入百分比，例如 105 或 98.5");
    } else if (m_fixed->isChecked()) {
        change.amount = m_amount->typed().amount;
        amount = change.amount ? QString()
            : m_amount->text().trimmed().isEmpty() ? tr("请输入金额")
                                                   : wageReason(rules, m_amount->text().trimmed());
    }
    if (m_target.form.kind == domain::WageKind::Daily)
        m_form->setError(m_month, month);
    if (m_insurance && m_insurance->currentIndex() > 0)
        change.insurance = m_insurance->currentData().toString();
    m_form->setError(m_percent, percent);
    m_form->setError(m_amount, amount);
    if (!month.isEmpty() || !percent.isEmpty() || !amount.isEmpty())
        return;
    Q_EMIT confirmed(change);
    accept();
}

}  // namespace ui
