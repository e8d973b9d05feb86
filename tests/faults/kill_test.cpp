// Invariants 1 and 2: kill -9 of any process, at any moment, in any order, loses nothing that was
// acknowledged: not what the server took, and not what a client said was saved.
//
// Four clients of two people write into one list while clients, larderd and PostgreSQL are killed at random.
// LARDER_KILLS=1000 goes on for longer; LARDER_SEED repeats the choices, though not the moments.
#include "server/store/store.h"

#include "tests/support/free_ports.h"
#include "tests/support/headless_client.h"
#include "tests/support/larderd.h"
#include "tests/support/postgres.h"
#include "tests/support/seeded_random.h"
#include "tests/support/store_home.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;
using model::Record;

namespace {

constexpr int kClients = 4;
constexpr int kItemsPerClient = 150; // of a list's 10,000
constexpr bool kOnPostgres = kDialectUnderTest == storage::Dialect::Postgres;

// A longer run may take its time.
[[maybe_unused]] const bool kUnhurried = qputenv("QTEST_FUNCTION_TIMEOUT", "86400000");

int killsWanted()
{
    const int wanted = qEnvironmentVariableIntValue("LARDER_KILLS");
    return wanted > 0 ? wanted : 50;
}

// What is known to be kept of one item: it is there, with this number or a later one in its note. A write
// that was under way when the process died may have been kept or not.
struct Promise {
    enum class Fate : quint8 { Kept, Unknown, Deleted };
    int note = 0;
    Fate fate = Fate::Kept;
};
using Promises = QMap<QString, Promise>;

// An item as anybody shows it: its note as a number.
using Shown = QMap<QString, int>;

QStringList brokenIn(const Shown &items, const Promises &promises)
{
    QStringList broken;
    for (auto each = promises.begin(); each != promises.end(); ++each) {
        const auto item = items.find(each.key());
        if (item == items.end()) {
            if (each->fate == Promise::Fate::Kept) {
                broken.append(u"item %1 is gone"_s.arg(each.key()));
            }
        } else if (each->fate == Promise::Fate::Deleted) {
            broken.append(u"item %1 is back"_s.arg(each.key()));
        } else if (*item < each->note) {
            broken.append(
                u"item %1 has note %2, and %3 was saved"_s.arg(each.key()).arg(*item).arg(each->note));
        }
    }
    return broken;
}

} // namespace

// A client and what it promised: what it answered is on its disk, in the row and in the queue.
class Writer final : public QObject {
    Q_OBJECT

public:
    Writer(const QUrl &server, quint64 seed)
        : m_random(seed)
        , m_client(m_folder.path(), server)
    {
        m_client.start();
    }

    HeadlessClient &client() { return m_client; }
    const Promises &promises() const { return m_promises; }
    int saved() const { return m_saved; }

    void useList(const QString &list) { m_list = list; }
    void begin()
    {
        m_writing = true;
        m_client.say(u"use "_s + m_list, [](const QJsonObject &answer) {
            if (!answer["ok"_L1].toBool()) {
                qFatal("the list is gone: %s", qPrintable(answer["message"_L1].toString()));
            }
        });
        writeMore();
    }
    void stop() { m_writing = false; }
    void kill() { m_client.kill(); }
    void comeBack()
    {
        m_client.start();
        begin();
    }
    // Of items that others made: every client also writes where the others do.
    void hearOf(const QStringList &items) { m_others = items; }

private:
    void writeMore()
    {
        if (!m_writing) {
            return;
        }
        const QStringList mine = kept();
        if (mine.isEmpty() || (m_promises.size() < kItemsPerClient && m_random.once(3))) {
            add();
        } else if (!m_others.isEmpty() && m_random.once(4)) {
            check(m_others[qsizetype(m_random.below(quint64(m_others.size())))]);
        } else if (m_random.once(25)) {
            remove(mine[qsizetype(m_random.below(quint64(mine.size())))]);
        } else {
            edit(mine[qsizetype(m_random.below(quint64(mine.size())))]);
        }
    }
    QStringList kept() const
    {
        QStringList items;
        for (auto each = m_promises.begin(); each != m_promises.end(); ++each) {
            if (each->fate == Promise::Fate::Kept) {
                items.append(each.key());
            }
        }
        return items;
    }
    void say(const QString &line, std::function<void(const QJsonObject &)> saved)
    {
        m_client.say(line, [this, saved = std::move(saved)](const QJsonObject &answer) {
            if (answer["ok"_L1].toBool()) {
                saved(answer);
                ++m_saved;
            }
            writeMore();
        });
    }
    void add()
    {
        say(u"add thing"_s,
            [this](const QJsonObject &answer) { m_promises.insert(answer["item"_L1].toString(), {}); });
    }
    void edit(const QString &item)
    {
        const int note = ++m_last;
        say(u"edit %1 note %2"_s.arg(item).arg(note),
            [this, item, note](const QJsonObject &) { m_promises[item].note = note; });
    }
    void remove(const QString &item)
    {
        m_promises[item].fate = Promise::Fate::Unknown;
        say(u"delete "_s + item,
            [this, item](const QJsonObject &) { m_promises[item].fate = Promise::Fate::Deleted; });
    }
    void check(const QString &item)
    {
        say((m_random.once(2) ? u"check "_s : u"uncheck "_s) + item, [](const QJsonObject &) {});
    }

