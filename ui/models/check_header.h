#pragma once
// The header of TableView: a box that checks all rows, and sorting by the model's rules.

#include <QHeaderView>

namespace ui {

class ListModelBase;

class CheckHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit CheckHeader(QWidget *parent);
    void setListModel(ListModelBase *model);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void sortBy(int section, Qt::SortOrder order);
    ListModelBase *m_model = nullptr;
};

}  // namespace ui
