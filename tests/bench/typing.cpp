#include "bench/typing.h"

#include "domain/pinyin.h"
#include "ui/shell/search_dialog.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>
#include <future>
#include <random>

namespace bench {

namespace {

std::vector<domain::Staff> somePeople(app::Application &client, const QString &unit, int times)
{
    return std::async(std::launch::async,
                      [&] {
                          std::vector<domain::Staff> people;
                          std::mt19937 random(7);
                          const qint64 total = client.staff().count(unit, {}).value();
                          std::uniform_int_distribution<qint64> any(0, total - 1);
                          for (int i = 0; i < times; ++i) {
                              auto one = client.staff().window(unit, {}, store::StaffOrder::PersonNumber, false,
                                                               any(random), 1);
                              if (one && !one->empty())
                                  people.push_back(one->front());
                          }
                          return people;
                      })
        .get();
}

constexpr int kBetweenKeysMs = 100;  ///< a fast typist; the page searches faster keys together

/// One key: until what was searched for is in the list. `answers` says how it is known that an answer has come.
template <class Sender, class Signal>
double press(ui::TableView &table, Sender *sender, Signal answers, QLineEdit &field, const QString &text)
{
    auto *model = table.listModel();
    QEventLoop pause;
    QTimer::singleShot(kBetweenKeysMs, &pause, &QEventLoop::quit);
    pause.exec();
    QTimer patience;
    patience.start(1000);
    QElapsedTimer timer;
    bool answered = false;
    const auto reset = QObject::connect(sender, answers, &table, [&] { answered = true; });
    timer.start();
    field.setText(text);
    const auto shown = [&] { return answered && (model->rowCount() == 0 || model->isLoaded(0)); };
    while (!shown() && timer.elapsed() < 3'000) {
        if (answered && model->rowCount() > 0)
            (void)model->index(0, 1).data();
        // Without a limit: with one, Qt waits again for the next event after the one that answered.
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    QObject::disconnect(reset);
    return double(timer.nsecsElapsed()) / 1e6;
}

nlohmann::json figuresOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
    };
    return {{"keys", values.size()}, {"p50", at(0.5)}, {"p95", at(0.95)}, {"max", values.back()}};
}

}  // namespace

nlohmann::json type(ui::StaffPage &page, app::Application &client, const QString &unit, int times)
{
    auto *field = page.findChild<QLineEdit *>(QStringLiteral("staff.list.query.quick"));
    ui::JobRunner jobs;
    const std::vector<ui::PageSpec> pages;
    auto *dialog = new ui::SearchDialog(jobs, client.finder(), unit, pages, &page);  // deletes itself
    auto *anything = dialog->findChild<QLineEdit *>(QStringLiteral("search.text"));
    auto *found = dialog->findChild<ui::TableView *>(QStringLiteral("search.table"));
    std::map<std::string, std::vector<double>> taken;
    for (const auto &person : somePeople(client, unit, times)) {
        const auto initials = domain::pinyinInitials(person.name).value(0).toLower();
        const std::pair<const char *, QString> words[] = {
            {"name", person.name},
            {"initials", initials},
            {"last four", person.documentNumber.right(4)},
            {"six in the middle", person.documentNumber.mid(8, 6)},
        };
        for (const auto &[kind, word] : words) {
            for (qsizetype length = 1; length <= word.size(); ++length) {
                const double ms = press(*page.table(), page.table()->listModel(), &QAbstractItemModel::modelReset,
                                        *field, word.left(length));
                taken[kind].push_back(ms);
                taken["all"].push_back(ms);
            }
            press(*page.table(), page.table()->listModel(), &QAbstractItemModel::modelReset, *field, {});
        }
    }
    dialog->open();
    for (const auto &person : somePeople(client, unit, times)) {
        const auto initials = domain::pinyinInitials(person.name).value(0).toLower();
        for (const auto &word : {person.name, initials, person.documentNumber.right(6)}) {
            for (qsizetype length = 1; length <= word.size(); ++length)
                taken["Ctrl+K"].push_back(
                    press(*found, dialog, &ui::SearchDialog::answered, *anything, word.left(length)));
            press(*found, dialog, &ui::SearchDialog::answered, *anything, {});
        }
    }
    dialog->reject();
    nlohmann::json figures;
    for (const auto &[kind, values] : taken)
        figures[kind] = figuresOf(values);
    return figures;
}

}  // namespace bench
