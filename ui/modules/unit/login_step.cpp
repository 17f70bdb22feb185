#include "ui/modules/unit/login_step.h"

#include "ui/style/theme.h"
#include "ui/style/tokens.h"
#include "ui/widgets/card.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

LoginStep::LoginStep(Stage stage, const QString &buttonName, const QString &buttonText, QWidget *parent)
    : QWidget(parent), m_stage(stage), m_buttonText(buttonText)
{
    m_body = new QVBoxLayout(this);
    m_body->setContentsMargins({});
    m_body->setSpacing(space::small);
    m_primary = button(buttonName, buttonText, Icon::None, ButtonKind::Primary, this);
    m_primary->setMinimumWidth(120);
    connect(m_primary, &QPushButton::clicked, this, &LoginStep::submit);
}

void LoginStep::setWords(const QString &title, const QString &subtitle)
{
    m_title = title;
    m_subtitle = subtitle;
}

void LoginStep::addQuiet(QPushButton *button)
{
    button->setProperty("flush", true);
    m_body->addWidget(button, 0, Qt::AlignLeft);
}

void LoginStep::setBusy(const QString &text)
{
    m_busy = !text.isEmpty();
    setEnabled(!m_busy);
    m_primary->setText(m_busy ? text : m_buttonText);
    m_primary->setEnabled(m_ready && !m_busy);
}

void LoginStep::setReady(bool ready)
{
    m_ready = ready;
    m_primary->setEnabled(m_ready && !m_busy);
}

LoginField::LoginField(const QString &caption, QLineEdit *field, const QString &hint, QWidget *parent)
    : QWidget(parent), m_field(field), m_hint(hint)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::tiny);
    auto *label = new TonedLabel(caption, TonedLabel::Role::Normal);
    label->setBuddy(field);
    m_note = new TonedLabel(hint);
    m_note->setFont(fontOf(type::small));
    m_note->setWordWrap(true);
    // Room for one line at all times, so that nothing jumps when a reason appears.
    m_note->setMinimumHeight(m_note->fontMetrics().height() + space::hair);
    column->addWidget(label);
    column->addWidget(field);
    column->addWidget(m_note);
}

void LoginField::setCompact()
{
    m_compact = true;
    m_note->setVisible(!m_note->text().isEmpty());
}

void LoginField::setError(const QString &reason)
{
    m_error = reason;
    m_note->setText(reason.isEmpty() ? m_hint : reason);
    m_note->setRole(reason.isEmpty() ? TonedLabel::Role::Secondary : TonedLabel::Role::Danger);
    if (m_compact)
        setCompact();
    m_field->setProperty("invalid", !reason.isEmpty());
    m_field->setAccessibleDescription(reason);
    m_field->update();
}

}  // namespace ui
