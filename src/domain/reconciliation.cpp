#include "domain/reconciliation.h"

#include "base/china_time.h"

#include <algorithm>
#include <map>

namespace domain {

namespace {

/// Everything known of one 征集通知流水号.
struct Fee {
    std::optional<AssessedFee> assessed;
    QVector<DeclaredFee> declared;
    std::optional<Arrear> payable;
    QVector<PaidFee> paid;
    QVector<Receipt> receipts;
    QVector<FeeItem> items;  ///< as each book has it
};

using Fees = std::map<QString, Fee>;

Fees joined(const ReconciliationBooks &books)
{
    Fees fees;
    for (const auto &each : books.assessed)
        fees[each.item.noticeNumber].assessed = each;
    for (const auto &each : books.declared)
        fees[each.item.noticeNumber].declared << each;
    for (const auto &each : books.payables)
        fees[each.item.noticeNumber].payable = each;
    for (const auto &each : books.paid)
        fees[each.noticeNumber].paid << each;
    for (const auto &each : books.receipts)
        fees[each.item.noticeNumber].receipts << each;
    for (auto &[number, fee] : fees) {
        // What is nearest to the money says last what the fee is.
        if (fee.assessed)
            fee.items << fee.assessed->item;
        for (const auto &each : fee.declared)
            fee.items << each.item;
        if (fee.payable)
            fee.items << fee.payable->item;
        for (const auto &each : fee.receipts)
            fee.items << each.item;
    }
    return fees;
}

bool stands(SubmissionState state)
{
    return state == SubmissionState::Succeeded || state == SubmissionState::Voiding;
}

bool isUnderWay(SubmissionState state)
{
    return isOpen(state) && state != SubmissionState::Voiding;
}

bool sameFee(const FeeItem &a, const FeeItem &b)
{
    return a.unitNumber == b.unitNumber && a.collectionItem.code == b.collectionItem.code
           && a.category.code == b.category.code && a.periodFrom == b.periodFrom && a.periodTo == b.periodTo;
}

/// One fee on its way: fills its line and finds what disagrees.
class Examiner final {
public:
    Examiner(const Fee &fee, QDate today) : m_fee(fee), m_today(today) { m_line.item = fee.items.last(); }

    ReconciliationLine examine()
    {
        for (const auto &item : m_fee.items) {
            if (!sameFee(item, m_line.item)) {
                found(Discrepancy::ItemDiffers);
                break;
            }
        }
        assess();
        declare();
        owe();
        pay();
        receive();
        return std::move(m_line);
    }

private:
    void found(Discrepancy kind, std::optional<Money> expected = {}, std::optional<Money> amount = {})
    {
        m_line.discrepancies << DiscrepancyFound{kind, expected, amount};
    }

    void assess()
    {
        if (!m_fee.assessed)
            return;
        m_line.assessed = m_fee.assessed->payable;
        m_declarationUnderWay = std::any_of(m_fee.declared.begin(), m_fee.declared.end(),
                                            [](const DeclaredFee &each) { return isUnderWay(each.state); });
        const bool declared = std::any_of(m_fee.declared.begin(), m_fee.declared.end(),
                                          [](const DeclaredFee &each) { return stands(each.state); });
        if (m_fee.assessed->waiting && !declared && !m_declarationUnderWay && m_fee.assessed->declareBy.isValid()
            && m_today > m_fee.assessed->declareBy)
            found(Discrepancy::DeclarationLate, m_line.assessed);
    }

    void declare()
    {
        int standing = 0;
        Money sum;
        for (const auto &each : m_fee.declared) {
            if (each.state == SubmissionState::Unknown)
                found(Discrepancy::DeclarationUnknown);
            if (isUnderWay(each.state)) {
                m_declarationUnderWay = true;
                m_line.stage = FeeStage::Declaring;
            }
            if (!stands(each.state))
                continue;
            ++standing;
            sum += each.amount;
            m_declared = each.amount;
        }
        if (standing == 0)
            return;
        m_line.stage = FeeStage::Declared;
        m_line.declared = sum;
        if (standing > 1)
            found(Discrepancy::DeclaredTwice, m_declared, sum);
        else if (m_line.assessed && *m_line.assessed != sum)
            found(Discrepancy::DeclaredDiffers, m_line.assessed, sum);
    }

    void owe()
    {
        if (!m_fee.payable) {
            if (!m_declared)
                return;
            if (*m_declared > Money())
                found(Discrepancy::PayableMissing, m_declared);
            else
                m_line.stage = FeeStage::NothingToPay;  // a refund is settled by the tax side
            return;
        }
        const auto &payable = *m_fee.payable;
        m_line.stage = FeeStage::Payable;
        m_line.payable = payable.due;
        m_line.lateFee = payable.lateFee;
        if (!m_declared && !m_declarationUnderWay)
            found(Discrepancy::PayableUndeclared, {}, payable.due);
        else if (m_declared && *m_declared != payable.due)
            found(Discrepancy::PayableDiffers, m_declared, payable.due);
    }

