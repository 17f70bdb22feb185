#pragma once
// What happens to the books of the reference tax side besides what its clients do.

#include "base/sqlite.h"
#include "taxside/server.h"

#include <QUrl>

#include <gtest/gtest.h>

#include <memory>

namespace tests {

/// After its stop(): the same books at the same address.
inline void startAgain(std::unique_ptr<taxside::Server> &server, const QUrl &address)
{
    auto options = server->options();
    options.port = address.port();
    const auto now = server->clock().now();
    server.reset();
    server = std::make_unique<taxside::Server>(options);
    server->clock().setNow(now);
    ASSERT_TRUE(server->start());
}

/// 征收子目, which it leaves empty, for two of three of its fees.
inline void giveSubcategories(const taxside::Server &server)
{
    base::sqlite::Connection(server.options().dbFile, base::sqlite::Access::ReadWrite)
        .run("UPDATE assessment SET subcategory = CASE key % 3 WHEN 0 THEN '乙' WHEN 1 THEN '甲' ELSE '' END");
}

}  // namespace tests
