#include "ui/widgets/page_header.h"

#include "base/china_time.h"
#include "ui/style/theme.h"
#include "ui/style/tokens.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QTimeZone>

namespace ui {

PageHeader::PageHeader(const QString &title, QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    auto *left = new QVBoxLayout;
    left->setSpacing(space::hair);
    m_title = new TonedLabel(title, TonedLabel::Role::Normal);
    m_title->setFont(fontOf(type::heading, QFont::DemiBold));
    m_subtitle = new TonedLabel({});
    m_subtitle->setFont(fontOf(type::small));
    left->addWidget(m_title);
    left->addWidget(m_subtitle);
    row->addLayout(left, 1);
    m_right = new QHBoxLayout;
    m_right->setSpacing(space::large);
    row->addLayout(m_right);
    render();
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setSubtitle(const QString &subtitle)
{
    m_subtitleText = subtitle;
    render();
}

void PageHeader::setAge(const QDateTime &updatedAt, const QDateTime &now)
{
    m_age = updatedAt.isValid() ? tr("数据更新于 %1").arg(ageText(updatedAt, now)) : tr("尚未更新");
    render();
}

void PageHeader::addRight(QWidget *widget)
{
    m_right->addWidget(widget, 0, Qt::AlignVCenter);
}

void PageHeader::render()
{
    QStringList parts{m_subtitleText, m_age};
    parts.removeAll(QString());
    m_subtitle->setText(parts.join(QStringLiteral("  ·  ")));
    m_subtitle->setVisible(!parts.isEmpty());
}

QString ageText(const QDateTime &then, const QDateTime &now)
{
    const auto local = base::china::at(then);
    const auto present = base::china::at(now);
    const qint64 seconds = local.secsTo(present);
    if (seconds >= 0 && seconds < 60)
        return PageHeader::tr("刚刚");
    if (seconds >= 0 && seconds < 3600)
        return PageHeader::tr("%1 分钟前").arg(seconds / 60);
    const auto time = local.toString(QStringLiteral("HH:mm"));
    const qint64 days = local.date().daysTo(present.date());
    if (days == 0)
        return PageHeader::tr("今天 %1").arg(time);
    if (days == 1)
        return PageHeader::tr("昨天 %1").arg(time);
    return base::china::text(then);
}

}  // namespace ui
