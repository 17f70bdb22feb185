#include "ui/modules/unit/password_page.h"

#include "domain/password.h"
#include "ui/modules/unit/password_fields.h"
#include "ui/modules/unit/settings_layout.h"
#include "ui/shell/error_text.h"
#include "ui/shell/list_page.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ui {

namespace {

QString flawOf(const QString &fresh, const QString &present)
{
    const auto text = [](const char *code) { return errorText(base::validation(QLatin1String(code))).what; };
    const auto flaw = domain::passwordFlaw(fresh, present);
    if (!flaw)
        return {};
    switch (*flaw) {
    case domain::PasswordFlaw::Length: return text("password.length");
    case domain::PasswordFlaw::Kinds: return text("password.kinds");
    case domain::PasswordFlaw::Character: return text("password.character");
    case domain::PasswordFlaw::Unchanged: return text("password.unchanged");
    }
    return {};
}

}  // namespace

PasswordPage::PasswordPage(const Desk &desk, service::UnitService &units, QWidget *parent)
    : Page(QStringLiteral("unit.password"), tr("申报密码设置"), parent), m_desk(desk), m_units(units)
{
    build();
}

void PasswordPage::build()
{
    const auto parts = layOutSettings(this, tr("修改申报密码"));
    m_strip = parts.strip;
    parts.header->setSubtitle(tr("申报密码由税务端保存，登录「%1」时验证").arg(m_desk.profile.unit.name));
    m_fields = new PasswordFields(
        pageId(), {tr("原申报密码"), tr("新申报密码"), tr("8–20 个字符，包含字母、数字、符号中的至少两种")}, flawOf);
    auto *note = new TonedLabel(tr("修改后，其他电脑上已经登录的同一单位需要用新密码重新登录。"));
    note->setWordWrap(true);
    m_change = button(QStringLiteral("unit.password.change"), tr("修改"), Icon::Lock, ButtonKind::Primary);
    m_change->setEnabled(false);
    auto *forgot = button(QStringLiteral("unit.password.forgot"), tr("忘记申报密码？"), Icon::None, ButtonKind::Quiet);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::small);
    row->addWidget(m_change);
    row->addWidget(forgot);
    row->addStretch();
    parts.card->body()->addWidget(m_fields);
    parts.card->body()->addWidget(note);
    parts.card->body()->addLayout(row);
    connect(m_fields, &PasswordFields::changed, this, [this] { m_change->setEnabled(m_fields->isReady()); });
    connect(m_fields, &PasswordFields::submitted, this, &PasswordPage::change);
    connect(m_change, &QPushButton::clicked, this, &PasswordPage::change);
    connect(forgot, &QPushButton::clicked, this, [this] {
        m_strip->show(
            Tone::Info,
            tr("忘记申报密码时，请由本单位人员携带有效证件到办税服务厅重置。重置后，初始密码为任一社保单位编号的"
               "后 6 位，首次登录需要修改。本机的数据不受影响。"));
    });
}

/// No password stays in a page that is not looked at.
void PasswordPage::closed()
{
    m_fields->clear();
    m_strip->clear();
}

void PasswordPage::change()
{
    m_strip->clear();
    m_fields->setEnabled(false);
    m_change->setEnabled(false);
    const auto ask = [&units = m_units, unit = m_desk.unit(), old = m_fields->present(), fresh = m_fields->fresh()](
                         base::Job &job) { return units.changePassword(unit, old, fresh, job); };
    m_work = m_desk.jobs.run(this, ask, [this](base::Result<void> done) {
        m_fields->setEnabled(true);
        m_change->setEnabled(m_fields->isReady());
        if (!done)
            return refused(done.error());
        m_fields->clear();
        m_strip->show(Tone::Success,
                      tr("申报密码已修改，下次登录请使用新密码。其他电脑上的登录已经失效，需要用新密码重新登录。"));
    });
}

void PasswordPage::refused(const base::Error &error)
{
    const auto text = errorText(error);
    if (error.code == QLatin1String("wrong-password"))
        return m_fields->refusePresent(tr("原申报密码不正确。%1").arg(text.next));
    if (error.kind == base::Error::Kind::Validation || error.code == QLatin1String("weak-password"))
        return m_fields->refuseFresh(text.what);
    if (error.sent == base::Sent::Unknown) {
        // Another attempt with the old one might count as a wrong password; a repeat of this very change does not.
        m_strip->show(
            {.tone = Tone::Warning,
             .text = tr("没有收到税务端的答复，新密码可能已经生效。可以原样再点一次「修改」：已经生效的不会重复修改，"
                        "也不计入错误次数。"),
             .details = text.details});
        return;
    }
    m_strip->show(errorMessage(
        error, [this] { change(); }, m_desk.logInAgain, m_desk.openNetworkSettings));
}

}  // namespace ui
