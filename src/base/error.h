#pragma once
// What can go wrong, once for the whole house. An Error is copied whole and never flattened to a string;
// ui/shell/error_text turns it into Chinese.

#include <QString>

namespace base {

/// Did anything reach the tax side? Decides what the user is told and whether a repeat is allowed (X1).
enum class Sent { No, Unknown, Yes };

struct Error {
    enum class Kind {
        Network,         ///< no connection, name not found, reset
        Proxy,           ///< the proxy refused, wants a login, or answered in the server's place
        Tls,             ///< certificate or handshake
        Timeout,         ///< no answer in time
        Protocol,        ///< an answer that is not what the contract says
        Server,          ///< a 5xx problem
        SessionExpired,  ///< log in again; nothing was done
        Business,        ///< the tax side said no, with its reason
        Validation,      ///< refused here, before anything was sent
        Store,           ///< the local file could not be read or written
        StoreTooNew,     ///< the local file was made by a newer version
        StoreBusy,       ///< another process holds the local file
        Office,          ///< a spreadsheet or document could not be written or read
        Cancelled,       ///< by the user
    };

    Kind kind = Kind::Protocol;
    QString code;       ///< stable code: the server's problem code, or ours (`tax-number.check`)
    QString text;       ///< the server's own words for people, Chinese; empty when the text is ours to find
    QString detail;     ///< technical, for the log and the details fold; never personal data, so never a path
    QString requestId;  ///< X-Request-ID of the attempt, empty when nothing was tried
    Sent sent = Sent::No;
    int attemptsLeft = -1;  ///< after a wrong password: tries left before the lock; -1 when not said
};

inline Error validation(const QString &code, const QString &detail = {})
{
    Error error;
    error.kind = Error::Kind::Validation;
    error.code = code;
    error.detail = detail;
    return error;
}

inline Error cancelled(Sent sent = Sent::No)
{
    Error error;
    error.kind = Error::Kind::Cancelled;
    error.code = QStringLiteral("cancelled");
    error.sent = sent;
    return error;
}

}  // namespace base
