#pragma once
// A document as it lies on A4. One drawing serves the preview, the printer and the PDF.

#include "base/job.h"
#include "base/result.h"

#include <QSizeF>
#include <QString>

#include <functional>

class QPainter;

namespace office {

struct Paper {
    /// Of the whole sheet, margins included, in the unit of `paint`: tenths of a millimetre, from the top left.
    static constexpr QSize size{2100, 2970};

    QString title;
    QString fileName;     ///< suggested, without suffix; 操作日志 has it too, so it names no person
    QString copyCaption;  ///< what people copy from it, when there is something
    QString copyText;
    QString copyHint;  ///< what its parts are
    int pages = 1;
    /// Draws a page, counted from 0. The painter is scaled so that one unit is a tenth of a millimetre.
    std::function<void(QPainter &painter, int page)> paint;
};

/// With embedded fonts; the file appears only when it is whole. `job` for papers of many pages. Errors: Office
/// (office.write), Cancelled.
base::Result<void> writePdf(const Paper &paper, const QString &path, base::Job *job = nullptr);

}  // namespace office
