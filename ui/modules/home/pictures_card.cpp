#include "ui/modules/home/pictures_card.h"

#include "ui/widgets/empty_state.h"
#include "ui/widgets/headcount_chart.h"
#include "ui/widgets/month_chart.h"
#include "ui/widgets/page_header.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace ui {

PicturesCard::PicturesCard(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(space::large);
    m_feeChart = new MonthChart(QStringLiteral("home.fees"), tr("近 12 个月社保费"));
    m_headcountChart = new HeadcountChart(QStringLiteral("home.headcount"), tr("近 12 个月参保人数"));
    m_fees = build(QStringLiteral("home.fees"), tr("近 12 个月社保费（元；左应缴，右到账）"), m_feeChart);
    m_headcount = build(QStringLiteral("home.headcount"), tr("近 12 个月参保人数"), m_headcountChart);
    m_fees.empty->set(Icon::ChartBar, tr("还没有社保费"), tr("申报成功后，这里按险种显示各月应缴与到账"));
    m_headcount.empty->set(Icon::People, tr("还没有下载职工参保信息"));
    m_headcount.empty->setAction(tr("去下载"), [this] { Q_EMIT openRequested(QStringLiteral("staff.list")); });
    row->addWidget(m_fees.card, 3);
    row->addWidget(m_headcount.card, 2);
}

PicturesCard::Picture PicturesCard::build(const QString &name, const QString &title, QWidget *chart)
{
    Picture picture;
    picture.card = new Card(title);
    picture.age = new TonedLabel({});
    picture.card->setCorner(picture.age);
    picture.stack = new QStackedWidget;
    picture.empty = new EmptyState(name + QStringLiteral(".empty"));
    picture.stack->addWidget(chart);
    picture.stack->addWidget(picture.empty);
    picture.card->body()->addWidget(picture.stack);
    return picture;
}

void PicturesCard::setPictures(const service::HomePictures &pictures, const QDateTime &now)
{
    m_feeChart->setSums(pictures.months, pictures.sums);
    m_fees.stack->setCurrentIndex(pictures.sums.isEmpty() ? 1 : 0);
    setAge(m_fees, pictures.booksLoadedAt, now);
    const bool known = pictures.staffSyncedAt.isValid();
    m_headcountChart->setCounts(pictures.months, known ? pictures.headcount : QVector<qint64>());
    m_headcount.stack->setCurrentIndex(known ? 0 : 1);
    setAge(m_headcount, pictures.staffSyncedAt, now);
}

void PicturesCard::setAge(const Picture &picture, const QDateTime &at, const QDateTime &now)
{
    picture.age->setText(at.isValid() ? tr("更新于 %1").arg(ageText(at, now)) : QString());
}

}  // namespace ui
