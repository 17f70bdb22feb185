#include "ui/shell/search_dialog.h"

#include "base/china_time.h"
#include "domain/pinyin.h"
#include "ui/models/table_view.h"
#include "ui/shell/list_page.h"
#include "ui/shell/submission_text.h"
#include "ui/style/tokens.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/named.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace ui {

namespace {

constexpr int kPauseMs = 60;
constexpr size_t kMostPages = 6;

}  // namespace

SearchDialog::SearchDialog(JobRunner &jobs, service::FindService &finder, const QString &unit,
                           const std::vector<PageSpec> &pages, QWidget *parent)
    : TaskDialog(QStringLiteral("search"), tr("查找"), parent), m_jobs(jobs), m_finder(finder), m_unit(unit)
{
    for (const auto &page : pages)
        m_places.push_back({page.id, page.group, page.title, domain::pinyinInitials(page.title)});
    m_text = named(new QLineEdit, QStringLiteral("search.text"), tr("查找"));
    m_text->setPlaceholderText(tr("页面、职工（姓名、拼音首字母、证件号码）、申报或缴款的单号"));
    m_text->setMinimumHeight(size::control + space::tiny);
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    m_table = new TableView(QStringLiteral("search.table"), tr("查找结果"));
    m_model = new ListModel<Hit>(columns(), &SearchDialog::keyOf, this);
    m_table->setListModel(m_model);
    m_table->setEmptyText(Icon::Search, tr("没有找到"), tr("证件号码和单号至少输入连续的 4 位"));
    m_table->installEventFilter(this);
    body()->addWidget(m_text);
    body()->addWidget(m_table, 1);
    setNote(tr("↑ ↓ 选择，Enter 打开，Esc 关闭"));
    addClose(tr("关闭"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SearchDialog::find);
    connect(m_text, &QLineEdit::textChanged, this, [this] {
        m_openFirst = false;
        if (!m_pause.isActive())
            find();  // the first key at once, those that follow on its heels together
    });
    connect(m_table, &TableView::rowActivated, this, &SearchDialog::choose);
    connect(m_table, &TableView::linkActivated, this, &SearchDialog::choose);
    resize(760, 480);
    show(pagesFor({}));
    m_text->setFocus();
}

std::vector<Column<SearchDialog::Hit>> SearchDialog::columns()
{
    const auto kind = [](const Hit &hit) {
        switch (hit.kind) {
        case Kind::Page: return tr("页面");
        case Kind::Person: return tr("职工");
        case Kind::Record: return tr("记录");
        }
        return QString();
    };
    return {
        {.id = "kind",
         .title = tr("类别"),
         .display = [kind](const Hit &hit) { return QVariant(kind(hit)); },
         .width = 64},
        {.id = "title",
         .title = tr("名称"),
         .display = [](const Hit &hit) { return QVariant(hit.title); },
         .width = 250,
         .kind = CellKind::Link},
        {.id = "detail",
         .title = tr("说明"),
         .display = [](const Hit &hit) { return QVariant(hit.detail); },
         .width = 360},
    };
}

QString SearchDialog::keyOf(const Hit &hit)
{
    return QString::number(int(hit.kind)) + QLatin1Char(':') + hit.id;
}

/// By a part of the title or of its initials, those first that begin with it; without a text all of them.
std::vector<SearchDialog::Hit> SearchDialog::pagesFor(const QString &text) const
{
    std::vector<Hit> beginning;
    std::vector<Hit> within;
    for (const auto &place : m_places) {
        int at = place.title.indexOf(text, 0, Qt::CaseInsensitive);
        for (const auto &initials : place.initials) {
            if (const int found = initials.indexOf(text, 0, Qt::CaseInsensitive); found >= 0 && (at < 0 || found < at))
                at = found;
        }
        if (at >= 0)
            (at == 0 ? beginning : within).push_back({Kind::Page, place.id, place.title, place.group});
    }
    beginning.insert(beginning.end(), within.begin(), within.end());
    if (!text.isEmpty() && beginning.size() > kMostPages)
        beginning.resize(kMostPages);  // people and records are to be seen too
    return beginning;
}

SearchDialog::Hit SearchDialog::hitOf(const domain::Staff &person)
{
    QStringList facts{tr("人员编号 %1").arg(person.personNumber), tr("单位编号 %1").arg(person.unitNumber),
                      person.department};
    facts.removeAll(QString());
    return {.kind = Kind::Person, .id = person.id, .title = person.name, .detail = facts.join(QStringLiteral("  ·  "))};
}

SearchDialog::Hit SearchDialog::hitOf(const domain::Submission &record)
{
    QStringList facts{base::china::text(record.createdAt), tr("%1 元").arg(domain::moneyText(record.total)),
                      stateText(record).text, record.reference};
    if (record.kind == domain::SubmissionKind::Wage)
        facts[1] = tr("%1 人").arg(record.headcount);
    facts.removeAll(QString());
    return {.kind = Kind::Record,
            .id = record.id,
            .title = submissionTypeText(record),
            .detail = facts.join(QStringLiteral("  ·  ")),
            .page = recordsPageOf(record.kind)};
}

/// What was found before stays until the answer is there.
void SearchDialog::find()
{
    const QString text = m_text->text().trimmed();
    if (m_asked == text)
        return;
    m_asked = text;
    m_pause.start();
    strip()->clear();
    const auto search = [&finder = m_finder, unit = m_unit, text](base::Job &) { return finder.find(unit, text); };
    m_work = m_jobs.run(this, search, [this, text](const base::Result<service::Found> &found) {
        m_answered = text;
        if (found)
            say(*found);
        else
            sayPagesOnly(found.error());
        Q_EMIT answered();
        if (std::exchange(m_openFirst, false) && m_model->rowCount() > 0)
            choose(m_model->keyOf(m_table->currentIndex()));
    });
}

void SearchDialog::say(const service::Found &found)
{
    auto hits = pagesFor(m_text->text().trimmed());
    for (const auto &person : found.people)
        hits.push_back(hitOf(person));
    for (const auto &record : found.records)
        hits.push_back(hitOf(record));
    show(std::move(hits));
    if (const auto more = found.peopleCount - qint64(found.people.size()); more > 0)
        setNote(tr("另有 %1 名职工符合，请再输入几个字").arg(more));
    else
        setNote(tr("↑ ↓ 选择，Enter 打开，Esc 关闭"));
}

/// Pages need no store.
void SearchDialog::sayPagesOnly(const base::Error &error)
{
    show(pagesFor(m_text->text().trimmed()));
    strip()->show(errorMessage(error, [this] {
        m_asked.reset();
        find();
    }));
}

void SearchDialog::show(std::vector<Hit> hits)
{
    m_model->setRows(std::move(hits));
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 1));
}

void SearchDialog::choose(const QString &key)
{
    for (const auto &hit : m_model->rows()) {
        if (keyOf(hit) != key)
            continue;
        const Hit chosen = hit;
        accept();
        switch (chosen.kind) {
        case Kind::Page: Q_EMIT pageChosen(chosen.id); break;
        case Kind::Person: Q_EMIT personChosen(chosen.id); break;
        case Kind::Record: Q_EMIT recordChosen(chosen.page, chosen.id); break;
        }
        return;
    }
}

/// The field keeps the keyboard; the arrows walk through the rows below it. Enter opens what belongs to what was typed,
/// also when that is still being looked for.
bool SearchDialog::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return TaskDialog::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int rows = m_model->rowCount();
    const int row = m_table->currentIndex().row();
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && m_answered != m_text->text().trimmed()) {
        m_openFirst = true;
        find();
        return true;
    }
    if (enter && row >= 0) {
        choose(m_model->keyOf(m_table->currentIndex()));
        return true;
    }
    const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
    if (object != m_text || step == 0 || rows == 0)
        return TaskDialog::eventFilter(object, event);
    m_table->setCurrentIndex(m_model->index(qBound(0, row + step, rows - 1), 1));
    return true;
}

}  // namespace ui
