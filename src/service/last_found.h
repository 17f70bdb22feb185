#pragma once
// What was found last, kept so that a count and the windows after it look for it once. Any thread.

#include <memory>
#include <mutex>
#include <optional>

namespace service {

template <class Key, class Value>
class LastFound final {
public:
    /// What `make` makes of the key, or has made of it before.
    template <class Make>
    std::shared_ptr<const Value> get(const Key &key, Make make)
    {
        qint64 before = 0;
        {
            const std::lock_guard lock(m_guard);
            if (m_key == key)
                return m_value;
            before = m_forgotten;
        }
        auto value = std::make_shared<const Value>(make());
        const std::lock_guard lock(m_guard);
        if (before == m_forgotten) {  // nothing was written since
            m_key = key;
            m_value = value;
        }
        return value;
    }
    /// Something was written: it has to be looked for again.
    void forget()
    {
        const std::lock_guard lock(m_guard);
        m_key.reset();
        m_value.reset();
        ++m_forgotten;
    }

private:
    std::mutex m_guard;
    std::optional<Key> m_key;
    std::shared_ptr<const Value> m_value;
    qint64 m_forgotten = 0;  ///< how often
};

}  // namespace service
