#pragma once
// A page of a document being drawn from the top down; lengths in millimetres. Whatever this program prints is drawn
// with it.

#include <QFont>
#include <QPainter>
#include <QString>
#include <QStringList>
#include <QVector>

namespace office {

class PaperPage final {
public:
    static constexpr double kMm = 10.0;    ///< units of the paper in a millimetre
    static constexpr double kLeft = 15.0;  ///< margins
    static constexpr double kTop = 12.0;
    static constexpr double kWidth = 180.0;  ///< between the margins
    static constexpr double kFoot = 266.0;   ///< where the line at the bottom stands, from the top margin
    static constexpr double kPoints = 9.5;   ///< of what stands in boxes

    enum class Align { Left, Centre, Right };

    struct Cell {
        QString text;
        double width = 0;
        Align align = Align::Left;
        bool strong = false;     ///< bold
        bool shaded = false;     ///< light grey
        bool continued = false;  ///< one box with the cell above
        int rows = 1;            ///< the text stands in the middle of that many
    };

    /// `painter` as a Paper gets it. Its state is put back when the page is done.
    explicit PaperPage(QPainter &painter);
    ~PaperPage() { m_painter.restore(); }
    PaperPage(const PaperPage &) = delete;
    PaperPage &operator=(const PaperPage &) = delete;

    void title(const QString &text);
    void line(const QString &left, const QString &right = {});
    /// Small, for remarks; takes `height`.
    void note(const QString &text, double height);
    /// In equal parts of the line.
    void sideBySide(const QStringList &texts);
    /// Rows between these stand in one frame: a heavy line around, hairlines within.
    void beginFrame();
    void endFrame();
    void row(const QVector<Cell> &cells, double height);
    /// What follows in the frame is set off by a heavier line.
    void rule() { m_ruled = true; }
    void gap(double height) { m_top += height; }
    /// The line at the bottom.
    void foot(const QString &left, const QString &right);

    static QFont font(double points, bool bold = false);

private:
    void drawLines(const QVector<Cell> &cells, double height);
    void write(double x, double width, double height, const QString &text, Qt::Alignment align, QFont face);

    QPainter &m_painter;
    QFont m_plain;
    QFont m_strong;
    double m_top = 0;
    double m_frame = 0;    ///< the top of the frame
    bool m_first = false;  ///< in the frame
    bool m_ruled = false;
};

}  // namespace office
