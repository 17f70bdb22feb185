#include "ui/modules/home/month_card.h"

#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui {

namespace {

constexpr int disc = 26;
constexpr int stepGap = 28;

}  // namespace

StepMark::StepMark(int number, QWidget *parent) : QWidget(parent), m_number(number)
{
    setFixedSize(disc, disc);
}

void StepMark::setMark(MonthStep::Mark mark)
{
    m_mark = mark;
    update();
}

void StepMark::paintEvent(QPaintEvent *)
{
    using Mark = MonthStep::Mark;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &c = colors(palette());
    const QRectF circle = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const auto inner = circle.adjusted(5, 5, -5, -5);
    switch (m_mark) {
    case Mark::Done:
        painter.setPen(c.success.line);
        painter.setBrush(c.success.fill);
        painter.drawEllipse(circle);
        paintIcon(&painter, inner, Icon::Check, c.success.text);
        return;
    case Mark::Waiting:
        painter.setPen(c.info.line);
        painter.setBrush(c.info.fill);
        painter.drawEllipse(circle);
        paintIcon(&painter, inner, Icon::History, c.info.text);
        return;
    case Mark::Next:
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.accent);
        painter.drawEllipse(circle);
        painter.setPen(c.onAccent);
        break;
    case Mark::Plain:
        painter.setPen(c.strongLine);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(circle);
        painter.setPen(c.secondary);
        break;
    }
    painter.drawText(circle, Qt::AlignCenter, QString::number(m_number));
}

MonthCard::MonthCard(const QString &title, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("home.month"));
    setAccessibleName(title);
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins({});
    m_card = new Card(title);
    around->addWidget(m_card);
}

void MonthCard::build(int count)
{
    auto *inside = new QWidget;
    auto *row = new QHBoxLayout(inside);
    row->setContentsMargins({});
    row->setSpacing(stepGap);
    m_places.resize(size_t(count));
    for (int i = 0; i < count; ++i)
        row->addWidget(buildPlace(i), 1);
    m_card->body()->addWidget(inside);
}

QWidget *MonthCard::buildPlace(int index)
{
    auto &place = m_places[size_t(index)];
    auto *widget = new QWidget;
    auto *line = new QHBoxLayout(widget);
    line->setContentsMargins({});
    line->setSpacing(space::medium);
    place.mark = new StepMark(index + 1);
    line->addWidget(place.mark, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::tiny);
    line->addLayout(column, 1);
    place.title = new TonedLabel({}, TonedLabel::Role::Normal);
    place.title->setFont(fontOf(type::body, QFont::DemiBold));
    place.title->setMinimumHeight(disc);
    place.detail = new TonedLabel({});
    place.detail->setWordWrap(true);
    place.due = new Pill;
    place.go = button(QStringLiteral("home.step.%1").arg(index + 1), {});
    column->addWidget(place.title);
    column->addWidget(place.detail);
    column->addWidget(place.due, 0, Qt::AlignLeft);
    column->addStretch();
    column->addSpacing(space::tiny);
    column->addWidget(place.go, 0, Qt::AlignLeft);
    connect(place.go, &QPushButton::clicked, this, [this, index] { Q_EMIT openRequested(m_places[size_t(index)].pageId); });
    return widget;
}

void MonthCard::setSteps(const std::vector<MonthStep> &steps)
{
    if (m_places.empty())
        build(int(steps.size()));
    for (size_t i = 0; i < steps.size() && i < m_places.size(); ++i)
        fill(m_places[i], steps[i]);
}

void MonthCard::fill(Place &place, const MonthStep &step)
{
    place.pageId = step.pageId;
    place.mark->setMark(step.mark);
    place.title->setText(step.title);
    place.detail->setText(step.detail);
    place.due->setText(step.due, step.dueTone);
    place.due->setVisible(!step.due.isEmpty());
    place.go->setText(step.goText);
    place.go->setAccessibleName(step.title + QLatin1Char(' ') + step.detail + QLatin1Char(' ') + step.goText);
    setKind(place.go, step.mark == MonthStep::Mark::Next ? ButtonKind::Primary : ButtonKind::Secondary);
}

}  // namespace ui
