#pragma once
// One step of the way in: its words, its contents, its primary button.

#include "ui/widgets/buttons.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace ui {

inline constexpr int loginFieldHeight = 38;

class TonedLabel;

class LoginStep : public QWidget {
    Q_OBJECT
public:
    /// Where a step stands in the trail on top; None hides the trail.
    enum class Stage { None, Unit, Password, Confirm };

    LoginStep(Stage stage, const QString &buttonName, const QString &buttonText, QWidget *parent);

    Stage stage() const { return m_stage; }
    QString title() const { return m_title; }
    QString subtitle() const { return m_subtitle; }
    QPushButton *primary() const { return m_primary; }
    /// Width the card takes for this step.
    virtual int cardWidth() const { return 480; }
    /// The step has come to the front, or work has ended: the focus goes where typing goes on.
    virtual void focusFirst() = 0;
    /// Enter, or a click on the primary button. Does nothing while it may not go on.
    virtual void submit() = 0;
    /// Work is going on: `text` stands on the button, the contents wait. Empty: it has ended.
    void setBusy(const QString &text);
    bool isBusy() const { return m_busy; }

protected:
    void setWords(const QString &title, const QString &subtitle);
    void setReady(bool ready);
    QVBoxLayout *body() const { return m_body; }
    /// A quiet button below the fields: its text begins where they do.
    void addQuiet(QPushButton *button);

private:
    Stage m_stage;
    QString m_title;
    QString m_subtitle;
    QString m_buttonText;
    QPushButton *m_primary = nullptr;
    QVBoxLayout *m_body = nullptr;
    bool m_ready = true;
    bool m_busy = false;
};

/// A field with its caption above and a hint or the reason why it is wrong below.
class LoginField final : public QWidget {
    Q_OBJECT
public:
    LoginField(const QString &caption, QLineEdit *field, const QString &hint = {}, QWidget *parent = nullptr);
    /// Empty: the hint again. Also what a screen reader says about the field.
    void setError(const QString &reason);
    QString error() const { return m_error; }
    /// No room is kept for the note while there is nothing to say.
    void setCompact();

private:
    QLineEdit *m_field = nullptr;
    TonedLabel *m_note = nullptr;
    QString m_hint;
    QString m_error;
    bool m_compact = false;
};

}  // namespace ui
