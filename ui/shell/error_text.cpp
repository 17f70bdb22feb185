#include "ui/shell/error_text.h"

#include "ui/style/tr.h"

#include <QHash>

namespace ui {
namespace {

using Kind = base::Error::Kind;

/// What is said of a code that is not in the table.
ErrorEntry entryOf(Kind kind)
{
    switch (kind) {
    case Kind::Network: return {{}, Tr::tr("无法连接税务端"), Tr::tr("请检查网络连接"), false, true, true};
    case Kind::Proxy: return {{}, Tr::tr("代理服务器没有放行这次请求"), Tr::tr("请检查代理设置"), false, true, true};
    case Kind::Tls: return {{}, Tr::tr("无法与税务端建立安全连接"), Tr::tr("请检查代理和安全软件的设置"), false, true, true};
    case Kind::Timeout: return {{}, Tr::tr("税务端没有在规定时间内答复"), Tr::tr("请稍后再试"), false, false, true};
    case Kind::Protocol: return {{}, Tr::tr("税务端的答复与约定不符"), Tr::tr("请更新程序后再试"), false, false, true};
    case Kind::Server: return {{}, Tr::tr("税务端内部出错"), Tr::tr("请稍后再试"), false, false, true};
    case Kind::SessionExpired:
        return {{}, Tr::tr("登录已过期"), Tr::tr("请重新输入申报密码；已填写的内容都还在"), true, false, false};
    case Kind::Business: return {{}, Tr::tr("税务端没有受理"), Tr::tr("请按提示核对后再试"), false, false, false};
    case Kind::Validation: return {{}, Tr::tr("填写的内容不正确"), Tr::tr("请核对后再试"), false, false, false};
    case Kind::Store: return {{}, Tr::tr("本地数据文件读写失败"), Tr::tr("请检查磁盘后重新启动程序"), false, false, true};
    case Kind::StoreTooNew:
        return {{}, Tr::tr("本地数据由更新版本的程序创建"), Tr::tr("请升级程序；数据没有被改动"), false, false, false};
    case Kind::StoreBusy:
        return {{}, Tr::tr("本地数据正被另一个程序占用"), Tr::tr("请关闭已打开的另一个窗口后再试"), false, false, true};
    case Kind::Office: return {{}, Tr::tr("文件没有写成或无法读取"), Tr::tr("请关闭正在打开它的程序后再试"), false, false, true};
    case Kind::Cancelled: return {{}, Tr::tr("已取消"), Tr::tr("需要时可以重新开始"), false, false, false};
    }
    return {};
}

/// Local faults hardly ever get as far as the question whether anything was sent; an answer that could not be stored does.
bool concernsTheWire(const base::Error &error)
{
    if (error.sent != base::Sent::No)
        return true;
    switch (error.kind) {
    case Kind::Network:
    case Kind::Proxy:
    case Kind::Tls:
    case Kind::Timeout:
    case Kind::Protocol:
    case Kind::Server:
    case Kind::SessionExpired:
    case Kind::Business:
    case Kind::Cancelled: return true;
    case Kind::Validation:
    case Kind::Store:
    case Kind::StoreTooNew:
    case Kind::StoreBusy:
    case Kind::Office: return false;
    }
    return false;
}

const ErrorEntry *find(const QString &code)
{
    static const QHash<QString, int> places = [] {
        QHash<QString, int> all;
        for (const auto &entry : errorTable())
            all.insert(entry.code, int(all.size()));
        return all;
    }();
    const int place = places.value(code, -1);
    return place < 0 ? nullptr : &errorTable().at(place);
}

QString detailsOf(const base::Error &error)
{
    QStringList lines;
    if (!error.code.isEmpty())
        lines << Tr::tr("错误代码：%1").arg(error.code);
    if (!error.detail.isEmpty())
        lines << Tr::tr("技术信息：%1").arg(error.detail);
    if (!error.requestId.isEmpty())
        lines << Tr::tr("请求编号：%1").arg(error.requestId);
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

QString sentText(base::Sent sent)
{
    switch (sent) {
    case base::Sent::No: return Tr::tr("没有向税务端提交任何数据");
    case base::Sent::Unknown: return Tr::tr("请求可能已经到达税务端");
    case base::Sent::Yes: return Tr::tr("请求已到达税务端");
    }
    return {};
}

ErrorText errorText(const base::Error &error)
{
    const auto *known = find(error.code);
    const auto entry = known ? *known : entryOf(error.kind);
    ErrorText text;
    // The tax side's own words are closer to the case than ours.
    text.what = error.text.isEmpty() ? entry.what : error.text;
    text.next = entry.next;
    if (error.attemptsLeft >= 0)
        text.next = error.attemptsLeft == 0 ? Tr::tr("申报密码已被锁定，请到办税服务厅重置")
                                            : Tr::tr("还可以再试 %1 次，请核对后重新输入").arg(error.attemptsLeft);
    if (concernsTheWire(error) && error.code != QLatin1String("outbox.never-arrived"))
        text.sent = sentText(error.sent);
    const bool isLocal = error.kind == Kind::Store || error.kind == Kind::StoreBusy;
    const bool mustBeAsked = error.sent == base::Sent::Unknown || (error.sent == base::Sent::Yes && isLocal);
    if (mustBeAsked)
        text.next += Tr::tr("；如果是在提交，请先「获取反馈」查明结果，不要重复提交");
    text.details = detailsOf(error);
    text.offerLogin = entry.login || error.kind == Kind::SessionExpired;
    text.offerNetworkSettings = entry.network;
    text.offerRetry = entry.retry;
    return text;
}

QString ErrorText::paragraph() const
{
    QStringList sentences{what, sent, next};
    sentences.removeAll(QString());
    for (auto &sentence : sentences) {
        while (sentence.endsWith(QChar(0x3002)) || sentence.endsWith(QLatin1Char('.')))
            sentence.chop(1);
    }
    return sentences.join(QChar(0x3002)) + QChar(0x3002);
}

}  // namespace ui
