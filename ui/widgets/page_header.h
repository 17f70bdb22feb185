#pragma once
// Title of a page, the line below it (what it is about, how old the data is), and a slot at the right.

#include <QDateTime>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace ui {

class PageHeader final : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle);
    /// 「数据更新于 …」; an invalid time reads 「尚未更新」. `now` comes from base::Clock.
    void setAge(const QDateTime &updatedAt, const QDateTime &now);
    void addRight(QWidget *widget);

private:
    void render();

    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    QHBoxLayout *m_right = nullptr;
    QString m_subtitleText;
    QString m_age;
};

/// 刚刚, 5 分钟前, 今天 09:30, 昨天 17:02, 2026-07-01 09:30 (China time).
QString ageText(const QDateTime &then, const QDateTime &now);

}  // namespace ui
