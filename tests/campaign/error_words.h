#pragma once
#include <QByteArray>
#include <QSet>

namespace campaign {

/// The codes that have words: ErrorText.EveryCodeStandsInThePageOfErrors holds the page to the table of the window.
QSet<QByteArray> codesWithWords();

}  // namespace campaign
