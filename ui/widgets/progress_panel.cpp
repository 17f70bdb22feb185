#include "ui/widgets/progress_panel.h"

#include "ui/style/style.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/grouped.h"
#include "ui/widgets/named.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QVariantAnimation>

namespace ui {

ProgressPanel::ProgressPanel(const QString &objectName, QWidget *parent) : QFrame(parent)
{
    setObjectName(objectName);
    setFixedWidth(400);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(space::page + 4, space::page, space::page + 4, space::page);
    all->setSpacing(space::medium);
    m_title = new TonedLabel({}, TonedLabel::Role::Normal);
    m_title->setFont(fontOf(type::subheading, QFont::DemiBold));
    m_title->setWordWrap(true);
    m_bar = named(new QProgressBar, objectName + QStringLiteral(".bar"), tr("进度"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_text = new TonedLabel({});
    m_text->setObjectName(objectName + QStringLiteral(".text"));
    m_cancel = button(objectName + QStringLiteral(".cancel"), tr("取消"), Icon::None, ButtonKind::Secondary, this);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_text, 1);
    foot->addWidget(m_cancel);
    all->addWidget(m_title);
    all->addWidget(m_bar);
    all->addLayout(foot);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_cancel->setText(tr("正在取消…"));
        Q_EMIT cancelRequested();
    });
    buildSweep();
    setProgress(0, 0);
}

/// The bar of unknown length moves only while it is seen.
void ProgressPanel::buildSweep()
{
    m_sweep = new QVariantAnimation(this);
    m_sweep->setStartValue(0.0);
    m_sweep->setKeyValueAt(0.5, 1.0);
    m_sweep->setEndValue(0.0);
    m_sweep->setDuration(2400);
    m_sweep->setLoopCount(-1);
    m_sweep->setEasingCurve(QEasingCurve::InOutSine);
    connect(m_sweep, &QVariantAnimation::valueChanged, m_bar, [this](const QVariant &phase) {
        if (m_bar->maximum() == 0) {
            m_bar->setProperty("phase", phase);
            m_bar->update();
        }
    });
}

void ProgressPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    m_sweep->start();
}

void ProgressPanel::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    m_sweep->stop();
}

void ProgressPanel::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_cancel->setText(tr("取消"));
    m_cancel->setEnabled(true);
    setProgress(0, 0);
}

void ProgressPanel::setProgress(qint64 done, qint64 total)
{
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        m_bar->setValue(int(qBound<qint64>(0, done, total) * 1000 / total));
    QString text = tr("请稍候…");
    if (total > 0)
        text = tr("%1 / %2").arg(grouped(done), grouped(total));
    else if (done > 0)
        text = tr("已完成 %1").arg(grouped(done));
    m_text->setText(text);
    m_bar->setAccessibleDescription(text);
}

void ProgressPanel::setCancellable(bool cancellable)
{
    m_cancel->setVisible(cancellable);
}

void ProgressPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &c = colors(palette());
    paintPanel(&painter, rect(), c.raised, c.strongLine, size::radius + 2);
}

}  // namespace ui
