#pragma once
// The body of a request that changes something, readable once.
//
// Qt repeats a request by itself when a kept-alive connection is closed before the answer. It rewinds the body first, so a
// body that refuses to be rewound is what keeps a declaration from being sent twice (requirement X1). Not a QBuffer:
// Qt takes a QBuffer's bytes past any override of reset().

#include <QByteArray>
#include <QIODevice>

namespace http {

class Upload final : public QIODevice {
public:
    explicit Upload(const QByteArray &bytes);

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_bytes.size(); }
    bool reset() override;

    /// Nothing can be read from now on. What touched() says afterwards is final.
    void shut() { m_shut = true; }
    /// Were bytes handed to a connection? Always true for an empty body, whose request goes without asking for it.
    bool touched() const { return m_touched || m_bytes.isEmpty(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    bool m_touched = false;
    bool m_shut = false;
};

}  // namespace http