    void pay()
    {
        Money here;
        bool paidHere = false;
        for (const auto &each : m_fee.paid) {
            if (each.state == SubmissionState::Succeeded) {
                paidHere = true;
                here += each.amount;
            } else if (isOpen(each.state)) {
                m_line.stage = FeeStage::Paying;
            }
        }
        if (paidHere)
            m_line.paid = here;
        if (!m_fee.payable)
            return;
        const auto &payable = *m_fee.payable;
        if (payable.hold == ArrearHold::Paid) {
            m_line.stage = FeeStage::Paid;
            m_line.paid = payable.total;
            return;
        }
        if (payable.hold == ArrearHold::InPayment)
            m_line.stage = FeeStage::Paying;
        if (!m_fee.receipts.isEmpty())
            return;  // said by receive()
        if (paidHere)
            found(Discrepancy::PaymentLost, here);
        else if (m_line.stage == FeeStage::Payable && payable.payBy.isValid() && m_today > payable.payBy)
            found(Discrepancy::PaymentLate, payable.total);
    }

    void receive()
    {
        const auto &receipts = m_fee.receipts;
        Money arrived;
        Money entered;
        bool allArrived = !receipts.isEmpty();
        for (const auto &each : receipts) {
            entered += each.total();
            if (each.receivedAt.isValid())
                arrived += each.total();
            else
                allArrived = false;
        }
        if (std::any_of(receipts.begin(), receipts.end(),
                        [](const Receipt &each) { return each.receivedAt.isValid(); }))
            m_line.received = arrived;
        if (receipts.isEmpty()) {
            if (m_line.stage == FeeStage::Paid)
                found(Discrepancy::ReceiptMissing, m_line.paid);
            return;
        }
        if (!m_fee.payable)
            return found(Discrepancy::ReceiptUnknown, {}, entered);
        // While the bank is at it, the two books may be a moment apart.
        if (m_fee.payable->hold == ArrearHold::Open || m_fee.payable->hold == ArrearHold::InVoucher)
            found(Discrepancy::ReceiptUnbooked, m_fee.payable->total, entered);
        else if (allArrived && m_fee.payable->hold == ArrearHold::Paid)
            m_line.stage = FeeStage::Received;
        compare(entered);
    }

    void compare(Money entered)
    {
        const auto &payable = *m_fee.payable;
        if (m_fee.receipts.size() > 1)
            return found(Discrepancy::ReceivedTwice, payable.total, entered);
        const auto &receipt = m_fee.receipts.first();
        if (receipt.amount != payable.due)
            found(Discrepancy::ReceiptDiffers, payable.due, receipt.amount);
        // Of what is still owed the late fee goes on growing: nothing to compare with.
        if (payable.hold == ArrearHold::Paid && receipt.lateFee != payable.lateFee)
            found(Discrepancy::LateFeeDiffers, payable.lateFee, receipt.lateFee);
        const QDate paid = base::china::dayOf(receipt.paidAt);
        if (!receipt.receivedAt.isValid() && paid.daysTo(m_today) > kSettlingDays)
            found(Discrepancy::ReceiptLate, receipt.total());
    }

    const Fee &m_fee;
    QDate m_today;
    ReconciliationLine m_line;
    std::optional<Money> m_declared;  ///< by one declaration
    bool m_declarationUnderWay = false;
};

/// Nothing else than a total that no longer waits: taken back before anybody declared it.
bool isGone(const Fee &fee)
{
    const bool declared = std::any_of(fee.declared.begin(), fee.declared.end(), [](const DeclaredFee &each) {
        return stands(each.state) || isUnderWay(each.state);
    });
    return !declared && !fee.payable && fee.receipts.isEmpty() && !(fee.assessed && fee.assessed->waiting);
}

}  // namespace

QVector<ReconciliationLine> reconcile(const ReconciliationBooks &books, QDate today)
{
    QVector<ReconciliationLine> lines;
    for (const auto &[number, fee] : joined(books)) {
        if (!isGone(fee) && !fee.items.isEmpty())
            lines << Examiner(fee, today).examine();
    }
    std::stable_sort(lines.begin(), lines.end(), [](const ReconciliationLine &a, const ReconciliationLine &b) {
        return a.item.periodTo > b.item.periodTo;
    });
    return lines;
}

}  // namespace domain
