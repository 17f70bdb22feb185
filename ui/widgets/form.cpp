#include "ui/widgets/form.h"

#include "ui/style/theme.h"
#include "ui/style/tokens.h"
#include "ui/widgets/card.h"

#include <QGridLayout>

namespace ui {

Form::Form(QWidget *parent) : QWidget(parent)
{
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::large);
    m_grid->setVerticalSpacing(space::tiny);
    m_grid->setColumnStretch(1, 1);
}

void Form::addRow(const QString &label, QWidget *field, const QString &hint)
{
    const int row = m_grid->rowCount();
    auto *caption = new TonedLabel(label);
    caption->setBuddy(field);
    caption->setMinimumHeight(size::control);
    auto *note = new TonedLabel(hint);
    note->setFont(fontOf(type::small));
    note->setWordWrap(true);
    note->setContentsMargins(1, 0, 0, space::tiny);
    if (hint.isEmpty())
        note->hide();
    m_grid->setRowMinimumHeight(row + 1, space::small);
    m_grid->addWidget(caption, row, 0, Qt::AlignTop | Qt::AlignRight);
    m_grid->addWidget(field, row, 1);
    m_grid->addWidget(note, row + 1, 1);
    m_rows.insert(field, {note, hint, {}});
}

QLabel *Form::addText(const QString &label, const QString &text)
{
    const int row = m_grid->rowCount();
    auto *caption = new TonedLabel(label);
    auto *value = new TonedLabel(text, TonedLabel::Role::Normal);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setWordWrap(true);
    value->setAccessibleName(label + QLatin1Char(' ') + text);
    for (auto *one : {caption, value})
        one->setContentsMargins(0, space::tiny, 0, space::tiny);
    m_grid->addWidget(caption, row, 0, Qt::AlignTop | Qt::AlignRight);
    m_grid->addWidget(value, row, 1, Qt::AlignTop);
    return value;
}

void Form::setError(QWidget *field, const QString &message)
{
    const auto found = m_rows.find(field);
    if (found == m_rows.end())
        return;
    found->error = message;
    found->note->setText(message.isEmpty() ? found->hint : message);
    found->note->setVisible(!found->note->text().isEmpty());
    found->note->setRole(message.isEmpty() ? TonedLabel::Role::Secondary : TonedLabel::Role::Danger);
    field->setProperty("invalid", !message.isEmpty());
    field->setAccessibleDescription(message);
    field->update();
}

void Form::clearErrors()
{
    for (auto *field : m_rows.keys())
        setError(field, {});
}

QString Form::error(QWidget *field) const
{
    return m_rows.value(field).error;
}

}  // namespace ui
