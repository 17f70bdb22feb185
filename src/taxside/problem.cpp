#include "taxside/problem.h"

#include "taxside/exchange.h"
#include "taxside/json.h"

#include <cstring>

namespace taxside {

namespace {

struct Row {
    const char *code;
    int status;
    const char *title;
};

constexpr Row kRows[] = {
    {"unit-not-found", 404, "未查询到单位参保登记信息"},
    {"invalid-request", 400, "请求内容不符合接口约定"},
    {"wrong-password", 401, "申报密码错误"},
    {"password-locked", 423, "申报密码已锁定"},
    {"password-must-change", 403, "请先修改初始申报密码"},
    {"weak-password", 422, "新密码不符合规则"},
    {"session-expired", 401, "登录已失效"},
    {"not-found", 404, "未找到"},
    {"unknown-path", 404, "没有该接口"},
    {"id-reused", 409, "同一编号已用于其他内容"},
    {"withdrawn", 409, "该提交已撤回"},
    {"already-received", 409, "该提交已收到"},
    {"already-declared", 409, "该费款已申报"},
    {"totals-changed", 409, "金额已变化"},
    {"not-voidable", 409, "该申报不能作废"},
    {"already-paid", 409, "该费款已缴纳"},
    {"in-voucher", 409, "该费款已开具银行端凭证"},
    {"in-payment", 409, "该费款正在扣款"},
    {"agreement-invalid", 422, "三方协议不可用"},
    {"outside-window", 422, "不在申报期内"},
    {"commitment-required", 422, "未接受承诺书"},
    {"module-off", 403, "本地区未开通该功能"},
    {"sync-restart", 410, "请重新全量更新"},
    {"unavailable", 503, "服务暂时不可用"},
    {"internal", 500, "系统内部错误"},
};

const Row &rowOf(const char *code)
{
    for (const auto &row : kRows) {
        if (std::strcmp(row.code, code) == 0)
            return row;
    }
    return kRows[std::size(kRows) - 1];
}

}  // namespace

Problem::Problem(const char *problemCode, QString detailText)
    : code(rowOf(problemCode).code), status(rowOf(problemCode).status),
      title(QString::fromUtf8(rowOf(problemCode).title)), detail(std::move(detailText))
{
}

Answer answerOf(const Problem &problem)
{
    Json body = {{"type", std::string("urn:shebao:problem:") + problem.code},
                 {"title", jsonText(problem.title)},
                 {"status", problem.status},
                 {"code", problem.code}};
    if (!problem.detail.isEmpty())
        body["detail"] = jsonText(problem.detail);
    if (problem.attemptsLeft >= 0)
        body["attemptsLeft"] = problem.attemptsLeft;
    Answer answer;
    answer.status = problem.status;
    answer.contentType = "application/problem+json";
    answer.body = body.dump();
    return answer;
}

}  // namespace taxside
