#include "ui/upgrade_watch.h"

#include <QApplication>
#include <QEvent>

namespace ui {

namespace {

QString reasonText(const QString &reason)
{
    if (reason == QLatin1String("ended"))
        return UpgradeWatch::tr("启动后没有显示窗口就结束了");
    if (reason == QLatin1String("silent"))
        return UpgradeWatch::tr("没有在规定时间内显示窗口");
    if (reason == QLatin1String("cut-off"))
        return UpgradeWatch::tr("上一次启动没有完成");
    if (reason == QLatin1String("missing"))
        return UpgradeWatch::tr("程序文件不完整");
    return UpgradeWatch::tr("程序文件无法运行");
}

}  // namespace

UpgradeWatch::UpgradeWatch(UpgradeFlow &flow, Window window, QObject *parent)
    : QObject(parent), m_flow(flow), m_window(std::move(window))
{
    connect(&m_flow, &UpgradeFlow::changed, this, &UpgradeWatch::changed);
    connect(&m_flow, &UpgradeFlow::restartRequested, this, &UpgradeWatch::restart);
    for (auto *runner : {&m_window.jobs, &m_window.loginJobs})
        connect(runner, &JobRunner::busyChanged, this, &UpgradeWatch::changed);
    qApp->installEventFilter(this);
}

void UpgradeWatch::begin()
{
    sayReturned();
    m_flow.begin();
}

bool UpgradeWatch::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::InputMethod) {
        m_touched = true;
        qApp->removeEventFilter(this);
    }
    return QObject::eventFilter(watched, event);
}

void UpgradeWatch::sayReturned()
{
    const auto &place = m_flow.place();
    if (place.returnedFrom.isEmpty())
        return;
    m_window.strip.show(Tone::Warning,
                        tr("升级失败，已回到原版本 %1。新版本 %2 %3。数据没有受到影响，可以继续工作；需要时请在「关于」中重新升级，"
                           "仍不成功请联系技术支持。")
                            .arg(QString::fromStdString(place.running.text()), place.returnedFrom,
                                 reasonText(place.returnReason)));
}

void UpgradeWatch::changed()
{
    if (m_flow.state() != UpgradeFlow::State::Ready)
        return;
    const bool disturbs = m_touched || !m_window.atLogin() || QApplication::activeModalWidget();
    if (disturbs)
        offer();
    else if (!busy())  // if it is, busyChanged comes
        restart();
}

void UpgradeWatch::offer()
{
    if (m_offered)
        return;
    m_offered = true;
    m_window.strip.show({.tone = Tone::Info,
                         .text = tr("新版本已准备好，重新启动后使用；不重新启动，下次启动时也会使用新版本。"),
                         .actions = {{QStringLiteral("restart"), tr("重启完成升级"), [this] { restart(); }}}});
}

void UpgradeWatch::restart()
{
    if (busy()) {
        m_offered = false;
        m_window.strip.show({.tone = Tone::Warning,
                             .text = tr("正在处理数据，现在没有重新启动。请等它完成后再试。"),
                             .actions = {{QStringLiteral("restart"), tr("重启完成升级"), [this] { restart(); }}}});
        return;
    }
    m_window.leave(versions::kRestartCode);
}

}  // namespace ui
