#pragma once
// What DateEdit and MonthEdit share: typed in any form that can be read, then shown in the one form there is, or picked from
// a popup. That holds no text field, because input methods are dead inside one (QTBUG-83490).

#include <QLineEdit>

namespace ui {

class PickEdit : public QLineEdit {
    Q_OBJECT
public:
    /// Empty is acceptable; what cannot be read is not.
    bool isAcceptable() const { return text().trimmed().isEmpty() || !readable().isEmpty(); }

protected:
    struct Look {
        QString placeholder;
        QString pick;  ///< tooltip of the button
        int width = 0;
    };
    PickEdit(const QString &objectName, const QString &accessibleName, const Look &look, QWidget *parent);

    /// What was typed, in the one form there is; empty when it cannot be read.
    virtual QString readable() const = 0;
    virtual void openPopup() = 0;
    void put(const QString &value);
    void choose(const QString &value);
    void keyPressEvent(QKeyEvent *event) override;

private:
    void normalise();
};

}  // namespace ui
