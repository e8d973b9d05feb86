#include "server/store/page.h"

#include "core/limits.h"
#include "server/store/record_rows.h"
#include "server/store/statements.h"

#include <algorithm>
#include <limits>

namespace larder::server {

using namespace Qt::StringLiterals;
using model::Record;

namespace {

// Everything after (version, id) of one kind.
struct After {
    qint64 version = 0;
    model::Uuid id;
};

constexpr model::Uuid kLastId = [] {
    model::Uuid id;
    id.bytes.fill(0xff);
    return id;
}();

// Where the rows of a kind begin that come after a place in the order (version, kind, id).
After startOf(model::Kind kind, const PageRequest &request)
{
    if (!request.resumeAfter) {
        return { request.since, kLastId };
    }
    const PagePosition &place = *request.resumeAfter;
    if (kind == place.kind) {
        return { place.version, place.id.value };
    }
    return { kind < place.kind ? place.version : place.version - 1, kLastId };
}

bool inOrder(const Record &a, const Record &b)
{
    return std::tie(a.version, a.key.kind, a.key.id) < std::tie(b.version, b.key.kind, b.key.id);
}

// Rows of all kinds in order, at least as many as fit a page and the one after it, when there is one.
struct Gathered {
    std::vector<model::UserId> readers; // who may have them
    qint64 version = 0;
    qint64 horizon = 0;
    std::vector<Record> rows;
};

Result<Gathered> gather(Dialect &dialect, std::span<const model::UserId> readers, const PageRequest &request)
{
    Gathered result;
    const model::Uuid space = request.space.value;
    std::vector<Call> calls;
    calls.push_back({ .statement = &sql::kBeginRead });
    std::vector<CellRow> asked;
    for (const model::UserId &reader : readers) {
        asked.push_back({ space, reader.value });
    }
    calls.push_back({ .statement = &sql::kRoles, .rows = std::move(asked), .each = [&](const RowReader &row) {
                         if (model::Role(row.integer(2)) != model::Role::None) {
                             result.readers.push_back({ row.id(1) });
                         }
                         return true;
                     } });
    calls.push_back({ .statement = &sql::kSpace, .rows = { { space } }, .each = [&](const RowReader &row) {
                         result.version = row.integer(1);
                         result.horizon = row.integer(2);
                         return true;
                     } });
    const qint64 until
        = request.resumeAfter ? request.resumeAfter->version : std::numeric_limits<qint64>::max();
    for (const model::KindInfo &kind : model::kinds()) {
        const After after = startOf(kind.kind, request);
        calls.push_back({ .statement = &sql::kPageRecords,
            .kind = &kind,
            .rows = { { space, after.version, after.id, until, qint64(limits::kPageRows + 1) } },
            .each = [&result, &kind, bytes = qint64(0)](const RowReader &row) mutable {
                if (result.readers.empty() || bytes > limits::kPageBytes) {
                    return false;
                }
                result.rows.push_back(readRecord(kind, row));
                bytes += encodedBytes(result.rows.back());
                return true;
            } });
    }
    calls.push_back({ .statement = &sql::kCommit });
    if (auto read = dialect.run(calls); !read) {
        (void)dialect.run(std::vector<Call> { { .statement = &sql::kRollback } });
        return Failure(read.error());
    }
    std::ranges::sort(result.rows, inOrder);
    return result;
}

std::size_t rowsThatFit(const std::vector<Record> &rows)
{
    qint64 bytes = 0;
    std::size_t count = 0;
    for (; count < rows.size() && count < std::size_t(limits::kPageRows); ++count) {
        bytes += encodedBytes(rows[count]);
        if (count > 0 && bytes > limits::kPageBytes) {
            break;
        }
    }
    return count;
}

} // namespace

Result<SharedPage> readPage(
    Dialect &dialect, std::span<const model::UserId> readers, const PageRequest &request)
{
    auto gathered = gather(dialect, readers, request);
    if (!gathered) {
        return Failure(gathered.error());
    }
    if (gathered->readers.empty()) {
        return Failure(Code::NotAMember);
    }
    SharedPage shared;
    shared.readers = std::move(gathered->readers);
    Page &page = shared.page;
    page.from = request.since;
    page.horizon = gathered->horizon;
    if (request.since > 0 && request.since < gathered->horizon && request.horizon != gathered->horizon) {
        page.reset = true;
        return shared;
    }
    page.part = request.part;
    page.rows = std::move(gathered->rows);
    const std::size_t fit = rowsThatFit(page.rows);
    if (fit == page.rows.size()) {
        page.to
            = request.resumeAfter ? request.resumeAfter->version : std::max(request.since, gathered->version);
    } else {
        page.to = page.rows[fit - 1].version;
        page.last = page.rows[fit].version != page.to;
        page.rows.resize(fit);
    }
    if (!page.last) {
        const Record &end = page.rows.back();
        page.resumeAfter = PagePosition { end.version, end.key.kind, end.key.id };
    }
    page.more = !page.last || page.to < gathered->version;
    return shared;
}

} // namespace larder::server
