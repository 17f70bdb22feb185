#pragma once
// 查询: a row of labelled fields with 查询 and 重置; wraps when the window is narrow. Fields are named by id, their object
// names are `<bar>.<id>`.

#include "ui/widgets/date_edit.h"
#include "ui/widgets/month_edit.h"

#include <QComboBox>
#include <QHash>
#include <QLineEdit>
#include <QTimer>
#include <QWidget>

class QPushButton;

namespace ui {

class FlowLayout;

class QueryBar final : public QWidget {
    Q_OBJECT
public:
    struct Choice {
        QString code;
        QString name;
    };

    explicit QueryBar(const QString &objectName, QWidget *parent = nullptr);

    QLineEdit *addText(const QString &id, const QString &label, int width = 150);
    /// The first entry 全部 (empty code) is added by itself.
    QComboBox *addChoice(const QString &id, const QString &label, const QVector<Choice> &choices, int width = 150);
    void setChoices(const QString &id, const QVector<Choice> &choices);
    MonthEdit *addMonth(const QString &id, const QString &label);
    /// Two fields, ids `<id>From` and `<id>To`.
    void addMonthRange(const QString &id, const QString &label);
    void addDateRange(const QString &id, const QString &label);
    void addField(const QString &label, QWidget *field);
    /// A search as one types, in front of the fields; `<bar>.quick`. Says quickSearchChanged().
    QLineEdit *addQuickSearch(const QString &placeholder, int width = 230);
    QLineEdit *quickSearch() const { return m_quick; }
    QString quickText() const;

    QString text(const QString &id) const;  ///< trimmed; of a text field
    QString code(const QString &id) const;  ///< of a choice; empty: 全部
    std::optional<domain::Month> month(const QString &id) const;
    std::optional<QDate> date(const QString &id) const;
    void setText(const QString &id, const QString &text);
    void setCode(const QString &id, const QString &code);
    void setMonth(const QString &id, std::optional<domain::Month> month);
    void setDate(const QString &id, std::optional<QDate> day);
    /// What stands in the fields now is what the page begins with, no filter.
    void keepPreset();
    /// Whether any field differs from 全部 / empty, or from the preset.
    bool isFiltering() const;
    /// Empties every field, without a signal but that of the quick search.
    void clear();
    QPushButton *searchButton() const { return m_search; }
    QPushButton *resetButton() const { return m_reset; }

Q_SIGNALS:
    /// 查询 or Enter in a field, when every month and date in it can be read.
    void searchRequested();
    /// 重置, after the fields were emptied. Pages usually search again.
    void resetRequested();
    /// What to search for now: a moment after the last key, at once with Enter and by clear().
    void quickSearchChanged(const QString &text);

private:
    void sayQuick();
    QString nameOf(const QString &id) const;
    void submit();
    void place(QWidget *cell);
    void chainTabs();
    QString standing(const QString &id) const;
    void placeCell(const QString &label, const QVector<QWidget *> &fields);
    template <class Field>
    Field *make(const QString &id, const QString &name, int width);

    FlowLayout *m_flow = nullptr;
    QWidget *m_buttons = nullptr;
    QPushButton *m_search = nullptr;
    QPushButton *m_reset = nullptr;
    QHash<QString, QWidget *> m_fields;
    QHash<QString, QString> m_preset;
    QVector<QWidget *> m_tabs;  ///< the fields in their order
    QLineEdit *m_quick = nullptr;
    QTimer m_quickTimer;
    QString m_quickSaid;
};

}  // namespace ui
