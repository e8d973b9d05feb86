#include "core/model/text.h"

#include <QtTest/QTest>

using namespace larder::model;
using namespace Qt::StringLiterals;

class TextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCanNotBeKeptIsReplaced_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        const QString high(QChar(0xd83d)), low(QChar(0xdc10));
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("plain") << u"Crème 🐐"_s << u"Crème 🐐"_s;
        QTest::newRow("noncharacters that pass")
            << u"\ufdd0\U0001fffe\U0010ffff"_s << u"\ufdd0\U0001fffe\U0010ffff"_s;
        QTest::newRow("U+FFFD itself") << u"\ufffd"_s << u"\ufffd"_s;
        QTest::newRow("U+FFFE and U+FFFF") << u"a\ufffe\uffffb"_s << u"a\ufffd\ufffdb"_s;
        QTest::newRow("U+0000") << QString(u"a"_s + QChar(0) + u"b"_s) << u"a\ufffdb"_s;
        QTest::newRow("half a pair at the end") << QString(u"a"_s + high) << u"a\ufffd"_s;
        QTest::newRow("half a pair before a letter") << QString(high + u"a"_s) << u"\ufffda"_s;
        QTest::newRow("the other half") << QString(u"a"_s + low + u"b"_s) << u"a\ufffdb"_s;
        QTest::newRow("halves in the wrong order") << QString(low + high) << u"\ufffd\ufffd"_s;
        QTest::newRow("two first halves") << QString(high + high + low) << QString(u"\ufffd"_s + high + low);
        QTest::newRow("byte order marks") << u"\ufeff\ufeffMilk\ufeff"_s << u"Milk\ufeff"_s;
        QTest::newRow("only marks") << u"\ufeff"_s << u""_s;
        QTest::newRow("a mark, then nonsense") << u"\ufeff\uffff"_s << u"\ufffd"_s;
    }

    void whatCanNotBeKeptIsReplaced()
    {
        QFETCH(QString, typed);
        QFETCH(QString, kept);
        QCOMPARE(keepable(typed), kept);
        QCOMPARE(isKeepable(typed), typed == kept);
        QVERIFY(isKeepable(kept));
        QCOMPARE(QString::fromUtf8(kept.toUtf8()), kept);
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "text_test.moc"
