#pragma once
// A page over the payables and receipts of a range of months: local first, then the tax side. Row is what it lists; the
// picture shows both whatever it lists.

#include "service/receipt_service.h"
#include "ui/modules/query/month_query.h"
#include "ui/modules/query/query_columns.h"
#include "ui/shell/paper_preview.h"
#include "ui/shell/sheet_export.h"
#include "ui/shell/submission_page.h"
#include "ui/widgets/month_chart.h"

namespace ui {

template <class Row>
struct BooksSetup {
    QString id;
    QString title;
    QStringList hint;
    std::vector<Column<Row>> columns;
    std::function<const QVector<Row> &(const service::ReceiptBooks &)> rows;
    std::function<StateText(const Row &)> state;
    std::function<QVector<TotalsBar::Total>(const std::vector<Row> &)> totals;
    QString emptyText;
    /// Makes the document of these months; with it there is a 打印.
    std::function<base::Result<service::Paper>(domain::MonthRange)> paper = {};
    QString paperTitle = {};
};

template <class Row>
class BooksPage final : public ListPage {
public:
    BooksPage(BooksSetup<Row> setup, const Desk &desk, service::ReceiptService &receipts, QWidget *parent)
        : ListPage(setup.id, setup.title, parent), m_setup(std::move(setup)), m_desk(desk), m_receipts(receipts)
    {
        setHint(m_setup.hint);
        m_refresh = actions()->addButton(QStringLiteral("refresh"), ListPage::tr("更新"), Icon::Refresh);
        m_export = actions()->addButton(QStringLiteral("export"), ListPage::tr("导出"), Icon::Export);
        m_export->setEnabled(false);
        QObject::connect(m_refresh, &QPushButton::clicked, this, [this] { load(true); });
        QObject::connect(m_export, &QPushButton::clicked, this, [this] {
            exportSheet(this, m_desk, sheetOf(title(), m_setup.columns, m_model->rows()), ListPage::tr("条"));
        });
        if (m_setup.paper) {
            m_print = actions()->addButton(QStringLiteral("print"), m_setup.paperTitle, Icon::Print);
            m_print->setEnabled(false);
            QObject::connect(m_print, &QPushButton::clicked, this, [this] {
                previewPaper(this, m_desk,
                             [paper = m_setup.paper, months = m_months](base::Job &) { return paper(months); });
            });
        }
        buildQuery();
        m_chart = new MonthChart(pageId() + QStringLiteral(".chart"), ListPage::tr("各月应缴与到账"));
        addAboveTable(m_chart);
        m_model = new ListModel<Row>(
            m_setup.columns, [](const Row &row) { return row.id; }, this);
        table()->setListModel(m_model);
        setEmptyText(Icon::Receipt, m_setup.emptyText, m_setup.emptyText);
        connectErrors(this, m_desk);
    }

    void opened() override
    {
        load(false, [this] { load(true); });
    }

private:
    domain::Month present() const { return domain::Month::of(m_desk.clock.today()); }

    void buildQuery()
    {
        addMonthRange(this, present());
        query()->addChoice(QStringLiteral("collectionItem"), ListPage::tr("征收项目"), {}, 170);
        query()->addChoice(QStringLiteral("unitNumber"), ListPage::tr("单位编号"), {}, 120);
        query()->addChoice(QStringLiteral("agency"), ListPage::tr("社保经办机构"), {}, 190);
        query()->addChoice(QStringLiteral("state"), ListPage::tr("状态"), {}, 100);
        const auto search = [this] {
            // Other months are another question to the tax side; the rest is a look at the same answer.
            if (monthRange(this, present()) == m_months)
                showFiltered();
            else
                load(false, [this] { load(true); });
        };
        QObject::connect(query(), &QueryBar::searchRequested, this, search);
        QObject::connect(query(), &QueryBar::resetRequested, this, search);
    }

    void load(bool ask, std::function<void()> then = {})
    {
        const auto months = monthRange(this, present());
        if (ask)
            strip()->clear();
        showLoading();
        m_refresh->setEnabled(false);
        const auto read = [ask, months, &receipts = m_receipts, unit = m_desk.unit()](base::Job &job) {
            return ask ? receipts.refresh(unit, months, job) : receipts.books(unit, months);
        };
        m_reading =
            m_desk.jobs.run(this, read,
                            [this, ask, months, then = std::move(then)](base::Result<service::ReceiptBooks> books) {
                                m_refresh->setEnabled(true);
                                if (!books)
                                    return showError(books.error(), [this] { load(true); });
                                // Before the first answer there is nothing to show yet.
                                if (ask || books->loadedAt.isValid())
                                    loaded(*books, months);
                                if (then)
                                    then();
                            });
    }

    void loaded(const service::ReceiptBooks &books, domain::MonthRange months)
    {
        m_months = months;
        if (m_print)
            m_print->setEnabled(!m_setup.rows(books).isEmpty());
        const auto &rows = m_setup.rows(books);
        m_rows.assign(rows.cbegin(), rows.cend());
        header()->setAge(books.loadedAt, m_desk.clock.now());
        m_chart->setSums(months, domain::monthlySums(books.payables, books.receipts));
        offerValues(query(), QStringLiteral("collectionItem"), m_rows,
                    [](const Row &row) { return row.item.collectionItem.name; });
        offerValues(query(), QStringLiteral("unitNumber"), m_rows, [](const Row &row) { return row.item.unitNumber; });
        offerValues(query(), QStringLiteral("agency"), m_rows, [](const Row &row) { return row.item.agencyName; });
        offerValues(query(), QStringLiteral("state"), m_rows,
                    [this](const Row &row) { return m_setup.state(row).text; });
        showFiltered();
    }

    void showFiltered()
    {
        const auto wanted = [this](const char *id, const QString &value) {
            const QString chosen = query()->code(QString::fromLatin1(id));
            return chosen.isEmpty() || chosen == value;
        };
        std::vector<Row> shown;
        for (const auto &row : m_rows) {
            if (wanted("collectionItem", row.item.collectionItem.name) && wanted("unitNumber", row.item.unitNumber)
                && wanted("agency", row.item.agencyName) && wanted("state", m_setup.state(row).text))
                shown.push_back(row);
        }
        m_export->setEnabled(!shown.empty());
        totals()->setTotals(m_setup.totals(shown));
        m_model->setRows(std::move(shown));
        showRows();
    }

    BooksSetup<Row> m_setup;
    Desk m_desk;
    service::ReceiptService &m_receipts;
    ListModel<Row> *m_model = nullptr;
    MonthChart *m_chart = nullptr;
    QPushButton *m_refresh = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_print = nullptr;
    std::vector<Row> m_rows;
    domain::MonthRange m_months;
    LatestJob m_reading;
};

}  // namespace ui
