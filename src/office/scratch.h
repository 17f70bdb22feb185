#pragma once
// Where files in the making lie: they hold names and document numbers, so it is a folder of the program's own, and what a
// run that was killed left there is removed by the next.

#include <QString>

#include <memory>

class QTemporaryFile;

namespace office {

class Scratch final {
public:
    /// Makes the folder for its owner alone and empties it. It belongs to this process (the data folder has one).
    explicit Scratch(const QString &folder);
    ~Scratch();
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;

    /// A file that is open and goes when it goes out of scope; nullptr when there is no place for it. In the folder of the
    /// Scratch that was made last, in the system's temporary one while there is none.
    static std::unique_ptr<QTemporaryFile> file();

private:
    QString m_folder;
};

}  // namespace office
