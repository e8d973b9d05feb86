#include "tests/bench/stage.h"

#include "core/storage/migrations.h"
#include "tests/bench/access_token.h"

#include <QtCore/QtEndian>

namespace larder::bench {

using namespace Qt::StringLiterals;

const test::PostgresServer &Stage::postgres()
{
    if (!m_postgres) {
        m_postgres = std::make_unique<test::PostgresServer>(test::PostgresServer::Durability::Durable,
            QStringList { u"shared_buffers = 512MB"_s, u"max_connections = 300"_s,
                u"wal_sender_timeout = 60s"_s, u"max_wal_size = 4GB"_s, u"checkpoint_timeout = 30min"_s,
                u"max_slot_wal_keep_size = 4GB"_s, u"autovacuum_naptime = 10min"_s });
    }
    return *m_postgres;
}

storage::Options Stage::database()
{
    if (m_template.isEmpty()) {
        const storage::Options options = postgres().createDatabase();
        auto database = storage::Database::open(options);
        const auto migrations = storage::loadMigrations(u":/larder/migrations/postgres"_s);
        if (!database || !migrations || !storage::migrate(**database, *migrations)) {
            qFatal("no schema");
        }
        m_template = options.name;
    }
    return postgres().createDatabase(m_template);
}

model::Uuid uuid(quint32 space, quint32 number)
{
    model::Uuid id;
    qToBigEndian(space, id.bytes.data());
    id.bytes[6] = 0x70;
    id.bytes[8] = 0x80;
    qToBigEndian(number, id.bytes.data() + 12);
    return id;
}

void addList(test::PostgresSession &psql, quint32 list, model::UserId owner)
{
    const QString id = listId(list).toString();
    psql.run(u"BEGIN; INSERT INTO space (id, kind) VALUES ('%1', 1);"
             "INSERT INTO list (space, id, name) VALUES ('%1', '%1', 'Household');"
             "INSERT INTO member (space, id, role, name) VALUES ('%1', '%2', 3, 'Ana'); COMMIT"_s.arg(
                 id, owner.toString()));
}

void addItems(test::PostgresSession &psql, quint32 list, int count)
{
    psql.run(u"INSERT INTO item (space, id, name, quantity, unit, category, checked, position, typed)"
             " SELECT '%1', gen_random_uuid(), (ARRAY['Oat milk','Rye bread','Äpfel','Cherry "
             "tomatoes','Müsli'])[1 + n % 5] || ' ' || n,"
             " 1000 * (1 + n % 9), 'kg', 'produce', n % 7 = 0, 'a' || lpad(n::text, 6, '0'), n || ' kg'"
             " FROM generate_series(1, %2) n"_s.arg(listId(list).toString())
                 .arg(count));
}

qint64 versionOf(test::PostgresSession &psql, quint32 list)
{
    return psql.value(u"SELECT version FROM space WHERE id = '%1'"_s.arg(listId(list).toString()))
        .toLongLong();
}

protocol::Hello helloOf(quint32 device, quint32 list, qint64 version)
{
    protocol::Hello hello;
    hello.version = 1;
    hello.zstd = true; // as Larder's own client says
    hello.token = accessToken(userId());
    hello.device = { uuid(0xFFFFFFFE, device) };
    if (version > 0) {
        hello.cursors = { { listId(list), version } };
    }
    return hello;
}

QString insertItem(quint32 list)
{
    return u"INSERT INTO item (space, id, name, quantity, unit, category, position, typed) VALUES"
           " ('%1', gen_random_uuid(), 'Oat milk', 2000, 'l', 'dairy', 'a5', '2 l oat milk')"_s.arg(
               listId(list).toString());
}

model::Record groceryItem(quint32 list, quint32 number, qint64 stamp)
{
    model::Record record;
    record.key = { listId(list), model::Kind::Item, { uuid(list, number) } };
    const model::Stamp at { stamp };
    record.set(model::item::kName, u"Oat milk %1"_s.arg(number), at);
    record.set(model::item::kQuantity, qint64(2'000), at);
    record.set(model::item::kUnit, u"l"_s, at);
    record.set(model::item::kCategory, u"dairy"_s, at);
    record.set(model::item::kPosition, u"a%1"_s.arg(number, 6, 10, QChar(u'1')), at);
    record.set(model::item::kTyped, u"2 l oat milk"_s, at);
    return record;
}

} // namespace larder::bench
