// The migrated schema is what the field table says, in both dialects.
#include "core/model/kinds.h"
#include "tests/support/store_home.h"

#include <QtSql/QSqlQuery>
#include <QtSql/QSqlRecord>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace larder;
using namespace larder::test;
using model::FieldType;
using model::Presence;

class SchemaTest : public QObject {
    Q_OBJECT

    struct Column {
        QString name;
        QString type;
        bool required = false;

        friend bool operator==(const Column &, const Column &) = default;
    };

    static constexpr bool kPostgres = kDialectUnderTest == storage::Dialect::Postgres;

    static QString typeOf(FieldType type)
    {
        switch (type) {
        case FieldType::Bool:
            return kPostgres ? u"boolean"_s : u"INTEGER"_s;
        case FieldType::Integer:
            return kPostgres ? u"bigint"_s : u"INTEGER"_s;
        case FieldType::Text:
            return kPostgres ? u"text"_s : u"TEXT"_s;
        case FieldType::Id:
            return kPostgres ? u"uuid"_s : u"BLOB"_s;
        }
        return {};
    }

    static std::vector<Column> expected(const model::KindInfo &kind)
    {
        const QString id = typeOf(FieldType::Id);
        std::vector<Column> columns { { u"space"_s, id, true }, { u"id"_s, id, true },
            { u"version"_s, typeOf(FieldType::Integer), true }, { u"author"_s, id, false },
            { u"stamps"_s, kPostgres ? u"bigint[]"_s : u"BLOB"_s, true } };
        for (const model::Field &field : kind.fields) {
            columns.push_back({ field.name, typeOf(field.type), field.presence == Presence::Required });
        }
        return columns;
    }

    std::vector<Column> migrated(const model::KindInfo &kind)
    {
        std::vector<Column> columns;
        QSqlQuery query(m_store->database().connection());
        const QString sql = kPostgres
            ? u"SELECT attname, format_type(atttypid, atttypmod), attnotnull FROM pg_attribute "
              "WHERE attrelid = '%1'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum"_s
            : u"SELECT name, type, \"notnull\" FROM pragma_table_info('%1') ORDER BY cid"_s;
        if (!query.exec(sql.arg(kind.name))) {
            qFatal("no such table");
        }
        while (query.next()) {
            columns.push_back(
                { query.value(0).toString(), query.value(1).toString(), query.value(2).toBool() });
        }
        return columns;
    }

private Q_SLOTS:
    void everyKindHasATableWithAColumnForEachField()
    {
        const StandingClock clock;
        const StoreHome home;
        m_store = home.open(clock);
        for (const model::KindInfo &kind : model::kinds()) {
            const auto is = migrated(kind);
            const auto shall = expected(kind);
            for (std::size_t i = 0; i < std::min(is.size(), shall.size()); ++i) {
                QVERIFY2(is[i] == shall[i],
                    qPrintable(
                        kind.name + u'.' + shall[i].name + u" is "_s + is[i].name + u' ' + is[i].type));
            }
            QCOMPARE(is.size(), shall.size());
        }
        m_store.reset();
    }

    void aDatabaseOfANewerMajorVersionIsRefused()
    {
        const StandingClock clock;
        const StoreHome home;
        {
            const auto store = home.open(clock);
            QVERIFY(store->database().execute(kPostgres
                    ? u"INSERT INTO schema_version (version, name) VALUES (2000, 'newer')"_s
                    : u"PRAGMA user_version = 2000"_s));
        }
        const auto store = server::Store::open(home.options(), clock);
        QVERIFY(!store);
        QCOMPARE(store.error().code, Code::SchemaTooNew);
    }

    void aDatabaseThatIsNotThereIsUnavailable()
    {
        const StandingClock clock;
        storage::Options options = StoreHome().options();
        if (kPostgres) {
            options.host = u"/nonexistent"_s;
        } else {
            options.name = u"/nonexistent/larder.sqlite"_s;
        }
        const auto store = server::Store::open(options, clock);
        QVERIFY(!store);
        QCOMPARE(store.error().code, kPostgres ? Code::Unavailable : Code::Storage);
    }

private:
    std::unique_ptr<server::Store> m_store;
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "schema_test.moc"
