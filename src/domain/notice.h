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
    QDateTime validUntil;  ///< invalid: no end
    int importance = 0;    ///< 0–9
    bool popUp = false;
    QString html;      ///< from gateway: untrusted; from the store: what safeText() made of it
    bool cut = false;  ///< there was more than may be shown
    bool read = false;
};

}  // namespace domain
