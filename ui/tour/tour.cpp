#include "ui/tour/tour.h"

#include "ui/tour/month.h"

#include <cstdio>

namespace ui {

Tour::Tour(TourSetup setup) : m_setup(std::move(setup)) {}

Tour::~Tour()
{
    if (m_thread.joinable())
        m_thread.join();
}

void Tour::start()
{
    m_thread = std::thread([this] {
        const int code = play();
        // Queued: the window's loop must be free to end before this thread is joined.
        QMetaObject::invokeMethod(this, [this, code] { Q_EMIT ended(code); }, Qt::QueuedConnection);
    });
}

int Tour::play()
{
    Driver driver(m_setup.folder);
    Month month(driver, *m_setup.prompt, m_setup.ledger);
    try {
        month.play();
    } catch (const Stuck &stuck) {
        std::printf("FAILED at \"%s\": %s\n", qPrintable(month.step()), stuck.what());
        driver.shot(QStringLiteral("failed"));
        std::fflush(stdout);
        return 1;
    }
    std::printf("%s\n%d pictures in %s\n", m_setup.ledger().constData(), driver.shots(), qPrintable(driver.folder()));
    std::fflush(stdout);
    return 0;
}

}  // namespace ui
