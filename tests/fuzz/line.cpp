#include "fuzz/line.h"

#include "fuzz/promise.h"

#include <atomic>

namespace {

// One question after the other, or one beside the reading of the answer before (gateway::StaffPages).
int theStatus = 200;
QByteArray theBody;
std::atomic<int> theCount{0};
constexpr int kMost = 2000;

}  // namespace

namespace http {

Client::Client(const Options &) {}
Client::~Client() = default;
void Client::setProxy(const Proxy &) {}
Proxy Client::proxy() const
{
    return {};
}

base::Result<Response> Client::send(const Request &request, base::Job &)
{
    fuzz::hold(++theCount < kMost, "a list ends");
    fuzz::hold(request.url.isValid() && request.url.host() == QLatin1String("fuzz.invalid"), "asks nobody else");
    Response response;
    response.status = theStatus;
    if (request.sink) {
        if (const auto taken = request.sink(theBody); !taken)
            return taken.error();
    } else {
        response.body = theBody;
    }
    response.contentType = "application/json";
    response.requestId = QStringLiteral("r");
    return response;
}

}  // namespace http

namespace fuzz {

void answerWith(int status, const QByteArray &body)
{
    theStatus = status;
    theBody = body;
    theCount = 0;
}

int asked()
{
    return theCount;
}

const gateway::TaxSide &taxSide()
{
    static http::Client client{http::Options{}};
    static const gateway::TaxSide side(client, QUrl(QStringLiteral("https://fuzz.invalid/")));
    return side;
}

gateway::Access access()
{
    return {&taxSide(), "token"};
}

}  // namespace fuzz
