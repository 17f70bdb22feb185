#include "taxside/listener.h"

#include "taxside/gzip.h"
#include "taxside/problem.h"
#include "taxside/wire.h"

#include <openssl/ssl.h>

#include <algorithm>
#include <chrono>
#include <csignal>

namespace taxside {

namespace {

constexpr int kIdleMs = 30'000;
constexpr std::size_t kThreads = 64;  // one for each open connection, idle ones too
constexpr std::size_t kMaxBody = 64u * 1024 * 1024;
#ifdef _WIN32
constexpr int kAddressOption = SO_EXCLUSIVEADDRUSE;
#else
constexpr int kAddressOption = SO_REUSEADDR;
#endif
const char *const kGzipMark = "X-Taxside-Accepts-Gzip";  // between prepare() and serve(), never on the wire

/// The library would prefer brotli, unpack a body without a limit, and read a form into the parameters; these decisions
/// are ours.
void prepare(httplib::Request &request)
{
    const bool gzip = request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
    request.headers.erase("Accept-Encoding");
    request.headers.erase("Content-Encoding");
    request.headers.erase("Content-Type");
    request.headers.erase(kGzipMark);
    request.ranges.clear();
    if (gzip)
        request.headers.emplace(kGzipMark, "1");
}

Request requestOf(const httplib::Request &from)
{
    Request request;
    request.method = from.method;
    request.path = from.path;
    request.query.insert(from.params.begin(), from.params.end());
    request.body = from.body;
    request.ifNoneMatch = from.get_header_value("If-None-Match");
    const std::string authorization = from.get_header_value("Authorization");
    if (authorization.rfind("Bearer ", 0) == 0)
        request.bearer = authorization.substr(7);
    return request;
}

void pause(int ms)
{
    for (int left = ms; left > 0 && !(Wire::current() && Wire::current()->stopping()); left -= 20)
        std::this_thread::sleep_for(std::chrono::milliseconds(std::min(left, 20)));
}

Answer proxyPage(int status)
{
    Answer answer;
    answer.status = status;
    answer.contentType = "text/html";
    answer.body = "<html><head><title>Access Denied</title></head><body><h1>Blocked by the web gateway</h1></body></html>";
    return answer;
}

Answer orderedProblem(int status)
{
    const char *code = status == 503 ? "unavailable" : status == 404 ? "not-found" : "internal";
    Problem problem(code, QStringLiteral("按预设故障返回。"));
    problem.status = status;
    return answerOf(problem);
}

/// Does what stands in the way of the work; true when it is not to be done.
bool faultBefore(const QList<Fault> &faults, Answer &answer)
{
    for (const auto &fault : faults) {
        if (fault.kind == QLatin1String("latency")) {
            pause(fault.value.toInt());
        } else if (fault.kind == QLatin1String("late")) {
            Wire::current()->hangUp();
            pause(fault.value.toInt());
        } else if (fault.kind == QLatin1String("drop-before") || fault.kind == QLatin1String("reset")) {
            Wire::current()->setManner(fault.kind == QLatin1String("reset") ? Manner::Reset : Manner::Drop);
            return true;
        } else if (fault.kind == QLatin1String("status")) {
            answer = orderedProblem(fault.value.toInt());
            return true;
        } else if (fault.kind == QLatin1String("html")) {
            answer = proxyPage(fault.value.isEmpty() ? 200 : fault.value.toInt());
            return true;
        }
    }
    return false;
}

void faultAfter(const QList<Fault> &faults, Answer &answer)
{
    for (const auto &fault : faults) {
        if (fault.kind == QLatin1String("drop-after"))
            Wire::current()->setManner(Manner::Drop);
        else if (fault.kind == QLatin1String("reset-after"))
            Wire::current()->setManner(Manner::Reset);
        else if (fault.kind == QLatin1String("cut"))
            Wire::current()->setManner(Manner::Cut);
        else if (fault.kind == QLatin1String("slow"))
            Wire::current()->setSlow(fault.value.toInt());
        else if (fault.kind == QLatin1String("status-after"))
            answer = orderedProblem(fault.value.toInt());
        else if (fault.kind == QLatin1String("malformed"))
            answer.body = answer.body.substr(0, answer.body.size() / 2) + "\"<";
    }
}

}  // namespace

/// The library's server with our own connections. It serves plain and TLS alike.
class Listener::Core final : public httplib::Server {
public:
    SSL_CTX *tls = nullptr;
    std::atomic<bool> stopping{false};

