#pragma once
// How the user has arranged the columns of a list: which are shown, in which order, how wide. Kept by the list's object
// name; holds ids of columns and nothing of what is in them.

#include <QHash>
#include <QObject>
#include <QString>
#include <QVector>

namespace ui {

struct TableLayout {
    static constexpr int widest = 1200;  ///< of a column, in pixels
    struct Column {
        QString id;
        int width = 0;  ///< 0: as wide as the list asks for
        bool shown = true;
        bool operator==(const Column &) const = default;
    };
    QVector<Column> columns;  ///< in the order they are shown

    /// Nothing when the text cannot be read: a list then looks as it does by itself.
    static TableLayout fromText(const QString &text);
    QString toText() const;  ///< empty for no columns
    bool operator==(const TableLayout &) const = default;
};

/// The arrangements of all lists of this program, in memory. Views read and change them here; whoever owns a disk fills
/// this at the start and stores what changes.
class TableLayouts final : public QObject {
    Q_OBJECT
public:
    static TableLayouts &ofProgram();

    TableLayout of(const QString &table) const { return m_layouts.value(table); }
    /// No columns: as the list looks by itself.
    void put(const QString &table, const TableLayout &layout);
    /// Replaces everything, by stored texts.
    void load(const QHash<QString, QString> &texts);

Q_SIGNALS:
    /// An empty text: nothing needs to be kept any more.
    void changed(const QString &table, const QString &text);
    void loaded();

private:
    QHash<QString, TableLayout> m_layouts;
};

}  // namespace ui
