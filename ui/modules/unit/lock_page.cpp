#include "ui/modules/unit/lock_page.h"

#include "ui/modules/unit/password_fields.h"
#include "ui/modules/unit/settings_layout.h"
#include "ui/shell/error_text.h"
#include "ui/shell/list_page.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ui {

using service::LockService;

LockPage::LockPage(const Desk &desk, service::LockService &lock, QWidget *parent)
    : Page(QStringLiteral("unit.lock"), tr("登录密码设置"), parent), m_desk(desk), m_lock(lock)
{
    build();
    render();
}

void LockPage::build()
{
    const auto parts = layOutSettings(this, tr("登录密码"));
    m_strip = parts.strip;
    parts.header->setSubtitle(tr("可选。设置后，每次打开程序先输入登录密码，才能看到单位的任何信息"));
    m_present = new TonedLabel({}, TonedLabel::Role::Normal);
    m_present->setObjectName(QStringLiteral("unit.lock.state"));
    m_fields = new PasswordFields(pageId(),
                                  {tr("现在的登录密码"), tr("新登录密码"),
                                   tr("%1–%2 个字符").arg(LockService::kShortest).arg(LockService::kLongest)},
                                  [](const QString &fresh, const QString &) {
                                      const bool fits = fresh.size() >= LockService::kShortest
                                                        && fresh.size() <= LockService::kLongest;
                                      return fits ? QString()
                                                  : errorText(base::validation(QStringLiteral("lock.length"))).what;
                                  });
    auto *note = new TonedLabel(
        tr("登录密码只保存在这台电脑上，与申报密码无关，对这台电脑上的所有单位有效。连续输错会要求等待，时间逐次加长。"
           "忘记登录密码时，数据不会丢失：在登录页面用任一单位的申报密码验证后，可以重新设置。"));
    note->setWordWrap(true);
    m_save = button(QStringLiteral("unit.lock.save"), tr("设置"), Icon::Lock, ButtonKind::Primary);
    m_remove = button(QStringLiteral("unit.lock.remove"), tr("取消登录密码"));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::small);
    row->addWidget(m_save);
    row->addWidget(m_remove);
    row->addStretch();
    for (QWidget *each :
         {static_cast<QWidget *>(m_present), static_cast<QWidget *>(m_fields), static_cast<QWidget *>(note)})
        parts.card->body()->addWidget(each);
    parts.card->body()->addLayout(row);
    connect(m_fields, &PasswordFields::changed, this, &LockPage::render);
    connect(m_fields, &PasswordFields::submitted, this, &LockPage::save);
    connect(m_save, &QPushButton::clicked, this, &LockPage::save);
    connect(m_remove, &QPushButton::clicked, this, &LockPage::remove);
}

void LockPage::closed()
{
    m_fields->clear();
    m_strip->clear();
}

void LockPage::load()
{
    m_work = m_desk.jobs.run(
        this, [&lock = m_lock](base::Job &) { return lock.state(); },
        [this](base::Result<service::LockState> state) {
            if (!state)
                return m_strip->show(errorMessage(state.error(), [this] { load(); }));
            m_state = *state;
            m_fields->setPresentAsked(m_state.set);
            render();
        });
}

void LockPage::render()
{
    if (!m_fields || !m_save)
        return;
    m_present->setText(m_state.set ? tr("已设置登录密码。") : tr("没有设置登录密码，打开程序不需要密码。"));
    m_save->setText(m_state.set ? tr("修改") : tr("设置"));
    m_save->setEnabled(!m_working && m_fields->isReady());
    m_remove->setVisible(m_state.set);
    m_remove->setEnabled(!m_working && m_fields->presentGiven());
    m_remove->setToolTip(m_fields->presentGiven() ? QString() : tr("请先输入现在的登录密码"));
}

void LockPage::save()
{
    run([&lock = m_lock, present = m_fields->present(),
         fresh = m_fields->fresh()](base::Job &) { return lock.set(present, fresh); },
        m_state.set ? tr("登录密码已修改。") : tr("登录密码已设置，下次打开程序时生效。"));
}

void LockPage::remove()
{
    run([&lock = m_lock, present = m_fields->present()](base::Job &) { return lock.remove(present); },
        tr("登录密码已取消，打开程序不再需要密码。"));
}

void LockPage::run(std::function<base::Result<void>(base::Job &)> work, const QString &done)
{
    m_strip->clear();
    m_working = true;
    m_fields->setEnabled(false);
    render();
    m_work = m_desk.jobs.run(this, std::move(work), [this, done](base::Result<void> result) {
        m_working = false;
        m_fields->setEnabled(true);
        if (!result) {
            render();
            return refused(result.error());
        }
        m_fields->clear();
        m_strip->show(Tone::Success, done);
        load();
    });
}

void LockPage::refused(const base::Error &error)
{
    if (error.code == QLatin1String("lock.wrong"))
        return m_fields->refusePresent(errorText(error).what);
    if (error.code == QLatin1String("lock.wait"))
        return m_fields->refusePresent(tr("输错次数过多，请在 %1 秒后再试").arg(error.detail));
    m_strip->show(errorMessage(error, {}));
}

}  // namespace ui
