#include "app/instance/activation.h"
#include "core/limits.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::app;
using namespace Qt::StringLiterals;
using Kind = Activation::Kind;

static const QString kId = u"01a2088c-1867-7324-8760-df581be1d52f"_s;

class ActivationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linksSayWhatToOpen()
    {
        const auto list = *model::SpaceId::fromString(kId);
        QVERIFY(
            *Activation::fromLink(u"larder://list/"_s + kId) == (Activation { Kind::OpenList, list, {} }));
        QVERIFY(*Activation::fromLink(u"larder://invite/AbC-1_2.3"_s)
            == (Activation { Kind::Invite, {}, u"AbC-1_2.3"_s }));
        for (const QString &link : { u"larder://add?text=2+kg%20%C3%84pfel%2C+50%25"_s,
                 u"larder://add/?text=2%20kg%20Äpfel,%2050%25"_s }) {
            const auto activation = Activation::fromLink(link);
            QVERIFY2(activation, qPrintable(link));
            QVERIFY2(*activation == (Activation { Kind::Prefill, {}, u"2 kg Äpfel, 50%"_s }),
                qPrintable(activation->text));
        }
        QVERIFY(*Activation::fromLink(u"larder://add?list="_s + kId + u"&text=a%2Bb%26c"_s)
            == (Activation { Kind::Prefill, list, u"a+b&c"_s }));
    }

    void hostileLinksAreNone_data()
    {
        QTest::addColumn<QString>("link");
        const QStringList links { u"larder:"_s, u"larder://"_s, u"larder:list/"_s + kId, u"larder://list"_s,
            u"larder://list/"_s, u"larder://list/1"_s, u"larder://list/"_s + kId + u"/x"_s,
            u"larder://list/"_s + kId + u"?x=1"_s, u"larder://list/"_s + kId + u"#x"_s,
            u"larder://me@list/"_s + kId, u"larder://list:80/"_s + kId, u"larder://list/../"_s + kId,
            u"larder://add"_s, u"larder://add?text="_s, u"larder://add?text=%20%20"_s,
            u"larder://add?text=a&text=b"_s, u"larder://add?text=a&list=mine"_s,
            u"larder://add?text=a&run=rm"_s, u"larder://add/now?text=a"_s, u"larder://add?text=a%0Ab"_s,
            u"larder://add?text=a%00b"_s, u"larder://add?text=%1B[2J"_s, u"larder://add?text=%E2%80%AEexe"_s,
            u"larder://invite/"_s, u"larder://invite/a/b"_s, u"larder://invite/a%2Fb"_s,
            u"larder://invite/a%20b"_s, u"larder://delete/"_s + kId, u"https://list/"_s + kId,
            u"larder://add?text="_s + QString(1'001, u'x'),
            u"larder://invite/"_s + QString(limits::kLinkTokenChars + 1, u'x'),
            u"larder://add?text=a&list="_s + kId + QString(limits::kLinkChars, u'&') };
        for (const QString &link : links) {
            QTest::newRow(qPrintable(link.left(60))) << link;
        }
    }
    void hostileLinksAreNone()
    {
        QFETCH(QString, link);
        const auto activation = Activation::fromLink(link);
        QVERIFY2(!activation, qPrintable(activation ? activation->text : QString()));
        QCOMPARE(activation.error().code, Code::InvalidValue);
    }

    void aFileIsOneThatIsThere()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"Weekly shop.larder"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Activation wanted { Kind::OpenFile, {}, file.fileName() };
        QVERIFY(*Activation::fromArgument(file.fileName()) == wanted);
        QVERIFY(*Activation::fromArgument(QUrl::fromLocalFile(file.fileName()).toString(QUrl::FullyEncoded))
            == wanted);
        const auto near = Activation::fromArgument(QDir::current().relativeFilePath(file.fileName()));
        QVERIFY(near);
        QCOMPARE(QFileInfo(near->text).canonicalFilePath(), QFileInfo(file.fileName()).canonicalFilePath());
        QCOMPARE(Activation::fromArgument(folder.filePath(u"none.larder"_s)).error().code, Code::NotFound);
        QCOMPARE(Activation::fromArgument(u"/etc/passwd"_s).error().code, Code::InvalidValue);
        QCOMPARE(Activation::fromArgument(u"https://x/y.larder"_s).error().code, Code::NotFound);
        QCOMPARE(Activation::fromArgument(u"nonsense"_s).error().code, Code::InvalidValue);
        QCOMPARE(Activation::fromArgument(u"LARDER://nonsense"_s).error().code, Code::InvalidValue);
    }

    void itTravelsWholeAndIsReadAsStrictly()
    {
        const auto list = *model::SpaceId::fromString(kId);
        for (const Activation &each : { Activation {}, Activation { Kind::OpenList, list, {} },
                 Activation { Kind::Prefill, list, u"ä"_s }, Activation { Kind::Prefill, {}, u"a+b"_s },
                 Activation { Kind::Invite, {}, u"t"_s },
                 Activation { Kind::OpenFile, {}, u"/tmp/x y.larder"_s } }) {
            const auto back = Activation::fromJson(each.toJson());
            QVERIFY(back);
            QVERIFY(*back == each);
        }
        for (const QJsonObject &json :
            { QJsonObject {}, QJsonObject { { u"do"_s, u"run"_s } }, QJsonObject { { u"do"_s, u"list"_s } },
                QJsonObject { { u"do"_s, u"list"_s }, { u"list"_s, u"x"_s } },
                QJsonObject { { u"do"_s, u"add"_s }, { u"text"_s, u"a\nb"_s } },
                QJsonObject { { u"do"_s, u"invite"_s }, { u"text"_s, u"a/b"_s } },
                QJsonObject { { u"do"_s, u"file"_s }, { u"text"_s, u"x.larder"_s } } }) {
            QVERIFY(!Activation::fromJson(json));
        }
    }
};

QTEST_GUILESS_MAIN(ActivationTest)
#include "activation_test.moc"