    ~Core() override { SSL_CTX_free(tls); }

private:
    bool process_and_close_socket(socket_t socket) override
    {
        Wire wire(socket, tls, stopping);
        if (!wire.handshake())
            return false;
        bool closed = false;
        while (!closed && !wire.broken() && !stopping && wire.awaitRequest(kIdleMs)) {
            wire.begin();
            if (!process_request(wire, false, closed, prepare))
                break;
        }
        return true;
    }
};

Listener::Listener(World &world, Handler handler)
    : m_world(world), m_handler(std::move(handler)), m_core(std::make_unique<Core>())
{
    auto &core = *m_core;
    core.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    core.set_socket_options([](socket_t socket) {  // the library's default would let two servers share a port
        const int on = 1;
        ::setsockopt(socket, SOL_SOCKET, kAddressOption, reinterpret_cast<const char *>(&on), sizeof on);
    });
    core.set_keep_alive_timeout(kIdleMs / 1000);
    core.set_keep_alive_max_count(100'000);
    core.set_payload_max_length(kMaxBody);
    const auto any = [this](const httplib::Request &request, httplib::Response &response) { serve(request, response); };
    core.Get(".*", any).Put(".*", any).Post(".*", any).Delete(".*", any).Patch(".*", any).Options(".*", any);
    // What the library refuses by itself (no such method, a body too long) is a problem document, too.
    core.set_error_handler(httplib::Server::Handler([](const httplib::Request &request, httplib::Response &response) {
        if (!response.body.empty())
            return;
        Problem problem(response.status == 404 ? "unknown-path" : response.status >= 500 ? "internal" : "invalid-request");
        problem.status = response.status;
        const auto answer = answerOf(problem);
        response.set_content(answer.body, answer.contentType);
        if (request.has_header("X-Request-ID"))
            response.set_header("X-Request-ID", request.get_header_value("X-Request-ID"));
    }));
}

Listener::~Listener()
{
    stop();
}

QString Listener::start()
{
#ifndef _WIN32
    std::signal(SIGPIPE, SIG_IGN);  // TLS writes cannot say MSG_NOSIGNAL
#endif
    const auto &options = m_world.options;
    const bool secure = !options.tlsCert.isEmpty();
    if (secure) {
        m_core->tls = SSL_CTX_new(TLS_server_method());
        SSL_CTX_set_min_proto_version(m_core->tls, TLS1_2_VERSION);
        SSL_CTX_set_mode(m_core->tls, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
        if (SSL_CTX_use_certificate_chain_file(m_core->tls, options.tlsCert.toLocal8Bit().constData()) != 1
            || SSL_CTX_use_PrivateKey_file(m_core->tls, options.tlsKey.toLocal8Bit().constData(), SSL_FILETYPE_PEM) != 1)
            return {};
    }
    const std::string host = options.listenHost.toStdString();
    int port = options.port;
    if (port == 0)
        port = m_core->bind_to_any_port(host);
    else if (!m_core->bind_to_port(host, port))
        port = -1;
    if (port <= 0)
        return {};
    m_thread = std::thread([this] {
        m_core->listen_after_bind();
        m_ended = true;
    });
    const QString name = options.listenHost.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(options.listenHost)
                                                                       : options.listenHost;
    return QStringLiteral("%1://%2:%3").arg(secure ? QStringLiteral("https") : QStringLiteral("http"), name).arg(port);
}

void Listener::stop()
{
    if (!m_thread.joinable())
        return;
    m_core->stopping = true;
    while (!m_core->is_running() && !m_ended)  // the library's stop() does nothing before its loop has begun
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    m_core->stop();
    m_thread.join();
}

void Listener::serve(const httplib::Request &from, httplib::Response &response)
{
    const Request request = requestOf(from);
    const bool admin = request.path.rfind("/admin", 0) == 0;
    const QString line = QString::fromStdString(request.method + ' ' + request.path);
    const auto faults = admin ? QList<Fault>() : m_world.faults.take(line);
    Answer answer;
    if (!faultBefore(faults, answer)) {
        answer = m_handler(request);
        if (std::any_of(faults.begin(), faults.end(), [](const Fault &one) { return one.kind == QLatin1String("duplicate"); }))
            answer = m_handler(request);
        faultAfter(faults, answer);
    }
    response.status = answer.status;
    for (const auto &[name, value] : answer.headers)
        response.set_header(name, value);
    if (from.has_header("X-Request-ID"))
        response.set_header("X-Request-ID", from.get_header_value("X-Request-ID"));
    if (from.has_header(kGzipMark) && answer.body.size() > 1024) {
        answer.body = gzipped(answer.body);
        response.set_header("Content-Encoding", "gzip");
        response.set_header("Vary", "Accept-Encoding");
    }
    if (!answer.body.empty())
        response.set_content(answer.body, answer.contentType);
}

}  // namespace taxside
