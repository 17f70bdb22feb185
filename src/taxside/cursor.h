#pragma once
// Opaque paging cursors: a list's name and a few numbers, readable only here.

#include "domain/month.h"
#include "taxside/exchange.h"

#include <QString>

#include <vector>

namespace taxside {

using Position = std::vector<qint64>;

std::string cursorText(const char *list, const Position &position);
/// The position in the request's cursor, empty on the first page; a Problem invalid-request when it is none of `list`.
Position cursorOf(const Request &request, const char *list, std::size_t numbers);
/// 1 … 5000, 1000 when not said.
qint64 limitOf(const Request &request);
/// A query parameter as a whole number not below 0.
qint64 numberOf(const Request &request, const char *name, qint64 fallback);
/// A query parameter that must be there, as YYYY-MM.
domain::Month monthOf(const Request &request, const char *name);

}  // namespace taxside
