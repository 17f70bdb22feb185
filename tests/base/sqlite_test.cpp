#include "base/sqlite.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using base::sqlite::Access;
using base::sqlite::Connection;
using base::sqlite::Failure;
using base::sqlite::Transaction;

class Sqlite : public testing::Test {
protected:
    void SetUp() override { connection.script("CREATE TABLE t (a, b)"); }
    QTemporaryDir folder;
    Connection connection{folder.filePath(QStringLiteral("t.db")), Access::ReadWrite};
};

TEST_F(Sqlite, BindsAndReadsEveryKind)
{
    connection.run("INSERT INTO t VALUES (?, ?)", QStringLiteral("𠅤·买买提"), qint64(-12));
    connection.run("INSERT INTO t VALUES (?, ?)", QByteArray("\0x", 2), std::optional<qint64>());
    connection.run("INSERT INTO t VALUES (?, ?)", QString(), true);
    auto row = connection.query("SELECT a, b FROM t ORDER BY rowid");
    ASSERT_TRUE(row.next());
    EXPECT_EQ(row.text(0), QStringLiteral("𠅤·买买提"));
    EXPECT_EQ(row.integer(1), -12);
    ASSERT_TRUE(row.next());
    EXPECT_EQ(row.blob(0), QByteArray("\0x", 2));
    EXPECT_TRUE(row.isNull(1));
    ASSERT_TRUE(row.next());
    EXPECT_FALSE(row.isNull(0));  // a null QString is empty text, not NULL
    EXPECT_EQ(row.integer(1), 1);
    EXPECT_FALSE(row.next());
}

TEST_F(Sqlite, TransactionRollsBackUnlessCommitted)
{
    {
        const Transaction transaction(connection);
        connection.run("INSERT INTO t VALUES (1, 1)");
    }
    EXPECT_EQ(connection.number("SELECT count(*) FROM t"), 0);
    {
        Transaction transaction(connection);
        connection.run("INSERT INTO t VALUES (1, 1)");
        transaction.commit();
    }
    EXPECT_EQ(connection.number("SELECT count(*) FROM t"), 1);
}

TEST_F(Sqlite, SameTextMayRunInsideItself)
{
    for (int i = 0; i < 3; ++i)
        connection.run("INSERT INTO t VALUES (?, 0)", i);
    int pairs = 0;
    auto outer = connection.query("SELECT a FROM t");
    while (outer.next()) {
        auto inner = connection.query("SELECT a FROM t");
        while (inner.next())
            ++pairs;
    }
    EXPECT_EQ(pairs, 9);
}

TEST_F(Sqlite, FailureCarriesTheCode)
{
    EXPECT_THROW(connection.run("INSERT INTO nowhere VALUES (1)"), Failure);
    connection.script("CREATE UNIQUE INDEX u ON t (a)");
    connection.run("INSERT INTO t VALUES (1, 1)");
    try {
        connection.run("INSERT INTO t VALUES (1, 1)");
        FAIL();
    } catch (const Failure &failure) {
        EXPECT_EQ(failure.code() & 0xFF, 19);  // SQLITE_CONSTRAINT
    }
}

}  // namespace
