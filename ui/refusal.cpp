#include "ui/refusal.h"

#include "app/recover_key.h"
#include "app/set_aside.h"
#include "base/clock.h"
#include "ui/modules/settings/diagnosis_dialog.h"
#include "ui/recover_key_dialog.h"
#include "ui/shell/error_text.h"
#include "ui/style/tr.h"

#include <QDir>

namespace ui {

namespace {

/// The bundle of a start that came to nothing: shown, and saved if the user says so.
Prompt::Aside diagnosisOf(Prompt &prompt, const Refused &refused)
{
    return {Tr::tr("诊断…"), [&prompt, refused](QWidget *dialog) {
                static const base::Clock clock;
                const Desk desk{*new JobRunner(dialog), prompt, clock, {}, [] {}, [] {}};
                const auto collect = [refused](base::Job &) -> base::Result<service::Diagnosis> {
                    return service::DiagnosisService::ofRefusedStart(refused.error, refused.dataFolder, refused.program, clock);
                };
                (new DiagnosisDialog(desk, collect, dialog))->open();
            }};
}

/// What cannot be opened makes room.
void offerFreshStart(Prompt &prompt, QWidget *owner, const Refused &refused, Ended ended)
{
    const auto text = errorText(refused.error);
    const Prompt::Question question{
        .title = Tr::tr("无法打开本地数据"),
        .text = text.paragraph() + QLatin1String("\n\n")
                + Tr::tr("重新开始时，打不开的数据原样移到数据文件夹的子文件夹里，不会删除。之后在登录页从备份恢复，或重新同步。"
                         "还没有取得反馈的申报和缴款，本机将不再记得：办理之前，请先同步申报记录和缴款记录，核对税务端已有的。"),
        .detail = text.details,
        .confirmText = Tr::tr("移到一旁，重新开始"),
        .cancelText = Tr::tr("退出"),
        .danger = true,
        .aside = diagnosisOf(prompt, refused)};
    prompt.ask(owner, question, [&prompt, owner, refused, ended](bool yes) {
        if (!yes)
            return ended(false);
        const auto aside = app::setAside(refused.dataFolder, base::Clock().now());
        if (!aside)
            return sayRefusal(prompt, owner, {aside.error(), refused.dataFolder, refused.program}, ended);
        prompt.tell(owner, {.title = Tr::tr("可以重新开始了"), .text = Tr::tr("原来的数据没有删除，在：%1").arg(QDir::toNativeSeparators(*aside))},
                    [ended] { ended(true); });
    });
}

/// Whoever held the files may have let go of them.
void offerAnotherTry(Prompt &prompt, QWidget *owner, const Refused &refused, Ended ended)
{
    const auto text = errorText(refused.error);
    const Prompt::Question question{.title = Tr::tr("本地数据没有就绪"),
                                    .text = text.paragraph() + QLatin1String("\n\n")
                                            + Tr::tr("数据文件夹：%1").arg(QDir::toNativeSeparators(refused.dataFolder)),
                                    .detail = text.details,
                                    .confirmText = Tr::tr("重试"),
                                    .cancelText = Tr::tr("其他办法"),
                                    .aside = diagnosisOf(prompt, refused)};
    prompt.ask(owner, question, [&prompt, owner, refused, ended](bool yes) {
        if (yes)
            return ended(true);
        offerFreshStart(prompt, owner, refused, ended);
    });
}

void offerRecovery(Prompt &prompt, QWidget *owner, const Refused &refused, Ended ended)
{
    const auto text = errorText(refused.error);
    const Prompt::Question question{.title = Tr::tr("无法打开本地数据"),
                                    .text = text.paragraph() + QLatin1String("\n\n")
                                            + Tr::tr("本机设置过备份密码：可以用它找回密钥，原样打开数据。"),
                                    .detail = text.details,
                                    .confirmText = Tr::tr("用备份密码找回"),
                                    .cancelText = Tr::tr("其他办法"),
                                    .aside = diagnosisOf(prompt, refused)};
    prompt.ask(owner, question, [&prompt, owner, refused, ended](bool yes) {
        if (!yes)
            return offerFreshStart(prompt, owner, refused, ended);
        auto *dialog = new RecoverKeyDialog(refused.dataFolder, owner);
        QObject::connect(dialog, &QDialog::finished, owner, [&prompt, owner, refused, ended](int result) {
            if (result == QDialog::Accepted)
                ended(true);
            else
                sayRefusal(prompt, owner, refused, ended);
        });
        dialog->open();
    });
}

}  // namespace

void sayRefusal(Prompt &prompt, QWidget *owner, const Refused &refused, Ended ended)
{
    const auto text = errorText(refused.error);
    if (!app::isUnreadable(refused.error)) {
        prompt.tell(owner,
                    {.title = Tr::tr("无法启动"),
                     .text = text.paragraph(),
                     .detail = text.details,
                     .failed = true,
                     .aside = diagnosisOf(prompt, refused)},
                    [ended] { ended(false); });
        return;
    }
    if (app::mayGoWellAgain(refused.error))
        offerAnotherTry(prompt, owner, refused, std::move(ended));
    else if (app::mayRecoverKey(refused.error, refused.dataFolder))
        offerRecovery(prompt, owner, refused, std::move(ended));
    else
        offerFreshStart(prompt, owner, refused, std::move(ended));
}

}  // namespace ui
