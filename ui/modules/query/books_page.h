#pragma once
// A page over the payables and receipts of a range of months. Row is what it lists; the picture shows both whatever it
// lists.

#include "service/receipt_service.h"
#include "ui/modules/query/months_page.h"
#include "ui/modules/query/query_columns.h"
#include "ui/shell/paper_preview.h"
#include "ui/shell/sheet_export.h"
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
class BooksPage final : public MonthsPage<service::ReceiptBooks> {
public:
    BooksPage(BooksSetup<Row> setup, const Desk &desk, service::ReceiptService &receipts, QWidget *parent)
        : MonthsPage(
            setup.id, setup.title, desk,
            [&receipts, unit = desk.unit()](domain::MonthRange months, bool ask, base::Job &job) {
                return ask ? receipts.refresh(unit, months, job) : receipts.books(unit, months);
            },
            parent),
          m_setup(std::move(setup))
    {
        setHint(m_setup.hint);
        buildActions();
        addMonths();
        addFeeChoices(query());
        query()->addChoice(QStringLiteral("state"), ListPage::tr("状态"), {}, 100);
        m_chart = new MonthChart(pageId() + QStringLiteral(".chart"), ListPage::tr("各月应缴与到账"));
        addAboveTable(m_chart);
        m_model = new ListModel<Row>(
            m_setup.columns, [](const Row &row) { return row.id; }, this);
        table()->setListModel(m_model);
        setEmptyText(Icon::Receipt, m_setup.emptyText, m_setup.emptyText);
    }

private:
    void buildActions()
    {
        setAskButton(actions()->addButton(QStringLiteral("refresh"), ListPage::tr("更新"), Icon::Refresh));
        m_export = actions()->addButton(QStringLiteral("export"), ListPage::tr("导出"), Icon::Export);
        m_export->setEnabled(false);
        QObject::connect(m_export, &QPushButton::clicked, this, [this] {
            exportSheet(this, desk(), sheetOf(title(), m_setup.columns, m_model->rows()), ListPage::tr("条"));
        });
        if (!m_setup.paper)
            return;
        m_print = actions()->addButton(QStringLiteral("print"), m_setup.paperTitle, Icon::Print);
        m_print->setEnabled(false);
        QObject::connect(m_print, &QPushButton::clicked, this, [this] {
            previewPaper(this, desk(), [paper = m_setup.paper, months = months()](base::Job &) { return paper(months); });
        });
    }

    void loaded(const service::ReceiptBooks &books) override
    {
        const auto &rows = m_setup.rows(books);
        if (m_print)
            m_print->setEnabled(!rows.isEmpty());
        m_rows.assign(rows.cbegin(), rows.cend());
        m_chart->setSums(months(), domain::monthlySums(books.payables, books.receipts));
        offerFeeValues(query(), m_rows);
        offerValues(query(), QStringLiteral("state"), m_rows, [this](const Row &row) { return m_setup.state(row).text; });
        showFiltered();
    }

    void showFiltered() override
    {
        std::vector<Row> shown;
        for (const auto &row : m_rows) {
            if (feeWanted(query(), row.item) && wanted(query(), "state", m_setup.state(row).text))
                shown.push_back(row);
        }
        m_export->setEnabled(!shown.empty());
        totals()->setTotals(m_setup.totals(shown));
        m_model->setRows(std::move(shown));
        showRows();
    }

    BooksSetup<Row> m_setup;
    ListModel<Row> *m_model = nullptr;
    MonthChart *m_chart = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_print = nullptr;
    std::vector<Row> m_rows;
};

}  // namespace ui
