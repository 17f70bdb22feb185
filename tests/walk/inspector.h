#pragma once
// Looks at a page or a dialog that is shown: every widget in it, at the scale and in the colours of this process.

#include "walk/findings.h"

#include <QImage>
#include <QWidget>

class QAction;
class QHeaderView;

namespace walk {

struct Looks {
    QSize screen;          ///< in points
    bool contrast = true;  ///< by pixels: from 150 % on, where a stroke is as dark as its ink
    bool marked =
        false;  ///< texts from tr() carry a mark: what has none did not go through it, and widths mean nothing
};

/// Around every text of tr() in a marked walk.
inline const QChar kMark(0x3014);

class Inspector final {
public:
    Inspector(Findings &findings, Looks looks) : m_findings(findings), m_looks(looks) {}

    /// `top` is a window, a dialog or a popup.
    void look(const QString &where, QWidget *top);
    void lookAtTexts(const QString &where, const QList<QAction *> &actions);

private:
    void fail(const char *check, const QWidget *widget, const QString &what);

    // text_checks.cpp
    void texts(QWidget *top);
    void checkClipped(QWidget *widget);
    void checkInside(QWidget *widget, const QWidget *top);
    void checkHeader(QHeaderView *header);
    void checkLanguage(const QWidget *widget, const QString &text, bool ours);
    void contrast(QWidget *top);
    void checkContrast(const QWidget *widget, const QImage &image, const QRect &place, const QString &text);

    // key_checks.cpp
    void names(QWidget *top);
    void tabs(QWidget *top);
    void inputMethod(QWidget *top);

    Findings &m_findings;
    Looks m_looks;
    QString m_where;
};

/// Of a dialog's or page's own, not of the parts a composite widget of Qt is made of.
bool isPartOfQt(const QWidget *widget);
bool takesInput(const QWidget *widget);
QString nameOf(const QWidget *widget);
/// What the widget itself says, without its children.
QString textOf(const QWidget *widget);

}  // namespace walk
