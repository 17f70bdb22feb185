#pragma once
// The local file: one SQLite database in WAL mode with one writing connection, which also checkpoints, and read-only
// ones beside it: SQLite before 3.51.3 can lose commits when two connections write or checkpoint in WAL mode. All SQL of the
// client is in this room.
//
//   auto counts = store.read([&](base::sqlite::Connection &c) { return store::StaffTable(c).counts(unit); });
//
// `write` runs its function in one transaction: all of it is on disk when it returns a value, none of it otherwise. The
// function may throw a base::Error to refuse (a rule found broken inside the transaction): rolled back, and returned.
// Both block on the disk, so they are called on worker threads only.

#include "base/database_bytes.h"
#include "base/job.h"
#include "base/result.h"
#include "base/sqlite.h"

#include <QString>

#include <functional>
#include <memory>
#include <mutex>
#include <type_traits>
#include <vector>

namespace store {

class Store final {
public:
    /// What to do about a file that a newer program has already brought up to its own schema.
    enum class Newer { Refuse, TakeCopyBack };
    struct Opening {
        QByteArray key = {};  ///< of base/encrypted_files.h; none: a plain file, for tests and tools
        Newer newer = Newer::Refuse;
        /// Whether a plain file, which an earlier version has left, becomes an encrypted one. Not on trial: the version
        /// before could not go on with it.
        bool encryptPlain = true;
    };
    /// Opens or creates `<folder>/shebao.db` and brings its schema up to date. Before an older file is changed, a copy
    /// of it is kept (`shebao.db.schema-<version>`), for the case that this program never gets as far as its first
    /// window and the one before it starts again (X11): that one opens with TakeCopyBack, which puts the newer file
    /// aside and goes on with the copy. Errors: Store, StoreTooNew; Store `store.key-wrong`.
    static base::Result<std::unique_ptr<Store>> open(const QString &folder, const Opening &opening);
    static base::Result<std::unique_ptr<Store>> open(const QString &folder) { return open(folder, Opening()); }
    /// Whether there is a file that only its key opens. Throws base::sqlite::Failure when it cannot be read.
    static bool isEncrypted(const QString &folder);
    /// Whether the file there opens with this key; nobody has it open. Error: Store, `store.key-wrong`.
    static base::Result<void> tryKey(const QString &folder, const QByteArray &key);
    /// This program has shown its first window: no copy is needed any more, and an old one must never come back.
    base::Result<void> dropCopies();
    /// A unit's data was erased: it must not be left in the files of earlier states (`.before-restore`, `.newer-<n>`). The copy
    /// of before a migration goes with dropCopies(). Error: Store `store.earlier-left`.
    base::Result<void> dropEarlierStates();
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    template <class Fn>
    auto write(Fn fn) -> base::Result<std::invoke_result_t<Fn, base::sqlite::Connection &>>
    {
        const std::lock_guard lock(m_writing);
        return guarded([&] {
            waitForDisk(true);
            base::sqlite::Transaction transaction(*m_writer);
            if constexpr (std::is_void_v<std::invoke_result_t<Fn, base::sqlite::Connection &>>) {
                fn(*m_writer);
                seal();
                transaction.commit();
            } else {
                auto value = fn(*m_writer);
                seal();
                transaction.commit();
                return value;
            }
        });
    }

    /// As write(), but a loss of power soon after may take it back, whole and in order, until the next write() is on
    /// disk. For a step of something long that is simply done again: it does not wait for the disk.
    template <class Fn>
    auto writeRepeatable(Fn fn) -> base::Result<std::invoke_result_t<Fn, base::sqlite::Connection &>>
    {
        const std::lock_guard lock(m_writing);
        return guarded([&] {
            waitForDisk(false);
            base::sqlite::Transaction transaction(*m_writer);
            auto value = fn(*m_writer);
            seal();
            transaction.commit();
            return value;
        });
    }

    template <class Fn>
    auto read(Fn fn) -> base::Result<std::invoke_result_t<Fn, base::sqlite::Connection &>>
    {
        return guarded([&] {
            const Lease lease(*this);
            return fn(lease.connection());
        });
    }

    /// As read(), but all of it sees one state, and many small questions take one look at the log between them.
    template <class Fn>
    auto readOneState(Fn fn) -> base::Result<std::invoke_result_t<Fn, base::sqlite::Connection &>>
    {
        return read([&](base::sqlite::Connection &connection) {
            const base::sqlite::OneState state(connection);
            return fn(connection);
        });
    }

    /// While `fn` runs the database file has everything that was committed before, and no byte of it changes: what is
    /// written meanwhile stays in the log. `reader` sees that state. Waits for those who still read an older one.
    base::Result<void>
    still(base::Job &job,
          const std::function<base::Result<void>(base::sqlite::Connection &reader, const base::sqlite::DatabaseBytes &)> &fn);

    /// Who works with this program, for the trail: an account of this computer. Called once, before anything is written.
    void setOperator(const QString &name) { m_operator = name; }

    /// Copies what is committed out of the log into the database file, as far as nobody is in the way; waits for nobody.
    /// For the moment before the machine sleeps: a commit is on disk without it.
    void checkpoint();

private:
    Store(QString path, QByteArray key);

    /// What this transaction has put into the trail becomes a link of its chain (store/trail_table.h).
    void seal();
    /// Whether a commit of the writer waits until it is on disk. One that does takes all before it along, in order.
    void waitForDisk(bool wait);

    /// Nothing while somebody reads what an older state needs of the file.
    std::unique_ptr<base::sqlite::OneState> stillState(base::sqlite::Connection &reader);

    /// A read-only connection, back in the pool when the lease ends.
    class Lease final {
    public:
        explicit Lease(Store &store);
        ~Lease();
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;
        base::sqlite::Connection &connection() const { return *m_connection; }

    private:
        Store &m_store;
        std::unique_ptr<base::sqlite::Connection> m_connection;
    };

    template <class Fn>
    static auto guarded(Fn fn) -> base::Result<std::invoke_result_t<Fn>>
    {
        try {
            if constexpr (std::is_void_v<std::invoke_result_t<Fn>>) {
                fn();
                return {};
            } else {
                return fn();
            }
        } catch (const base::sqlite::Failure &failure) {
            return errorOf(failure);
        } catch (const base::Error &refused) {
            return refused;
        }
    }

public:
    static base::Error errorOf(const base::sqlite::Failure &failure);

private:
    QString m_path;
    QByteArray m_key;  ///< empty: a plain file
    std::mutex m_writing;
    std::unique_ptr<base::sqlite::Connection> m_writer;
    bool m_waits = true;
    QString m_operator;
    std::mutex m_pooling;
    std::vector<std::unique_ptr<base::sqlite::Connection>> m_pool;
};

}  // namespace store
