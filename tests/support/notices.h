#pragma once
// Notices at the tax side, as a test wants them.

#include "service/practice.h"

namespace tests {

/// Over Practice, or over what is built on it.
template <class Base>
class NoticesOn : public Base {
protected:
    void publish(const char *id, const QString &title, const QString &html, int importance = 1, bool popUp = false)
    {
        http::Client admin({"test", {}});
        http::Request request;
        request.method = http::Method::Post;
        request.url = this->address.resolved(QUrl(QStringLiteral("admin/notices")));
        const nlohmann::json body = {{"id", id},
                                     {"title", title.toStdString()},
                                     {"html", html.toStdString()},
                                     {"importance", importance},
                                     {"popUp", popUp}};
        request.body = QByteArray::fromStdString(body.dump());
        const auto answer = admin.send(request, this->job);
        ASSERT_TRUE(answer) << answer.error().code.toStdString();
        ASSERT_LT(answer->status, 300) << answer->body.toStdString();
    }
};

}  // namespace tests
