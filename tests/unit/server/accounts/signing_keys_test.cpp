#include "server/accounts/signing_keys.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <thread>

using namespace larder;
using namespace larder::server;
using namespace Qt::StringLiterals;

class SigningKeysTest : public QObject {
    Q_OBJECT

    SystemRandom m_random;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString path() const { return m_folder->filePath(u"keys.json"_s); }
    void write(const QByteArray &content)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theFirstStartMakesAKeyThatOnlyItsOwnerCanRead()
    {
        const auto made = openSigningKeys(path(), m_random);
        QVERIFY(made);
        QCOMPARE(made->size(), size_t(1));
        QCOMPARE(made->front().secret.size(), 32);
        QCOMPARE(QFileInfo(path()).permissions() & 0x0fff,
            QFile::Permissions(QFile::ReadUser | QFile::WriteUser) & 0x0fff);
        QCOMPARE(*openSigningKeys(path(), m_random), *made);
    }

    // A known trap: a default secret, with which anybody signs tokens for the servers that kept it.
    void everyServerMakesAKeyOfItsOwn()
    {
        QSet<QByteArray> secrets;
        QSet<QByteArray> names;
        for (int server = 0; server < 20; ++server) {
            const auto made = openSigningKeys(m_folder->filePath(QString::number(server)), m_random);
            QVERIFY(made);
            secrets += made->front().secret;
            names += made->front().kid;
        }
        QCOMPARE(secrets.size(), 20);
        QCOMPARE(names.size(), 20);
    }

    void aFileThatOthersMayReadIsRefused()
    {
        QVERIFY(openSigningKeys(path(), m_random));
        QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        const auto refused = openSigningKeys(path(), m_random);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Configuration);
        QVERIFY(refused.error().detail.contains(u"chmod 600"_s));
    }

    void nonsenseIsRefusedAndNotReplaced_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("keys");
        QTest::newRow("no keys") << QByteArray(R"({"keys":[]})");
        QTest::newRow("short secret") << QByteArray(R"({"keys":[{"kid":"a","secret":"YWJj"}]})");
        QTest::newRow("no kid") << QByteArray(
            R"({"keys":[{"secret":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}]})");
    }

    void nonsenseIsRefusedAndNotReplaced()
    {
        QFETCH(QByteArray, content);
        write(content);
        const auto refused = openSigningKeys(path(), m_random);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Configuration);
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void aFolderThatIsNotThereIsSaid()
    {
        const auto refused = openSigningKeys(m_folder->filePath(u"none/keys.json"_s), m_random);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Configuration);
    }

    void rotationPutsANewKeyInFrontAndKeepsTheLast()
    {
        const auto first = openSigningKeys(path(), m_random);
        const auto second = rotateSigningKeys(path(), m_random);
        QVERIFY(second);
        QCOMPARE(second->size(), size_t(2));
        QCOMPARE(second->at(1), first->front());
        QVERIFY(second->at(0).kid != first->front().kid);
        const auto third = rotateSigningKeys(path(), m_random);
        QCOMPARE(third->size(), size_t(2));
        QCOMPARE(third->at(1), second->front());
        QCOMPARE(*openSigningKeys(path(), m_random), *third);
    }

    void nodesThatStartTogetherAgree()
    {
        std::vector<std::vector<SigningKey>> seen(8);
        std::vector<std::thread> nodes;
        for (auto &keys : seen) {
            nodes.emplace_back([&keys, this] {
                SystemRandom random;
                keys = *openSigningKeys(path(), random);
            });
        }
        for (std::thread &node : nodes) {
            node.join();
        }
        for (const auto &keys : seen) {
            QCOMPARE(keys, seen.front());
        }
    }
};

QTEST_GUILESS_MAIN(SigningKeysTest)
#include "signing_keys_test.moc"
