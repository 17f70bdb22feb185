#pragma once
// A form: label, field, and the reason in red below the field when it is wrong.

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace ui {

class TonedLabel;

class Form final : public QWidget {
    Q_OBJECT
public:
    explicit Form(QWidget *parent = nullptr);
    /// Adds a row. `hint` stands below the field in grey. The field keeps its own object name.
    void addRow(const QString &label, QWidget *field, const QString &hint = {});
    /// A row of text only: 单位名称 …
    QLabel *addText(const QString &label, const QString &text);
    /// Shows the reason below the field and gives it to the field as its accessible description; empty: takes it away.
    void setError(QWidget *field, const QString &message);
    void clearErrors();
    QString error(QWidget *field) const;

private:
    struct Row {
        TonedLabel *note = nullptr;
        QString hint;
        QString error;
    };
    QGridLayout *m_grid = nullptr;
    QHash<QWidget *, Row> m_rows;
};

}  // namespace ui
