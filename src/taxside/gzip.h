#pragma once

#include <string>

namespace taxside {

std::string gzipped(const std::string &plain);

}  // namespace taxside
