#pragma once
// Questions, messages and file names. Never blocks: answers come to a callback. Tests and the tour queue answers
// beforehand; then nothing is shown.

#include <QObject>
#include <QQueue>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

class QPrinter;
class QWidget;

namespace ui {

class Prompt final : public QObject {
    Q_OBJECT
public:
    /// One more button, which leaves the question open.
    struct Aside {
        QString text;
        std::function<void(QWidget *dialog)> run;
    };
    struct Question {
        QString title;
        QString text;
        QString detail = {};  ///< smaller, below
        QString confirmText = {};  ///< 确定 when empty
        QString cancelText = {};   ///< 取消 when empty
        bool danger = false;  ///< red button, and Enter does not confirm
        Aside aside = {};
    };
    struct Notice {
        QString title;
        QString text;
        QString detail = {};
        bool failed = false;
        Aside aside = {};
    };
    using Answer = std::function<void(bool yes)>;
    using FileChosen = std::function<void(const QString &path)>;  ///< not called when the user gives up

    explicit Prompt(QObject *parent = nullptr) : QObject(parent) {}

    /// `answer` is not called when `parent` is gone by then.
    void ask(QWidget *parent, const Question &question, Answer answer);
    void tell(QWidget *parent, const Notice &notice, std::function<void()> closed = {});
    /// `filter` as QFileDialog takes it: `Excel 工作簿 (*.xlsx)`, several with `;;` between them; the suffix of the chosen
    /// one is added when the user typed none.
    void saveFile(QWidget *parent, const QString &title, const QString &suggestedName, const QString &filter,
                  FileChosen chosen);
    void openFile(QWidget *parent, const QString &title, const QString &filter, FileChosen chosen);
    void chooseFolder(QWidget *parent, const QString &title, FileChosen chosen);
    /// Sets up `printer`; `chosen` is not called when the user gives up. A queued file takes the place of a printer.
    void choosePrinter(QWidget *parent, const std::shared_ptr<QPrinter> &printer, int pages, std::function<void()> chosen);

    // For tests and the tour: the next answers, in order. An empty file name means the user gave up.
    void queueAnswer(bool yes) { m_answers.enqueue(yes); }
    void queueFile(const QString &path) { m_files.enqueue(path); }
    /// With this, a question without a queued answer is answered with no, a file with none, and nothing is shown.
    void setSilent(bool silent) { m_silent = silent; }
    /// Texts of everything asked or told, in order.
    QStringList said() const { return m_said; }

private:
    enum class FileKind { Save, Open, Folder };
    void chooseFile(QWidget *parent, FileKind kind, const QString &title, const QString &suggested, const QString &filter,
                    FileChosen chosen);
    bool answerFile(QWidget *parent, const FileChosen &chosen);

    QQueue<bool> m_answers;
    QQueue<QString> m_files;
    QStringList m_said;
    QString m_folder;
    bool m_silent = false;
};

}  // namespace ui
