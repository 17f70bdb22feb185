#pragma once
// Rich text of unknown origin, made harmless (N2). What comes out is written anew from a handful of elements:
// paragraphs, headings, emphasis, lists, one level of tables, and links to http and https addresses. Nothing of what
// went in is passed on but characters: no attribute except a checked address, no script, style, image, frame, form or
// entity.
//
// Reading is linear in the length of the text, and what comes out is capped in characters, depth, cells and links, so
// that neither reading nor laying out can be made to take long.

#include <QString>

namespace domain {

struct SafeText {
    QString html;
    bool cut = false;  ///< there was more than may be shown
};

SafeText safeText(const QString &untrusted);

}  // namespace domain
