#include "tests/unit/core/replica/scratch_replica.h"

#include <QtCore/QProcess>

#include <csignal>
#include <cstdio>

using namespace larder;
using namespace larder::model;
using namespace larder::replica;
using namespace larder::test;

namespace {

constexpr int kKills = 30;
constexpr quint8 kRecords = 40;

SpaceId homeSpace()
{
    return idOf<SpaceId>(0x51);
}

RecordKey itemKey(quint64 number)
{
    RecordKey key { homeSpace(), Kind::Item, idOf<RecordId>(1) };
    key.id.value.bytes[14] = quint8(number >> 8);
    key.id.value.bytes[15] = quint8(number);
    return key;
}

// The server's row of a version; its number is its version, so that whoever finds a cursor knows what must be
// there.
Record serverRow(qint64 version)
{
    Record row { itemKey(quint64(1'000 + version)), {}, version, idOf<UserId>(9) };
    row.set(item::kName, u"Row %1"_s.arg(version), Stamp { version });
    return row;
}

void say(const char *what, qint64 number, qint64 stamp)
{
    std::printf("%s %lld %lld\n", what, static_cast<long long>(number), static_cast<long long>(stamp));
    std::fflush(stdout);
}

void must(bool done, const char *what)
{
    if (!done) {
        qFatal("%s", what);
    }
}

// The process that is killed: it writes, acknowledges and takes rows for ever, and says what was saved.
int writeForEver(const QString &path, quint64 seed)
{
    SystemClock clock;
    StampClock stamps;
    TestRandom random;
    random.state = seed;
    auto replica = std::move(*Replica::open(path, clock, stamps));
    must(replica->openReport().setAside.isEmpty(), "the file was found damaged");
    must(replica->setUser(idOf<UserId>(8)).has_value(), "user");
    protocol::Welcome welcome;
    welcome.epoch = u"e"_s;
    welcome.spaces = { { homeSpace(), SpaceKind::List, Role::Owner, 1'000'000 } };
    must(replica->applyWelcome(welcome, {}).has_value(), "welcome");
    while (true) {
        const quint64 dice = random.below(10);
        if (dice < 6) {
            std::vector<LocalWrite> writes;
            for (quint64 i = 0; i <= random.below(4); ++i) {
                const Stamp stamp = stamps.tick(clock.now());
                writes.push_back({ { itemKey(random.below(kRecords)),
                                       { { item::kName, stamp, u"Name %1"_s.arg(stamp.micros) } } },
                    {}, stamp.micros });
            }
            for (const auto &answer : replica->writeAll(writes)) {
                must(answer.has_value(), "write");
            }
            for (const LocalWrite &local : writes) {
                const auto &bytes = local.write.key.id.value.bytes;
                say("saved", bytes[14] * 256 + bytes[15], local.intent);
            }
        } else if (dice < 8) {
            const qint64 cursor = replica->spaces().front().cursor;
            protocol::Rows rows;
            rows.space = homeSpace();
            rows.from = cursor;
            rows.to = cursor + 3;
            rows.rows = { serverRow(cursor + 1), serverRow(cursor + 2), serverRow(cursor + 3) };
            must(replica->applyRows(rows).value() == Applied::Yes, "rows");
            say("cursor", rows.to, 0);
        } else if (dice == 8) {
            const auto sent = *replica->takeQueued(int(random.below(20)) + 1, 1 << 20);
            for (const QueuedWrite &each : sent) {
                const auto &bytes = each.write.key.id.value.bytes;
                say("sending", bytes[14] * 256 + bytes[15], each.write.registers.front().stamp.micros);
            }
            protocol::Pushed answer;
            answer.versions = { { homeSpace(), 1'000'000 } }; // whose rows never come
            must(replica->acknowledge(sent, answer).has_value(), "acknowledge");
        } else if (random.below(10) == 0) {
            replica.reset();
            replica = std::move(*Replica::open(path, clock, stamps));
        }
    }
}

} // namespace

// Invariant 2: what was reported as saved is on the disk, whenever the process is killed.
class ReplicaKillTest : public QObject {
    Q_OBJECT

    struct Reported {
        std::map<qint64, qint64> saved; // record -> newest stamp
        std::map<qint64, qint64> sent; // record -> newest stamp that the server may have been told
        qint64 cursor = 0;
    };

    static void take(Reported &reported, const QByteArray &line)
    {
        const auto words = line.trimmed().split(' ');
        if (words.size() != 3) {
            return;
        }
        const qint64 number = words[1].toLongLong();
        if (words[0] == "saved") {
            reported.saved[number] = std::max(reported.saved[number], words[2].toLongLong());
        } else if (words[0] == "sending") {
            reported.sent[number] = std::max(reported.sent[number], words[2].toLongLong());
        } else {
            reported.cursor = std::max(reported.cursor, number);
        }
    }

    static void verify(const QString &path, const Reported &reported)
    {
        SystemClock clock;
        StampClock stamps;
        auto opened = Replica::open(path, clock, stamps);
        QVERIFY(opened);
        Replica &replica = **opened;
        QVERIFY(replica.openReport().setAside.isEmpty());
        std::map<RecordKey, Stamp> queued;
        const auto outbox = replica.outbox(100'000);
        for (const auto &each : *outbox) {
            queued[each.write.key] = std::max(queued[each.write.key], each.write.registers.front().stamp);
        }
        for (const auto &[number, stamp] : reported.saved) {
            const auto record = replica.record(itemKey(quint64(number)));
            QVERIFY(record && *record);
            const Register *name = (*record)->find(item::kName);
            QVERIFY(name && name->stamp.micros >= stamp);
            QCOMPARE(std::get<QString>(name->value), u"Name %1"_s.arg(name->stamp.micros));
            const auto sent = reported.sent.find(number);
            if (sent == reported.sent.end() || sent->second < stamp) {
                QVERIFY(queued[itemKey(quint64(number))].micros >= stamp);
            }
        }
        QVERIFY(replica.spaces().front().cursor >= reported.cursor);
        for (qint64 version = 1; version <= replica.spaces().front().cursor; ++version) {
            const auto row = replica.record(serverRow(version).key);
            QVERIFY(row && *row);
            QCOMPARE((*row)->registers, serverRow(version).registers);
        }
        QVERIFY(stamps.last().micros >= (reported.saved.empty() ? 0 : reported.saved.begin()->second));
    }

private Q_SLOTS:
    void whatWasReportedAsSavedIsThereAfterEveryKill()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"replica.sqlite"_s);
        Reported reported;
        TestRandom random;
        random.state ^= quint64(QCoreApplication::applicationPid());
        qInfo("seed %llu", static_cast<unsigned long long>(random.state));
        for (int round = 0; round < kKills; ++round) {
            QProcess writer;
            writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            writer.start(QCoreApplication::applicationFilePath(),
                { u"--writer"_s, path, QString::number(random.next() | 1) });
            QVERIFY(writer.waitForStarted());
            // Killed after so many lines, while it goes on: anywhere in the midst of what follows.
            int lines = int(random.below(120)) + 1;
            while (lines > 0) {
                QVERIFY(writer.canReadLine() || writer.waitForReadyRead());
                while (lines > 0 && writer.canReadLine()) {
                    take(reported, writer.readLine());
                    --lines;
                }
            }
            QCOMPARE(::kill(pid_t(writer.processId()), SIGKILL), 0);
            QVERIFY(writer.waitForFinished());
            QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
            while (writer.canReadLine()) {
                take(reported, writer.readLine());
            }
            verify(path, reported);
        }
        QVERIFY(reported.saved.size() > 20);
        QVERIFY(reported.cursor > 10);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc == 4 && QByteArray(argv[1]) == "--writer") {
        return writeForEver(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toULongLong());
    }
    ReplicaKillTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "replica_kill_test.moc"
