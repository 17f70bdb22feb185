#pragma once
// A certificate, a notice, a statement: a head, one table, sums, remarks. What was handed out is kept as its form and
// can be drawn again with the words and amounts that it had.

#include "office/paper.h"

#include <QDate>
#include <QStringList>
#include <QVector>

#include <memory>
#include <optional>

namespace office {

/// Boxed, in millimetres of the 180 between the margins.
struct FormCell {
    QString text;
    double width = 0;
    bool right = false;   ///< aligned
    bool strong = false;  ///< bold
};

struct FormColumn {
    QString title;
    double width = 0;
    bool right = false;    ///< aligned
    bool centred = false;
    bool grouped = false;  ///< the same text in rows that follow each other is printed once on a page
};

struct Form {
    QString title;
    QString number;                   ///< 记录编号, by which it is found again
    QDate day;                        ///< 打印日期
    QVector<QVector<FormCell>> head;  ///< on every page; caption and value by turns
    QVector<FormColumn> columns;
    QVector<QStringList> rows;
    QVector<QVector<FormCell>> sums;  ///< below the last row
    QStringList notes;                ///< below the sums
    QStringList signature;            ///< below the notes, side by side
};

int pagesOf(const Form &form);
/// Compressed; the same form gives the same bytes.
QByteArray encoded(const Form &form);
/// Of any format that was ever written. Nothing when the bytes are none of ours.
std::optional<Form> decodedForm(const QByteArray &bytes);

struct EncodedForm {
    QByteArray bytes;
    int pages = 1;
};
/// One after the other; each counts its own pages. A form is decoded when a page of it is drawn, so thousands cost
/// little.
Paper formsPaper(const QString &title, const QString &fileName, QVector<EncodedForm> forms);

}  // namespace office
