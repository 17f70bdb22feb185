#pragma once
// 社保费申报 (manual 3.1.6; F rows).

#include "domain/confirmed_amount.h"
#include "domain/fee_checkup.h"
#include "service/last_found.h"
#include "service/outbox.h"
#include "store/fee_table.h"

namespace service {

struct AssessmentList {
    QVector<domain::FeeAssessment> rows;
    QDateTime loadedAt;  ///< invalid: never
};

/// 人员明细 of one total as they are here.
struct FeePersonList {
    bool complete = false;  ///< all of them, and they add up to the total
    qint64 count = 0;
    QDateTime loadedAt;  ///< invalid: by an earlier version of this program, which did not keep it
};

/// The local differences a check needs, as the window has them.
struct FeeRules {
    domain::RulePack pack;
    domain::UnitType unitType = domain::UnitType::Enterprise;
};

/// 申报体检 of totals that are about to be declared (X5).
struct FeeReview {
    QVector<domain::FeeCheck> checks;
    QVector<domain::FeeMonthDifference> months;
    bool monthBeforeAsked = false;  ///< else `months` rests on what is here, and may lack what was declared elsewhere
    qint64 people = 0;  ///< whose amounts were reckoned again
    qint64 findings = 0;
};

class FeeService final {
public:
    FeeService(const Environment &environment, Outbox &outbox) : m_env(environment), m_outbox(outbox) {}

    /// What was loaded last, with its age.
    base::Result<AssessmentList> assessments(const QString &unit, domain::FeeKind kind);
    /// Asks the tax side (F1, F3). What is shown stays when it fails.
    base::Result<AssessmentList> refresh(const QString &unit, domain::FeeKind kind, base::Job &job);

    /// 人员明细 of one total that are here (F2).
    base::Result<FeePersonList> personsHere(const QString &unit, const domain::FeeAssessment &assessment);
    /// Downloads them as a whole (progress); they are read in windows then. Returns how many. Cut off at any page, those
    /// who were here before stay.
    base::Result<qint64> loadPersons(const QString &unit, const QString &assessmentId, base::Job &job);
    base::Result<std::vector<domain::FeePerson>> persons(const QString &unit, const QString &assessmentId,
                                                         qint64 offset, qint64 limit);
    /// How many of them a view shows. Windows of the same view that follow cost little.
    base::Result<qint64> countPersons(const QString &unit, const QString &assessmentId,
                                      const domain::FeePersonView &view);
    base::Result<std::vector<domain::NumberedPerson>> personWindow(const QString &unit, const QString &assessmentId,
                                                                   const domain::FeePersonView &view, qint64 offset,
                                                                   qint64 limit);
    /// Nothing is being downloaded: what a crash has left of a download goes.
    base::Result<void> dropCutOff();
    /// Whom a view shows, in exactly the 11 columns of field.md 1.4, as xlsx. Returns how many rows. Errors: Office, Store.
    base::Result<qint64> exportPersons(const QString &unit, const QString &assessmentId, const domain::FeePersonView &view,
                                       const QString &path, base::Job &job);

    /// Reckons every person of these totals again and puts each total beside the month before. Downloads the people
    /// where they are not here yet; progress counts people. Changes nothing at the tax side. Validation: fee.changed.
    base::Result<FeeReview> review(const QString &unit, const FeeRules &rules, domain::FeeKind kind,
                                   const QVector<domain::ConfirmedAmount> &confirmed, base::Job &job);
    /// Declares these totals with the amounts that were confirmed (F4). Validation: fee.none-selected, fee.changed (what
    /// is stored has another amount by now, or is gone), outbox.held.
    base::Result<domain::Submission> submit(const QString &unit, domain::FeeKind kind,
                                            const QVector<domain::ConfirmedAmount> &confirmed, base::Job &job);
    /// 作废 (F8). The submission returned is the voiding. Validation: fee.not-voidable.
    base::Result<domain::Submission> voidDeclaration(const QString &unit, const QString &declarationId,
                                                     const QString &reason, base::Job &job);
    /// Merges what the tax side knows of these China days (F7, F9). Returns how many records it had.
    base::Result<qint64> sync(const QString &unit, QDate from, QDate to, base::Job &job);

private:
    base::Result<QVector<domain::FeeAssessment>> chosen(const QString &unit, domain::FeeKind kind,
                                                        const QVector<domain::ConfirmedAmount> &confirmed);
    base::Result<qint64> download(const QString &unit, const QString &assessmentId, qint64 before, qint64 total,
                                  base::Job &job);
    base::Result<qint64> walk(const QString &unit, const QString &assessmentId, const QString &walk, qint64 before,
                              qint64 total, base::Job &job);
    base::Result<void> ensurePersons(const QString &unit, const domain::FeeAssessment &assessment, base::Job &job,
                                     qint64 done, qint64 total);
    base::Result<domain::FeeCheck> check(const QString &unit, const FeeRules &rules,
                                         const domain::FeeAssessment &assessment, base::Job &job);
    base::Result<void> compareMonths(const QString &unit, const QVector<domain::FeeAssessment> &chosen,
                                     FeeReview &review, base::Job &job);

    struct Viewed {
        QString unit;
        QString assessmentId;
        domain::FeePersonView view;
        bool operator==(const Viewed &) const = default;
    };
    std::shared_ptr<const store::FeePersonPlaces> placesOf(base::sqlite::Connection &connection, const Viewed &viewed);

    Environment m_env;
    Outbox &m_outbox;
    LastFound<Viewed, store::FeePersonPlaces> m_places;
};

}  // namespace service
