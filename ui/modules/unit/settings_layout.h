#pragma once
// What the pages with one card of fields have in common: header, strip, the card.

#include "ui/shell/page.h"
#include "ui/style/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/page_header.h"

#include <QVBoxLayout>

namespace ui {

struct SettingsParts {
    PageHeader *header = nullptr;
    MessageStrip *strip = nullptr;
    Card *card = nullptr;
};

inline SettingsParts layOutSettings(Page *page, const QString &cardTitle)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::page, space::large, space::page, space::page);
    column->setSpacing(space::large);
    SettingsParts parts{new PageHeader(page->title()), new MessageStrip(page->pageId() + QStringLiteral(".strip")),
                        new Card(cardTitle)};
    parts.strip->setMaximumWidth(760);
    parts.card->setMaximumWidth(760);
    column->addWidget(parts.header);
    column->addWidget(parts.strip);
    column->addWidget(parts.card);
    column->addStretch(1);
    return parts;
}

}  // namespace ui
