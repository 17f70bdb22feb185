#include "ui/modules/unit/login_flow.h"

#include "ui/modules/unit/login_confirm_step.h"
#include "ui/modules/unit/login_lock_steps.h"
#include "ui/modules/unit/login_password_steps.h"
#include "ui/modules/unit/login_trail.h"
#include "ui/modules/unit/login_unit_steps.h"
#include "ui/shell/list_page.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int stripWidth = 720;  ///< wider than most cards: it holds a sentence and two buttons

}  // namespace

LoginFlow::LoginFlow(JobRunner &jobs, Prompt &prompt, service::UnitService &units, std::function<void()> openNetwork,
                     QWidget *parent)
    : QWidget(parent), m_jobs(jobs), m_prompt(prompt), m_units(units), m_openNetwork(std::move(openNetwork))
{
    setObjectName(QStringLiteral("login"));
    setAccessibleName(tr("登录"));
    build();
    buildSteps();
    connectSteps();
}

void LoginFlow::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(buildTop());
    auto *content = new QWidget;
    auto *middle = new QVBoxLayout(content);
    middle->setContentsMargins(space::page, space::page, space::page, space::page);
    middle->addStretch(2);
    // A row of its own: only so is the card's height asked for at the card's width.
    const auto centred = [middle](QWidget *one) {
        auto *row = new QHBoxLayout;
        row->addStretch();
        row->addWidget(one);
        row->addStretch();
        middle->addLayout(row);
    };
    m_strip = new MessageStrip(QStringLiteral("login.strip"));
    centred(m_strip);
    centred(buildCard());
    middle->addSpacing(space::medium);
    m_practiceLogin = new TonedLabel({});
    m_practiceLogin->setObjectName(QStringLiteral("login.practiceLogin"));
    m_practiceLogin->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_practiceLogin->hide();
    centred(m_practiceLogin);
    middle->addStretch(3);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    column->addWidget(scroll, 1);
}

QWidget *LoginFlow::buildTop()
{
    auto *top = new QWidget;
    auto *line = new QHBoxLayout(top);
    line->setContentsMargins(space::page, space::medium, space::page, 0);
    auto *mark = new QLabel;
    mark->setPixmap(icon(Icon::Shield, IconColor::Accent).pixmap(QSize(22, 22), devicePixelRatioF()));
    auto *name = new TonedLabel(tr("单位社保费管理客户端"), TonedLabel::Role::Normal);
    name->setFont(fontOf(type::subheading, QFont::DemiBold));
    auto *network = button(QStringLiteral("login.network"), tr("网络设置"), Icon::Network, ButtonKind::Quiet);
    network->setVisible(bool(m_openNetwork));
    connect(network, &QPushButton::clicked, this, [this] { m_openNetwork(); });
    line->addWidget(mark);
    line->addWidget(name);
    m_practice = button(QStringLiteral("login.practice"), tr("演示设置"), Icon::Settings, ButtonKind::Quiet);
    m_practice->hide();
    line->addStretch();
    line->addWidget(m_practice);
    m_restore = button(QStringLiteral("login.restore"), tr("从备份恢复"), Icon::History, ButtonKind::Quiet);
    m_restore->hide();
    line->addWidget(m_restore);
    m_diagnose = button(QStringLiteral("login.diagnose"), tr("一键诊断"), Icon::Help, ButtonKind::Quiet);
    m_diagnose->hide();
    line->addWidget(m_diagnose);
    line->addWidget(network);
    return top;
}

QWidget *LoginFlow::buildCard()
{
    auto *card = new Card;
    m_card = card;
    card->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Minimum);
    auto *inside = card->body();
    inside->setContentsMargins(space::medium, space::small, space::medium, space::tiny);
    m_trail = new LoginTrail;
    m_title = new TonedLabel({}, TonedLabel::Role::Normal);
    m_title->setFont(fontOf(type::heading, QFont::DemiBold));
    m_subtitle = new TonedLabel({});
    m_subtitle->setWordWrap(true);
    m_place = new QVBoxLayout;
    m_place->setContentsMargins(0, space::medium, 0, space::medium);
    inside->addWidget(m_trail);
    inside->addSpacing(space::small);
    inside->addWidget(m_title);
    inside->addWidget(m_subtitle);
    inside->addLayout(m_place);
    inside->addWidget(buildButtons());
    card->hide();
    return card;
}

QWidget *LoginFlow::buildButtons()
{
    auto *row = new QWidget;
    row->setObjectName(QStringLiteral("login.buttons"));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins({});
    m_back = button(QStringLiteral("login.back"), tr("返回"));
    connect(m_back, &QPushButton::clicked, this, &LoginFlow::back);
    line->addWidget(m_back);
    line->addStretch();
    return row;
}

