#pragma once
// Whose releases this program takes (X11). The private halves are never in this tree.

#include <QByteArray>
#include <QList>
#include <QString>

namespace service {

struct ReleaseKey {
    QString id;        ///< as a ReleaseOffer names it
    QByteArray bytes;  ///< Ed25519 public key, 32 bytes
};

/// The publisher's keys: the present one and its successor.
QList<ReleaseKey> releaseKeys();
/// installer/test-keys: its private half is public. For the tax side inside this very process (practice mode) and for
/// tests; nobody may add it to what a real server is trusted with.
ReleaseKey testReleaseKey();

}  // namespace service
