// The store against a model of it that fits on a page: a map of records and the merge. Whatever is pushed, in
// whatever batches, both hold the same registers, refuse the same writes and count the same versions.
#include "core/model/validate.h"
#include "tests/support/generators.h"
#include "tests/support/properties.h"
#include "tests/support/store_home.h"

#include <QtSql/QSqlQuery>
#include <QtTest/QTest>

#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace larder;
using namespace larder::test;
using model::Kind;
using model::Record;
using model::RecordKey;
using protocol::Write;

namespace item = larder::model::item;
namespace list = larder::model::list;

class Model {
public:
    explicit Model(Micros now)
        : m_now(now.count())
    {
    }

    // What a push changes, and the indices of the writes it refuses.
    std::vector<int> push(const std::vector<Write> &writes)
    {
        std::vector<int> refused;
        std::set<model::SpaceId> changed;
        for (const bool lists : { true, false }) {
            for (std::size_t i = 0; i < writes.size(); ++i) {
                const Write &write = writes[i];
                if ((write.key.kind == Kind::List) != lists) {
                    continue;
                }
                const model::KindInfo &kind = *model::findKind(write.key.kind);
                Record record = m_records.contains(write.key)
                    ? m_records[write.key]
                    : Record { .key = write.key, .registers = {}, .version = 0, .author = {} };
                std::vector<model::Register> registers = write.registers;
                for (model::Register &reg : registers) {
                    const qint64 latest = m_now + limits::kClockToleranceMicros;
                    const model::Register *held = record.find(reg.field);
                    const qint64 behind = held ? held->stamp.micros : 0;
                    if (behind > latest && reg.value == held->value) {
                        reg.stamp.micros = behind;
                    } else if (behind > latest) {
                        const bool lately
                            = reg.stamp.micros <= latest && reg.stamp.micros > m_now - limits::kLatelyMicros;
                        if (lately || reg.stamp.micros > behind) {
                            reg.stamp.micros = behind + 1;
                        }
                    } else if (reg.stamp.micros > latest) {
                        reg.stamp.micros = std::max(m_now, behind + 1);
                    }
                }
                const bool moved = model::merge(record.registers, registers).changed();
                if ((!m_versions.contains(write.key.space) && !lists)
                    || !model::validate(kind, write.registers) || !model::checkComplete(kind, record)) {
                    refused.push_back(int(i));
                } else if (moved) {
                    m_records[write.key] = record;
                    changed.insert(write.key.space);
                    m_versions[write.key.space];
                }
            }
        }
        for (const model::SpaceId space : changed) {
            ++m_versions[space];
        }
        std::ranges::sort(refused);
        return refused;
    }

    const std::map<model::SpaceId, qint64> &versions() const { return m_versions; }
    std::vector<std::pair<RecordKey, std::vector<model::Register>>> records(model::SpaceId space) const
    {
        std::vector<std::pair<RecordKey, std::vector<model::Register>>> records;
        for (const auto &[key, record] : m_records) {
            if (key.space == space) {
                records.emplace_back(key, record.registers);
            }
        }
        return records;
    }

private:
    qint64 m_now;
    std::map<RecordKey, Record> m_records;
    std::map<model::SpaceId, qint64> m_versions;
};

class StoreModelTest : public QObject {
    Q_OBJECT

    // Few values, so that writes meet; some that no field takes.
    static rc::Gen<model::Value> anyFieldValue()
    {
        using model::Value;
        return rc::gen::weightedOneOf<Value>(
            { { 6, rc::gen::element<Value>(u"a"_s, u"b"_s, u"\u00e9\U0001F34E'\"\\{},"_s, u"NULL"_s) },
                { 4, rc::gen::element<Value>(qint64(1), qint64(3), qint64(999'999'000)) },
                { 3, rc::gen::element<Value>(true, false) }, { 2, rc::gen::just(Value()) },
                { 1, rc::gen::element<Value>(QByteArray(16, '\1'), QByteArray("x"), u" "_s, qint64(-1)) } });
    }

