#pragma once
// What a clerk types into 快速查找, key by key, on the page with everybody in it.

#include "app/application.h"
#include "ui/modules/staff/staff_page.h"

#include <nlohmann/json.hpp>

namespace bench {

/// For `times` people: their name, initials, the last four and six digits in the middle of their document number, each
/// typed key by key. Milliseconds from a key until the first row is shown, or until it is said that there is none.
/// The same in 查找 (Ctrl+K).
nlohmann::json type(ui::StaffPage &page, app::Application &client, const QString &unit, int times);

}  // namespace bench
