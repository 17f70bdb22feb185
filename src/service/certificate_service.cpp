#include "service/certificate_service.h"

#include "gateway/declared_person.h"
#include "office/certificate.h"
#include "service/streams.h"
#include "store/declared_table.h"
#include "store/fee_table.h"
#include "store/receipt_table.h"
#include "store/submission_table.h"
#include "store/sync_table.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

namespace service {

using base::sqlite::Connection;
using domain::Certificate;
using domain::CertificateKind;
using domain::EmployeeSelection;
using store::CertificateTable;
using store::DeclaredTable;

/// A document that has no number yet.
struct CertificateService::Draft {
    domain::CertificateRecord record;
    office::Form form;
};

namespace {

QString prefixOf(CertificateKind kind)
{
    switch (kind) {
    case CertificateKind::Contribution: return QStringLiteral("ZM");
    case CertificateKind::Annuity: return QStringLiteral("NJ");
    case CertificateKind::Payments: return QStringLiteral("JK");
    case CertificateKind::Receipts: return QStringLiteral("DW");
    }
    return {};
}

/// Letters that are not taken for others when somebody reads the number aloud. Drawn, not counted: two machines of one
/// unit never give the same number.
QString newNumber(CertificateKind kind, QDate day)
{
    static const QString letters = QStringLiteral("23456789ABCDEFGHJKMNPQRSTUVWXYZ");
    QString number = prefixOf(kind) + day.toString(QStringLiteral("yyyyMMdd")) + QLatin1Char('-');
    for (int i = 0; i < 8; ++i)
        number += letters[QRandomGenerator::global()->bounded(static_cast<int>(letters.size()))];
    return number;
}

QByteArray digestOf(const office::Form &form)
{
    return QCryptographicHash::hash(office::encoded(form), QCryptographicHash::Sha256);
}

base::Result<Paper> paperOf(const QString &title, const QString &fileName, const QVector<QByteArray> &forms)
{
    QVector<office::EncodedForm> pages;
    for (const auto &bytes : forms) {
        const auto form = office::decodedForm(bytes);
        if (!form)
            return base::validation(QStringLiteral("certificate.unknown"));
        pages.append({bytes, office::pagesOf(*form)});
    }
    return office::formsPaper(title, fileName, std::move(pages));
}

}  // namespace

base::Result<qint64> CertificateService::count(const QString &unit, const domain::EmployeeQuery &query)
{
    return m_env.store.read([&](Connection &c) { return DeclaredTable(c).employeeCount(unit, query); });
}

base::Result<std::vector<domain::Employee>>
CertificateService::window(const QString &unit, const domain::EmployeeQuery &query, qint64 offset, qint64 limit)
{
    return m_env.store.read([&](Connection &c) { return DeclaredTable(c).employees(unit, query, offset, limit); });
}

base::Result<QStringList> CertificateService::identitiesOf(const QString &unit, const EmployeeSelection &selection)
{
    QStringList identities;
    if (selection.all) {
        const auto most = kMostAtOnce + selection.identities.size() + 1;
        const auto found = window(unit, selection.query, 0, most);
        if (!found)
            return found.error();
        for (const auto &employee : *found) {
            if (!selection.identities.contains(employee.identity))
                identities << employee.identity;
        }
    } else {
        identities = selection.identities.values();
        identities.sort();
    }
    if (identities.isEmpty())
        return base::validation(QStringLiteral("certificate.none-selected"));
    if (identities.size() > kMostAtOnce)
        return base::validation(QStringLiteral("certificate.too-many"));
    return identities;
}

base::Result<QVector<Certificate>> CertificateService::gather(const UnitProfile &profile,
                                                              const EmployeeSelection &selection, base::Job &job)
{
    const QString unit = profile.unit.registrationId;
    const auto months = selection.query.months;
    if (months.count() < 1)
        return base::validation(QStringLiteral("declared.months"));
    const auto identities = identitiesOf(unit, selection);
    if (!identities)
        return identities.error();
    return m_env.store.read([&](Connection &c) {
        const DeclaredTable table(c);
        const auto fetched = table.fetchedAt(unit, months);
        if (std::any_of(fetched.cbegin(), fetched.cend(), [](const QDateTime &at) { return !at.isValid(); }))
            throw base::validation(QStringLiteral("certificate.not-fetched"));
        const QDateTime asOf = *std::min_element(fetched.cbegin(), fetched.cend());
        QVector<Certificate> certificates;
        for (const auto &identity : *identities) {
            if (job.cancelled())
                throw base::cancelled();
            if (const auto employee = table.employee(unit, identity, months)) {
                certificates.append({profile.unit, *employee, months, asOf,
                                     domain::certificateLines(profile.pack, table.rowsOf(unit, identity, months))});
            }
            job.report(certificates.size(), identities->size());
        }
        if (certificates.isEmpty())
            throw base::validation(QStringLiteral("certificate.none-selected"));
        return certificates;
    });
}

base::Result<IssuedPaper> CertificateService::issue(const UnitProfile &profile, const EmployeeSelection &selection,
                                                    base::Job &job)
{
    const auto certificates = gather(profile, selection, job);
    if (!certificates)
        return certificates.error();
    std::vector<Draft> drafts;
    for (const auto &certificate : *certificates) {
        Draft draft;
        draft.form = office::certificateForm(certificate);
        draft.record.kind = CertificateKind::Contribution;
        draft.record.subject = certificate.employee.name;
        draft.record.months = certificate.months;
        draft.record.total = certificate.employee.received;  // as the paper sums it
        drafts.push_back(std::move(draft));
    }
    return handOut(profile.unit.registrationId, QStringLiteral("职工缴费证明"), std::move(drafts));
}

base::Result<Paper> CertificateService::issueAnnuity(const UnitProfile &profile,
                                                     const domain::AnnuityNotice &notice)
{
    Draft draft;
    draft.form = office::annuityForm(profile.unit, notice);
    draft.record.kind = CertificateKind::Annuity;
    draft.record.months = {notice.period, notice.period};
    draft.record.total = notice.total();
    return handOut(profile.unit.registrationId, std::move(draft));
}

base::Result<Paper> CertificateService::issuePayments(const UnitProfile &profile, const QStringList &paymentIds)
{
    const QString unit = profile.unit.registrationId;
    Draft draft;
    draft.record.kind = CertificateKind::Payments;
    const auto gathered = m_env.store.read([&](Connection &c) {
        const store::SubmissionTable table(c);
        QVector<domain::PaidLine> lines;
        for (const auto &id : paymentIds) {
            const auto payment = table.find(id);
            if (!payment || payment->unit != unit)
                continue;
            for (const auto &item : table.items(id)) {
                if (item.state == domain::SubmissionState::Succeeded)
                    lines.append({payment->submission.createdAt, payment->submission.reference, item});
            }
        }
        return lines;
    });
    if (!gathered)
        return gathered.error();
    if (gathered->isEmpty())
        return base::validation(QStringLiteral("certificate.nothing-paid"));
    auto &months = draft.record.months;
    months = gathered->first().item.item.period();
    for (const auto &line : *gathered) {
        months = months.joined(line.item.item.period());
        draft.record.total += line.item.amount;
    }
    draft.form = office::paymentsForm(profile.unit, *gathered);
    return handOut(unit, std::move(draft));
}

base::Result<Paper> CertificateService::issueReceipts(const UnitProfile &profile, domain::MonthRange months)
{
    const QString unit = profile.unit.registrationId;
    QDateTime asOf;
    const auto receipts = m_env.store.read([&](Connection &c) {
        asOf = store::SyncTable(c).state(unit, kReceiptStream).syncedAt;
        return store::ReceiptTable(c).receipts(unit, months);
    });
    if (!receipts)
        return receipts.error();
    if (receipts->isEmpty())
        return base::validation(QStringLiteral("certificate.nothing-paid"));
    Draft draft;
    draft.record.kind = CertificateKind::Receipts;
    draft.record.months = months;
    for (const auto &receipt : *receipts)
        draft.record.total += receipt.total();
    draft.form = office::receiptsForm(profile.unit, months, asOf, *receipts);
    return handOut(unit, std::move(draft));
}

/// One document, named by its title.
base::Result<Paper> CertificateService::handOut(const QString &unit, Draft draft)
{
    const QString title = draft.form.title;
    std::vector<Draft> drafts;
    drafts.push_back(std::move(draft));
    auto issued = handOut(unit, title, std::move(drafts));
    return issued ? base::Result<Paper>(std::move(issued->paper)) : issued.error();
}

/// All in one transaction: nobody holds a paper whose number is not on disk.
base::Result<IssuedPaper> CertificateService::handOut(const QString &unit, const QString &title,
                                                      std::vector<Draft> drafts)
{
    const QDate day = m_env.clock.today();
    QStringList numbers;
    QVector<QByteArray> forms;
    const auto stored = m_env.store.write([&](Connection &c) {
        CertificateTable table(c);
        for (auto &draft : drafts) {
            const auto digest = digestOf(draft.form);
            const auto known = table.same(unit, digest, day);
            draft.form.number = known ? *known : newNumber(draft.record.kind, day);
            draft.form.day = day;
            forms << office::encoded(draft.form);
            numbers << draft.form.number;
            if (known)
                continue;
            draft.record.number = draft.form.number;
            draft.record.title = draft.form.title;
            draft.record.issuedAt = m_env.clock.now();
            table.insert(unit, draft.record, day, digest, forms.last());
        }
    });
    if (!stored)
        return stored.error();
    const QString name =
        numbers.size() == 1
            ? title + QLatin1Char('_') + numbers.first()
            : QStringLiteral("%1_%2份_%3").arg(title).arg(numbers.size()).arg(day.toString(QStringLiteral("yyyyMMdd")));
    auto paper = paperOf(numbers.size() == 1 ? title : QStringLiteral("%1（%2 份）").arg(title).arg(numbers.size()),
                         name, forms);
    if (!paper)
        return paper.error();
    return IssuedPaper{std::move(*paper), numbers};
}

base::Result<QVector<domain::AnnuityNotice>>
CertificateService::annuityNotices(const QString &unit, domain::MonthRange months, base::Job &job)
{
    const auto access = m_env.sessions.access(unit);
    if (!access)
        return access.error();
    auto notices = gateway::fetchAnnuityNotices(*access, months, job);
    if (!notices)
        return notices;
    const auto owed = m_env.store.read([&](Connection &c) {
        QSet<QString> numbers;
        for (const auto &arrear : store::FeeTable(c).arrears(unit)) {
            if (arrear.hold != domain::ArrearHold::Paid)
                numbers.insert(arrear.item.noticeNumber);
        }
        return numbers;
    });
    if (!owed)
        return owed.error();
    for (auto &notice : *notices)
        notice.owed = std::any_of(notice.noticeNumbers.cbegin(), notice.noticeNumbers.cend(),
                                  [&](const QString &number) { return owed->contains(number); });
    return notices;
}

base::Result<qint64> CertificateService::recordCount(const QString &unit, const CertificateQuery &query)
{
    return m_env.store.read([&](Connection &c) { return CertificateTable(c).count(unit, query); });
}

base::Result<std::vector<domain::CertificateRecord>>
CertificateService::records(const QString &unit, const CertificateQuery &query, qint64 offset, qint64 limit)
{
    return m_env.store.read([&](Connection &c) { return CertificateTable(c).window(unit, query, offset, limit); });
}

base::Result<Paper> CertificateService::reopen(const QString &unit, const QString &number)
{
    const auto found = m_env.store.read([&](Connection &c) {
        const CertificateTable table(c);
        return std::pair(table.find(unit, number), table.form(unit, number));
    });
    if (!found)
        return found.error();
    if (!found->first)
        return base::validation(QStringLiteral("certificate.unknown"));
    return paperOf(found->first->title, found->first->title + QLatin1Char('_') + number, {found->second});
}

base::Result<qint64> CertificateService::writeEach(const QString &unit, const QStringList &numbers,
                                                   const QString &folder, base::Job &job)
{
    // Whoever hands a hundred of them out has to know whose each is; what a name may hold, a file name may not.
    static const QRegularExpression forbidden(QStringLiteral("[\\\\/:*?\"<>|\\s\\x00-\\x1f.]"));
    qint64 written = 0;
    for (const auto &number : numbers) {
        if (job.cancelled())
            return base::cancelled();
        const auto record = m_env.store.read([&](Connection &c) { return CertificateTable(c).find(unit, number); });
        if (!record)
            return record.error();
        const auto paper = reopen(unit, number);
        if (!paper)
            return paper.error();
        QString subject = (*record)->subject.left(40);
        subject.replace(forbidden, QStringLiteral("_"));
        const QString name = (*record)->title + QLatin1Char('_')
                             + (subject.isEmpty() ? QString() : subject + QLatin1Char('_')) + number
                             + QStringLiteral(".pdf");
        if (const auto done = office::writePdf(*paper, QDir(folder).filePath(name)); !done)
            return done.error();
        job.report(++written, numbers.size());
    }
    return written;
}

}  // namespace service
