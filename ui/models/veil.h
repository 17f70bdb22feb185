#pragma once
// Document numbers are veiled on the screen until somebody lifts the veil, which 操作日志 learns of (X12). One veil, a
// child of the window, lies over all its lists: who may see one number may see the next. It is down again in the next
// unit and the next run. What is copied is what is shown; what is sorted, searched, edited and exported is the number itself.

#include <QObject>
#include <QString>

namespace ui {

class Veil final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// The veil over this widget, or over who owns this model. None: what stands alone is veiled for good.
    static Veil *over(const QObject *object);
    /// Whether numbers are hidden there now.
    static bool hides(const QObject *object);
    /// A number as it may be shown there now.
    static QString shown(const QObject *object, const QString &number);

    bool isDown() const { return m_down; }
    void lower();
    /// `where`: the title of the page on which it was lifted.
    void lift(const QString &where);

Q_SIGNALS:
    void lowered();
    void lifted(const QString &where);

private:
    bool m_down = true;
};

/// The first and the last four characters of a number, of a short one the last two.
QString veiled(const QString &number);

}  // namespace ui
