#include "ui/modules/settings/network_form.h"

#include "ui/shell/error_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form.h"
#include "ui/widgets/named.h"
#include "ui/widgets/password_edit.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int fieldWidth = 320;

bool needsServer(http::Proxy::Kind kind)
{
    return kind == http::Proxy::Kind::Http || kind == http::Proxy::Kind::Socks5;
}

/// Which server the system names is not known here, but it may ask for a login as well.
bool mayNeedLogin(http::Proxy::Kind kind)
{
    return kind != http::Proxy::Kind::None;
}

quint16 portOf(const QString &text)
{
    bool number = false;
    const uint port = text.trimmed().toUInt(&number);
    return number && port <= 65535 ? quint16(port) : quint16(0);
}

QLineEdit *textField(const QString &objectName, const QString &accessibleName)
{
    auto *field = ui::named(new QLineEdit, objectName, accessibleName);
    field->setMaximumWidth(fieldWidth);
    field->setMinimumHeight(size::control);
    return field;
}

QString roundTrip(const gateway::Health &health)
{
    return NetworkForm::tr("连接成功，用时 %1 毫秒").arg(health.roundTripMs);
}

}  // namespace

NetworkForm::NetworkForm(const QString &name, JobRunner &jobs, service::NetworkService &network, QWidget *parent)
    : QWidget(parent), m_name(name), m_jobs(jobs), m_network(network)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    column->addWidget(buildProxy());
    column->addWidget(buildServer());
    fill(http::Proxy{});
}

QString NetworkForm::named(const char *thing) const
{
    return m_name + QLatin1Char('.') + QLatin1String(thing);
}

QWidget *NetworkForm::buildKinds()
{
    using Kind = http::Proxy::Kind;
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins({});
    line->setSpacing(space::page);
    m_kind = new QButtonGroup(this);
    const auto add = [&](Kind kind, const char *id, const QString &text) {
        auto *choice = ui::named(new QRadioButton(text), named(id), text);
        m_kind->addButton(choice, int(kind));
        line->addWidget(choice);
    };
    add(Kind::None, "kind.none", tr("不使用代理"));
    add(Kind::System, "kind.system", tr("跟随系统设置"));
    add(Kind::Http, "kind.http", tr("HTTP 代理"));
    add(Kind::Socks5, "kind.socks5", tr("SOCKS5 代理"));
    line->addStretch();
    connect(m_kind, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            edited();
    });
    return row;
}

Card *NetworkForm::buildProxy()
{
    auto *card = new Card(tr("代理服务器"));
    m_form = new Form;
    m_form->addRow(tr("代理方式"), buildKinds());
    m_host = textField(named("host"), tr("代理服务器地址"));
    m_host->setPlaceholderText(tr("例如 proxy.example.com 或 192.168.1.10"));
    m_form->addRow(tr("服务器地址"), m_host);
    m_port = textField(named("port"), tr("代理服务器端口"));
    m_port->setMaximumWidth(110);
    m_form->addRow(tr("端口"), m_port);
    m_user = textField(named("user"), tr("代理用户名"));
    m_form->addRow(tr("用户名"), m_user, tr("代理服务器不要求验证时留空"));
    m_password = new PasswordEdit(named("password"), tr("代理密码"));
    m_password->setMaximumWidth(fieldWidth);
    m_password->setMinimumHeight(size::control);
    m_form->addRow(tr("密码"), m_password);
    for (QLineEdit *field : {m_host, m_port, m_user, static_cast<QLineEdit *>(m_password)}) {
        connect(field, &QLineEdit::textChanged, this, &NetworkForm::edited);
        connect(field, &QLineEdit::returnPressed, this, &NetworkForm::test);
    }
    card->body()->addWidget(m_form);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::small);
    m_test = button(named("test"), tr("测试"), Icon::Network);
    m_save = button(named("save"), tr("保存"), Icon::None, ButtonKind::Primary);
    m_result = ui::named(new TonedLabel({}), named("result"), tr("代理测试结果"));
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    buttons->addWidget(m_test);
    buttons->addWidget(m_save);
    buttons->addSpacing(space::small);
    buttons->addWidget(m_result, 1);
    card->body()->addLayout(buttons);
    connect(m_test, &QPushButton::clicked, this, &NetworkForm::test);
    connect(m_save, &QPushButton::clicked, this, &NetworkForm::save);
    return card;
}

Card *NetworkForm::buildServer()
{
    auto *card = new Card(tr("业务服务器"));
    auto *form = new Form;
    auto *address = textField(named("server"), tr("业务服务器地址"));
    address->setText(m_network.serverAddress());
    address->setReadOnly(true);
    address->setMaximumWidth(QWIDGETSIZE_MAX);
    form->addRow(tr("服务器地址"), address, tr("地址随客户端升级更新，不能在这里修改"));
    card->body()->addWidget(form);

    auto *line = new QHBoxLayout;
    line->setSpacing(space::medium);
    m_serverTest = button(named("serverTest"), tr("测试业务服务器"), Icon::Server);
    m_serverResult = ui::named(new TonedLabel(tr("按已保存的代理设置测试是否能够连通")), named("serverResult"),
                               tr("业务服务器测试结果"));
    m_serverResult->setWordWrap(true);
    m_serverResult->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(m_serverTest);
    line->addWidget(m_serverResult, 1);
    card->body()->addLayout(line);
    connect(m_serverTest, &QPushButton::clicked, this, &NetworkForm::testServer);
    return card;
}

