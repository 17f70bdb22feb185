#pragma once
// The pages of a preview with the ways to look at them: 整页 or 适合宽度, page by page with buttons and keys. Object names:
// preview.pages, preview.{whole,wide,previous,next}.

#include "service/export.h"

#include <QWidget>

class QHBoxLayout;
class QScrollArea;
class QToolButton;

namespace ui {

class PaperView;
class TonedLabel;

class PaperPages final : public QWidget {
    Q_OBJECT
public:
    PaperPages(const service::Paper &paper, QWidget *parent);

    /// The page that is looked at, counted from 0.
    int page() const;
    void goTo(int page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildFit(QHBoxLayout *bar);
    void buildSteps(QHBoxLayout *bar);
    void addKeys();
    /// Page Up and Page Down: the next page, or a view further where a page is higher than the view.
    void turn(int direction);
    void showPlace();

    QScrollArea *m_scroll = nullptr;
    PaperView *m_view = nullptr;
    TonedLabel *m_place = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
};

}  // namespace ui
