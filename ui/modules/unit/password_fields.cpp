#include "ui/modules/unit/password_fields.h"

#include "ui/modules/unit/login_step.h"
#include "ui/style/tokens.h"
#include "ui/widgets/password_edit.h"

#include <QVBoxLayout>

namespace ui {

PasswordFields::PasswordFields(const QString &prefix, const Words &words, Judge judge, QWidget *parent)
    : QWidget(parent), m_judge(std::move(judge))
{
    m_present = new PasswordEdit(prefix + QStringLiteral(".present"), words.present);
    m_fresh = new PasswordEdit(prefix + QStringLiteral(".fresh"), words.fresh);
    m_repeat = new PasswordEdit(prefix + QStringLiteral(".repeat"), tr("再次输入%1").arg(words.fresh));
    m_presentField = new LoginField(words.present, m_present);
    m_freshField = new LoginField(words.fresh, m_fresh, words.rule);
    m_repeatField = new LoginField(tr("再次输入"), m_repeat);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::small);
    for (auto *field : {m_presentField, m_freshField, m_repeatField})
        column->addWidget(field);
    for (auto *edit : {m_present, m_fresh, m_repeat}) {
        edit->setMaximumWidth(360);
        connect(edit, &QLineEdit::textChanged, this, &PasswordFields::judge);
    }
    // What was refused is refused until something else is typed.
    connect(m_present, &QLineEdit::textEdited, this, [this] { m_presentField->setError({}); });
    connect(m_repeat, &QLineEdit::returnPressed, this, [this] {
        if (m_ready)
            Q_EMIT submitted();
    });
    PasswordFields::judge();
}

void PasswordFields::setPresentAsked(bool asked)
{
    m_asked = asked;
    m_presentField->setVisible(asked);
    judge();
}

QString PasswordFields::present() const
{
    return m_present->text();
}

QString PasswordFields::fresh() const
{
    return m_fresh->text();
}

bool PasswordFields::presentGiven() const
{
    return !m_asked || !m_present->text().isEmpty();
}

void PasswordFields::judge()
{
    const auto typed = m_fresh->text();
    const auto flaw = typed.isEmpty() ? QString() : m_judge(typed, m_asked ? m_present->text() : QString());
    m_freshField->setError(flaw);
    const auto again = m_repeat->text();
    m_repeatField->setError(!again.isEmpty() && !typed.startsWith(again) ? tr("两次输入的密码不一致") : QString());
    m_ready = presentGiven() && !typed.isEmpty() && flaw.isEmpty() && again == typed;
    Q_EMIT changed();
}

void PasswordFields::refusePresent(const QString &reason)
{
    m_present->clear();
    m_presentField->setError(reason);
    m_present->setFocus();
}

void PasswordFields::refuseFresh(const QString &reason)
{
    m_freshField->setError(reason);
    m_fresh->setFocus();
}

void PasswordFields::clear()
{
    for (auto *edit : {m_present, m_fresh, m_repeat})
        edit->clear();
    m_presentField->setError({});
}

}  // namespace ui
