#include "tests/support/store_home.h"

#include "tests/support/postgres.h"

#include <QtCore/QtEndian>

namespace larder::test {

using namespace Qt::StringLiterals;

// The name of a database that has the schema and nothing else, made once a process.
static QString migratedTemplate()
{
    static const QString name = [] {
        const storage::Options options = PostgresServer::shared().createDatabase();
        const StandingClock clock;
        if (const auto store = server::Store::open(options, clock); !store) {
            qFatal("the store does not open: %s", qPrintable(store.error().detail));
        }
        return options.name;
    }();
    return name;
}

StoreHome::StoreHome(storage::Dialect dialect)
{
    if (dialect == storage::Dialect::Postgres) {
        m_options = PostgresServer::shared().createDatabase(migratedTemplate());
    } else {
        m_options.name = m_folder.filePath(u"larder.sqlite"_s);
    }
}

std::unique_ptr<server::Store> StoreHome::open(const Clock &clock) const
{
    auto store = server::Store::open(m_options, clock);
    if (!store) {
        qFatal("the store does not open: %s", qPrintable(store.error().detail));
    }
    return std::move(*store);
}

model::Uuid uuid(quint64 number)
{
    model::Uuid id;
    id.bytes[6] = 0x70;
    qToBigEndian(number, id.bytes.data() + 8);
    return id;
}

static protocol::Write writeOf(model::RecordKey key, Micros at, std::vector<FieldValue> fields)
{
    protocol::Write write { .key = key, .registers = {} };
    for (FieldValue &each : fields) {
        write.registers.push_back({ each.field, model::Stamp { at.count() }, std::move(each.value) });
    }
    return write;
}

protocol::Write listWrite(model::SpaceId space, Micros at, std::vector<FieldValue> fields)
{
    return writeOf({ space, model::Kind::List, { space.value } }, at, std::move(fields));
}

protocol::Write itemWrite(model::SpaceId space, quint64 item, Micros at, std::vector<FieldValue> fields)
{
    return writeOf({ space, model::Kind::Item, { uuid(item) } }, at, std::move(fields));
}

void makeList(server::Store &store, model::UserId owner, model::SpaceId space, Micros at)
{
    const protocol::Write write = listWrite(space, at, { { model::list::kName, u"Groceries"_s } });
    const auto outcome = store.push(owner, { &write, 1 });
    if (!outcome || !outcome->corrections.empty()) {
        qFatal("the list was not made: %s", outcome ? "refused" : qPrintable(outcome.error().detail));
    }
}

std::vector<model::Record> catchUp(
    server::Store &store, model::UserId reader, model::SpaceId space, qint64 since)
{
    std::vector<model::Record> rows;
    server::PageRequest request { .space = space, .since = since, .part = 0, .resumeAfter = {} };
    while (true) {
        auto page = store.page(reader, request);
        if (!page || page->reset || page->from != request.since || page->part != request.part
            || page->rows.size() > std::size_t(limits::kPageRows) || (!page->last && !page->resumeAfter)) {
            qFatal(
                "a page is not as it should be: %s", page ? "out of order" : qPrintable(page.error().detail));
        }
        for (model::Record &row : page->rows) {
            if (row.version <= request.since || row.version > page->to) {
                qFatal("a row does not belong in its page");
            }
            rows.push_back(std::move(row));
        }
        if (!page->more) {
            return rows;
        }
        request.horizon = page->horizon;
        if (page->last) {
            request = {
                .space = space, .since = page->to, .part = 0, .resumeAfter = {}, .horizon = page->horizon
            };
        } else {
            ++request.part;
            request.resumeAfter = page->resumeAfter;
        }
    }
}

} // namespace larder::test
