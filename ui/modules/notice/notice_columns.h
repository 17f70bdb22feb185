#pragma once
// How notices are listed (N1), and the words for them.

#include "domain/notice.h"
#include "ui/models/column.h"

namespace ui {

/// 紧急, 重要, 一般.
QString noticeImportanceName(int importance);
Tone noticeTone(int importance);
std::vector<Column<domain::Notice>> noticeColumns();

}  // namespace ui
