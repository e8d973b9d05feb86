#include "server/accounts/passwords.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::server;
using namespace Qt::StringLiterals;

class PasswordsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Passwords> m_passwords;
    QByteArray m_hash;

    bool fits(const QString &password, const QByteArray &hash)
    {
        return m_passwords->verify(password, hash).result().value_or(false);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_passwords = std::make_unique<Passwords>(2);
        m_hash = *m_passwords->hash(u"correct horse"_s).result();
    }

    void aHashIsBcryptOfCostTwelve()
    {
        QVERIFY2(m_hash.startsWith("$2b$12$") && m_hash.size() == 60, m_hash.constData());
    }

    void onlyThePasswordFits()
    {
        QVERIFY(fits(u"correct horse"_s, m_hash));
        QVERIFY(!fits(u"correct hors"_s, m_hash));
        QVERIFY(!fits(u"Correct horse"_s, m_hash));
        QVERIFY(!fits({}, m_hash));
        QVERIFY(!fits(u"correct horse"_s, {}));
        QVERIFY(!fits(u"correct horse"_s, "no hash at all"));
    }

    void theSamePasswordHasTwoHashes() { QVERIFY(*m_passwords->hash(u"correct horse"_s).result() != m_hash); }

    void whatBcryptDoesNotLookAtIsNoPassword()
    {
        const QString longest(limits::kPasswordBytesMax, u'x');
        const QByteArray hash = *m_passwords->hash(longest).result();
        QVERIFY(fits(longest, hash));
        QVERIFY(!fits(longest + u'y', hash));
        QVERIFY(!fits(u"correct horse"_s + QChar() + u"more"_s, m_hash));
    }

    void newPasswordsAreHeldToTheirLimits()
    {
        QVERIFY(checkNewPassword(QString(limits::kPasswordCharsMin, u'x')));
        QVERIFY(!checkNewPassword(QString(limits::kPasswordCharsMin - 1, u'x')));
        QVERIFY(checkNewPassword(QString(limits::kPasswordBytesMax, u'x')));
        QVERIFY(!checkNewPassword(QString(limits::kPasswordBytesMax + 1, u'x')));
        QVERIFY(checkNewPassword(QString(limits::kPasswordBytesMax / 2, u'ä')));
        const auto tooLong = checkNewPassword(QString(limits::kPasswordBytesMax / 2 + 1, u'ä'));
        QVERIFY(!tooLong);
        QCOMPARE(tooLong.error().code, Code::InvalidValue);
        QVERIFY(tooLong.error().detail.contains(u"72"_s));
        QVERIFY(!checkNewPassword(u"with a "_s + QChar() + u" null"_s));
    }

    // The best of several, in turns: what else the machine does can only add. Rounds go on until they agree.
    void anAddressThatNobodyHasTakesAsLong()
    {
        const auto bestOf = [&](qint64 best, const QByteArray &hash) {
            QElapsedTimer timer;
            timer.start();
            return fits(u"wrong password"_s, hash) ? -1 : std::min(best, timer.nsecsElapsed());
        };
        qint64 known = std::numeric_limits<qint64>::max();
        qint64 unknown = known;
        double ratio = 0;
        for (int round = 0; round < 40 && (ratio < 0.7 || ratio > 1.4); ++round) {
            known = bestOf(known, m_hash);
            unknown = bestOf(unknown, {});
            QVERIFY(known > 0 && unknown > 0);
            ratio = double(unknown) / double(known);
        }
        QVERIFY2(ratio > 0.7 && ratio < 1.4, qPrintable(QString::number(ratio)));
    }

    void onlySoManyWait()
    {
        Passwords one(1);
        std::vector<QFuture<Result<QByteArray>>> waiting;
        for (int i = 0; i < limits::kPasswordQueue; ++i) {
            waiting.push_back(one.hash(u"correct horse"_s));
        }
        const auto refused = one.hash(u"correct horse"_s);
        QVERIFY(refused.isFinished());
        QCOMPARE(refused.result().error().code, Code::RateLimited);
        QVERIFY(waiting.front().result());
        one.finish();
        QCOMPARE(one.verify(u"correct horse"_s, m_hash).result().error().code, Code::Cancelled);
    }

private:
};

QTEST_GUILESS_MAIN(PasswordsTest)
#include "passwords_test.moc"
