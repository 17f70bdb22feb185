#pragma once
// Registrations of a tax number, sessions, the declaration password.

#include "taxside/visit.h"

namespace taxside {

Answer getHealth(const Visit &visit);
Answer listRegistrations(const Visit &visit);
Answer createSession(const Visit &visit);
Answer deleteSession(const Visit &visit);
Answer changePassword(const Visit &visit);

struct SessionOwner {
    qint64 registration = 0;
    bool mustChange = false;
    QByteArray tokenHash;
};
/// Whose session the token is; a Problem session-expired when it is nobody's.
SessionOwner ownerOf(World &world, const std::string &token);
/// What the hall does for someone who forgot it: the initial password again, unlocked.
void resetPassword(World &world, const QString &registrationId);

}  // namespace taxside
