#include "ui/modules/unit/login_lock_steps.h"

#include "domain/tax_number.h"
#include "service/lock_service.h"
#include "ui/widgets/named.h"
#include "ui/widgets/password_edit.h"

#include <QVBoxLayout>

namespace ui {

namespace {

using service::LockService;

/// 1 分 20 秒.
QString waitText(int seconds)
{
    if (seconds < 60)
        return UnlockStep::tr("%1 秒").arg(seconds);
    const int minutes = seconds / 60;
    return seconds % 60 == 0 ? UnlockStep::tr("%1 分钟").arg(minutes)
                             : UnlockStep::tr("%1 分 %2 秒").arg(minutes).arg(seconds % 60);
}

}  // namespace

UnlockStep::UnlockStep(QWidget *parent) : LoginStep(Stage::None, QStringLiteral("login.unlock"), tr("进入"), parent)
{
    setWords(tr("请输入登录密码"), tr("本机设置了登录密码，验证后才能打开程序"));
    m_password = new PasswordEdit(QStringLiteral("login.lockPassword"), tr("登录密码"));
    m_password->setMinimumHeight(loginFieldHeight);
    m_field = new LoginField(tr("登录密码"), m_password, tr("不是申报密码；只在这台电脑上有效"));
    auto *forgot = button(QStringLiteral("login.lockForgot"), tr("忘记登录密码？"), Icon::None, ButtonKind::Quiet);
    body()->addWidget(m_field);
    addQuiet(forgot);
    connect(forgot, &QPushButton::clicked, this, &UnlockStep::forgotten);
    connect(m_password, &QLineEdit::textEdited, this, [this] {
        m_reason.clear();
        judge();
    });
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &UnlockStep::tick);
    clear();
}

void UnlockStep::clear()
{
    m_password->clear();
    m_reason.clear();
    judge();
}

void UnlockStep::refuse(const QString &reason)
{
    m_password->clear();
    m_reason = reason;
    judge();
}

void UnlockStep::wait(int seconds)
{
    m_left = seconds;
    if (seconds > 0)
        m_timer.start();
    judge();
}

void UnlockStep::tick()
{
    if (--m_left <= 0)
        m_timer.stop();
    judge();
}

void UnlockStep::judge()
{
    QStringList words{m_reason};
    if (m_left > 0)
        words << tr("输错次数过多，请在 %1后再试").arg(waitText(m_left));
    words.removeAll(QString());
    m_field->setError(words.join(tr("。")));
    setReady(m_left <= 0 && !m_password->text().isEmpty());
}

void UnlockStep::focusFirst()
{
    m_password->setFocus();
}

void UnlockStep::submit()
{
    if (primary()->isEnabled())
        Q_EMIT entered(m_password->text());
}

RecoverStep::RecoverStep(QWidget *parent)
    : LoginStep(Stage::None, QStringLiteral("login.recover"), tr("验证并进入"), parent)
{
    setWords(tr("忘记登录密码"),
             tr("本机的数据都还在。向税务端验证本机任一单位的申报密码后，就可以进入，并设置新的登录密码。"));
    m_number = named(new QLineEdit, QStringLiteral("login.recover.taxNumber"), tr("纳税人识别号"));
    m_password = new PasswordEdit(QStringLiteral("login.recover.password"), tr("申报密码"));
    m_fresh = new PasswordEdit(QStringLiteral("login.recover.fresh"), tr("新登录密码"));
    m_repeat = new PasswordEdit(QStringLiteral("login.recover.repeat"), tr("再次输入新登录密码"));
    m_freshField = new LoginField(
        tr("新登录密码"), m_fresh,
        tr("%1–%2 个字符；留空则不再需要登录密码").arg(LockService::kShortest).arg(LockService::kLongest));
    m_repeatField = new LoginField(tr("再次输入"), m_repeat);
    auto *number = new LoginField(tr("纳税人识别号"), m_number);
    auto *password = new LoginField(tr("申报密码"), m_password);
    for (auto *field : {number, password, m_repeatField})
        field->setCompact();
    for (auto *field : {number, password, m_freshField, m_repeatField})
        body()->addWidget(field);
    for (QLineEdit *edit : {m_number, static_cast<QLineEdit *>(m_password), static_cast<QLineEdit *>(m_fresh),
                            static_cast<QLineEdit *>(m_repeat)}) {
        edit->setMinimumHeight(loginFieldHeight);
        connect(edit, &QLineEdit::textChanged, this, &RecoverStep::judge);
    }
    judge();
}

void RecoverStep::clear()
{
    for (QLineEdit *edit : {m_number, static_cast<QLineEdit *>(m_password), static_cast<QLineEdit *>(m_fresh),
                            static_cast<QLineEdit *>(m_repeat)})
        edit->clear();
}

QString RecoverStep::taxNumber() const
{
    return m_number->text();
}

QString RecoverStep::password() const
{
    return m_password->text();
}

QString RecoverStep::fresh() const
{
    return m_fresh->text();
}

void RecoverStep::judge()
{
    const auto fresh = m_fresh->text();
    const bool fits = fresh.isEmpty()
                      || (fresh.size() >= LockService::kShortest && fresh.size() <= LockService::kLongest);
    const bool diverged = !m_repeat->text().isEmpty() && !fresh.startsWith(m_repeat->text());
    m_repeatField->setError(diverged ? tr("两次输入的密码不一致") : QString());
    m_repeatField->setEnabled(!fresh.isEmpty());
    setReady(!domain::taxNumberFlaw(domain::normalizedTaxNumber(m_number->text())) && !m_password->text().isEmpty()
             && fits && (fresh.isEmpty() || m_repeat->text() == fresh));
}

void RecoverStep::focusFirst()
{
    m_number->setFocus();
}

void RecoverStep::submit()
{
    if (primary()->isEnabled())
        Q_EMIT entered();
}

}  // namespace ui
