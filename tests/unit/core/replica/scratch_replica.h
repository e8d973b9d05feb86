// A replica in a folder of its own, a clock that is turned by hand, and short ways to say what a server
// would.
#pragma once

#include "core/model/uuid7.h"
#include "core/random.h"
#include "core/replica/replica.h"
#include "core/storage/database.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace larder::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestClock final : public Clock {
public:
    Micros now() const override { return time; }
    Micros monotonic() const override { return time; }

    Micros time = std::chrono::hours(24 * 365 * 55);
};

class TestRandom final : public Random {
public:
    quint64 next() override
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state;
    }

    quint64 state = 0x9e3779b97f4a7c15;
};

template<typename Id> Id idOf(quint8 number)
{
    Id id;
    id.value.bytes.fill(number);
    return id;
}

struct ScratchReplica {
    ScratchReplica() { open(); }

    void open()
    {
        replica.reset();
        auto opened = replica::Replica::open(path(), clock, stamps);
        if (!opened) {
            qFatal("can't open the replica: %s", qPrintable(opened.error().detail));
        }
        replica = std::move(*opened);
        QObject::connect(replica.get(), &replica::Replica::rowsChanged,
            [this](const replica::RowsChanged &change) { changes.push_back(change); });
    }
    QString path() const { return dir.filePath(u"replica.sqlite"_s); }
    // By another hand: a table that is not there fails as one that the disk does not give.
    void rename(const QString &table, const QString &to)
    {
        auto database = storage::Database::open({ .name = path() });
        QVERIFY(database && (*database)->execute(u"ALTER TABLE %1 RENAME TO %2"_s.arg(table, to)));
    }

    model::Stamp tick()
    {
        clock.time += 1ms;
        return stamps.tick(clock.now() + replica->clockOffset());
    }

    // Signed in, with `space` granted and held up to `version`.
    void signIn(model::Role role = model::Role::Owner, qint64 version = 1)
    {
        QVERIFY(replica->setUser(me));
        welcome({ { space, model::SpaceKind::List, role, version } });
        QVERIFY(replica->applyRows(rows(0, version, { listRow(version) })));
    }
    void welcome(
        std::vector<protocol::SpaceGrant> grants, const QString &epoch = u"first"_s, Micros offset = {})
    {
        protocol::Welcome message;
        message.epoch = epoch;
        message.now = (clock.now() + offset).count();
        message.spaces = std::move(grants);
        QVERIFY(replica->applyWelcome(message, offset));
    }
    model::Record listRow(qint64 version) const
    {
        model::Record row { { space, model::Kind::List, { space.value } }, {}, version, ana };
        row.set(model::list::kName, u"Home"_s, model::Stamp { 1000 });
        return row;
    }

    model::RecordKey item(quint8 number) const
    {
        return { space, model::Kind::Item, idOf<model::RecordId>(number) };
    }
    // An item as the server sends it.
    model::Record row(
        quint8 number, qint64 version, std::vector<model::Register> registers, model::UserId author) const
    {
        model::Record made { item(number), {}, version, author };
        for (auto &reg : registers) {
            made.set(reg.field, std::move(reg.value), reg.stamp);
        }
        return made;
    }
    protocol::Rows rows(qint64 from, qint64 to, std::vector<model::Record> list) const
    {
        protocol::Rows message;
        message.space = space;
        message.from = from;
        message.to = to;
        message.rows = std::move(list);
        return message;
    }

    // A local write, stamped now.
    model::Register put(const model::RecordKey &key, model::FieldNumber field, model::Value value)
    {
        const model::Register reg { field, tick(), std::move(value) };
        const auto done = replica->write({ key, { reg } });
        if (!done) {
            qFatal("a write was refused: %s", qPrintable(done.error().detail));
        }
        return reg;
    }
    model::Record recordAt(const model::RecordKey &key)
    {
        return (*replica->record(key)).value_or(model::Record {});
    }
    std::vector<replica::QueuedWrite> take() { return *replica->takeQueued(500, 1 << 20); }
    // The server keeps all that is queued, at `version`.
    void pushAll(qint64 version)
    {
        const auto sent = take();
        protocol::Pushed answer;
        answer.versions = { { space, version } };
        QVERIFY(replica->acknowledge(sent, answer));
    }

    QTemporaryDir dir;
    TestClock clock;
    model::StampClock stamps;
    std::unique_ptr<replica::Replica> replica;
    std::vector<replica::RowsChanged> changes;
    model::SpaceId space = idOf<model::SpaceId>(0x51);
    model::UserId me = idOf<model::UserId>(0xa1);
    model::UserId ana = idOf<model::UserId>(0xa2);
};

} // namespace larder::test
