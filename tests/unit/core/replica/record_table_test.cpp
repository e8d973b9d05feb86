#include "core/replica/tables.h"
#include "core/storage/migrations.h"
#include "core/storage/transaction.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"
#include "tests/unit/core/replica/scratch_replica.h"

using namespace larder;
using namespace larder::model;
using namespace larder::replica;
using namespace larder::test;

class RecordTableTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Tables> m_tables;
    SpaceId m_space = idOf<SpaceId>(1);

    Record sample(Kind kind = Kind::Item) const
    {
        Record record { { m_space, kind, idOf<RecordId>(2) }, {}, 7, idOf<UserId>(3) };
        record.set(item::kName, u"Milk \U0001F95B"_s, Stamp { 10 });
        record.set(item::kChecked, true, Stamp { 11 });
        return record;
    }
    Record stored(const Record &record) { return *m_tables->records.find(record.key).value(); }
    void sql(const QString &statement) { QVERIFY(m_tables->database->execute(statement)); }

private Q_SLOTS:
    void init()
    {
        auto database = storage::Database::open({ .name = u":memory:"_s });
        QVERIFY(storage::migrate(**database, *storage::loadMigrations(u":/larder/migrations/replica"_s)));
        m_tables = std::make_unique<Tables>(std::move(*database));
        QVERIFY(m_tables->load());
        Cursors::Entry entry;
        entry.grant.space = m_space;
        QVERIFY(m_tables->cursors.put(entry));
    }

    void cleanup() { QVERIFY(!m_tables->database->scalar(u"PRAGMA foreign_key_check"_s)->isValid()); }

    void theSchemaAgreesWithTheFieldTable()
    {
        for (const KindInfo &kind : kinds()) {
            QSqlQuery columns(m_tables->database->connection());
            QVERIFY(columns.exec(
                u"SELECT name, type FROM pragma_table_info('%1') ORDER BY cid"_s.arg(kind.name)));
            for (const char *fixed : { "space", "id", "version", "author", "stamps", "extra" }) {
                QVERIFY(columns.next());
                QCOMPARE(columns.value(0).toString(), QString::fromLatin1(fixed));
            }
            for (const Field &field : kind.fields) {
                QVERIFY2(columns.next(), field.name.data());
                QCOMPARE(columns.value(0).toString(), QString(field.name));
                const bool text = field.type == FieldType::Text;
                QCOMPARE(columns.value(1).toString(),
                    text                              ? u"TEXT"_s
                        : field.type == FieldType::Id ? u"BLOB"_s
                                                      : u"INTEGER"_s);
            }
            QVERIFY(!columns.next());
        }
    }

    void givesBackWhateverWasPut()
    {
        for (const Kind kind : { Kind::List, Kind::Item, Kind::Member, Kind(77) }) {
            holds("a record is read as it was put", [&] {
                Record record { { m_space, kind, idOf<RecordId>(2) }, *anyRegisters(),
                    *rc::gen::inRange(0, 100), {} };
                // Fields beyond the table, and values that don't fit their column, are among them.
                for (auto &reg : record.registers) {
                    reg.field = FieldNumber(reg.field * *rc::gen::inRange(1, 3));
                }
                std::sort(record.registers.begin(), record.registers.end(),
                    [](const Register &a, const Register &b) { return a.field < b.field; });
                record.registers.erase(
                    std::unique(record.registers.begin(), record.registers.end(),
                        [](const Register &a, const Register &b) { return a.field == b.field; }),
                    record.registers.end());
                RC_ASSERT(m_tables->records.put(record).has_value());
                RC_ASSERT(stored(record) == record);
            });
        }
    }

    void findsSomeOfMany()
    {
        std::vector<Record> asked;
        for (int i = 0; i < 300; ++i) {
            Record record = sample(i % 3 == 0 ? Kind(77) : Kind::Item);
            record.key.id.value.bytes[14] = quint8(i / 200);
            record.key.id.value.bytes[15] = quint8(i);
            if (i % 2 == 0) {
                QVERIFY(m_tables->records.put(record));
            }
            asked.push_back(record);
        }
        const auto found = m_tables->records.findAll(asked);
        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t(150));
        for (int i = 0; i < 300; i += 2) {
            QCOMPARE(found->at(asked[std::size_t(i)].key), asked[std::size_t(i)]);
        }
    }

    void aColumnOfANewerVersionOutlivesAnUpdate()
    {
        sql(u"ALTER TABLE item ADD COLUMN shelf TEXT"_s);
        QVERIFY(m_tables->records.put(sample()));
        // The newer version wrote field 14 with a stamp behind ours.
        sql(u"UPDATE item SET shelf = 'B2', stamps = CAST(stamps || x'00000000000000ff' AS BLOB)"_s);
        Record changed = sample();
        changed.set(item::kName, u"Bread"_s, Stamp { 20 });
        QVERIFY(m_tables->records.put(changed));
        QCOMPARE(stored(changed), changed);
        QCOMPARE(m_tables->database->scalar(u"SELECT shelf FROM item"_s)->toString(), u"B2"_s);
        QCOMPARE(m_tables->database->scalar(u"SELECT hex(substr(stamps, 113)) FROM item"_s)->toString(),
            u"00000000000000FF"_s);
    }

    void whatBecameKnownMovesIntoItsColumns()
    {
        // As an older version left it: a field and a kind that it did not know.
        const QByteArray note = QByteArray::fromHex("a1058219012c63") + "oat";
        QVERIFY(m_tables->records.put(sample()));
        sql(u"UPDATE item SET extra = x'%1'"_s.arg(QString::fromLatin1(note.toHex())));
        sql(u"INSERT INTO unknown VALUES (x'%1', 3, x'%2', 5, NULL, x'a1018219012c02')"_s.arg(
            QString::fromLatin1(m_space.toBytes().toHex()),
            QString::fromLatin1(idOf<RecordId>(9).toBytes().toHex())));
        QVERIFY(m_tables->records.moveWhatIsKnownNow());
        QCOMPARE(
            m_tables->database->scalar(u"SELECT note FROM item WHERE extra IS NULL"_s)->toString(), u"oat"_s);
        QCOMPARE(m_tables->database->scalar(u"SELECT role FROM member"_s)->toInt(), 2);
        QCOMPARE(m_tables->database->scalar(u"SELECT count(*) FROM unknown"_s)->toInt(), 0);
        QCOMPARE(stored(sample()).text(item::kNote), u"oat"_s);
    }

    void whatTwoVersionsWroteOfOneRecordIsMerged()
    {
        Record known = sample(Kind::Member);
        known.registers.clear();
        known.set(member::kName, u"Ana"_s, Stamp { 50 });
        known.set(member::kRole, qint64(3), Stamp { 10 });
        QVERIFY(m_tables->records.put(known));
        sql(u"INSERT INTO unknown VALUES (x'%1', 3, x'%2', 9, NULL, x'a1018219012c02')"_s.arg(
            QString::fromLatin1(m_space.toBytes().toHex()),
            QString::fromLatin1(known.key.id.toBytes().toHex())));
        QVERIFY(m_tables->records.moveWhatIsKnownNow());
        QCOMPARE(stored(known).integer(member::kRole), 2);
        QCOMPARE(stored(known).text(member::kName), u"Ana"_s);
        QCOMPARE(stored(known).version, 9);
    }

    void aSpaceTakesItsRecordsAlong()
    {
        QVERIFY(m_tables->records.put(sample()));
        QVERIFY(m_tables->records.put(sample(Kind(77))));
        QVERIFY(m_tables->cursors.remove(m_space));
        QVERIFY(m_tables->records.all()->empty());
    }

    void damageInARowIsSaid()
    {
        QVERIFY(m_tables->records.put(sample()));
        sql(u"UPDATE item SET extra = x'ff'"_s);
        const auto found = m_tables->records.find(sample().key);
        QVERIFY(!found);
        QCOMPARE(found.error().code, Code::Corrupt);
    }
};

QTEST_GUILESS_MAIN(RecordTableTest)
#include "record_table_test.moc"
