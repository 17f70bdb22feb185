#include "ui/refusal.h"

#include "app/recover_key.h"
#include "app/set_aside.h"
#include "base/clock.h"
#include "ui/recover_key_dialog.h"
#include "ui/shell/error_text.h"

#include <QCoreApplication>
#include <QDir>

namespace ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ui::Refusal", text);
}

using Ended = std::function<void(bool again)>;

/// What cannot be opened makes room.
void offerFreshStart(Prompt &prompt, QWidget *owner, const base::Error &error, const QString &dataFolder, Ended ended)
{
    const auto text = errorText(error);
    const Prompt::Question question{
        .title = tr("无法打开本地数据"),
        .text = text.paragraph() + QLatin1String("\n\n")
                + tr("重新开始时，打不开的数据原样移到数据文件夹的子文件夹里，不会删除。之后在登录页从备份恢复，或重新同步。"
                     "还没有取得反馈的申报和缴款，本机将不再记得：办理之前，请先同步申报记录和缴款记录，核对税务端已有的。"),
        .detail = text.details,
        .confirmText = tr("移到一旁，重新开始"),
        .cancelText = tr("退出"),
        .danger = true};
    prompt.ask(owner, question, [&prompt, owner, dataFolder, ended](bool yes) {
        if (!yes)
            return ended(false);
        const auto aside = app::setAside(dataFolder, base::Clock().now());
        if (!aside)
            return sayRefusal(prompt, owner, aside.error(), dataFolder, ended);
        prompt.tell(owner, {.title = tr("可以重新开始了"), .text = tr("原来的数据没有删除，在：%1").arg(QDir::toNativeSeparators(*aside))},
                    [ended] { ended(true); });
    });
}

void offerRecovery(Prompt &prompt, QWidget *owner, const base::Error &error, const QString &dataFolder, Ended ended)
{
    const auto text = errorText(error);
    const Prompt::Question question{.title = tr("无法打开本地数据"),
                                    .text = text.paragraph() + QLatin1String("\n\n")
                                            + tr("本机设置过备份密码：可以用它找回密钥，原样打开数据。"),
                                    .detail = text.details,
                                    .confirmText = tr("用备份密码找回"),
                                    .cancelText = tr("其他办法")};
    prompt.ask(owner, question, [&prompt, owner, error, dataFolder, ended](bool yes) {
        if (!yes)
            return offerFreshStart(prompt, owner, error, dataFolder, ended);
        auto *dialog = new RecoverKeyDialog(dataFolder, owner);
        QObject::connect(dialog, &QDialog::finished, owner, [&prompt, owner, error, dataFolder, ended](int result) {
            if (result == QDialog::Accepted)
                ended(true);
            else
                sayRefusal(prompt, owner, error, dataFolder, ended);
        });
        dialog->open();
    });
}

}  // namespace

void sayRefusal(Prompt &prompt, QWidget *owner, const base::Error &error, const QString &dataFolder,
                std::function<void(bool again)> ended)
{
    const auto text = errorText(error);
    if (!app::isUnreadable(error)) {
        prompt.tell(owner, {.title = tr("无法启动"), .text = text.paragraph(), .detail = text.details, .failed = true},
                    [ended] { ended(false); });
        return;
    }
    if (app::mayRecoverKey(error, dataFolder))
        offerRecovery(prompt, owner, error, dataFolder, std::move(ended));
    else
        offerFreshStart(prompt, owner, error, dataFolder, std::move(ended));
}

}  // namespace ui
