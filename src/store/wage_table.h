#pragma once
// The wage draft the clerk is preparing (W9: every committed cell is on disk) and the lines of what was declared.

#include "base/sqlite.h"
#include "domain/wage.h"

#include <vector>

namespace store {

/// Key of a draft line.
struct WageDraftKey {
    QString staffId;
    QString insurance;
};

class WageTable final {
public:
    explicit WageTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    QVector<domain::WageDraftLine> draft(const QString &unit, domain::WageKind kind) const;
    bool hasDraftLine(const QString &unit, domain::WageKind kind, const WageDraftKey &key) const;
    /// Adds or overwrites a line; it must name a person of the unit's roster.
    void saveDraftLine(const QString &unit, domain::WageKind kind, const WageDraftKey &key,
                       const std::optional<domain::Money> &wage, const std::optional<domain::Month> &month);
    /// Adds everyone in 正常缴费 who is not in the draft yet, without values. Returns how many.
    qint64 addAllContributing(const QString &unit, domain::WageKind kind);
    void setDraftWage(const QString &unit, domain::WageKind kind, const WageDraftKey &key,
                      const std::optional<domain::Money> &wage);
    void setDraftMonth(const QString &unit, domain::WageKind kind, const WageDraftKey &key,
                       const std::optional<domain::Month> &month);
    void removeDraftLine(const QString &unit, domain::WageKind kind, const WageDraftKey &key);
    void clearDraft(const QString &unit, domain::WageKind kind);

    /// The lines of a declaration that was never sent, unless the clerk has begun new ones for the same people.
    void returnToDraft(const QString &unit, domain::WageKind kind, const QString &submission);

    void saveLines(const QString &submission, const QVector<domain::WageLine> &lines);
    std::vector<domain::WageLine> lines(const QString &submission) const;
    /// The tax side's word on one line, by its index in what was sent.
    void rejectLine(const QString &submission, qint64 position, const QString &code, const QString &text);

private:
    base::sqlite::Connection &m_connection;
};

}  // namespace store
