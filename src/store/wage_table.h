#pragma once
// The wage draft the clerk is preparing (W9: every committed cell is on disk) and the lines of what was declared.

#include "base/sqlite.h"
#include "domain/wage_checkup.h"

#include <QSet>

#include <vector>

namespace store {

/// A wage of the draft; no insurance: all of them.
struct WageDraftKey {
    QString staffId;
    QString insurance;
};

/// A line to be put into the draft: for each wage the insurance and the new wage.
struct WageDraftEntry {
    QString staffId;
    QVector<domain::WageCell> wages;
    std::optional<domain::Month> month;
};

/// Whom 添加 takes from the roster: those in 正常缴费.
struct WageDraftPeople {
    QStringList unitNumbers;  ///< empty: of any
};

class WageTable final {
public:
    explicit WageTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    /// In the order people were added. By insurance, with a cell for each insurance a person is in now.
    QVector<domain::WageDraftLine> draft(const QString &unit, const domain::WageForm &form) const;
    qint64 draftSize(const QString &unit, const domain::WageForm &form) const;
    QSet<QString> peopleInDraft(const QString &unit, const domain::WageForm &form) const;
    /// The insurances a person is in now; what a line by insurance has cells for.
    QStringList insurancesOf(const QString &unit, const QString &staffId) const;
    /// Adds lines, or fills those that are there: what an entry leaves empty stays. Each must name a person of the unit's
    /// roster.
    void saveDraft(const QString &unit, const domain::WageForm &form, const QVector<WageDraftEntry> &entries);
    /// Adds who is not in the draft yet, without values. Returns how many people.
    qint64 addContributing(const QString &unit, const domain::WageForm &form, const WageDraftPeople &people);
    /// What 申报体检 needs to know beside the draft.
    domain::WageSurroundings surroundings(const QString &unit, const domain::WageForm &form) const;
    void setDraftWage(const QString &unit, const domain::WageForm &form, const WageDraftKey &key,
                      const std::optional<domain::Money> &wage);
    void setDraftMonth(const QString &unit, const domain::WageForm &form, const QString &staffId,
                       const std::optional<domain::Month> &month);
    void removeFromDraft(const QString &unit, const domain::WageForm &form, const QString &staffId);
    void clearDraft(const QString &unit, const domain::WageForm &form);

    enum class Returned { All, Rejected };
    /// The lines of a declaration that was never sent, or those that the tax side rejected, unless the clerk has begun new
    /// ones for the same people. Returns how many lines.
    qint64 returnToDraft(const QString &unit, domain::WageKind kind, const QString &submission, Returned which);

    void saveLines(const QString &submission, const QVector<domain::WageLine> &lines);
    std::vector<domain::WageLine> lines(const QString &submission) const;
    /// The tax side's word on one line, by its index in what was sent.
    void rejectLine(const QString &submission, qint64 position, const QString &code, const QString &text);

private:
    qint64 lastPosition(const QString &unit, const domain::WageForm &form) const;

    base::sqlite::Connection &m_connection;
};

}  // namespace store
