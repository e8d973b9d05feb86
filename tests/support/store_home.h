// A place where a Store keeps its data for one test, and the dialect that this test program is compiled for:
// the same source runs over SQLite (label unit) and, with LARDER_ON_POSTGRES, over PostgreSQL (label pg).
#pragma once

#include "server/store/store.h"

#include <QtCore/QTemporaryDir>

#include <memory>

namespace larder::test {

#ifdef LARDER_ON_POSTGRES
inline constexpr storage::Dialect kDialectUnderTest = storage::Dialect::Postgres;
#else
inline constexpr storage::Dialect kDialectUnderTest = storage::Dialect::Sqlite;
#endif

// A clock that stands until it is turned.
class StandingClock final : public Clock {
public:
    Micros now() const override { return m_now; }
    Micros monotonic() const override { return m_now; }
    void advance(Micros by) { m_now += by; }

private:
    Micros m_now = std::chrono::hours(24 * 365 * 56);
};

class StoreHome {
public:
    explicit StoreHome(storage::Dialect dialect = kDialectUnderTest);

    const storage::Options &options() const { return m_options; }
    // Aborts the test when it does not open.
    std::unique_ptr<server::Store> open(const Clock &clock) const;

private:
    QTemporaryDir m_folder; // of the SQLite file
    storage::Options m_options;
};

// Ids that tell a reader which is which.
model::Uuid uuid(quint64 number);
inline model::UserId user(quint64 number)
{
    return { uuid(0x1000'0000 + number) };
}
inline model::SpaceId space(quint64 number)
{
    return { uuid(0x2000'0000 + number) };
}

struct FieldValue {
    model::FieldNumber field = 0;
    model::Value value;
};
protocol::Write listWrite(model::SpaceId space, Micros at, std::vector<FieldValue> fields);
protocol::Write itemWrite(model::SpaceId space, quint64 item, Micros at, std::vector<FieldValue> fields);

// A list of `owner`, as its device pushes it. Aborts the test when it is refused.
void makeList(server::Store &store, model::UserId owner, model::SpaceId space, Micros at);
// All that a reader gets of a space, page by page; checks that the pages lead on without a gap.
std::vector<model::Record> catchUp(
    server::Store &store, model::UserId reader, model::SpaceId space, qint64 since = 0);

} // namespace larder::test
