#include "app/commands/name_match.h"

#include <QtTest/QTest>

using namespace larder::app;
using namespace Qt::StringLiterals;

class NameMatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstWayInWhichAnythingIsMeantDecides_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("id") << u"00000000-0000-7000-8000-00000000000A"_s
                            << QStringList { u"00000000-0000-7000-8000-00000000000a"_s };
        QTest::newRow("a whole name before a beginning") << u"milk"_s << QStringList { u"m"_s };
        QTest::newRow("a beginning") << u"oat"_s << QStringList { u"o"_s };
        QTest::newRow("several of one beginning") << u"mil"_s << QStringList { u"m"_s, u"p"_s };
        QTest::newRow("a number") << u"3"_s << QStringList { u"o"_s };
        QTest::newRow("a name that is a number, before the number") << u"7"_s << QStringList { u"seven"_s };
        QTest::newRow("a number before the beginning of a name") << u"2"_s << QStringList { u"p"_s };
        QTest::newRow("a number of nothing") << u"12"_s << QStringList {};
        QTest::newRow("0") << u"0"_s << QStringList {};
        QTest::newRow("less than 0") << u"-1"_s << QStringList {};
        QTest::newRow("inside a name is not enough") << u"powder"_s << QStringList {};
        QTest::newRow("nothing typed") << QString() << QStringList {};
        QTest::newRow("case, accents and blanks") << u" MÍLK  pöwder "_s << QStringList { u"p"_s };
    }
    void theFirstWayInWhichAnythingIsMeantDecides()
    {
        const std::vector<Named> all { { u"m"_s, u"Milk"_s, 1 }, { u"p"_s, u"Milk powder"_s, 2 },
            { u"o"_s, u"Oats"_s, 3 }, { u"seven"_s, u"7"_s, 4 }, { u"two"_s, u"2 go"_s, 5 },
            { u"00000000-0000-7000-8000-00000000000a"_s, u"Rice"_s, 7 } };
        QFETCH(QString, typed);
        QStringList ids;
        for (const Named &each : findNamed(all, typed)) {
            ids.append(each.id);
        }
        QTEST(ids, "ids");
    }
};

QTEST_GUILESS_MAIN(NameMatchTest)
#include "name_match_test.moc"
