#pragma once
// A page over the books of a range of months: local first, then the tax side. Books is what a service reads of them.

#include "ui/modules/query/month_query.h"
#include "ui/shell/desk.h"
#include "ui/shell/submission_page.h"

namespace ui {

template <class Books>
class MonthsPage : public ListPage {
public:
    /// Runs on a worker; `ask`: of the tax side, not of what is here.
    using Read = std::function<base::Result<Books>(domain::MonthRange months, bool ask, base::Job &job)>;

    MonthsPage(const QString &id, const QString &title, const Desk &desk, Read read, QWidget *parent)
        : ListPage(id, title, parent), m_desk(desk), m_read(std::move(read))
    {
        connectErrors(this, m_desk);
    }

    void opened() override { readThenAsk(); }

protected:
    virtual void loaded(const Books &books) = 0;
    /// Shows what the query bar asks for of the rows that are here.
    virtual void showFiltered() = 0;

    const Desk &desk() const { return m_desk; }
    domain::MonthRange months() const { return m_months; }  ///< of what is shown

    /// The range, before the other fields of the query bar.
    void addMonths()
    {
        addMonthRange(this, present());
        const auto search = [this] {
            // Other months are another question to the tax side; the rest is a look at the same answer.
            if (monthRange(this, present()) == m_months)
                showFiltered();
            else
                readThenAsk();
        };
        QObject::connect(query(), &QueryBar::searchRequested, this, search);
        QObject::connect(query(), &QueryBar::resetRequested, this, search);
    }

    /// The button that asks the tax side again.
    void setAskButton(QPushButton *button)
    {
        m_ask = button;
        QObject::connect(button, &QPushButton::clicked, this, [this] { load(true); });
    }

private:
    domain::Month present() const { return domain::Month::of(m_desk.clock.today()); }

    void readThenAsk()
    {
        load(false, [this] { load(true); });
    }

    void load(bool ask, std::function<void()> then = {})
    {
        const auto months = monthRange(this, present());
        if (ask)
            strip()->clear();
        showLoading();
        m_ask->setEnabled(false);
        m_reading = m_desk.jobs.run(
            this, [read = m_read, ask, months](base::Job &job) { return read(months, ask, job); },
            [this, ask, months, then = std::move(then)](base::Result<Books> books) {
                m_ask->setEnabled(true);
                if (!books)
                    return showError(books.error(), [this] { load(true); });
                // Before the first answer there is nothing to show: half of the books would look like gaps.
                if (ask || books->loadedAt.isValid()) {
                    m_months = months;
                    header()->setAge(books->loadedAt, m_desk.clock.now());
                    loaded(*books);
                }
                if (then)
                    then();
            });
    }

    Desk m_desk;
    Read m_read;
    QPushButton *m_ask = nullptr;
    domain::MonthRange m_months;
    LatestJob m_reading;
};

}  // namespace ui
