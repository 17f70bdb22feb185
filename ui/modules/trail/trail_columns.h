#pragma once
// The columns of 操作日志, and those an export has beside them.

#include "service/trail_service.h"
#include "ui/models/column.h"

#include <vector>

namespace ui {

QString trailEventName(domain::TrailEvent event);
/// Of a submission that was not sent from here.
QString trailSyncName();
std::vector<Column<service::TrailLine>> trailColumns();
/// With the raw fields that are hashed: enough to compute the chain again.
std::vector<Column<service::TrailLine>> trailExportColumns();

}  // namespace ui
