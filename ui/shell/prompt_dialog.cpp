#include "ui/shell/prompt_dialog.h"

#include "ui/style/theme.h"
#include "ui/style/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>

namespace ui {

PromptDialog::PromptDialog(QWidget *parent, const Prompt::Question &question) : QDialog(parent)
{
    build(question.title, question.text, question.detail, question.danger ? Icon::Warning : Icon::Help,
          question.danger ? IconColor::Danger : IconColor::Accent);
    addAside(question.aside);
    auto *cancel = button(QStringLiteral("prompt.cancel"),
                          question.cancelText.isEmpty() ? tr("取消") : question.cancelText);
    auto *confirm = button(QStringLiteral("prompt.confirm"),
                           question.confirmText.isEmpty() ? tr("确定") : question.confirmText, Icon::None,
                           question.danger ? ButtonKind::Danger : ButtonKind::Primary);
    m_buttons->addWidget(cancel);
    m_buttons->addWidget(confirm);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(confirm, &QPushButton::clicked, this, &QDialog::accept);
    // What cannot be taken back is not done by a stray Enter.
    auto *first = question.danger ? cancel : confirm;
    first->setDefault(true);
    first->setFocus();
}

PromptDialog::PromptDialog(QWidget *parent, const Prompt::Notice &notice) : QDialog(parent)
{
    build(notice.title, notice.text, notice.detail, notice.failed ? Icon::Error : Icon::Success,
          notice.failed ? IconColor::Danger : IconColor::Success);
    addAside(notice.aside);
    auto *close = button(QStringLiteral("prompt.confirm"), tr("知道了"), Icon::None, ButtonKind::Primary);
    m_buttons->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    close->setDefault(true);
    close->setFocus();
}

void PromptDialog::build(const QString &title, const QString &text, const QString &detail, Icon id, IconColor colour)
{
    setObjectName(QStringLiteral("prompt"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setAccessibleName(title);
    setAccessibleDescription(text);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::large);
    auto *sign = new QLabel;
    sign->setPixmap(icon(id, colour).pixmap(QSize(28, 28), devicePixelRatioF()));
    row->addWidget(sign, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::small);
    auto *head = new TonedLabel(title, TonedLabel::Role::Normal);
    head->setFont(fontOf(type::subheading + 1, QFont::DemiBold));
    words->addWidget(head);
    for (const auto &[part, role] : {std::pair{text, TonedLabel::Role::Normal}, std::pair{detail, TonedLabel::Role::Secondary}}) {
        if (part.isEmpty())
            continue;
        auto *label = new TonedLabel(part, role);
        label->setWordWrap(true);
        label->setFixedWidth(360);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words->addWidget(label);
    }
    row->addLayout(words, 1);
    m_all = new QVBoxLayout(this);
    m_all->setContentsMargins(24, 22, 24, 18);
    m_all->setSpacing(22);
    m_all->setSizeConstraint(QLayout::SetFixedSize);
    m_all->addLayout(row);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(space::small);
    m_buttons->addStretch();
    m_all->addLayout(m_buttons);
}

void PromptDialog::addAside(const Prompt::Aside &aside)
{
    if (aside.text.isEmpty())
        return;
    auto *more = button(QStringLiteral("prompt.aside"), aside.text);
    more->setAutoDefault(false);
    m_buttons->insertWidget(0, more);
    connect(more, &QPushButton::clicked, this, [this, run = aside.run] { run(this); });
}

}  // namespace ui
