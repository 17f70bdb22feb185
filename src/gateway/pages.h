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
    do {
        const QString at = cursor.isEmpty() ? QString() : QStringLiteral("&cursor=") + encoded(cursor);
        const auto page
            = decoded(access.get(path + at, job), [&](const Reader &reader) { return readPage(reader, row); });
        if (!page)
            return page.error();
        rows += page->rows;
        if (page->nextCursor == cursor && !cursor.isEmpty())
            return wanderedError();
        cursor = page->nextCursor;
    } while (!cursor.isEmpty());
    return rows;
}

}  // namespace gateway
