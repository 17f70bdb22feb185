// The sentences of every error code there is. docs/errors.md is written from this table; a test holds them together.
#include "ui/shell/error_text.h"

#include <QCoreApplication>

namespace ui {
namespace {

enum Offer { None = 0, Login = 1, Network = 2, Retry = 4 };

struct Line {
    const char *code;
    const char *what;
    const char *next;
    int offers;
};

#define T(text) QT_TRANSLATE_NOOP("errors", text)

constexpr Line taxSide[] = {
    {"unit-not-found", T("税务端没有这个纳税人识别号的参保登记"), T("请核对号码；刚办理登记的单位请向主管税务机关确认"), None},
    {"invalid-request", T("税务端认为这次请求的内容不正确"), T("请先更新程序和业务规则后再试；仍不行请运行「一键诊断」"), None},
    {"wrong-password", T("申报密码不正确"), T("请核对后重新输入；连续错误 5 次会被锁定"), None},
    {"password-locked", T("申报密码已被锁定"), T("请等待锁定解除，或携带证件到主管税务机关办税服务厅重置"), None},
    {"password-must-change", T("首次登录必须修改初始密码"), T("请先设置新的申报密码"), Login},
    {"weak-password", T("新密码不符合要求"), T("请使用 8–20 位、至少含数字、字母、符号中两种，且与原密码不同的密码"), None},
    {"session-expired", T("登录已过期"), T("请重新输入申报密码；已填写的内容都还在"), Login},
    {"not-found", T("税务端没有找到这条数据"), T("请刷新列表后再试"), Retry},
    {"unknown-path", T("这个地址没有提供这项服务，服务器地址可能有误"), T("请联系管理员核对服务器配置中的地址"), None},
    {"id-reused", T("税务端已有同一编号、内容不同的提交"), T("这次提交没有生效。请刷新申报记录后重新提交"), None},
    {"withdrawn", T("这次提交已经撤回，税务端不再受理"), T("没有办理任何业务。需要时请重新填报并提交"), None},
    {"already-received", T("这次提交已经到达税务端，没有撤回"), T("请「获取反馈」查看结果"), None},
    {"already-declared", T("所选费款已经申报过"), T("请在「申报记录」中查看；列表已过时，请刷新"), Retry},
    {"totals-changed", T("税务端的应缴数据已变化，与所提交的金额不一致"), T("请刷新列表，核对新的金额后再提交"), Retry},
    {"not-voidable", T("这条记录现在不能作废"), T("已缴款或正在缴款的申报不能作废，请刷新后查看状态"), Retry},
    {"already-paid", T("所选费款已经缴清"), T("请刷新欠费列表"), Retry},
    {"in-voucher", T("所选费款在一张未缴的银行端凭证中"), T("请用该凭证缴款，或先作废凭证"), None},
    {"in-payment", T("所选费款正在扣款中"), T("请稍后「获取反馈」，不要重复缴款"), None},
    {"agreement-invalid", T("三方协议未验证或已失效"), T("请另选协议，或到主管税务机关和开户银行办理"), None},
    {"commitment-required", T("税务端要求先接受承诺书"), T("请阅读并同意承诺书后重新提交"), None},
    {"outside-window", T("现在不在办理时间内"), T("请在业务规则规定的时间内办理"), None},
    {"module-off", T("本地区没有开通这项业务"), T("请在「系统业务规则更新」中更新规则后再看"), None},
    {"sync-restart", T("税务端要求重新下载全部数据"), T("请执行一次「全量更新」"), Retry},
    {"not-implemented", T("税务端还没有提供这项服务"), T("请等待税务端开通，或到办税服务厅办理"), None},
    {"unavailable", T("税务端正在维护或过于繁忙"), T("请过几分钟再试"), Retry},
    {"internal", T("税务端内部出错"), T("请稍后再试；多次出现请把「一键诊断」的文件交给税务端"), Retry},
    {"server.failed", T("税务端出错，没有给出原因"), T("请稍后再试"), Retry},
};

constexpr Line wire[] = {
    {"network.refused", T("税务端地址拒绝了连接"), T("请检查网络和代理设置，或稍后再试"), Network | Retry},
    {"network.host-not-found", T("找不到税务端的地址"),
     T("请检查网络是否连通；通过代理上网的请设置代理；税务端更换过地址的，请联系管理员更新服务器配置"), Network | Retry},
    {"network.reset", T("与税务端的连接中断"), T("请检查网络后再试"), Network | Retry},
    {"network.failed", T("无法连接税务端"), T("请检查网络连接"), Network | Retry},
    {"proxy.auth", T("代理服务器要求用户名和密码"), T("请在「网络管理」中填写代理的用户名和密码"), Network},
    {"proxy.refused", T("代理服务器拒绝了连接"), T("请核对代理的地址和端口"), Network | Retry},
    {"proxy.not-found", T("找不到代理服务器"), T("请核对代理的地址"), Network},
    {"proxy.timeout", T("代理服务器没有在规定时间内接通税务端"), T("请在「网络管理」中检查代理设置，或联系单位的网络管理员"), Network | Retry},
    {"proxy.closed", T("代理服务器中断了连接"), T("请检查代理是否可用"), Network | Retry},
    {"proxy.denied", T("代理服务器不允许访问税务端"), T("请联系单位的网络管理员放行"), Network},
    {"proxy.page", T("代理服务器没有接通税务端，而是返回了一个网页"),
     T("请先在浏览器中查看网络是否要求登录；否则请网络管理员检查代理能否访问税务端"), Network | Retry},
    {"proxy.failed", T("通过代理无法连接税务端"), T("请检查代理设置"), Network | Retry},
    {"tls.untrusted", T("税务端的证书不受信任，连接已被中止"), T("请确认没有软件截获网络；单位网关使用自有证书的请联系管理员"), Network},
    {"tls.self-signed", T("对方使用自签名证书，不能证明是税务端，连接已被中止"),
     T("请核对网络和代理；单位的业务服务器确实使用自签名证书时，请管理员在服务器配置中指定证书文件"), Network},
    {"tls.expired", T("税务端的证书已过期或尚未生效，连接已被中止"), T("请先核对这台电脑的日期、时间和时区；都正确时请联系主管税务机关"), Network | Retry},
    {"tls.host-mismatch", T("证书与税务端的地址不符，连接已被中止"), T("请检查网络是否需要先登录（如宾馆、机场），或联系管理员"), Network},
    {"tls.version", T("对方只支持过时、不安全的加密方式（TLS 1.1 或更早），连接已被中止"),
     T("请核对代理和安全软件；直接连接也如此时，请联系主管税务机关"), Network},
    {"tls.handshake", T("无法与税务端建立安全连接"), T("请检查代理和安全软件的设置"), Network | Retry},
    {"timeout.connect", T("连接税务端超时"), T("请检查网络和代理后再试"), Network | Retry},
    {"timeout.answer", T("税务端没有在规定时间内答复"), T("请稍后再试"), Retry},
    {"protocol.redirect", T("答复把请求引向了别的地址，已被中止"),
     T("请检查网络是否需要先在浏览器中登录；税务端更换过地址的，请联系管理员更新服务器配置"), Network | Retry},
    {"protocol.foreign-answer", T("答复的不是税务端，而是网络中的其他设备"), T("请检查网络是否需要先在浏览器中登录，或检查代理"), Network | Retry},
    {"protocol.too-large", T("答复过大，已被中止"), T("请缩小查询范围后再试"), None},
    {"protocol.json", T("税务端的答复无法读取"), T("请稍后再试；多次出现请更新程序"), Retry},
    {"protocol.shape", T("税务端的答复与约定不符"), T("请更新程序后再试"), Retry},
    {"protocol.decode", T("税务端的答复无法解压"), T("请检查代理和安全软件是否改动了内容"), Retry},
    {"protocol.broken", T("税务端的答复不完整"), T("请检查网络后再试"), Retry},
    {"request.url", T("税务端的地址不正确"), T("请联系系统管理员核对服务器配置"), None},
    {"request.header", T("请求中有不允许的字符"), T("请运行「一键诊断」并联系支持人员"), None},
    {"cancelled", T("已取消"), T("需要时可以重新开始"), None},
};

constexpr Line upgrade[] = {
    {"upgrade.key", T("升级信息不是由认可的发布者签名的，升级没有进行"),
     T("程序没有被改动，可以继续使用。请联系主管税务机关核实升级来源"), None},
    {"upgrade.signature", T("升级信息的签名不正确，内容可能被改动过，升级没有进行"),
     T("程序没有被改动，可以继续使用。请检查网络和代理后再试；多次出现请联系主管税务机关"), Retry},
    {"upgrade.manifest", T("升级信息无法读取，升级没有进行"),
     T("程序没有被改动，可以继续使用。请改用新的安装程序升级"), None},
    {"upgrade.platform", T("提供的升级不适用于这台电脑的系统，升级没有进行"),
     T("程序没有被改动，可以继续使用。请联系主管税务机关"), None},
    {"upgrade.older", T("提供的版本比已有的版本旧，升级没有进行"),
     T("程序没有被改动，可以继续使用。多次出现请检查网络和代理是否返回了过时的内容"), Retry},
    {"upgrade.expired", T("升级信息已过有效期，升级没有进行"),
     T("程序没有被改动，可以继续使用。请先核对这台电脑的日期和时间，再重新检查"), Retry},
    {"upgrade.minimum", T("现在的版本过旧，不能直接升级到新版本"),
     T("程序没有被改动，可以继续使用。请下载新的安装程序，安装时会保留数据"), None},
    {"upgrade.name", T("升级包的文件名中有不允许的内容，升级没有进行"),
     T("程序没有被改动，可以继续使用。请联系主管税务机关"), None},
    {"upgrade.truncated", T("升级包没有下载完整，升级没有进行"),
     T("程序没有被改动，可以继续使用。请检查网络后重新升级"), Retry},
    {"upgrade.endless", T("升级包比声明的更大，下载已停止"),
     T("程序没有被改动，可以继续使用。请检查网络和代理；多次出现请联系主管税务机关"), Retry},
    {"upgrade.hash", T("升级包的内容与签名信息不一致，升级没有进行"),
     T("程序没有被改动，下载的文件已删除。请重新升级；多次出现请检查代理和安全软件是否改动了内容"), Retry},
    {"upgrade.package", T("升级包中有不允许的文件，升级没有进行"),
     T("程序没有被改动，解开的文件已删除。请联系主管税务机关"), None},
    {"upgrade.unpacked", T("升级包解开后比声明的更大，升级没有进行"),
     T("程序没有被改动，解开的文件已删除。请联系主管税务机关"), None},
    {"upgrade.swapped", T("升级文件在检查之后被改动，升级没有进行"),
     T("程序没有被改动，解开的文件已删除。请用安全软件检查这台电脑后再升级"), Retry},
    {"upgrade.not-writable", T("没有权限更新安装文件夹，升级没有进行"),
     T("程序没有被改动，可以继续使用。请由管理员运行新的安装程序"), None},
    {"upgrade.no-launcher", T("这个程序不是由安装程序安装的，不能自动升级"),
     T("程序没有被改动，可以继续使用。请使用安装程序安装后再升级"), None},
    {"upgrade.disk", T("升级文件没有写成"),
     T("程序没有被改动，可以继续使用。请检查磁盘空间和安装文件夹的权限后再试"), Retry},
    {"upgrade.busy", T("另一个窗口正在升级"),
     T("程序没有被改动。请等它完成后再试"), Retry},
    {"upgrade.switch", T("没有能够切换到新版本"),
     T("仍使用原版本，数据没有被改动。请检查安装文件夹的权限后再试，或由管理员运行新的安装程序"), Retry},
};

constexpr Line local[] = {
    {"store.failed", T("本地数据文件读写失败"), T("请检查磁盘后重新启动程序"), Retry},
    {"store.full", T("磁盘空间不足，数据没有保存"), T("请清理磁盘后再试"), Retry},
    {"store.read-only", T("没有写入本地数据文件的权限"), T("请检查数据文件夹的权限"), Retry},
    {"store.cannot-open", T("无法打开本地数据文件"), T("请检查数据文件夹是否还在、是否可读写"), Retry},
    {"store.damaged", T("本地数据文件已损坏"), T("原文件会保留；请从备份恢复，或重新同步"), None},
    {"store.aside", T("没有能够把原来的数据移到一旁"), T("没有文件被删除。请检查数据文件夹的权限和磁盘空间后再试"), None},
    {"store.unfinished", T("本地数据文件（shebao.db）不在原来的位置：上一次加密、恢复或升级时，它没有能够放回去，可能正被安全软件等程序占用"),
     T("数据没有删除，都在数据文件夹中，也没有另建空的数据。请关闭可能占用文件的程序，再重试；多次出现请运行诊断并联系支持人员"), Retry},
    {"store.key-missing", T("本地数据已加密，但它的密钥文件（store.key）不在数据文件夹里"),
     T("数据没有被改动。请把原来的 store.key 放回数据文件夹；找不到时，请重新开始，再用备份恢复"), None},
    {"store.key-foreign", T("本地数据的密钥不属于当前的系统用户或这台电脑，或已损坏"),
     T("数据没有被改动。请用原来的系统用户登录；换了电脑时，请重新开始，再用备份恢复"), None},
    {"store.key-wrong", T("本地数据无法用保存的密钥打开，密钥与数据不是一对，或数据已损坏"),
     T("数据没有被改动。请放回与数据同时复制的 store.key，或重新开始，再用备份恢复"), None},
    {"store.earlier-left", T("单位的数据已清除，但有一个旧的数据文件没有能够删除，其中还有这个单位的数据"),
     T("请关闭可能占用它的程序，再删除数据文件夹中的 shebao.db.before-restore"), None},
    {"store.copy", T("没有能够恢复升级之前的本地数据"), T("数据没有被删除。请检查数据文件夹的权限后重新启动，或重新升级"), Retry},
    {"store.busy", T("本地数据正被另一个程序占用"), T("请关闭已打开的另一个窗口后再试"), Retry},
    {"store.too-new", T("本地数据由更新版本的程序创建"), T("请升级程序；数据没有被改动"), None},
    {"backup.no-password", T("还没有设置备份密码"), T("没有生成文件。请先设置备份密码"), None},
    {"backup.password-short", T("备份密码太短"), T("请使用至少 8 个字符"), None},
    {"backup.keep", T("保留份数应在 1 到 999 之间"), T("请修改后再保存"), None},
    {"backup.password", T("备份密码不正确"), T("本机数据没有被改动。请输入制作这个备份时使用的密码"), None},
    {"backup.foreign", T("这不是本程序的备份文件"), T("本机数据没有被改动。请选择扩展名为 .sbbak 的备份文件"), None},
    {"backup.damaged", T("备份文件已损坏或不完整"), T("本机数据没有被改动。请换用另一个备份文件"), None},
    {"backup.newer", T("备份由更新版本的程序制作"), T("本机数据没有被改动。请先升级程序，再恢复这个备份"), None},
    {"backup.read", T("无法读取备份文件"), T("本机数据没有被改动。请检查文件是否还在、是否可读"), None},
    {"folder.network", T("数据文件夹在网络盘上，本地数据在那里不安全"),
     T("请换用本机硬盘上的文件夹。需要在多台电脑上使用时，请用备份与恢复"), None},
    {"folder.create", T("无法创建数据文件夹"), T("请检查磁盘空间和权限"), None},
    {"instance.lock", T("无法确认是否已有窗口在运行"), T("请重新启动程序"), None},
    {"file.write", T("文件没有写成"), T("请检查磁盘空间和文件夹权限"), Retry},
    {"vault.read", T("无法读取本机保存的密钥"), T("请用原来的系统用户登录"), None},
    {"vault.crypto", T("本机保存的密码无法解密"), T("请重新输入密码"), None},
    {"vault.damaged", T("本机保存的密码已损坏"), T("请重新输入密码"), None},
    {"office.write", T("文件没有写成"), T("请关闭正在打开它的程序，或换一个位置保存"), Retry},
    {"office.too-many-rows", T("行数超过了一个工作表的上限，文件没有写"), T("请缩小查询范围，分几次导出"), None},
    {"office.print", T("打印机没有接受这份文件"), T("请检查打印机是否连接、是否缺纸，或保存为 PDF 后再打印"), Retry},
    {"read.open", T("无法打开这个文件"), T("请检查文件是否还在、是否正被其他程序占用"), Retry},
    {"read.empty", T("这个文件是空的"), T("请另选一个文件"), None},
    {"read.unknown", T("这不是能读取的表格"), T("请使用 .xlsx、.xls 或 .csv 文件"), None},
    {"read.encrypted", T("这个表格设有打开密码"), T("请在表格软件中去掉密码，另存一份后再导入"), None},
    {"read.damaged", T("这个表格已损坏"), T("请用表格软件打开并另存一份后再导入"), None},
    {"read.too-large", T("这个表格过大，或内容异常，已停止读取"), T("请只保留需要的工作表和行，另存一份后再导入"), None},
    {"read.dtd", T("这个表格中有不允许的内容，已停止读取"), T("请用表格软件打开并另存一份后再导入"), None},
    {"config.missing", T("缺少服务器配置文件"), T("请修复安装"), None},
    {"config.json", T("服务器配置文件无法读取"), T("请修复安装"), None},
    {"config.url", T("服务器配置中的地址不正确"), T("请修复安装或联系管理员"), None},
    {"config.insecure", T("服务器配置中的地址不是安全连接"), T("请联系管理员改用 https 地址"), None},
    {"config.ca-file", T("服务器配置指定的证书文件不存在"), T("请联系管理员"), None},
    {"taxside.listen", T("演示用的税务端没有启动"), T("请关闭占用端口的程序后再试"), Retry},
    {"taxside.database", T("演示用的数据文件无法打开"), T("请检查磁盘空间和权限"), Retry},
    {"taxside.scenario", T("没有这个演示场景"), T("请另选一个场景"), None},
};

constexpr Line checks[] = {
    {"tax-number.empty", T("请输入纳税人识别号"), T("18 位统一社会信用代码，或旧的 15 位税号"), None},
    {"tax-number.length", T("纳税人识别号的位数不对"), T("应为 18 位统一社会信用代码，或旧的 15 位税号"), None},
    {"tax-number.character", T("纳税人识别号中有不允许的字符"), T("只能是数字和大写字母，且不含 I、O、S、V、Z"), None},
    {"tax-number.check", T("纳税人识别号的校验位不对"), T("多半是输错了一位，请逐位核对"), None},
    {"password.length", T("密码的长度不对"), T("请使用 8–20 位"), None},
    {"password.kinds", T("密码过于简单"), T("至少含数字、字母、符号中的两种"), None},
    {"password.character", T("密码中有不允许的字符"), T("请只用键盘上的字母、数字和符号，不含空格和汉字"), None},
    {"password.unchanged", T("新密码与原密码相同"), T("请换一个"), None},
    {"money.empty", T("请输入金额"), T("没有工资请填 0"), None},
    {"money.not-a-number", T("这不是金额"), T("请输入数字，例如 5800.00"), None},
    {"money.negative", T("金额不能为负数"), T("请重新输入"), None},
    {"money.too-many-decimals", T("金额最多两位小数"), T("请精确到分"), None},
    {"money.too-large", T("金额超过了上限"), T("请核对是否多输了一位"), None},
    {"month.not-a-month", T("这不是年月"), T("请按 2026-07 的形式输入"), None},
    {"month.too-early", T("年月早于允许的范围"), T("请按业务规则选择"), None},
    {"month.too-late", T("年月晚于允许的范围"), T("请按业务规则选择"), None},
    {"wage.empty", T("还没有要申报的职工"), T("请先添加职工"), None},
    {"wage.blocked", T("有职工的新缴费工资或生效年月没有填好"), T("请填好标出的单元格后再提交"), None},
    {"wage.duplicate", T("同一职工出现了两次"), T("请删除多余的一行"), None},
    {"wage.no-insurance", T("该职工没有正在参保的险种，不能按险种申报"), T("请先更新职工参保信息，或不按险种申报"), None},
    {"wage.commitment", T("还没有同意承诺书"), T("请阅读并勾选承诺书后再提交"), None},
    {"wage.window", T("现在不在年度缴费工资申报期内"), T("请在申报期内提交；填好的内容已保存"), None},
    {"import.no-table", T("没有找到可以导入的表格"), T("表头中要有「姓名」「证件号码」和「新缴费工资」；可下载导入模板对照"), None},
    {"import.changed", T("文件在预览之后被改动过，导入结果没有保存"), T("请重新导入这个文件，再保存导入结果"), None},
    {"import.no-value", T("公式没有结果"), T("请用表格软件打开文件，等公式算出结果后保存，再导入"), None},
    {"import.too-long", T("单元格中的内容过长"), T("请核对这个单元格，只保留应填写的内容"), None},
    {"import.document-missing", T("没有证件号码"), T("请补上证件号码"), None},
    {"import.document-as-number", T("证件号码被存成了数字，末三位已经丢失"), T("请把这一列设为文本格式，重新输入完整的证件号码"), None},
    {"import.document-noughts", T("参保职工中没有这个证件号码；它以 000 结尾，可能曾被表格软件当作数字，末三位已经丢失"),
     T("请按证件核对末三位，把这一列设为文本格式后重新输入"), None},
    {"import.staff-unknown", T("参保职工中没有这个证件号码"), T("请核对号码；新参保的职工请先更新职工参保信息"), None},
    {"import.unit-number-needed", T("这名职工在多个单位编号下参保"), T("请在表格中加上「单位编号」一列，填写要申报的单位编号"), None},
    {"import.unit-number-differs", T("单位编号与参保信息不一致"), T("请按职工参保信息填写，或清空这个单元格"), None},
    {"import.staff-stopped", T("该职工已停止缴费"), T("请删除这一行；如已恢复缴费，请先更新职工参保信息"), None},
    {"import.type-differs", T("证件类型与参保信息不一致"), T("请按职工参保信息填写"), None},
    {"import.name-differs", T("姓名与证件号码对应的职工不一致"), T("请核对姓名和证件号码"), None},
    {"import.not-insured", T("该职工没有参加这个险种"), T("请清空这个单元格，或先更新职工参保信息"), None},
    {"import.twice", T("这名职工在前面的行中已经出现过"), T("请只保留一行"), None},
    {"staff.unknown", T("本地没有这名职工"), T("请先更新职工参保信息"), None},
    {"clock.skew", T("这台电脑的时间与税务端相差半小时以上，没有登录"),
     T("请在系统设置中校准日期、时间和时区，再重新登录；申报密码没有被验证，不计入错误次数"), Retry},
    {"lock.wrong", T("登录密码不正确"), T("请核对后重新输入；忘记了可以用单位的申报密码重新设置，本机数据不会丢失"), None},
    {"lock.wait", T("登录密码输错次数过多"), T("请等提示的时间过后再试；忘记了可以用单位的申报密码重新设置"), None},
    {"lock.length", T("登录密码的长度不对"), T("请使用 6–64 个字符"), None},
    {"lock.unit", T("本机没有这个单位"), T("请输入在这台电脑上登录过的单位的纳税人识别号"), None},
    {"notice.gone", T("这条公告已经撤回或失效"), T("请刷新列表"), None},
    {"unit.unknown", T("本地没有这个单位"), T("请在「单位管理」中重新添加"), None},
    {"unit.open-submissions", T("这个单位还有没有结果的提交，不能清除数据"),
     T("请先在记录页面获取反馈或撤回；也可以移除单位而保留数据"), None},
    {"fee.none-selected", T("还没有选中要申报的费款"), T("请先勾选"), None},
    {"fee.changed", T("所选费款的金额在您确认之后有变化，没有提交申报"), T("请核对列表中新的金额，重新勾选并确认"), None},
    {"fee.not-voidable", T("这条申报现在不能作废"), T("只有申报成功且未缴款的申报可以作废"), None},
    {"declared.months", T("费款所属期的范围不正确"), T("请选择不超过 36 个月、止期不早于起期的范围"), None},
    {"certificate.none-selected", T("还没有选中职工，或所选职工在这些月份没有申报明细"), T("请先勾选职工，或改变费款所属期"), None},
    {"certificate.nothing-paid", T("没有缴款成功的费款，没有可打印的记录"), T("请改变查询条件，或在缴款成功后再打印"), None},
    {"certificate.too-many", T("一次最多生成 5000 份证明"), T("请用查询条件分批生成"), None},
    {"certificate.not-fetched", T("所选费款所属期中有还没有下载到本机的月份"), T("请先点击「查询」下载；否则证明会缺少这些月份"), None},
    {"certificate.unknown", T("本机没有这个编号的证明或单据，或记录已损坏"), T("请核对记录编号；在另一台电脑上打印的只能在那台电脑上找回"), None},
    {"payment.none-selected", T("还没有选中要缴的费款"), T("请先勾选"), None},
    {"payment.closed", T("所选费款中有现在不能缴的"), T("请刷新欠费列表后重新选择"), Retry},
    {"payment.changed", T("所选欠费的金额在您确认之后有变化，没有缴款，也没有开具凭证"), T("请核对列表中新的金额，重新勾选并确认"), None},
    {"voucher.not-issued", T("这张凭证还没有开具成功"), T("请先「获取反馈」"), None},
    {"voucher.not-voidable", T("这张凭证现在不能作废"), T("只有未缴款、未失效的凭证可以作废"), None},
    {"outbox.held", T("其中有费款已在另一次提交中，可能来自其他电脑或渠道"), T("请在申报或缴款记录中查看；等那次提交有结果，或先处理它"), None},
    {"outbox.unknown", T("本地没有这条记录"), T("请刷新列表"), Retry},
    {"outbox.not-pending", T("这条记录已经发送，不能再次发送"), T("请「获取反馈」查看结果"), None},
    {"outbox.restored", T("这条记录来自恢复的备份，备份之后可能已经发送"), T("请「获取反馈」查明结果，不要重复提交"), None},
    {"interrupted", T("发送时程序中断"), T("请「获取反馈」查明结果，不要重复提交"), None},
    {"outbox.never-arrived", T("税务端确认没有收到这次提交"), T("可以放心重新提交"), None},
    {"outbox.vanished", T("税务端曾经确认收到这次提交，现在却查不到它"),
     T("请不要重新提交。请联系管理员核对服务器地址，或稍后再「获取反馈」；仍查不到请向主管税务机关确认"), Retry},
    {"proxy.kind", T("请选择代理的类型"), T("不使用代理、系统代理、HTTP 或 SOCKS5"), None},
    {"proxy.host", T("代理的地址不正确"), T("请输入主机名或 IP 地址，不带 http://"), None},
    {"proxy.port", T("代理的端口不正确"), T("请输入 1–65535 之间的数字"), None},
    {"proxy.user", T("代理的用户名不正确"), T("用户名不能含冒号和换行"), None},
    {"proxy.password", T("代理的密码不正确"), T("密码不能含换行"), None},
};

#undef T

template <size_t N>
void append(QVector<ErrorEntry> &table, const Line (&lines)[N])
{
    for (const auto &line : lines) {
        table << ErrorEntry{QString::fromLatin1(line.code), QCoreApplication::translate("errors", line.what),
                            QCoreApplication::translate("errors", line.next), (line.offers & Login) != 0,
                            (line.offers & Network) != 0, (line.offers & Retry) != 0};
    }
}

}  // namespace

const QVector<ErrorEntry> &errorTable()
{
    static const QVector<ErrorEntry> table = [] {
        QVector<ErrorEntry> all;
        append(all, taxSide);
        append(all, wire);
        append(all, upgrade);
        append(all, local);
        append(all, checks);
        return all;
    }();
    return table;
}

}  // namespace ui
