#pragma once
// `home`: what the month asks for, what waits, and the way to the pages used most (H1, H2; manual 3.1.2).

#include "service/home_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/page.h"

namespace ui {

class MessageStrip;
class MonthCard;
class PageHeader;
class PicturesCard;
class TodoCard;

class HomePage final : public Page {
    Q_OBJECT
public:
    using Lookup = std::function<std::optional<PageSpec>(const QString &pageId)>;

    HomePage(const Desk &desk, service::HomeService &home, Lookup lookup, QWidget *parent);
    void opened() override;

private:
    QWidget *buildContent();
    QWidget *buildTodo();
    QWidget *buildTiles();
    void greet();
    void load();
    void loadPictures();
    void render(const service::Waiting &waiting);
    void prompt(const service::Waiting &waiting);
    bool has(const QString &pageId) const { return m_lookup && m_lookup(pageId).has_value(); }

    Desk m_desk;
    service::HomeService &m_home;
    Lookup m_lookup;
    PageHeader *m_header = nullptr;
    MessageStrip *m_strip = nullptr;
    MonthCard *m_month = nullptr;
    PicturesCard *m_pictures = nullptr;
    QWidget *m_todo = nullptr;
    TodoCard *m_wages = nullptr;
    TodoCard *m_arrears = nullptr;
    TodoCard *m_open = nullptr;
    TodoCard *m_backup = nullptr;
    enum class Told { Unanswered = 1, Arrears = 2, Wages = 4 };
    QFlags<Told> m_told;
    QString m_prompt;  ///< what it said last
    LatestJob m_work;
    LatestJob m_pictureWork;
};

}  // namespace ui
