#pragma once
// 操作日志 (X12): what was done with this client, in a chain of hashes.

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>

namespace domain {

enum class TrailEvent {
    Submission,    ///< a submission has reached a state
    Removed,       ///< a submission was withdrawn before it left, or removed with its unit's data
    Confirmation,  ///< the clerk has vouched for something: no deduction in the bank account
    Export,        ///< a list went to a file
    Document,      ///< a certificate was handed out
    Reveal,        ///< document numbers were shown on the screen
    Print,         ///< a document went to a printer
};

struct TrailEntry {
    qint64 number = 0;  ///< from 1 without a gap within a unit
    QString at;         ///< UTC as ISO 8601, exactly as hashed
    TrailEvent event = TrailEvent::Submission;
    QString subject;    ///< id of the submission, number of the document, name of the list or page
    QByteArray facts;   ///< JSON, exactly as hashed: ids, counts, sums in 分
    QString by;         ///< account of this computer
    QByteArray hash;    ///< SHA-256, 32 bytes
};

/// Exact; nothing means any. Days are China days, inclusive.
struct TrailQuery {
    std::optional<TrailEvent> event;
    QDate from;
    QDate to;
};

/// What 校验 found.
struct TrailCheck {
    qint64 entries = 0;
    qint64 firstWrong = 0;  ///< number of the first entry that does not fit; 0: all fit
    QByteArray head;        ///< hash of the last entry
};

}  // namespace domain
