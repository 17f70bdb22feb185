#include "ui/modules/unit/login_password_steps.h"

#include "domain/password.h"
#include "ui/shell/error_text.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/named.h"
#include "ui/widgets/password_edit.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int longest = 20;

using domain::PasswordFlaw;

/// Whether this rule alone is met. The domain names only the first flaw, so the others are taken out of its way: a
/// password repeated is long enough and of the same kinds.
bool kindsMet(const QString &typed)
{
    if (typed.isEmpty())
        return false;
    const auto flaw =
        domain::passwordFlaw(typed.size() < 8 ? typed.repeated(8).left(longest) : typed.left(longest), {});
    return flaw != PasswordFlaw::Kinds && flaw != PasswordFlaw::Character;
}

}  // namespace

PasswordStep::PasswordStep(QWidget *parent)
    : LoginStep(Stage::Password, QStringLiteral("login.verify"), tr("下一步"), parent)
{
    auto *unit = new QWidget;
    auto *lines = new QVBoxLayout(unit);
    lines->setContentsMargins(0, 0, 0, space::small);
    lines->setSpacing(space::hair);
    m_name = new TonedLabel({}, TonedLabel::Role::Normal);
    m_name->setFont(fontOf(type::subheading, QFont::DemiBold));
    m_name->setWordWrap(true);
    m_number = new TonedLabel({});
    lines->addWidget(m_name);
    lines->addWidget(m_number);
    m_hint = new MessageStrip(QStringLiteral("login.hint"));
    m_password = new PasswordEdit(QStringLiteral("login.password"), tr("申报密码"));
    m_password->setMinimumHeight(loginFieldHeight);
    m_field = new LoginField(tr("申报密码"), m_password);
    auto *forgot = button(QStringLiteral("login.forgot"), tr("忘记申报密码？"), Icon::None, ButtonKind::Quiet);
    body()->addWidget(unit);
    body()->addWidget(m_hint);
    body()->addSpacing(space::tiny);
    body()->addWidget(m_field);
    addQuiet(forgot);
    connect(forgot, &QPushButton::clicked, this, [this] {
        m_hint->show(Tone::Info,
                     tr("申报密码只能由本单位人员到办税服务厅重置。重置后，初始密码为任一社保单位编号的后 6 位，"
                        "首次登录需要修改。"));
    });
    connect(m_password, &QLineEdit::textChanged, this, [this](const QString &text) {
        setReady(!text.isEmpty());
        if (!text.isEmpty())
            m_field->setError({});
    });
    connect(m_password, &PasswordEdit::capsLockChanged, this, [this](bool on) {
        if (on)
            m_field->setError(tr("大写锁定已打开"));
        else
            m_field->setError({});
    });
    setAgain(false);
    clear();
}

void PasswordStep::setAgain(bool again)
{
    setWords(again ? tr("请重新登录") : tr("验证申报密码"),
             again ? tr("登录已过期，或申报密码已在其他电脑上修改。验证现在的申报密码后可以继续，已填写的内容都还在")
                   : tr("为了保证单位数据安全，每次登录都需要验证"));
}

void PasswordStep::setUnit(const QString &name, const QString &taxNumber)
{
    m_name->setText(name);
    m_number->setText(tr("纳税人识别号 %1").arg(taxNumber));
    m_hint->clear();
    clear();
}

void PasswordStep::setHint(const domain::Registration &registration)
{
    if (!registration.initialPassword)
        return;
    auto text = tr("当前是初始密码");
    if (!registration.hintUnitNumber.isEmpty())
        text += tr("：%1单位编号 %2 的后 6 位").arg(registration.hintInsurance, registration.hintUnitNumber);
    m_hint->show({.tone = Tone::Info, .text = text + tr("，登录后需要修改。"), .closable = false});
}

void PasswordStep::setError(const QString &reason)
{
    m_password->clear();
    m_field->setError(reason);
}

void PasswordStep::clear()
{
    m_password->clear();
    m_field->setError({});
    setReady(false);
}

void PasswordStep::focusFirst()
{
    m_password->setFocus();
}

void PasswordStep::submit()
{
    if (primary()->isEnabled())
        Q_EMIT entered(m_password->text());
}

