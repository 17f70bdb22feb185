#include "ui/preparing.h"

#include "taxside/server.h"
#include "ui/style/tokens.h"
#include "ui/widgets/grouped.h"
#include "ui/widgets/progress_panel.h"

#include <QApplication>
#include <QTimer>
#include <QVBoxLayout>

#include <memory>
#include <optional>
#include <thread>

namespace ui {

namespace {

constexpr int patienceMs = 300;  ///< what is ready sooner needs no window

struct Books {
    std::optional<base::Result<QString>> made;
};

void fill(QWidget &window, int employees)
{
    window.setWindowTitle(QGuiApplication::applicationDisplayName());
    window.setObjectName(QStringLiteral("preparing"));
    auto *layout = new QVBoxLayout(&window);
    layout->setContentsMargins(space::page, space::page, space::page, space::page);
    auto *panel = new ProgressPanel(QStringLiteral("preparing.progress"), &window);
    panel->setTitle(QObject::tr("正在准备 %1 人的演示数据，请稍候…").arg(grouped(employees)));
    panel->setProgress(0, 0);
    QObject::connect(panel, &ProgressPanel::cancelRequested, &window, &QWidget::close);
    layout->addWidget(panel);
    window.resize(460, 160);
}

}  // namespace

base::Result<void> preparePractice(QApplication &application, const taxside::Options &options)
{
    QWidget window;
    fill(window, options.employees);
    const auto books = std::make_shared<Books>();
    // Detached: whoever gives up does not wait for it, and the process ends.
    std::thread([books, options, &application] {
        taxside::Server server(options);
        auto made = server.start();
        server.stop();
        QMetaObject::invokeMethod(&application, [books, made, &application] {
            books->made = made;
            application.exit(0);
        });
    }).detach();
    QTimer::singleShot(patienceMs, &window, &QWidget::show);
    application.exec();
    if (!books->made)
        return base::cancelled();
    return *books->made ? base::Result<void>() : base::Result<void>(books->made->error());
}

}  // namespace ui
