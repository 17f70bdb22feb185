#pragma once
// 导入外部文件 (W4, W10): what was recognised, which column is what, what each row would become; then 覆盖, 合并 or 追加.
// Nothing is stored before 导入. Object names: wage.import, wage.import.{table,report,confirm,close},
// wage.import.column.<n>, wage.import.mode.{replace,merge,append}.

#include "service/wage_service.h"
#include "ui/models/list_model.h"
#include "ui/shell/desk.h"
#include "ui/shell/task_dialog.h"

class QButtonGroup;
class QComboBox;

namespace ui {

class TableView;

/// A row of the file as it would be imported, or why it would not.
struct ImportRow {
    qint64 row = 0;
    QString name;
    QVector<domain::WageCell> wages;
    std::optional<domain::Month> month;
    QString reason;  ///< why it cannot be imported, or what to look at if it can
    bool refused = false;
    bool noWage = false;  ///< it can be imported, but something is left to fill in
    bool noMonth = false;
};

class WageImportDialog final : public TaskDialog {
    Q_OBJECT
public:
    /// `inDraft`: how many lines the draft has, `filled`: how many of them have a wage. Without any there is nothing to
    /// ask about.
    WageImportDialog(const Desk &desk, service::WageService &wages, const service::WageTarget &target, const QString &path,
                     qint64 inDraft, qint64 filled, QWidget *parent);

Q_SIGNALS:
    void imported(const service::ImportOutcome &outcome);

private:
    void buildTable();
    void buildModes(qint64 inDraft);
    void buildButtons();
    void read(const std::optional<QVector<int>> &columns);
    /// What was read, with its rows ready to be shown.
    struct Read {
        std::shared_ptr<const service::WageImport> import;
        ListModel<ImportRow>::Prepared rows;
        qint64 noWage = 0;
        qint64 noMonth = 0;
    };
    void shown();
    void fillColumns();
    void columnChosen();
    void renderSummary();
    service::ImportMode mode() const;
    QString blanks() const;
    void confirm();
    void apply();
    void saveReport();

    Desk m_desk;
    service::WageService &m_wages;
    service::WageTarget m_target;
    QString m_path;
    qint64 m_inDraft = 0;
    qint64 m_filled = 0;
    qint64 m_noWage = 0;
    qint64 m_noMonth = 0;
    std::shared_ptr<const service::WageImport> m_import;  ///< shared with workers: it may be a million lines
    TonedLabel *m_where = nullptr;
    TonedLabel *m_summary = nullptr;
    QWidget *m_columns = nullptr;
    QVector<QComboBox *> m_boxes;  ///< as WageImport::columns
    TableView *m_table = nullptr;
    ListModel<ImportRow> *m_rows = nullptr;
    QButtonGroup *m_modes = nullptr;
    QPushButton *m_report = nullptr;
    QPushButton *m_confirm = nullptr;
    LatestJob m_reading;
};

/// 「证件号码「…」：参保职工中没有这个证件号码。请核对号码」
QString importReason(const service::WageImport::Rejected &rejected);

/// Of a row that can be imported; mostly nothing.
QString importRemark(const service::WageImport::Line &line);

}  // namespace ui