    rc::Gen<Write> anyWrite(quint64 firstSpace) const
    {
        return rc::gen::exec([this, firstSpace] {
            const auto in = space(firstSpace + *rc::gen::inRange<quint64>(0, 3));
            const bool isList = *rc::gen::weightedElement<bool>({ { 1, true }, { 4, false } });
            Write write;
            write.key = isList ? RecordKey { in, Kind::List, { in.value } }
                               : RecordKey { in, Kind::Item, { uuid(*rc::gen::inRange<quint64>(1, 6)) } };
            const auto stamp = [this] {
                return model::Stamp { m_clock.now().count()
                    + *rc::gen::weightedOneOf<qint64>({ { 9, rc::gen::inRange<qint64>(-3, 4) },
                        { 1,
                            rc::gen::element<qint64>(-limits::kLatelyMicros, 1 - limits::kLatelyMicros,
                                60'000'000, 60'000'001, 1LL << 50) } }) };
            };
            const int most = int(model::findKind(write.key.kind)->fields.size());
            std::map<int, model::Value> fields;
            for (const auto &[field, value] : *rc::gen::container<std::vector<std::pair<int, model::Value>>>(
                     rc::gen::pair(rc::gen::inRange(0, most), anyFieldValue()))) {
                fields[field] = value;
            }
            if (*rc::gen::weightedElement<bool>({ { 3, true }, { 1, false } })) {
                fields[1] = u"named"_s; // list::kName and item::kName
            }
            for (const auto &[field, value] : fields) {
                write.registers.push_back({ model::FieldNumber(field), stamp(), value });
            }
            return write;
        });
    }

    static int itemsOf(server::Store &store, model::SpaceId space)
    {
        QSqlQuery query(store.database().connection());
        const bool postgres = kDialectUnderTest == storage::Dialect::Postgres;
        query.prepare(u"SELECT items FROM space WHERE id = ?"_s);
        query.addBindValue(postgres ? QVariant(space.toString()) : QVariant(space.toBytes()));
        return query.exec() && query.next() && !query.isNull(0) ? query.value(0).toInt() : -1;
    }

private Q_SLOTS:
    void storeAndModelHoldTheSameAfterAnyPushes()
    {
        const StoreHome home;
        const auto store = home.open(m_clock);
        quint64 firstSpace = 1;
        holds(
            "store equals model",
            [&] {
                firstSpace += 3;
                const model::UserId author = user(firstSpace); // one user may not have all these spaces
                Model expected(m_clock.now());
                const auto pushes = *rc::gen::resize(15,
                    rc::gen::container<std::vector<std::vector<Write>>>(
                        rc::gen::container<std::vector<Write>>(anyWrite(firstSpace))));
                for (const auto &writes : pushes) {
                    const auto outcome = store->push(author, writes);
                    RC_ASSERT(bool(outcome));
                    std::vector<int> refused;
                    for (const auto &correction : outcome->corrections) {
                        if (correction.code != Code::StampClamped) {
                            refused.push_back(correction.index);
                        }
                    }
                    RC_ASSERT(refused == expected.push(writes));
                }
                for (quint64 i = 0; i < 3; ++i) {
                    const auto in = space(firstSpace + i);
                    const auto at = expected.versions().find(in);
                    RC_ASSERT(*store->version(in) == (at == expected.versions().end() ? 0 : at->second));
                    if (at == expected.versions().end()) {
                        continue;
                    }
                    std::vector<std::pair<RecordKey, std::vector<model::Register>>> kept;
                    for (Record &record : catchUp(*store, author, in)) {
                        if (record.key.kind != Kind::Member) {
                            kept.emplace_back(record.key, std::move(record.registers));
                        }
                    }
                    std::ranges::sort(kept, {}, &std::pair<RecordKey, std::vector<model::Register>>::first);
                    RC_ASSERT(kept == expected.records(in));
                    // The account of live items is never off.
                    const auto live = store->records(author, in, Kind::Item);
                    RC_ASSERT(itemsOf(*store, in) == int(live->size()));
                }
            },
            kDialectUnderTest == storage::Dialect::Sqlite ? 500 : 200);
    }

private:
    StandingClock m_clock;
};

QTEST_GUILESS_MAIN(StoreModelTest)
#include "store_model_test.moc"
