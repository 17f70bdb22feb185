#pragma once
// The pages of a paper below each other, as wide as the view.

#include "service/export.h"

#include <QWidget>

namespace ui {

class PaperView final : public QWidget {
    Q_OBJECT
public:
    PaperView(service::Paper paper, QWidget *parent);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRect pageRect(int page) const;

    service::Paper m_paper;
};

}  // namespace ui
