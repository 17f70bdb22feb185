#pragma once
// 通知公告 (manual 3.1.3).

#include <QDateTime>
#include <QString>

namespace domain {

struct Notice {
    QString id;
    QString title;
    QString publisher;
    QDateTime publishedAt;
    int importance = 0;
    bool popUp = false;
    QString html;  ///< untrusted
    bool read = false;
};

}  // namespace domain
