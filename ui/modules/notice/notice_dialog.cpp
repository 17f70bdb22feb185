#include "ui/modules/notice/notice_dialog.h"

#include "base/china_time.h"
#include "ui/modules/notice/notice_columns.h"
#include "ui/modules/notice/notice_view.h"
#include "ui/shell/list_page.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>

namespace ui {

NoticeDialog::NoticeDialog(const Desk &desk, service::NoticeService &notices, const QStringList &ids,
                           std::function<void(const QString &)> read, QWidget *parent)
    : TaskDialog(QStringLiteral("notice.dialog"), tr("通知公告"), parent), m_desk(desk), m_notices(notices), m_ids(ids),
      m_read(std::move(read))
{
    build();
    resize(720, 560);
    load();
}

void NoticeDialog::build()
{
    m_title = new TonedLabel({}, TonedLabel::Role::Normal, this);
    m_title->setObjectName(QStringLiteral("notice.dialog.title"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(fontOf(type::subheading, QFont::DemiBold));
    m_title->setWordWrap(true);
    m_facts = new TonedLabel({}, TonedLabel::Role::Secondary, this);
    m_facts->setTextFormat(Qt::PlainText);
    m_importance = new Pill({}, Tone::Neutral, this);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::small);
    line->addWidget(m_importance);
    line->addWidget(m_facts, 1);
    m_view = new NoticeView(m_desk.prompt, this);
    body()->setSpacing(space::small);
    body()->addWidget(m_title);
    body()->addLayout(line);
    body()->addWidget(m_view, 1);
    if (m_ids.size() > 1) {
        m_next = addButton(QStringLiteral("next"), tr("下一条"), ButtonKind::Primary);
        connect(m_next, &QPushButton::clicked, this, [this] {
            ++m_at;
            load();
        });
    }
    addClose(tr("关闭"));
}

void NoticeDialog::load()
{
    if (m_next)
        m_next->setEnabled(false);
    const auto id = m_ids.value(m_at);
    m_desk.jobs.run(
        parentWidget(), [&notices = m_notices, id](base::Job &) { return notices.open(id); },
        [dialog = QPointer(this), read = m_read, id](const base::Result<domain::Notice> &notice) {
            if (notice)
                read(id);
            if (dialog)
                dialog->loaded(notice);
        });
}

void NoticeDialog::loaded(const base::Result<domain::Notice> &notice)
{
    if (m_next) {
        m_next->setEnabled(m_at + 1 < m_ids.size());
        setNote(tr("第 %1 条，共 %2 条").arg(m_at + 1).arg(m_ids.size()));
    }
    if (!notice)
        return strip()->show(errorMessage(notice.error(), [this] { load(); }));
    shown(*notice);
}

void NoticeDialog::shown(const domain::Notice &notice)
{
    strip()->clear();
    m_title->setText(notice.title);
    QStringList facts{notice.publisher, base::china::text(notice.publishedAt)};
    if (notice.validUntil.isValid())
        facts << tr("有效期至 %1").arg(base::china::text(notice.validUntil));
    facts.removeAll(QString());
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    m_importance->setText(noticeImportanceName(notice.importance), noticeTone(notice.importance));
    m_view->setNotice(notice);
    m_view->setFocus();
}

}  // namespace ui
