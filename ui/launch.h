#pragma once
// The command line of the client.

#include "app/application.h"
#include "ui/style/theme.h"

namespace ui {

struct Launch {
    QString dataFolder;  ///< empty: the system's place
    QString configFile;  ///< server.json; empty: beside the program
    QString tourFolder;  ///< not empty: play the tour there
    Scheme scheme = Scheme::System;
    bool practice = false;
    taxside::Options practiceOptions;
};

/// Ends the process with a message when the arguments are not understood, and after --help and --version.
Launch launchOf(QApplication &application);
/// The folder of store and log. A practice world, that is unit, size and seed, has one of its own: what one world's client
/// has synced means nothing in another. Error: Store `folder.create`.
base::Result<QString> folderOf(const Launch &launch);
/// Throws a practice world away, all but its log. Nobody has it open.
void forgetPractice(const Launch &launch);
/// What the application is started with; reads server.json unless it is practice mode.
base::Result<app::Options> optionsOf(const Launch &launch, const QString &folder,
                                     const service::UpgradePlace &place);

}  // namespace ui
