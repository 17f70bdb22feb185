#pragma once
// Lists that come in pages.

#include "gateway/reader.h"
#include "gateway/tax_side.h"

namespace gateway {

/// A page of a list, and where the next one starts (empty: there is none).
template <class Row>
struct Page {
    QVector<Row> rows;
    QString nextCursor;
};

template <class Fn>
auto readPage(const Reader &reader, Fn row)
{
    return Page<std::invoke_result_t<Fn, const Reader &>>{reader.list("items", row),
                                                          reader.optionalText("nextCursor", 200)};
}

// A unit of a hundred thousand people declares and pays a hundred items a month. Pages count too: they may be empty.
constexpr qsizetype kMostRows = 100'000;
constexpr int kMostPages = 1000;

/// A row, and what it holds.
template <class Row>
qsizetype weightOf(const Row &row)
{
    if constexpr (requires { row.items.size(); })
        return 1 + row.items.size();
    else
        return 1;
}

/// A list that leads back to where it was would never end.
inline base::Error wanderedError()
{
    base::Error error;
    error.kind = base::Error::Kind::Protocol;
    error.code = QStringLiteral("protocol.shape");
    error.detail = QStringLiteral("field nextCursor");
    return error;
}

/// Walks all pages of a list that is never long. `path` has a query already.
template <class Fn>
auto fetchAll(const Access &access, const QString &path, Fn row, base::Job &job)
    -> base::Result<QVector<std::invoke_result_t<Fn, const Reader &>>>
{
    QVector<std::invoke_result_t<Fn, const Reader &>> rows;
    QString cursor;
    qsizetype weight = 0;
    int pages = 0;
    do {
        const QString at = cursor.isEmpty() ? QString() : QStringLiteral("&cursor=") + encoded(cursor);
        const auto page
            = decoded(access.get(path + at, job), [&](const Reader &reader) { return readPage(reader, row); });
        if (!page)
            return page.error();
        for (const auto &one : page->rows)
            weight += weightOf(one);
        if ((page->nextCursor == cursor && !cursor.isEmpty()) || weight > kMostRows || ++pages > kMostPages)
            return wanderedError();
        rows += page->rows;
        cursor = page->nextCursor;
    } while (!cursor.isEmpty());
    return rows;
}

}  // namespace gateway
