#pragma once
// The last answers about fees: pre-processed totals, their people, arrears. Kept so that they stay visible, with their
// age, when the tax side cannot be reached (F3).

#include "base/sqlite.h"
#include "domain/payment.h"

#include <optional>
#include <vector>

namespace store {

class FeeTable final {
public:
    explicit FeeTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    void replaceAssessments(const QString &unit, domain::FeeKind kind, const QVector<domain::FeeAssessment> &rows);
    /// heldBy is filled from the local submissions.
    QVector<domain::FeeAssessment> assessments(const QString &unit, domain::FeeKind kind) const;
    /// 应补(退)费额 of a total that waits; nothing when it does not.
    std::optional<domain::Money> payableOf(const QString &unit, const QString &assessment) const;

    void clearPersons(const QString &unit, const QString &assessment);
    void appendPersons(const QString &unit, const QString &assessment, qint64 position,
                       const QVector<domain::FeePerson> &rows);
    /// They are all here, and add up to the total as it stands now.
    bool personsComplete(const QString &unit, const domain::FeeAssessment &assessment) const;
    qint64 personCount(const QString &unit, const QString &assessment) const;
    std::vector<domain::FeePerson> persons(const QString &unit, const QString &assessment, qint64 offset,
                                           qint64 limit) const;

    void replaceArrears(const QString &unit, const QVector<domain::Arrear> &rows);
    QVector<domain::Arrear> arrears(const QString &unit) const;
    std::optional<domain::Money> arrearTotal(const QString &unit, const QString &arrear) const;

private:
    void forgetPersons(const QString &unit, const QVector<domain::FeeAssessment> &rows);
    void holdByOwn(const QString &unit, domain::Arrear &arrear) const;

    base::sqlite::Connection &m_connection;
};

}  // namespace store
