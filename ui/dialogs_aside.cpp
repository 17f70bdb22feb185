#include "ui/dialogs_aside.h"

#include <utility>

namespace ui {

void DialogsAside::put()
{
    for (auto *dialog : m_window->findChildren<QDialog *>()) {
        if (!dialog->isVisible())
            continue;
        m_dialogs.append(dialog);
        connect(dialog, &QDialog::finished, this, [this, dialog] { m_dialogs.removeAll(dialog); });
        dialog->hide();
    }
}

void DialogsAside::bringBack()
{
    for (const auto &dialog : std::exchange(m_dialogs, {})) {
        if (dialog)
            dialog->show();
    }
}

}  // namespace ui
