#pragma once
// The page of the notice module, and what pops up after a login.

#include "service/notice_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

#include <vector>

namespace ui {

std::vector<PageSpec> noticePages(const Desk &desk, service::NoticeService &notices);

/// N4, N3: asks the tax side, then shows over `window` what is flagged for it and was never opened, the most important
/// first. `changed` is called whenever the number of unread ones may have changed. Without an answer, what is stored is
/// what pops up.
void noticesAtLogin(const Desk &desk, service::NoticeService &notices, QWidget *window, std::function<void()> changed);

}  // namespace ui