    SeededRandom m_random;
    QTemporaryDir m_folder;
    HeadlessClient m_client;
    QString m_list;
    QStringList m_others;
    Promises m_promises;
    int m_last = 0;
    int m_saved = 0;
    bool m_writing = false;
};

class KillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedIsThereAtTheEndOnEveryReplica()
    {
        bool given = false;
        m_seed = qEnvironmentVariable("LARDER_SEED").toULongLong(&given);
        m_seed = given ? m_seed : SystemRandom().next() >> 16;
        qInfo("LARDER_SEED=%llu", static_cast<unsigned long long>(m_seed));
        m_random = std::make_unique<SeededRandom>(m_seed);
        startServer();
        startClients();
        killAtRandom();
        checkReplicas();
        checkStore();
        checkThatNobodyHealed();
    }

private:
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->httpPort())); }

    void startServer()
    {
        // The same ports after each restart, because clients come back to where they were.
        const auto [http, sync] = freePorts();
        const QStringList ports { u"--http-port"_s, QString::number(http), u"--sync-port"_s,
            QString::number(sync) };
        if (kOnPostgres) {
            m_postgres = std::make_unique<PostgresServer>(PostgresServer::Durability::Durable);
            m_database = m_postgres->createDatabase();
            m_server = std::make_unique<Larderd>(m_database, ports);
        } else {
            m_server = std::make_unique<Larderd>(ports);
            m_database.name = m_server->folder() + u"/larder.sqlite"_s;
        }
    }

    Writer &newWriter()
    {
        m_writers.push_back(std::make_unique<Writer>(url(), m_seed + 1 + m_writers.size()));
        return *m_writers.back();
    }

    void startClients()
    {
        for (int number = 0; number < kClients; ++number) {
            const QString who = u"%1@example.org"_s.arg(number % 2);
            const QString line = number < 2 ? u"register %1 \"correct horse\" Somebody"_s.arg(who)
                                            : u"login %1 \"correct horse\""_s.arg(who);
            const QJsonObject entered = newWriter().client().ask(line);
            QVERIFY2(entered["ok"_L1].toBool(), "nobody could sign in");
            m_user = number == 0 ? *model::UserId::fromString(entered["user"_L1].toString()) : m_user;
        }
        HeadlessClient &first = m_writers.front()->client();
        m_list = first.ask(u"new-list Weekly"_s)["list"_L1].toString();
        QVERIFY(!m_list.isEmpty());
        QVERIFY(first.ask(u"wait-synced"_s)["ok"_L1].toBool());
        const QJsonObject shared = first.ask(u"share 1@example.org editor"_s);
        QVERIFY2(shared["ok"_L1].toBool(), qPrintable(shared["message"_L1].toString()));
        for (const auto &writer : m_writers) {
            const auto isThere = [&] { return writer->client().ask(u"use "_s + m_list)["ok"_L1].toBool(); };
            QVERIFY(QTest::qWaitFor(isThere, 20'000));
            writer->useList(m_list);
            writer->begin();
        }
    }

    void killAtRandom()
    {
        QElapsedTimer watch;
        watch.start();
        std::map<QString, int> killed;
        for (int kill = 0; kill < killsWanted();) {
            QTest::qWait(int(50 + m_random->below(400)));
            for (const QString &what : killSome()) {
                ++killed[what];
                ++kill;
            }
            introduce();
        }
        int saved = 0;
        for (const auto &writer : m_writers) {
            writer->stop();
            QVERIFY(writer->saved() > 0);
            saved += writer->saved();
        }
        for (const auto &[what, times] : killed) {
            qInfo("%s was killed %d times", qPrintable(what), times);
        }
        QCOMPARE(int(killed.size()), kOnPostgres ? 3 : 2);
        qInfo("clients said of %d writes that they were saved, the server of %d, in %lld ms", saved,
            int(m_acknowledged.size()), watch.elapsed());
        QVERIFY(saved > killsWanted());
        QVERIFY(!m_acknowledged.isEmpty());
    }

    void introduce()
    {
        for (const auto &writer : m_writers) {
            QStringList others;
            for (const auto &other : m_writers) {
                others += other == writer ? QStringList() : other->promises().keys();
            }
            writer->hearOf(others);
        }
    }

    // One or two at a time; each comes back after a while, a database before its server.
    QStringList killSome()
    {
        const quint64 chance = m_random->below(10);
        const bool postgres = kOnPostgres && chance < 3;
        const bool server = chance >= (kOnPostgres ? 2 : 0) && chance < 5;
        const bool client = (!postgres && !server) || m_random->once(4);
        Writer &writer = *m_writers[std::size_t(m_random->below(kClients))];
        const int pause = int(m_random->below(300));
        QStringList killed;
        if (client) {
            writer.kill();
            killed.append(u"a client"_s);
        }
        if (server || postgres) {
            haveOneAcknowledged();
        }
        if (postgres) {
            m_postgres->kill();
            killed.append(u"PostgreSQL"_s);
        }
        if (server) {
            m_server->kill();
            killed.append(u"larderd"_s);
        }
        QTest::qWait(pause);
        if (postgres) {
            m_postgres->start();
        }
        if (server) {
            m_server->start();
        }
        if (client) {
            writer.comeBack();
        }
        return killed;
    }

    // What the server takes over REST has no client that could bring it back.
    void haveOneAcknowledged()
    {
        const QByteArray path = "/api/lists/" + m_list.toLatin1() + "/items";
        const int note = int(m_acknowledged.size()) + 1;
        const QJsonObject item { { u"name"_s, u"thing"_s }, { u"note"_s, QString::number(note) } };
        HttpAnswer made = m_server->call("POST", path, item, m_token);
        if (made.status == 401) {
            m_token = m_server
                          ->call("POST", "/api/auth/login",
                              { { u"email"_s, u"0@example.org"_s }, { u"password"_s, u"correct horse"_s } })
                          .json()["accessToken"_L1]
                          .toString()
                          .toLatin1();
            made = m_server->call("POST", path, item, m_token);
        }
        if (made.status / 100 == 2) {
            m_acknowledged.insert(made.json()["id"_L1].toString(), { note });
        }
    }

    void checkPromises(const QString &who, const Shown &items)
    {
        QStringList broken = brokenIn(items, m_acknowledged);
        for (const auto &writer : m_writers) {
            broken += brokenIn(items, writer->promises());
        }
        QVERIFY2(broken.isEmpty(), qPrintable(who + u": "_s + broken.join(u"; "_s)));
    }

    void checkReplicas()
    {
        // One who was not there has what the server has, and nothing else.
        QVERIFY(newWriter().client().ask(u"login 0@example.org \"correct horse\""_s)["ok"_L1].toBool());
        QVERIFY2(QTest::qWaitFor([this] { return digests().size() == 1; }, 120'000),
            qPrintable(u"the replicas do not agree: "_s + digests().values().join(u", "_s)));
        for (const auto &writer : m_writers) {
            QVERIFY(writer->client().ask(u"use "_s + m_list)["ok"_L1].toBool());
            Shown items;
            const QJsonArray told = writer->client().ask(u"list"_s)["items"_L1].toArray();
            for (const QJsonValue &item : told) {
                items.insert(item["id"_L1].toString(), item["note"_L1].toString().toInt());
            }
            checkPromises(u"a replica"_s, items);
            QCOMPARE(writer->client().ask(u"status"_s)["failures"_L1].toInt(), 0);
        }
    }

    // Of all replicas that have nothing left to send; one when they agree.
    QSet<QString> digests()
    {
        QSet<QString> all;
        for (const auto &writer : m_writers) {
            const bool synced = writer->client().ask(u"wait-synced 60"_s, 90)["ok"_L1].toBool();
            all.insert(synced ? writer->client().ask(u"digest"_s)["digest"_L1].toString() : u"not synced"_s);
        }
        return all;
    }

    void checkStore()
    {
        const QString digest = m_writers.front()->client().ask(u"digest"_s)["digest"_L1].toString();
        m_server->kill();
        SystemClock clock;
        auto store = server::Store::open(m_database, clock);
        QVERIFY2(store.has_value(), "the store does not open");
        const auto spaces = (*store)->spacesOf(m_user);
        QVERIFY(spaces.has_value());
        std::vector<Record> stored;
        Shown items;
        for (const protocol::SpaceGrant &grant : *spaces) {
            for (const model::KindInfo &kind : model::kinds()) {
                const auto records
                    = (*store)->records(m_user, grant.space, kind.kind, server::Gravestones::With);
                QVERIFY(records.has_value());
                stored.insert(stored.end(), records->begin(), records->end());
            }
        }
        for (const Record &record : stored) {
            if (record.key.kind == model::Kind::Item && !record.isDeleted()) {
                items.insert(record.key.id.toString(), record.text(model::item::kNote).toInt());
            }
        }
        checkPromises(u"the store"_s, items);
        QCOMPARE(QString::fromLatin1(model::digest(std::move(stored)).toHex()), digest);
    }

    // Clients bring back what a server lost, which would hide that it did.
    void checkThatNobodyHealed()
    {
        for (const auto &writer : m_writers) {
            QVERIFY(!writer->client().log().contains("is compared anew"));
        }
    }

    quint64 m_seed = 0;
    std::unique_ptr<SeededRandom> m_random;
    std::unique_ptr<PostgresServer> m_postgres;
    storage::Options m_database;
    std::unique_ptr<Larderd> m_server;
    std::vector<std::unique_ptr<Writer>> m_writers;
    model::UserId m_user;
    QString m_list;
    QByteArray m_token;
    Promises m_acknowledged;
};

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"
