#pragma once
// What a disk holds after the power went: worked out of the record of disk.h.
//
// The contents of a file are there as far as they were synced. What was written since is, write by write and by chance,
// there, not there, or there up to a sector of 512 bytes, which itself may hold anything. The names in a folder (made,
// renamed, deleted) are there as far as that folder was synced, and by chance some of what came after, in order, as
// journalling file systems do it. That a file was synced says nothing about its name.

#include <QByteArray>
#include <QString>

#include <random>

namespace campaign {

struct PowerCut {
    /// A sync that is taken for done and is none: `folder`, or part of a file's name; `unnamed`: of a file that gets its
    /// name when it is whole. A disk that lies, to see whether anybody notices.
    QByteArray lie = {};
    /// Nothing is lost but what a failed sync did not bring to the disk: after such a failure the system forgets it.
    bool onlyFailedSyncs = false;
};

/// `before`: the folder as it was when the record began, untouched. `after` is made anew.
void rebuild(const QString &watched, const QString &before, const QString &record, const QString &after,
             const PowerCut &cut, std::mt19937 &random);

}  // namespace campaign
