#pragma once
// The pages of the home module.

#include "service/home_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

#include <vector>

namespace ui {

/// `lookup` knows every page of the window: 常用功能 takes titles and icons from it and leaves out what it does not know.
std::vector<PageSpec> homePages(const Desk &desk, service::HomeService &home,
                                std::function<std::optional<PageSpec>(const QString &pageId)> lookup);

}  // namespace ui
