#pragma once
// `settings.about`: 关于 (U2). Versions, what is new, 升级, and whose work is in this program.

#include "service/program_facts.h"
#include "ui/modules/settings/upgrade_flow.h"
#include "ui/shell/page.h"

class QLabel;
class QGridLayout;
class QPushButton;

namespace ui {

class Card;
class ProgressPanel;
class TonedLabel;

class AboutPage final : public Page {
    Q_OBJECT
public:
    /// `rules` is the version of the rule pack in force.
    AboutPage(JobRunner &jobs, UpgradeFlow &upgrade, const QString &rules, QWidget *parent);

private:
    Card *buildProgram(const QString &rules);
    Card *buildUpgrade();
    Card *buildParts();
    void showFacts(const service::ProgramFacts &facts);
    void render();
    void renderStatus();
    QString statusText() const;

    UpgradeFlow &m_upgrade;
    QLabel *m_schema = nullptr;
    TonedLabel *m_status = nullptr;
    TonedLabel *m_notes = nullptr;
    ProgressPanel *m_progress = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_install = nullptr;
    QPushButton *m_restart = nullptr;
    QGridLayout *m_parts = nullptr;
    LatestJob m_facts;
};

}  // namespace ui
