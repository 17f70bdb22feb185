#pragma once
// What a walk has found, each thing once, and how much it has looked at.

#include <QMap>
#include <QSet>
#include <QString>

namespace walk {

class Findings final {
public:
    void count(const QString &what, int number = 1) { m_counts[what] += number; }
    /// `where`: the page or dialog; `check`: which rule; `what`: the widget and what is wrong with it.
    void add(const QString &where, const QString &check, const QString &what);
    /// How often this rule was broken.
    int failuresOf(const QString &check) const { return m_checks.value(check); }
    int failures() const { return int(m_said.size()); }
    /// One line of counts, as a child hands it to its parent: `walk pages=… dialogs=… failures=…`.
    QString line() const;

private:
    QMap<QString, int> m_counts;
    QMap<QString, int> m_checks;
    QSet<QString> m_said;
};

}  // namespace walk
