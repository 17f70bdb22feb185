#include "ui/practice/practice_dialog.h"

#include "taxside/server.h"
#include "ui/shell/list_page.h"
#include "ui/style/tr.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form.h"
#include "ui/widgets/grouped.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>

namespace ui {

namespace {

struct Trouble {
    const char *text;
    const char *spec;  ///< taxside/faults.h
};

constexpr Trouble kTroubles[] = {
    {QT_TRANSLATE_NOOP("ui::PracticeDialog", "税务端答复慢（每次 2 秒）"), "latency=2000"},
    {QT_TRANSLATE_NOOP("ui::PracticeDialog", "下一次提交：没有送到，连接中断"), "drop-before:PUT /v1/:1"},
    {QT_TRANSLATE_NOOP("ui::PracticeDialog", "下一次提交：税务端已办理，答复丢失"), "drop-after:PUT /v1/:1"},
    {QT_TRANSLATE_NOOP("ui::PracticeDialog", "下一次提交：税务端内部错误"), "status-after=500:PUT /v1/:1"},
    {QT_TRANSLATE_NOOP("ui::PracticeDialog", "下一次费款申报：未通过审核"), "reject=agency-busy"},
    {QT_TRANSLATE_NOOP("ui::PracticeDialog", "下一次三方协议缴款：第一笔余额不足"), "partial=balance-insufficient"},
    {QT_TRANSLATE_NOOP("ui::PracticeDialog", "网络要求先登录（酒店、机场的登录页）"), "html"},
    {QT_TRANSLATE_NOOP("ui::PracticeDialog", "申报密码被锁定"), "lock-password"},
};

QString unitText(const taxside::PracticeUnit &unit)
{
    return QStringLiteral("%1（%2，%3）").arg(unit.name, unit.region, unit.delegated ? Tr::tr("税务代征") : Tr::tr("税务自主征收"));
}

QComboBox *combo(const char *name, const QString &label)
{
    auto *box = new QComboBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(label);
    return box;
}

/// Adds what is in force when none of the offered is it (the command line may say anything).
void select(QComboBox *box, int value, const QString &text)
{
    if (box->findData(value) < 0)
        box->addItem(text, value);
    box->setCurrentIndex(box->findData(value));
}

}  // namespace

PracticeDialog::PracticeDialog(taxside::Server &server, const taxside::Options &current, QWidget *parent)
    : TaskDialog(QStringLiteral("practice"), tr("演示设置"), parent), m_server(server), m_current(current)
{
    auto *what = new TonedLabel(tr("演示模式不连接真实的税务端，可以放心操作。数据单独存放，与正式数据无关。"));
    what->setWordWrap(true);
    body()->addWidget(what);
    addWorld();
    addFaults();
    m_restart = addButton(QStringLiteral("restart"), tr("重新开始演示"), ButtonKind::Primary);
    connect(m_restart, &QPushButton::clicked, this, [this] {
        Q_EMIT restartRequested(chosen(), m_fresh->isChecked());
        accept();
    });
    addClose(tr("关闭"));
    renderUnit();
    setMinimumWidth(600);
}

void PracticeDialog::addWorld()
{
    auto *form = new Form(this);
    m_unit = combo("practice.unit", tr("演示单位"));
    for (const auto &unit : m_units)
        m_unit->addItem(unitText(unit), unit.scenario);
    m_unit->addItem(tr("全部示范单位（代理记账）"), QStringLiteral("agency"));
    m_unit->setCurrentIndex(qMax(0, m_unit->findData(m_current.scenario)));
    form->addRow(tr("演示单位"), m_unit);
    m_taxNumber = form->addText(tr("纳税人识别号"), {});
    m_password = form->addText(tr("申报密码"), {});
    for (auto *label : {m_taxNumber, m_password})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_size = combo("practice.size", tr("职工人数"));
    for (const int size : {60, 1000, 10'000, 100'000, 1'000'000})
        m_size->addItem(tr("%1 人").arg(grouped(size)), size);
    select(m_size, m_current.employees, tr("%1 人").arg(m_current.employees));
    form->addRow(tr("职工人数"), m_size, tr("人数多时，首次准备演示数据需要几分钟。"));
    m_feedback = combo("practice.feedback", tr("税务端反馈"));
    m_feedback->addItem(tr("立即"), 0);
    m_feedback->addItem(tr("几秒之后"), 2500);
    m_feedback->addItem(tr("一分钟之后"), 60'000);
    select(m_feedback, m_current.feedbackMs, tr("%1 毫秒之后").arg(m_current.feedbackMs));
    form->addRow(tr("税务端反馈"), m_feedback);
    m_fresh = new QCheckBox(tr("从头开始，清除这个演示单位已做的操作"));
    m_fresh->setObjectName(QStringLiteral("practice.fresh"));
    form->addRow({}, m_fresh);
    body()->addWidget(form);
    for (auto *box : {m_unit, m_size, m_feedback})
        connect(box, &QComboBox::currentIndexChanged, this, &PracticeDialog::renderUnit);
    connect(m_fresh, &QCheckBox::toggled, this, &PracticeDialog::renderUnit);
}

void PracticeDialog::addFaults()
{
    auto *card = new Card(tr("制造故障（勾选后立即生效）"));
    auto *grid = new QGridLayout;
    const auto pending = m_server.pendingFaults();
    for (const auto &trouble : kTroubles) {
        const auto number = int(m_faults.size());
        auto *box = new QCheckBox(tr(trouble.text));
        box->setObjectName(QStringLiteral("practice.fault.%1").arg(number));
        box->setChecked(pending.contains(QString::fromLatin1(trouble.spec)));
        connect(box, &QCheckBox::clicked, this, &PracticeDialog::orderFaults);
        grid->addWidget(box, number / 2, number % 2);
        m_faults << box;
    }
    card->body()->addLayout(grid);
    body()->addWidget(card);
}

void PracticeDialog::orderFaults()
{
    QStringList specs;
    for (int at = 0; at < m_faults.size(); ++at) {
        if (m_faults[at]->isChecked())
            specs << QString::fromLatin1(kTroubles[at].spec);
    }
    if (const auto ordered = m_server.setFaults(specs); !ordered)
        strip()->show(errorMessage(ordered.error()));
}

void PracticeDialog::renderUnit()
{
    const auto scenario = m_unit->currentData().toString();
    const auto unit = std::find_if(m_units.cbegin(), m_units.cend(),
                                   [&](const auto &one) { return one.scenario == scenario; });
    m_taxNumber->setText(unit == m_units.cend() ? tr("上面任一单位的") : unit->taxNumber);
    m_password->setText(unit == m_units.cend() ? tr("上面任一单位的") : tr("%1（首次登录后改为自己的）").arg(unit->password));
    const auto next = chosen();
    const bool other = next.scenario != m_current.scenario || next.employees != m_current.employees
        || next.feedbackMs != m_current.feedbackMs;
    m_restart->setEnabled(other || m_fresh->isChecked());
}

taxside::Options PracticeDialog::chosen() const
{
    auto next = m_current;
    next.scenario = m_unit->currentData().toString();
    next.employees = m_size->currentData().toInt();
    next.feedbackMs = m_feedback->currentData().toInt();
    next.faults = m_server.pendingFaults();
    return next;
}

QString practiceLogin(const QString &scenario)
{
    for (const auto &unit : taxside::practiceUnits()) {
        if (unit.scenario == scenario)
            return Tr::tr("演示单位：%1　纳税人识别号 %2　初始申报密码 %3").arg(unit.name, unit.taxNumber, unit.password);
    }
    return {};
}

}  // namespace ui
