#pragma once
// `settings.diagnosis`: 一键诊断 (X13). Collects what helps to find a fault, shows every byte of it, and only then saves it.

#include "service/diagnosis_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

class QButtonGroup;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class Card;
class EmptyState;
class MessageStrip;
class ProgressPanel;
class TonedLabel;

class DiagnosisPage final : public Page {
    Q_OBJECT
public:
    using Collect = std::function<base::Result<service::Diagnosis>(base::Job &)>;

    DiagnosisPage(const Desk &desk, Collect collect, QWidget *parent);

private:
    void build();
    QWidget *buildActions();
    Card *buildContents();
    void run();
    void render(const service::Diagnosis &found);
    void showFile(int index);
    void choosePath();
    void save(const QString &path);

    Desk m_desk;
    Collect m_collect;
    service::Diagnosis m_found;
    MessageStrip *m_strip = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_save = nullptr;
    ProgressPanel *m_progress = nullptr;
    EmptyState *m_empty = nullptr;
    Card *m_contents = nullptr;
    QVBoxLayout *m_files = nullptr;
    QButtonGroup *m_choice = nullptr;
    TonedLabel *m_about = nullptr;
    QPlainTextEdit *m_text = nullptr;
    LatestJob m_work;
};

}  // namespace ui
