#include "core/sync/file_token_store.h"

#include "core/limits.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::sync;
using namespace Qt::StringLiterals;

namespace {

Credentials someone()
{
    Credentials credentials;
    credentials.server = QUrl(u"https://lists.example/larder"_s);
    credentials.sync = QUrl(u"wss://lists.example/sync"_s);
    credentials.user.value.bytes[3] = 7;
    credentials.email = u"ana@example.org"_s;
    credentials.name = u"Ana Ž."_s;
    credentials.accessToken = u"a.b.c"_s;
    credentials.refreshToken = u"secret"_s;
    credentials.clockOffset = Micros(-86'400'000'123);
    return credentials;
}

std::optional<Credentials> loaded(TokenStore &store)
{
    std::optional<Credentials> result;
    bool answered = false;
    store.load([&](const Result<std::optional<Credentials>> &answer) {
        answered = answer.has_value();
        result = answered ? *answer : std::nullopt;
    });
    return answered ? result : std::nullopt;
}

std::optional<Code> saved(TokenStore &store, const Credentials &credentials)
{
    std::optional<Code> failure;
    store.save(credentials, [&](const Result<void> &answer) {
        if (!answer) {
            failure = answer.error().code;
        }
    });
    return failure;
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class FileTokenStoreTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString path() const { return m_dir.filePath(u"tokens.json"_s); }

private Q_SLOTS:
    void init() { QFile::remove(path()); }

    void bringsBackWhatItWasGiven()
    {
        FileTokenStore store(path());
        QVERIFY(!loaded(store));
        QVERIFY(!saved(store, someone()));
        QCOMPARE(loaded(store), someone());
        FileTokenStore another(path());
        QCOMPARE(loaded(another), someone());
    }

    void letsNobodyElseRead()
    {
        put(path(), "{}");
        QFile::setPermissions(
            path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
        FileTokenStore store(path());
        QVERIFY(!saved(store, someone()));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(path()) & others));
    }

    void forgetsWhenTold()
    {
        FileTokenStore store(path());
        QVERIFY(!saved(store, someone()));
        bool cleared = false;
        store.clear([&](const Result<void> &answer) { cleared = answer.has_value(); });
        QVERIFY(cleared && !QFile::exists(path()));
        store.clear([&](const Result<void> &answer) { cleared = answer.has_value(); });
        QVERIFY(cleared);
    }

    void takesDamageForNobodySignedIn()
    {
        FileTokenStore store(path());
        const QByteArray whole = toJson(someone());
        for (const QByteArray &bytes : { QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray("null"),
                 whole.first(whole.size() / 2), QByteArray(whole).replace("secret", ""),
                 QByteArray(whole).replace("00000007-", "nonsense-") }) {
            put(path(), bytes);
            QVERIFY(!loaded(store));
        }
    }

    void readsNoMoreThanItsBound()
    {
        put(path(), QByteArray(limits::kRestAnswerBytes, ' ') + toJson(someone()));
        FileTokenStore store(path());
        QVERIFY(!loaded(store));
    }

    void saysWhenTheDiskRefuses()
    {
        FileTokenStore store(m_dir.filePath(u"no/such/folder/tokens.json"_s));
        QCOMPARE(saved(store, someone()), Code::Storage);
    }

    void itsGrammarIsThatOfTheHeader()
    {
        const QByteArray example
            = R"({"server":"http://h:3001","sync":"ws://h:4848",)"
              R"("user":"01890000-0000-7000-8000-000000000001","email":"a@b.c","name":"A",)"
              R"("accessToken":"x.y.z","refreshToken":"r","clockOffsetMicros":-5,"later":1})";
        const auto read = credentialsFromJson(example);
        QVERIFY(read.has_value());
        QCOMPARE(read->sync, QUrl(u"ws://h:4848"_s));
        QCOMPARE(read->clockOffset.count(), -5);
        QCOMPARE(read->user.toString(), u"01890000-0000-7000-8000-000000000001"_s);
    }
};

QTEST_GUILESS_MAIN(FileTokenStoreTest)
#include "file_token_store_test.moc"
