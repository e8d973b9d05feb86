// A store over a database of its own that holds one list of Ana's, at version 1; each test function begins
// and ends it.
#pragma once

#include "core/limits.h"
#include "server/store/store.h"
#include "tests/support/store_home.h"

#include <QtTest/QTest>

namespace larder::test {

inline const model::UserId kAna = user(1);
inline const model::UserId kBen = user(2);
inline const model::UserId kEve = user(3);

class StoreFixture : public QObject {
protected:
    void begin()
    {
        m_home = std::make_unique<StoreHome>();
        m_store = m_home->open(m_clock);
        makeList(*m_store, kAna, space(1), now());
    }
    void end()
    {
        m_store.reset();
        m_home.reset();
    }
    Micros now() const { return m_clock.now(); }
    qint64 version() { return m_store->version(space(1)).value_or(-1); }
    protocol::Write named(quint64 number, const QString &name) const
    {
        return itemWrite(space(1), number, now(), { { model::item::kName, name } });
    }
    server::PushOutcome push(model::UserId author, const std::vector<protocol::Write> &writes)
    {
        auto outcome = m_store->push(author, writes);
        if (!outcome) {
            qFatal("the push failed: %s", qPrintable(outcome.error().detail));
        }
        return std::move(*outcome);
    }
    model::Record record(quint64 number)
    {
        for (const model::Record &each : catchUp(*m_store, kAna, space(1))) {
            if (each.key.id.value == uuid(number)) {
                return each;
            }
        }
        return {};
    }
    void fill(int items)
    {
        std::vector<protocol::Write> writes;
        for (int i = 0; i < items; ++i) {
            writes.push_back(named(quint64(100'000 + i), QStringLiteral("Item %1").arg(i)));
            if (writes.size() == limits::kWritesPerPush || i + 1 == items) {
                QVERIFY(push(kAna, std::exchange(writes, {})).corrections.empty());
            }
        }
    }
    static std::vector<std::pair<int, Code>> codes(const server::PushOutcome &outcome)
    {
        std::vector<std::pair<int, Code>> codes;
        for (const protocol::Correction &correction : outcome.corrections) {
            codes.emplace_back(correction.index, correction.code);
        }
        return codes;
    }

    StandingClock m_clock;
    std::unique_ptr<StoreHome> m_home;
    std::unique_ptr<server::Store> m_store;
};

} // namespace larder::test
