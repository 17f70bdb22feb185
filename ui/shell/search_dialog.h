#pragma once
// 查找 (Ctrl+K, X10): pages, people and records in one field. A dialog and no popup: an input method works in it.

#include "service/find_service.h"
#include "ui/models/list_model.h"
#include "ui/shell/job_runner.h"
#include "ui/shell/page.h"
#include "ui/shell/task_dialog.h"

class QLineEdit;

namespace ui {

class TableView;

class SearchDialog final : public TaskDialog {
    Q_OBJECT
public:
    SearchDialog(JobRunner &jobs, service::FindService &finder, const QString &unit, const std::vector<PageSpec> &pages,
                 QWidget *parent);

Q_SIGNALS:
    /// The rows belong to what is in the field.
    void answered();
    void pageChosen(const QString &pageId);
    void personChosen(const QString &staffId);
    void recordChosen(const QString &pageId, const QString &record);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    enum class Kind { Page, Person, Record };
    struct Hit {
        Kind kind = Kind::Page;
        QString id;
        QString title;
        QString detail;
        QString page = {};  ///< where a record stands
    };
    struct Place {
        QString id;
        QString group;
        QString title;
        QStringList initials;
    };

    static std::vector<Column<Hit>> columns();
    static QString keyOf(const Hit &hit);
    std::vector<Hit> pagesFor(const QString &text) const;
    static Hit hitOf(const domain::Staff &person);
    static Hit hitOf(const domain::Submission &record);
    void find();
    void show(std::vector<Hit> hits);
    void say(const service::Found &found);
    void sayPagesOnly(const base::Error &error);
    void choose(const QString &key);

    JobRunner &m_jobs;
    service::FindService &m_finder;
    QString m_unit;
    std::vector<Place> m_places;
    QLineEdit *m_text = nullptr;
    ListModel<Hit> *m_model = nullptr;
    TableView *m_table = nullptr;
    QTimer m_pause;  ///< until the next key
    LatestJob m_work;
    std::optional<QString> m_asked;  ///< what is being looked for, or was last
    QString m_answered;              ///< what the rows belong to
    bool m_openFirst = false;  ///< Enter came before the answer
};

}  // namespace ui
