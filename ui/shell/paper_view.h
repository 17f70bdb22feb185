#pragma once
// The pages of a paper below each other: each whole in the view, or as wide as the view.

#include "service/export.h"

#include <QHash>
#include <QPixmap>
#include <QWidget>

namespace ui {

class PaperView final : public QWidget {
    Q_OBJECT
public:
    enum class Fit { WholePage, Width };

    PaperView(service::Paper paper, QWidget *parent);

    void setFit(Fit fit);
    Fit fit() const { return m_fit; }
    /// What is seen of it at once.
    void setRoom(QSize room);
    int pages() const { return m_paper.pages; }
    /// Where the view begins when it shows this page, counted from 0.
    int offsetOf(int page) const;
    /// The page in the middle of a view that begins there.
    int pageAt(int offset) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QSize pageSize(int width) const;
    QRect pageRect(int page) const;
    void place();
    const QPixmap &pictureOf(int page, QSize size);

    service::Paper m_paper;
    QHash<int, QPixmap> m_pictures;  ///< of the pages that are seen
    Fit m_fit = Fit::WholePage;
    QSize m_room;
};

}  // namespace ui
