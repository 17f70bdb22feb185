#pragma once
// How a target ends when a promise is broken.

#include <cstdio>
#include <cstdlib>

namespace fuzz {

inline void hold(bool promise, const char *what)
{
    if (promise)
        return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

}  // namespace fuzz
