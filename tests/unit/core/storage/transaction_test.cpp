#include "core/storage/transaction.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QVariant>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::storage;
using namespace Qt::StringLiterals;

class TransactionTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<Database> m_database;

    int rows() { return m_database->scalar(u"SELECT count(*) FROM t"_s)->toInt(); }

private Q_SLOTS:
    void init()
    {
        m_database = std::move(
            *Database::open({ .name = m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction())) }));
        QVERIFY(m_database->execute(u"CREATE TABLE p (a INTEGER PRIMARY KEY)"_s));
        QVERIFY(m_database->execute(u"CREATE TABLE t (a REFERENCES p (a) DEFERRABLE INITIALLY DEFERRED)"_s));
    }

    void cleanup()
    {
        QVERIFY(!m_database->scalar(u"PRAGMA foreign_key_check"_s)->isValid());
        m_database.reset();
    }

    void keepsWhatWasCommitted()
    {
        auto transaction = Transaction::begin(*m_database);
        QVERIFY(transaction);
        QVERIFY(m_database->execute(u"INSERT INTO t VALUES (NULL)"_s));
        QVERIFY((*transaction)->commit());
        transaction->reset();
        QCOMPARE(rows(), 1);
    }

    void rollsBackWhatWasNot()
    {
        {
            auto transaction = Transaction::begin(*m_database);
            QVERIFY(m_database->execute(u"INSERT INTO t VALUES (NULL)"_s));
            QCOMPARE(rows(), 1);
        }
        QCOMPARE(rows(), 0);
        QVERIFY(Transaction::begin(*m_database));
    }

    void rollsBackACommitThatFails()
    {
        {
            auto transaction = Transaction::begin(*m_database);
            QVERIFY(m_database->execute(u"INSERT INTO t VALUES (7)"_s));
            QVERIFY(!(*transaction)->commit());
        }
        QCOMPARE(rows(), 0);
        auto next = Transaction::begin(*m_database);
        QVERIFY(next);
        QVERIFY((*next)->commit());
    }

    void locksOutASecondWriterFromTheStart()
    {
        auto other = std::move(*Database::open({ .name = m_database->connection().databaseName() }));
        QVERIFY(other->execute(u"PRAGMA busy_timeout = 1"_s));
        auto transaction = Transaction::begin(*m_database);
        QVERIFY(transaction);
        QVERIFY(!Transaction::begin(*other));
        QCOMPARE(other->scalar(u"SELECT count(*) FROM t"_s)->toInt(), 0);
        QVERIFY((*transaction)->commit());
        QVERIFY(Transaction::begin(*other));
    }
};

QTEST_GUILESS_MAIN(TransactionTest)
#include "transaction_test.moc"
