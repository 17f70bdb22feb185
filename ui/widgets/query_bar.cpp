#include "ui/widgets/query_bar.h"

#include "ui/style/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/named.h"

#include <QHBoxLayout>

namespace ui {
namespace {

constexpr int monthWidth = 112;
constexpr int dateWidth = 132;
constexpr int quickMs = 60;  ///< between two searches while keys follow each other

}  // namespace

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
    m_buttons->hide();  // until there is a field
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
    m_buttons->show();
    // Without a parent yet it would become a window.
    if (parentWidget())
        show();
}

void QueryBar::addField(const QString &label, QWidget *field)
{
    placeCell(label, {field});
}

/// One label with its field, or with both fields of a range: they never wrap apart.
void QueryBar::placeCell(const QString &label, const QVector<QWidget *> &fields)
{
    auto *cell = new QWidget(this);
    auto *row = new QHBoxLayout(cell);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    auto *caption = new TonedLabel(label);
    caption->setBuddy(fields.first());
    row->addWidget(caption);
    for (auto *field : fields) {
        if (field != fields.first())
            row->addWidget(new TonedLabel(tr("至")));
        row->addWidget(field);
    }
    place(cell);
    m_tabs += fields;
    chainTabs();
}

/// Tab goes as the eye does: the fields, then the buttons.
void QueryBar::chainTabs()
{
    for (qsizetype at = 1; at < m_tabs.size(); ++at)
        setTabOrder(m_tabs[at - 1], m_tabs[at]);
    setTabOrder(m_tabs.last(), m_search);
    setTabOrder(m_search, m_reset);
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

/// MonthEdit or DateEdit.
template <class Field>
Field *QueryBar::make(const QString &id, const QString &name, int width)
{
    auto *field = new Field(nameOf(id), name);
    field->setFixedWidth(width);
    connect(field, &QLineEdit::returnPressed, this, &QueryBar::submit);
    m_fields.insert(id, field);
    return field;
}

MonthEdit *QueryBar::addMonth(const QString &id, const QString &label)
{
    auto *field = make<MonthEdit>(id, label, monthWidth);
    addField(label, field);
    return field;
}

void QueryBar::addMonthRange(const QString &id, const QString &label)
{
    placeCell(label, {make<MonthEdit>(id + QStringLiteral("From"), tr("%1 起").arg(label), monthWidth),
                      make<MonthEdit>(id + QStringLiteral("To"), tr("%1 止").arg(label), monthWidth)});
}

void QueryBar::addDateRange(const QString &id, const QString &label)
{
    placeCell(label, {make<DateEdit>(id + QStringLiteral("From"), tr("%1 起").arg(label), dateWidth),
                      make<DateEdit>(id + QStringLiteral("To"), tr("%1 止").arg(label), dateWidth)});
}

QLineEdit *QueryBar::addQuickSearch(const QString &placeholder, int width)
{
    m_quick = named(new QLineEdit(this), nameOf(QStringLiteral("quick")), tr("快速查找"));
    m_quick->setPlaceholderText(placeholder);
    m_quick->setToolTip(tr("边输入边查找（Ctrl+F）"));
    m_quick->setFixedWidth(width);
    m_quick->setClearButtonEnabled(true);
    m_quick->addAction(icon(Icon::Search, IconColor::Secondary), QLineEdit::LeadingPosition);
    m_quickTimer.setSingleShot(true);
    m_quickTimer.setInterval(quickMs);
    connect(&m_quickTimer, &QTimer::timeout, this, &QueryBar::sayQuick);
    connect(m_quick, &QLineEdit::textChanged, this, [this] {
        if (!m_quickTimer.isActive())
            sayQuick();  // the first key at once, those that follow on its heels together
    });
    connect(m_quick, &QLineEdit::returnPressed, this, &QueryBar::sayQuick);
    m_flow->insertWidget(0, m_quick);
    m_tabs.prepend(m_quick);
    chainTabs();
    if (parentWidget())
        show();
    return m_quick;
}

QString QueryBar::quickText() const
{
    return m_quick ? m_quick->text().simplified() : QString();
}

void QueryBar::sayQuick()
{
    if (m_quickSaid == quickText())
        return;
    m_quickTimer.start();
    m_quickSaid = quickText();
    Q_EMIT quickSearchChanged(m_quickSaid);
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
        if (standing(id) != m_preset.value(id))
            return true;
    }
    return !quickText().isEmpty();
}

QString QueryBar::standing(const QString &id) const
{
    return text(id) + code(id);
}

void QueryBar::keepPreset()
{
    for (const auto &id : m_fields.keys())
        m_preset.insert(id, standing(id));
}

void QueryBar::clear()
{
    for (const auto &id : m_fields.keys()) {
        setText(id, {});
        setCode(id, {});
        m_fields.value(id)->setProperty("invalid", false);
    }
    if (!m_quick)
        return;
    m_quick->clear();
    sayQuick();  // now, not when somebody has gone to a row already
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
