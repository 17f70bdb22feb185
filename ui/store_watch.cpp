#include "ui/store_watch.h"

#include <QThread>
#include <QTimer>

#include <chrono>

namespace ui {

namespace {

constexpr std::chrono::seconds patience{20};

}  // namespace

StoreWatch::StoreWatch(service::DiagnosisService &diagnosis, MessageStrip &strip, QObject *parent)
    : QObject(parent), m_diagnosis(diagnosis), m_strip(strip)
{
}

void StoreWatch::beginLater()
{
    QTimer::singleShot(patience, this, &StoreWatch::begin);
}

void StoreWatch::begin()
{
    m_jobs.run(
        this,
        [&diagnosis = m_diagnosis](base::Job &job) {
            QThread::currentThread()->setPriority(QThread::IdlePriority);  // of this runner's own pool
            return diagnosis.checkStore(job);
        },
        [this](const base::Result<void> &sound) {
            if (sound || sound.error().code != QLatin1String("store.damaged"))
                return;
            m_strip.show(Tone::Danger,
                         tr("检查发现本机数据文件有损坏。请尽快在「数据备份与恢复」中从最近的备份恢复：能够读出的申报和缴款记录都会"
                            "保留，损坏的文件也会保留一份。"));
        });
}

}  // namespace ui
