#pragma once
// One request and its answer, on the network thread.

#include "http/failure.h"
#include "http/line.h"
#include "http/ticket.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace http {

class Upload;

/// `GET`
QByteArray verb(Method method);

class Exchange final : public QObject {
    Q_OBJECT

public:
    Exchange(std::shared_ptr<Ticket> ticket, std::shared_ptr<Line> line, const Request &request, const QString &requestId,
             const QByteArray &userAgent, QObject *parent);
    ~Exchange() override;

    const Ticket *ticket() const { return m_ticket.get(); }
    /// Settles the ticket as Cancelled and closes the connection.
    void cancel();

private:
    void watch();
    void restartSilence() { m_silence.start(m_request.timeout); }
    void timedOut();
    void read();
    bool goesToSink() const;
    qint64 mostBytes() const;
    void finished();
    void end(base::Result<Response> result);
    void fail(base::Error error) { end(std::move(error)); }
    Response response() const;
    Failure failureOfReply() const;
    bool unsent() const;
    bool connected() const;
    base::Sent sent() const { return unsent() ? base::Sent::No : base::Sent::Unknown; }

    std::shared_ptr<Ticket> m_ticket;
    std::shared_ptr<Line> m_line;
    Request m_request;
    QString m_requestId;
    Upload *m_upload = nullptr;  ///< of everything but a GET; child of this
    std::unique_ptr<QNetworkReply> m_reply;
    QByteArray m_body;
    qint64 m_received = 0;  ///< bytes of the body, wherever they went
    QList<QSslError> m_tlsErrors;
    bool m_requestSent = false;
    bool m_ended = false;
    QTimer m_silence;
    QTimer m_total;
    QElapsedTimer m_clock;
};

}  // namespace http
