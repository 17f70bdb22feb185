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
/// What the application is started with; reads server.json unless it is practice mode.
base::Result<app::Options> optionsOf(const Launch &launch, const QString &folder,
                                     const service::UpgradePlace &place);

}  // namespace ui