void LoginFlow::buildSteps()
{
    m_unlock = new UnlockStep(m_card);
    m_recover = new RecoverStep(m_card);
    m_pick = new UnitPickStep(m_card);
    m_taxNumber = new TaxNumberStep(m_card);
    m_registration = new RegistrationStep(m_card);
    m_password = new PasswordStep(m_card);
    m_newPassword = new NewPasswordStep(m_card);
    m_confirm = new ConfirmStep(m_card);
    auto *buttons = m_back->parentWidget()->layout();
    setTabOrder(previousInFocusChain(), m_back);  // behind the fields
    for (LoginStep *step : {static_cast<LoginStep *>(m_unlock), static_cast<LoginStep *>(m_recover),
                            static_cast<LoginStep *>(m_pick), static_cast<LoginStep *>(m_taxNumber),
                            static_cast<LoginStep *>(m_registration), static_cast<LoginStep *>(m_password),
                            static_cast<LoginStep *>(m_newPassword), static_cast<LoginStep *>(m_confirm)}) {
        m_place->addWidget(step);
        buttons->addWidget(step->primary());
        setTabOrder(m_back, step->primary());
        step->hide();
        step->primary()->hide();
    }
}

void LoginFlow::setCancellable(bool cancellable)
{
    m_cancellable = cancellable;
    renderBack();
}

void LoginFlow::setRestore(std::function<void()> restore)
{
    m_restore->show();
    connect(m_restore, &QPushButton::clicked, this, std::move(restore));
}

void LoginFlow::setDiagnosis(std::function<void()> diagnose)
{
    m_diagnose->show();
    connect(m_diagnose, &QPushButton::clicked, this, std::move(diagnose));
}

void LoginFlow::setPractice(const QString &login, std::function<void()> openSettings)
{
    m_practiceLogin->setText(login);
    m_practiceLogin->setVisible(!login.isEmpty());
    m_practice->show();
    connect(m_practice, &QPushButton::clicked, this, std::move(openSettings));
}

void LoginFlow::go(LoginStep *step)
{
    m_path << step;
    display(step);
}

void LoginFlow::display(LoginStep *step)
{
    for (auto *one : m_place->parentWidget()->findChildren<LoginStep *>()) {
        one->setVisible(one == step);
        one->primary()->setVisible(one == step);
    }
    m_title->setText(step->title());
    m_subtitle->setText(step->subtitle());
    const bool trail = step->stage() != LoginStep::Stage::None && !m_again;
    m_trail->setVisible(trail);
    if (trail)
        m_trail->setStage(int(step->stage()) - int(LoginStep::Stage::Unit));
    m_strip->clear();
    fitWidth();
    m_card->show();
    idle();
}

void LoginFlow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitWidth();
}

void LoginFlow::fitWidth()
{
    if (m_path.isEmpty())
        return;
    const int room = width() - 2 * space::page;
    m_card->setFixedWidth(qMax(320, qMin(m_path.last()->cardWidth(), room)));
    m_strip->setFixedWidth(qMax(320, qMin(qMax(m_path.last()->cardWidth(), stripWidth), room)));
}

void LoginFlow::back()
{
    if (m_path.isEmpty())
        return;
    if (m_path.last()->isBusy()) {
        m_back->setEnabled(false);
        m_work->cancel();
        return;
    }
    if (m_path.size() == 1) {
        Q_EMIT cancelled();
        return;
    }
    abandonSession();
    m_path.removeLast();
    if (m_path.last() == m_newPassword)
        m_path.removeLast();
    if (m_path.last() == m_password)
        m_password->clear();
    display(m_path.last());
}

void LoginFlow::busy(const QString &text)
{
    m_strip->clear();
    m_path.last()->setBusy(text);
    renderBack();
}

void LoginFlow::idle()
{
    m_path.last()->setBusy({});
    renderBack();
    m_path.last()->focusFirst();
}

/// Work of the present step has failed. Giving up oneself needs no words.
void LoginFlow::fail(const base::Error &error, std::function<void()> retry)
{
    idle();
    if (error.kind == base::Error::Kind::Cancelled && error.sent != base::Sent::Unknown)
        return;
    m_strip->show(errorMessage(error, std::move(retry), {}, m_openNetwork));
}

void LoginFlow::renderBack()
{
    const bool working = !m_path.isEmpty() && m_path.last()->isBusy();
    const bool first = m_path.size() <= 1;
    m_back->setText(working || first ? tr("取消") : tr("返回"));
    m_back->setVisible(working || !first || m_cancellable || m_again);
    m_back->setEnabled(true);
}

void LoginFlow::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && m_back->isVisible()) {
        m_back->click();
    } else if (enter && !m_path.isEmpty() && !m_path.last()->isBusy()) {
        auto *focused = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
        if (focused && !qobject_cast<QCheckBox *>(focused) && isAncestorOf(focused))
            focused->click();
        else
            m_path.last()->submit();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void LoginFlow::paintEvent(QPaintEvent *)
{
    // Opaque: it also stands over the pages when a session has ended.
    QPainter(this).fillRect(rect(), colors(palette()).window);
}

}  // namespace ui
