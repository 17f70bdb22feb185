#pragma once
// The parts of an .xlsx beside its sheets: which sheets there are, where they stand, which styles show dates.

#include "office/package.h"

namespace office {

struct XlsxContents {
    struct Sheet {
        QString name;
        QString part;
        bool hidden = false;
    };
    QVector<Sheet> sheets;
    QString stringsPart;         ///< empty: none
    QVector<bool> dateStyles;    ///< by style number
    bool epoch1904 = false;
};

/// Errors: Office read.{damaged,too-large,dtd}; read.damaged too when there is no worksheet.
base::Result<XlsxContents> readXlsxContents(Package &package, base::Job &job);

}  // namespace office