RuleTick::RuleTick(const QString &text, QWidget *parent) : QWidget(parent)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(size::icon + space::small, 0, 0, 0);
    m_label = new TonedLabel(text);
    line->addWidget(m_label);
    setMet(false);
}

void RuleTick::setMet(bool met)
{
    m_met = met;
    m_label->setRole(met ? TonedLabel::Role::Success : TonedLabel::Role::Secondary);
    setAccessibleName(m_label->text() + QLatin1Char(' ') + (met ? tr("已满足") : tr("未满足")));
    update();
}

void RuleTick::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &c = colors(palette());
    const QRectF place(0, (height() - size::icon) / 2.0, size::icon, size::icon);
    if (m_met) {
        paintIcon(&painter, place, Icon::Success, c.success.text);
        return;
    }
    painter.setPen(QPen(c.strongLine, 1.4));
    painter.drawEllipse(place.adjusted(2.5, 2.5, -2.5, -2.5));
}

NewPasswordStep::NewPasswordStep(QWidget *parent)
    : LoginStep(Stage::Password, QStringLiteral("login.changePassword"), tr("修改密码并继续"), parent)
{
    setWords(tr("修改初始密码"), tr("初始密码只能使用一次，请设置新的申报密码"));
    m_password = new PasswordEdit(QStringLiteral("login.newPassword"), tr("新申报密码"));
    m_password->setMinimumHeight(loginFieldHeight);
    m_field = new LoginField(tr("新申报密码"), m_password);
    m_field->setCompact();
    m_repeat = new PasswordEdit(QStringLiteral("login.repeatPassword"), tr("再次输入新申报密码"));
    m_repeat->setMinimumHeight(loginFieldHeight);
    m_repeatField = new LoginField(tr("再次输入"), m_repeat);
    m_length = named(new RuleTick(tr("8–20 个字符")), QStringLiteral("login.rule.length"), {});
    m_kinds = named(new RuleTick(tr("包含字母、数字、符号中的至少两种")), QStringLiteral("login.rule.kinds"), {});
    m_differs = named(new RuleTick(tr("与初始密码不同")), QStringLiteral("login.rule.differs"), {});
    body()->addWidget(m_field);
    for (auto *rule : {m_length, m_kinds, m_differs})
        body()->addWidget(rule);
    body()->addSpacing(space::small);
    body()->addWidget(m_repeatField);
    connect(m_password, &QLineEdit::textChanged, this, &NewPasswordStep::judge);
    connect(m_repeat, &QLineEdit::textChanged, this, &NewPasswordStep::judge);
    reset({});
}

void NewPasswordStep::reset(const QString &oldPassword)
{
    m_old = oldPassword;
    m_password->clear();
    m_repeat->clear();
    judge();
}

bool NewPasswordStep::repeated() const
{
    return !m_repeat->text().isEmpty() && m_repeat->text() == m_password->text();
}

void NewPasswordStep::judge()
{
    const auto typed = m_password->text();
    const auto flaw = domain::passwordFlaw(typed, m_old);
    const bool badCharacter = !typed.isEmpty() && flaw == PasswordFlaw::Character;
    m_length->setMet(!typed.isEmpty() && !badCharacter && flaw != PasswordFlaw::Length);
    m_kinds->setMet(kindsMet(typed));
    m_differs->setMet(!typed.isEmpty() && typed != m_old);
    m_field->setError(badCharacter ? errorText(base::validation(QStringLiteral("password.character"))).what
                                   : QString());
    const auto again = m_repeat->text();
    const bool diverged = !again.isEmpty() && !typed.startsWith(again);
    m_repeatField->setError(diverged ? tr("两次输入的密码不一致") : QString());
    setReady(!flaw && repeated());
}

void NewPasswordStep::setError(const QString &reason)
{
    m_field->setError(reason);
}

void NewPasswordStep::focusFirst()
{
    m_password->setFocus();
    m_password->selectAll();
}

void NewPasswordStep::submit()
{
    if (primary()->isEnabled()) {
        Q_EMIT entered(m_password->text());
        return;
    }
    // Enter in the first field goes on to the second.
    if (m_password->hasFocus() && !m_password->text().isEmpty())
        m_repeat->setFocus();
    else if (m_repeat->hasFocus() && !m_repeat->text().isEmpty() && !repeated())
        m_repeatField->setError(tr("两次输入的密码不一致"));
}

}  // namespace ui
