#pragma once
// A document before it is printed: its pages on screen, 打印, 保存为 PDF. Object names: preview, preview.pages,
// preview.print, preview.save, preview.close.

#include "service/export.h"
#include "ui/shell/desk.h"
#include "ui/shell/task_dialog.h"

class QPrinter;

namespace ui {

class ListPage;

class PaperPreview final : public TaskDialog {
    Q_OBJECT
public:
    PaperPreview(service::Paper paper, const Desk &desk, QWidget *parent);

private:
    void addCopyLine();
    void choosePath();
    void save(const QString &path);
    void choosePrinter();
    void print(const std::shared_ptr<QPrinter> &printer);
    void setBusy(bool busy);

    service::Paper m_paper;
    Desk m_desk;
    QPushButton *m_print = nullptr;
    QPushButton *m_save = nullptr;
};

/// Makes a document on a worker and shows it; what goes wrong is said in the page's strip, with 重试.
using PaperMaker = std::function<base::Result<service::Paper>(base::Job &)>;
JobHandle previewPaper(ListPage *page, const Desk &desk, PaperMaker make);

}  // namespace ui