http::Proxy NetworkForm::entered() const
{
    http::Proxy proxy;
    proxy.kind = static_cast<http::Proxy::Kind>(m_kind->checkedId());
    if (needsServer(proxy.kind)) {
        proxy.host = m_host->text().trimmed();
        proxy.port = portOf(m_port->text());
    }
    if (mayNeedLogin(proxy.kind)) {
        proxy.user = m_user->text().trimmed();
        proxy.password = m_password->text();
    }
    return proxy;
}

void NetworkForm::fill(const http::Proxy &proxy)
{
    m_filling = true;
    m_kind->button(int(proxy.kind))->setChecked(true);
    m_host->setText(proxy.host);
    m_port->setText(proxy.port ? QString::number(proxy.port) : QString());
    m_user->setText(proxy.user);
    m_password->setText(proxy.password);
    m_filling = false;
    m_form->clearErrors();
    setState(State::Saved);
    tell(tr("修改后先测试，测试通过才能保存"));
}

void NetworkForm::load()
{
    m_work = m_jobs.run(this, [&network = m_network](base::Job &) { return network.saved(); },
                        [this](const base::Result<service::SavedProxy> &saved) {
                            if (!saved)
                                return tell(errorText(saved.error()).paragraph(), &saved.error());
                            fill(saved->proxy);
                            if (saved->lost)
                                tell(tr("没有读出已保存的代理密码，正在不带密码使用代理。请重新输入代理密码，测试后保存。"),
                                     &*saved->lost);
                        });
}

bool NetworkForm::check()
{
    m_form->clearErrors();
    const auto proxy = entered();
    if (!needsServer(proxy.kind))
        return true;
    if (proxy.host.isEmpty())
        m_form->setError(m_host, tr("请输入代理服务器地址"));
    if (proxy.port == 0)
        m_form->setError(m_port, tr("请输入 1–65535 之间的端口号"));
    if (proxy.host.isEmpty())
        m_host->setFocus();
    else if (proxy.port == 0)
        m_port->setFocus();
    return !proxy.host.isEmpty() && proxy.port != 0;
}

void NetworkForm::edited()
{
    if (m_filling)
        return;
    m_work = JobHandle();
    m_form->clearErrors();
    setState(State::Changed);
    tell(tr("设置已改动，测试通过后才能保存"));
}

void NetworkForm::test()
{
    if (m_state == State::Testing || m_state == State::Saving || !check())
        return;
    const bool changed = m_state != State::Saved;
    setState(State::Testing);
    tell(tr("正在通过这些设置连接业务服务器…"));
    const auto proxy = entered();
    m_work = m_jobs.run(this, [&network = m_network, proxy](base::Job &job) { return network.test(proxy, job); },
                        [this, changed](base::Result<gateway::Health> health) {
                            if (health) {
                                setState(State::Passed);
                                tell(changed ? roundTrip(*health) + tr("，可以保存") : roundTrip(*health));
                            } else {
                                setState(State::Failed);
                                tell(errorText(health.error()).paragraph(), &health.error());
                            }
                        });
}

void NetworkForm::save()
{
    setState(State::Saving);
    const auto proxy = entered();
    m_work = m_jobs.run(this, [&network = m_network, proxy](base::Job &) { return network.save(proxy); },
                        [this](base::Result<void> done) {
                            if (!done) {
                                setState(State::Passed);
                                tell(errorText(done.error()).paragraph(), &done.error());
                                return;
                            }
                            setState(State::Saved);
                            tell(tr("已保存，立即生效"));
                            m_result->setRole(TonedLabel::Role::Success);
                            Q_EMIT saved();
                        });
}

void NetworkForm::testServer()
{
    m_serverTest->setEnabled(false);
    m_serverResult->setRole(TonedLabel::Role::Secondary);
    m_serverResult->setText(tr("正在连接…"));
    const auto ask = [&network = m_network](base::Job &job) -> base::Result<gateway::Health> {
        const auto saved = network.saved();
        return saved ? network.test(saved->proxy, job) : base::Result<gateway::Health>(saved.error());
    };
    m_serverWork = m_jobs.run(this, ask, [this](base::Result<gateway::Health> health) {
        m_serverTest->setEnabled(true);
        m_serverResult->setToolTip(health ? QString() : errorText(health.error()).details);
        m_serverResult->setRole(health ? TonedLabel::Role::Success : TonedLabel::Role::Danger);
        if (!health) {
            m_serverResult->setText(errorText(health.error()).paragraph());
            return;
        }
        const bool secure = m_network.serverAddress().startsWith(QLatin1String("https:"));
        m_serverResult->setText(roundTrip(*health) + (secure ? tr("，TLS 加密正常") : tr("，未使用 TLS 加密"))
                                + tr("，服务版本 %1").arg(health->version));
    });
}

void NetworkForm::setState(State state)
{
    m_state = state;
    const bool busy = state == State::Testing || state == State::Saving;
    const auto kind = entered().kind;
    for (QLineEdit *field : {m_host, m_port})
        field->setEnabled(needsServer(kind));
    for (QLineEdit *field : {m_user, static_cast<QLineEdit *>(m_password)})
        field->setEnabled(mayNeedLogin(kind));
    m_test->setEnabled(!busy);
    m_test->setText(state == State::Testing ? tr("正在测试…") : tr("测试"));
    m_save->setEnabled(state == State::Passed);
    m_save->setToolTip(state == State::Passed ? QString() : tr("测试通过后才能保存"));
}

void NetworkForm::tell(const QString &text, const base::Error *error)
{
    m_result->setText(text);
    m_result->setToolTip(error ? errorText(*error).details : QString());
    m_result->setRole(error                     ? TonedLabel::Role::Danger
                      : m_state == State::Passed ? TonedLabel::Role::Success
                                                 : TonedLabel::Role::Secondary);
}

}  // namespace ui
