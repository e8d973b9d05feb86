// What may be registered. What the server does with it is in larderd_accounts_test.
#include "server/accounts/accounts.h"

#include "core/limits.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::server;
using namespace Qt::StringLiterals;

class AccountsTest : public QObject {
    Q_OBJECT

    static QStringList faultyFields(const Registration &registration)
    {
        QStringList fields;
        for (const auto &[field, sentence] : faultsOf(registration)) {
            fields += field;
        }
        return fields;
    }
    static Registration withEmail(const QString &email)
    {
        return { email, u"correct horse"_s, u"Ana"_s, u"phone"_s };
    }
    static QString emailOf(int length)
    {
        const QString host = u"@example.org"_s;
        return QString(length - host.size(), u'a') + host;
    }

private Q_SLOTS:
    void anAddressMayBeAsLongAsTheLimit()
    {
        QCOMPARE(faultyFields(withEmail(emailOf(limits::kEmailChars))), QStringList());
        QCOMPARE(faultyFields(withEmail(emailOf(limits::kEmailChars + 1))), QStringList { u"email"_s });
        QCOMPARE(faultyFields(withEmail(emailOf(1 << 20))), QStringList { u"email"_s });
    }

    void anAddressHasTwoSidesAndNothingOdd()
    {
        for (const auto &email : { u""_s, u"ana"_s, u"@example.org"_s, u"ana@"_s, u"ana @example.org"_s,
                 u"ana@example.org\n"_s, u"a\u0000a@example.org"_s }) {
            QCOMPARE(faultyFields(withEmail(email)), QStringList { u"email"_s });
        }
        QCOMPARE(faultyFields(withEmail(u"änne@example.org"_s)), QStringList());
    }

    void aNameIsAsLongAsThatOfAList()
    {
        Registration registration = withEmail(u"ana@example.org"_s);
        for (const auto &[name, good] : { std::pair(u"A"_s, true), std::pair(u"🥕"_s.repeated(255), true),
                 std::pair(u"🥕"_s.repeated(256), false), std::pair(QString(), false),
                 std::pair(u"A\nB"_s, false), std::pair(QString(QChar(0xd800)), false) }) {
            registration.name = name;
            QCOMPARE(faultyFields(registration), good ? QStringList() : QStringList { u"name"_s });
        }
    }
};

QTEST_GUILESS_MAIN(AccountsTest)
#include "accounts_test.moc"
