#pragma once
// A page of a document being drawn from the top down; lengths in millimetres. Whatever this program prints is drawn
// with it.

#include <QFont>
#include <QPainter>
#include <QPair>
#include <QString>
#include <QVector>

namespace office {

class PaperPage final {
public:
    static constexpr double kMm = 10.0;    ///< units of the paper in a millimetre
    static constexpr double kLeft = 15.0;  ///< margins
    static constexpr double kTop = 12.0;
    static constexpr double kWidth = 180.0;  ///< between the margins
    static constexpr double kFoot = 262.0;   ///< where the line at the bottom stands, from the top margin

    struct Cell {
        QString text;
        double width = 0;
        bool right = false;  ///< aligned
    };

    /// `painter` as a Paper gets it. Its state is put back when the page is done.
    explicit PaperPage(QPainter &painter);
    ~PaperPage() { m_painter.restore(); }
    PaperPage(const PaperPage &) = delete;
    PaperPage &operator=(const PaperPage &) = delete;

    void title(const QString &text);
    void line(const QString &left, const QString &right = {});
    /// Boxed, in one row.
    void cells(const QVector<Cell> &cells, double height = 8, double points = 10);
    void gap(double height) { m_top += height; }
    /// The line at the bottom.
    void foot(const QString &left, const QString &right);

    static QFont font(double points, bool bold = false);

private:
    void write(double x, double width, double height, const QString &text, Qt::Alignment align, QFont face);

    QPainter &m_painter;
    double m_top = 0;
};

}  // namespace office
