#pragma once
// The frame: navigation at the left, the present unit on top, the pages at the right.

#include "ui/shell/page.h"
#include "ui/widgets/message_strip.h"

#include <QHash>
#include <QMainWindow>

#include <vector>

class QStackedWidget;

namespace ui {

class Sidebar;
class UnitBar;

/// The unit in the bar on top.
struct UnitInfo {
    QString name;
    QString taxNumber;  ///< shown with its middle masked
    QString regionName;
    bool practice = false;  ///< 演示模式 is said, and its settings can be reached
};

class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Replaces all pages: those that were made are closed and deleted (unit switch, change of rule pack).
    void setPages(std::vector<PageSpec> pages);
    /// Creates the page when it is opened for the first time. False when there is no such page or the present one
    /// may not be left.
    bool openPage(const QString &id);
    /// Nothing while it was never opened.
    Page *page(const QString &id) const { return m_made.value(id); }
    Page *currentPage() const;
    const std::vector<PageSpec> &pages() const { return m_specs; }
    void setUnit(const UnitInfo &unit);
    /// Messages that concern the whole program.
    MessageStrip *strip() const { return m_strip; }
    void refreshBadges();

Q_SIGNALS:
    void switchUnitRequested();
    /// The button, or Ctrl+K.
    void searchRequested();
    void practiceSettingsRequested();
    void pageOpened(const QString &id);
    /// A page has changed what the sidebar counts; whoever counts calls refreshBadges() when it has counted again.
    void badgesChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void closePages();
    Page *make(const PageSpec &spec);

    Sidebar *m_sidebar = nullptr;
    UnitBar *m_unitBar = nullptr;
    MessageStrip *m_strip = nullptr;
    QStackedWidget *m_stack = nullptr;
    std::vector<PageSpec> m_specs;
    QHash<QString, Page *> m_made;
    QHash<QString, QWidget *> m_areas;  ///< what a page stands in on the stack
    QString m_current;
};

/// 9111****00X: the first four and the last three characters stay.
QString maskedTaxNumber(const QString &taxNumber);

}  // namespace ui
