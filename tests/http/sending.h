#pragma once
// Short ways to send a request and to look at how it ended.

#include "http/client.h"

#include "tests/support/print.h"

#include <gtest/gtest.h>

namespace http::test {

inline Request request(Method method, const QString &url, const QByteArray &body = {})
{
    Request result;
    result.method = method;
    result.url = QUrl(url);
    result.body = body;
    result.timeout = std::chrono::seconds(60);  // a resolver that is silent takes 20 s to say so
    return result;
}

inline base::Result<Response> send(Client &client, const Request &what)
{
    base::Job job;
    return client.send(what, job);
}

inline base::Error failure(const base::Result<Response> &result)
{
    if (!result)
        return result.error();
    ADD_FAILURE() << "answered with " << result.value().status;
    return {};
}

}  // namespace http::test
