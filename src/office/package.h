#pragma once
// The zip container of an .xlsx, and its parts as streams of XML events.

#include "base/job.h"
#include "office/workbook.h"

#include <QByteArray>
#include <QHash>
#include <QIODevice>

#include <functional>
#include <memory>

namespace office {

/// Receives a part's XML. Names are without prefix: `row` for `x:row`.
class XmlSink {
public:
    virtual ~XmlSink() = default;
    /// `attributes`: name, value, name, value … 0, in UTF-8; valid during the call.
    virtual void start(std::string_view name, const char **attributes) = 0;
    virtual void end(std::string_view) {}
    virtual void text(std::string_view) {}

    /// Ends the reading: without an error, or with one.
    void stop() { m_stopped = true; }
    void fail(const base::Error &error)
    {
        m_error = error;
        m_stopped = true;
    }
    bool stopped() const { return m_stopped; }
    const std::optional<base::Error> &error() const { return m_error; }

private:
    bool m_stopped = false;
    std::optional<base::Error> m_error;
};

/// The value of an attribute, by its name without prefix; empty when it is not there.
std::string_view attribute(const char **attributes, std::string_view name);

class Package final {
public:
    /// Errors: Office read.damaged, read.too-large.
    static base::Result<std::unique_ptr<Package>> open(std::unique_ptr<QIODevice> file, const ReadLimits &limits);
    ~Package();

    const ReadLimits &limits() const { return m_limits; }
    bool contains(const QString &part) const { return m_parts.contains(part.toLower()); }
    /// Reads a part to its end, or until the sink stops. Errors: Office read.{damaged,too-large,dtd}, Cancelled, and the
    /// sink's own.
    base::Result<void> read(const QString &part, XmlSink &sink, base::Job &job);

private:
    struct Part {
        quint64 directoryOffset = 0;
        quint64 number = 0;
        quint64 packed = 0;
    };
    Package(std::unique_ptr<QIODevice> file, const ReadLimits &limits)
        : m_file(std::move(file)), m_limits(limits), m_elementsLeft(limits.elements)
    {
    }
    base::Result<void> list();

    std::unique_ptr<QIODevice> m_file;
    ReadLimits m_limits;
    void *m_zip = nullptr;
    qint64 m_unpacked = 0;
    qint64 m_elementsLeft;
    QHash<QString, Part> m_parts;  ///< by name in lower case: Excel does not tell them apart
};

}  // namespace office
