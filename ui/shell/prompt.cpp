#include "ui/shell/prompt.h"

#include "ui/shell/prompt_dialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QTimer>

namespace ui {
namespace {

/// The suffix of `Excel 工作簿 (*.xlsx)`.
QString suffixOf(const QString &filter)
{
    const int star = int(filter.indexOf(QLatin1String("*.")));
    if (star < 0)
        return {};
    int end = star + 2;
    while (end < filter.size() && filter.at(end).isLetterOrNumber())
        ++end;
    return filter.mid(star + 2, end - star - 2);
}

}  // namespace

void Prompt::ask(QWidget *parent, const Question &question, Answer answer)
{
    m_said << question.text;
    if (!m_answers.isEmpty() || m_silent) {
        const bool yes = !m_answers.isEmpty() && m_answers.dequeue();
        QTimer::singleShot(0, parent, [answer, yes] { answer(yes); });
        return;
    }
    auto *dialog = new PromptDialog(parent, question);
    connect(dialog, &QDialog::finished, parent, [answer](int result) { answer(result == QDialog::Accepted); });
    dialog->open();
}

void Prompt::tell(QWidget *parent, const Notice &notice, std::function<void()> closed)
{
    m_said << notice.text;
    const auto after = [closed] {
        if (closed)
            closed();
    };
    if (!m_answers.isEmpty() || m_silent) {
        if (!m_answers.isEmpty())
            m_answers.dequeue();
        QTimer::singleShot(0, parent, after);
        return;
    }
    auto *dialog = new PromptDialog(parent, notice);
    connect(dialog, &QDialog::finished, parent, after);
    dialog->open();
}

void Prompt::saveFile(QWidget *parent, const QString &title, const QString &suggestedName, const QString &filter,
                      FileChosen chosen)
{
    chooseFile(parent, FileKind::Save, title, suggestedName, filter, std::move(chosen));
}

void Prompt::openFile(QWidget *parent, const QString &title, const QString &filter, FileChosen chosen)
{
    chooseFile(parent, FileKind::Open, title, {}, filter, std::move(chosen));
}

void Prompt::chooseFolder(QWidget *parent, const QString &title, FileChosen chosen)
{
    chooseFile(parent, FileKind::Folder, title, {}, {}, std::move(chosen));
}

bool Prompt::answerFile(QWidget *parent, const FileChosen &chosen)
{
    if (m_files.isEmpty() && !m_silent)
        return false;
    const auto path = m_files.isEmpty() ? QString() : m_files.dequeue();
    if (!path.isEmpty())
        QTimer::singleShot(0, parent, [chosen, path] { chosen(path); });
    return true;
}

void Prompt::chooseFile(QWidget *parent, FileKind kind, const QString &title, const QString &suggested,
                        const QString &filter, FileChosen chosen)
{
    m_said << title;
    if (answerFile(parent, chosen))
        return;
    auto *dialog = new QFileDialog(parent, title, m_folder, filter);
    dialog->setObjectName(QStringLiteral("prompt.file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    switch (kind) {
    case FileKind::Save:
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setFileMode(QFileDialog::AnyFile);
        dialog->setDefaultSuffix(suffixOf(filter));
        dialog->selectFile(suggested);
        connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &pattern) {
            dialog->setDefaultSuffix(suffixOf(pattern));
            for (const auto &file : dialog->selectedFiles())
                dialog->selectFile(QFileInfo(file).completeBaseName());  // the suffix is added again, the right one
        });
        break;
    case FileKind::Open: dialog->setFileMode(QFileDialog::ExistingFile); break;
    case FileKind::Folder:
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        break;
    }
    const QPointer<Prompt> self(this);
    connect(dialog, &QFileDialog::fileSelected, parent, [self, chosen, kind](const QString &path) {
        if (self)
            self->m_folder = kind == FileKind::Folder ? path : QFileInfo(path).absolutePath();
        chosen(path);
    });
    dialog->open();
}

void Prompt::choosePrinter(QWidget *parent, const std::shared_ptr<QPrinter> &printer, int pages,
                           std::function<void()> chosen)
{
    m_said << tr("打印");
    const auto toFile = [printer, chosen](const QString &path) {
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(path);
        chosen();
    };
    if (answerFile(parent, toFile))
        return;
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setObjectName(QStringLiteral("prompt.printer"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setMinMax(1, pages);
    connect(dialog, &QDialog::accepted, parent, [printer, chosen] { chosen(); });
    dialog->open();
}

}  // namespace ui
