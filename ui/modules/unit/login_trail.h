#pragma once
// 「1 单位 — 2 申报密码 — 3 核对信息」: where the way in has got to.

#include <QStringList>
#include <QWidget>

namespace ui {

class LoginTrail final : public QWidget {
    Q_OBJECT
public:
    explicit LoginTrail(QWidget *parent = nullptr);
    /// Counts from 0.
    void setStage(int stage);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_names;
    int m_stage = 0;
};

}  // namespace ui
