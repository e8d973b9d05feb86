// A file that is put back from a backup begins a new epoch; nothing else does.
#include "server/store/high_water.h"
#include "tests/support/store_home.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::server;
using namespace larder::test;
using namespace Qt::StringLiterals;

namespace list = larder::model::list;

class HighWaterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<StoreHome>();
        m_file = m_home->options().name;
        m_mark = m_file + u".mark"_s;
        m_store = m_home->open(m_clock);
        makeList(*m_store, m_ana, m_space, m_clock.now());
        m_epoch = *m_store->epoch();
    }
    void cleanup()
    {
        m_store.reset();
        m_home.reset();
    }

    void aFileThatWentOnKeepsItsEpoch()
    {
        QVERIFY(!*beginAnewIfOlder(*m_store, m_mark));
        QVERIFY(writeHighWater(*m_store, m_mark));
        QVERIFY(!*beginAnewIfOlder(*m_store, m_mark));
        rename(u"Weekly"_s);
        reopen();
        QVERIFY(!*beginAnewIfOlder(*m_store, m_mark));
        QCOMPARE(*m_store->epoch(), m_epoch);
    }

    void aFileThatIsPutBackBeginsANewEpoch()
    {
        backUp();
        rename(u"Weekly"_s);
        QVERIFY(writeHighWater(*m_store, m_mark));
        putBack();
        QCOMPARE(*m_store->epoch(), m_epoch);
        QVERIFY(*beginAnewIfOlder(*m_store, m_mark));
        const QString anew = *m_store->epoch();
        QVERIFY(anew != m_epoch);
        QVERIFY(writeHighWater(*m_store, m_mark));
        QVERIFY(!*beginAnewIfOlder(*m_store, m_mark));
        QCOMPARE(*m_store->epoch(), anew);
    }

    // It has the epoch that devices knew before the first time, and would give their versions once more.
    void aFileThatIsPutBackASecondTimeBeginsANewEpochAgain()
    {
        rename(u"Weekly"_s);
        backUp();
        putBack();
        rename(u"Party"_s);
        QVERIFY(writeHighWater(*m_store, m_mark));
        putBack();
        QVERIFY(*beginAnewIfOlder(*m_store, m_mark));
        QVERIFY(writeHighWater(*m_store, m_mark));
        const QString first = *m_store->epoch();
        putBack();
        QCOMPARE(*m_store->epoch(), m_epoch);
        QVERIFY(*beginAnewIfOlder(*m_store, m_mark));
        QVERIFY(*m_store->epoch() != m_epoch && *m_store->epoch() != first);
    }

    void theMarkIsThereFromTheBeginning()
    {
        EventLoopTimers timers;
        m_store.reset();
        const auto pool = StorePool::open(m_home->options(), m_clock, { 1, 1 });
        QVERIFY(pool);
        const auto content = [this] {
            QFile file(m_mark);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        {
            const HighWater highWater(**pool, timers, m_mark);
            QTRY_VERIFY(content().startsWith(m_epoch.toLatin1()));
        }
        m_store = m_home->open(m_clock);
        rename(u"Weekly"_s);
        const QByteArray before = content();
        const HighWater highWater(**pool, timers, m_mark);
        QTRY_VERIFY(content() != before);
    }

    void aListThatIsDeletedLeavesItsVersionsBehind()
    {
        rename(u"Weekly"_s);
        QVERIFY(writeHighWater(*m_store, m_mark));
        QVERIFY(m_store->deleteSpace(m_ana, m_space));
        QVERIFY(!*beginAnewIfOlder(*m_store, m_mark));
        QVERIFY(writeHighWater(*m_store, m_mark));
        reopen();
        QVERIFY(!*beginAnewIfOlder(*m_store, m_mark));
    }

    void aMarkThatSaysNothingIsLetBe_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("one word") << QByteArray("abc\n");
        QTest::newRow("long") << QByteArray(10'000'000, ' ');
    }
    void aMarkThatSaysNothingIsLetBe()
    {
        QFETCH(const QByteArray, content);
        QFile file(m_mark);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        QVERIFY(!*beginAnewIfOlder(*m_store, m_mark));
        QCOMPARE(*m_store->epoch(), m_epoch);
    }

    void aMarkThatCantBeWrittenIsToldOf()
    {
        const auto written = writeHighWater(*m_store, m_file + u"/no/folder"_s);
        QVERIFY(!written);
        QCOMPARE(written.error().code, Code::Storage);
    }

private:
    void rename(const QString &name)
    {
        m_clock.advance(std::chrono::seconds(1));
        const auto write = listWrite(m_space, m_clock.now(), { { list::kName, name } });
        QVERIFY(m_store->push(m_ana, { &write, 1 }));
    }
    void reopen()
    {
        m_store.reset();
        m_store = m_home->open(m_clock);
    }
    void backUp()
    {
        m_store.reset();
        QVERIFY(QFile::copy(m_file, m_file + u".backup"_s));
        m_store = m_home->open(m_clock);
    }
    void putBack()
    {
        m_store.reset();
        QVERIFY(QFile::remove(m_file));
        QVERIFY(QFile::copy(m_file + u".backup"_s, m_file));
        m_store = m_home->open(m_clock);
    }

    StandingClock m_clock;
    const model::UserId m_ana = user(1);
    const model::SpaceId m_space = space(1);
    std::unique_ptr<StoreHome> m_home;
    std::unique_ptr<Store> m_store;
    QString m_file;
    QString m_mark;
    QString m_epoch;
};

QTEST_GUILESS_MAIN(HighWaterTest)
#include "high_water_test.moc"
