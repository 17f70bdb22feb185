#pragma once
// 证件类型 and 证件号码: the tax side's code table and the checks a number must pass (field.md 1.7, 6; GB 11643).

#include <QString>
#include <QVector>

#include <optional>

namespace domain {

struct DocumentType {
    QString code;
    QString name;
};

/// Documents of natural persons, by code.
const QVector<DocumentType> &documentTypes();
/// The name of a code, the code itself when it is not in the table.
QString documentTypeName(const QString &code);

enum class DocumentFlaw { Empty, Length, Character, Check, Date, Old15 };

/// Upper case, blanks removed, full-width made narrow.
QString normalizedDocument(const QString &typed);
/// Nothing when the number is right for its type. Types whose form is free text are only checked for being there.
std::optional<DocumentFlaw> documentFlaw(const QString &type, const QString &number);
/// The number that a resident with an old one of 15 digits has today; nothing when it is no such number. Whoever uses it
/// says so: that it is the same person's is a rule, not a record.
std::optional<QString> resident18From15(const QString &number);
/// GB 11643: the last character of a resident identity number.
QChar residentCheck(QStringView first17);

}  // namespace domain
