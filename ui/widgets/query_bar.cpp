#include "ui/widgets/query_bar.h"

#include "ui/style/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/named.h"

#include <QHBoxLayout>

namespace ui {

QueryBar::QueryBar(const QString &objectName, QWidget *parent) : QWidget(parent)
{
    setObjectName(objectName);
    m_flow = new FlowLayout(this, space::large, space::small);
    m_buttons = new QWidget(this);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    m_search = button(nameOf(QStringLiteral("search")), tr("查询"), Icon::Search, ButtonKind::Secondary);
    m_reset = button(nameOf(QStringLiteral("reset")), tr("重置"), Icon::None, ButtonKind::Quiet);
    row->addWidget(m_search);
    row->addWidget(m_reset);
    m_flow->addWidget(m_buttons);
    setVisible(false);
    connect(m_search, &QPushButton::clicked, this, &QueryBar::submit);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT resetRequested();
    });
}

QString QueryBar::nameOf(const QString &id) const
{
    return objectName() + QLatin1Char('.') + id;
}

/// Before the buttons, which stay last.
void QueryBar::place(QWidget *cell)
{
    m_flow->removeWidget(m_buttons);
    m_flow->addWidget(cell);
    m_flow->addWidget(m_buttons);
    setVisible(true);
}

void QueryBar::addField(const QString &label, QWidget *field)
{
    auto *cell = new QWidget(this);
    auto *row = new QHBoxLayout(cell);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    auto *caption = new TonedLabel(label);
    caption->setBuddy(field);
    row->addWidget(caption);
    row->addWidget(field);
    place(cell);
}

QLineEdit *QueryBar::addText(const QString &id, const QString &label, int width)
{
    auto *field = named(new QLineEdit, nameOf(id), label);
    field->setFixedWidth(width);
    field->setClearButtonEnabled(true);
    connect(field, &QLineEdit::returnPressed, this, &QueryBar::submit);
    m_fields.insert(id, field);
    addField(label, field);
    return field;
}

QComboBox *QueryBar::addChoice(const QString &id, const QString &label, const QVector<Choice> &choices, int width)
{
    auto *field = named(new QComboBox, nameOf(id), label);
    field->setFixedWidth(width);
    m_fields.insert(id, field);
    setChoices(id, choices);
    addField(label, field);
    return field;
}

void QueryBar::setChoices(const QString &id, const QVector<Choice> &choices)
{
    auto *field = qobject_cast<QComboBox *>(m_fields.value(id));
    if (!field)
        return;
    const auto before = field->currentData().toString();
    field->clear();
    field->addItem(tr("全部"), QString());
    for (const auto &choice : choices)
        field->addItem(choice.name, choice.code);
    setCode(id, before);
}

MonthEdit *QueryBar::addMonth(const QString &id, const QString &label)
{
    auto *field = new MonthEdit(nameOf(id), label);
    field->setFixedWidth(112);
    connect(field, &QLineEdit::returnPressed, this, &QueryBar::submit);
    m_fields.insert(id, field);
    addField(label, field);
    return field;
}

void QueryBar::addMonthRange(const QString &id, const QString &label)
{
    addMonth(id + QStringLiteral("From"), label);
    addMonth(id + QStringLiteral("To"), tr("至"))->setAccessibleName(tr("%1 至").arg(label));
}

void QueryBar::addDateRange(const QString &id, const QString &label)
{
    for (const bool from : {true, false}) {
        const auto part = id + (from ? QStringLiteral("From") : QStringLiteral("To"));
        auto *field = new DateEdit(nameOf(part), from ? label : tr("%1 至").arg(label));
        field->setFixedWidth(132);
        connect(field, &QLineEdit::returnPressed, this, &QueryBar::submit);
        m_fields.insert(part, field);
        addField(from ? label : tr("至"), field);
    }
}

QString QueryBar::text(const QString &id) const
{
    const auto *field = qobject_cast<QLineEdit *>(m_fields.value(id));
    return field ? field->text().trimmed() : QString();
}

QString QueryBar::code(const QString &id) const
{
    const auto *field = qobject_cast<QComboBox *>(m_fields.value(id));
    return field ? field->currentData().toString() : QString();
}

std::optional<domain::Month> QueryBar::month(const QString &id) const
{
    const auto *field = qobject_cast<MonthEdit *>(m_fields.value(id));
    return field ? field->month() : std::nullopt;
}

std::optional<QDate> QueryBar::date(const QString &id) const
{
    const auto *field = qobject_cast<DateEdit *>(m_fields.value(id));
    return field ? field->date() : std::nullopt;
}

void QueryBar::setText(const QString &id, const QString &text)
{
    if (auto *field = qobject_cast<QLineEdit *>(m_fields.value(id)))
        field->setText(text);
}

void QueryBar::setCode(const QString &id, const QString &code)
{
    if (auto *field = qobject_cast<QComboBox *>(m_fields.value(id)))
        field->setCurrentIndex(qMax(0, field->findData(code)));
}

void QueryBar::setMonth(const QString &id, std::optional<domain::Month> month)
{
    if (auto *field = qobject_cast<MonthEdit *>(m_fields.value(id)))
        field->setMonth(month);
}

void QueryBar::setDate(const QString &id, std::optional<QDate> day)
{
    if (auto *field = qobject_cast<DateEdit *>(m_fields.value(id)))
        field->setDate(day);
}

bool QueryBar::isFiltering() const
{
    for (const auto &id : m_fields.keys()) {
        if (!text(id).isEmpty() || !code(id).isEmpty())
            return true;
    }
    return false;
}

void QueryBar::clear()
{
    for (const auto &id : m_fields.keys()) {
        setText(id, {});
        setCode(id, {});
        m_fields.value(id)->setProperty("invalid", false);
    }
}

void QueryBar::submit()
{
    for (auto *field : std::as_const(m_fields)) {
        const auto *month = qobject_cast<MonthEdit *>(field);
        const auto *day = qobject_cast<DateEdit *>(field);
        if ((month && !month->isAcceptable()) || (day && !day->isAcceptable()))
            return field->setFocus();
    }
    Q_EMIT searchRequested();
}

}  // namespace ui
