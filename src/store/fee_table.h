#pragma once
// The last answers about fees: pre-processed totals, their people, arrears. Kept so that they stay visible, with their
// age, when the tax side cannot be reached (F3).

#include "base/sqlite.h"
#include "domain/fee_person_view.h"
#include "domain/payment.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace store {

/// Positions of people of one total, in the order of a view.
using FeePersonPlaces = std::vector<qint32>;

class FeeTable final {
public:
    explicit FeeTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    void replaceAssessments(const QString &unit, domain::FeeKind kind, const QVector<domain::FeeAssessment> &rows);
    /// heldBy is filled from the local submissions.
    QVector<domain::FeeAssessment> assessments(const QString &unit, domain::FeeKind kind) const;
    /// 应补(退)费额 of a total that waits; nothing when it does not.
    std::optional<domain::Money> payableOf(const QString &unit, const QString &assessment) const;

    // 人员明细 come in beside those that are shown, under a name of their walk.
    void appendPersons(const QString &unit, const QString &assessment, const QString &walk, qint64 position,
                       const QVector<domain::FeePerson> &rows);
    /// The walk has ended: its people take the place of those that were shown.
    void showPersons(const QString &unit, const QString &assessment, const QString &walk, const QDateTime &at);
    /// It was cut off.
    void dropWalk(const QString &walk);
    /// None is under way.
    void dropWalks();
    /// They are all here, and add up to the total as it stands now.
    bool personsComplete(const QString &unit, const domain::FeeAssessment &assessment) const;
    qint64 personCount(const QString &unit, const QString &assessment) const;
    /// Not valid: they are not here, or have been for longer than this is kept.
    QDateTime personsLoadedAt(const QString &unit, const QString &assessment) const;
    std::vector<domain::FeePerson> persons(const QString &unit, const QString &assessment, qint64 offset,
                                           qint64 limit) const;
    /// Reads all of them. It fits until they are written.
    FeePersonPlaces personPlaces(const QString &unit, const QString &assessment,
                                 const domain::FeePersonView &view) const;
    std::vector<domain::NumberedPerson> personsAt(const QString &unit, const QString &assessment,
                                                  const FeePersonPlaces &places, qint64 offset, qint64 limit) const;

    void replaceArrears(const QString &unit, const QVector<domain::Arrear> &rows);
    QVector<domain::Arrear> arrears(const QString &unit) const;
    std::optional<domain::Money> arrearTotal(const QString &unit, const QString &arrear) const;

private:
    void clearPersons(const QString &unit, const QString &assessment);
    void forgetPersons(const QString &unit, const QVector<domain::FeeAssessment> &rows);
    void holdByOwn(const QString &unit, domain::Arrear &arrear) const;

    base::sqlite::Connection &m_connection;
};

}  // namespace store
