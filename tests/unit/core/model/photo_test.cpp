#include "core/model/photo.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace larder::model;

class PhotoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHashIsWrittenInOneFormOnly()
    {
        const PhotoHash hash = PhotoHash::of("abc");
        const QString text = u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s;
        QCOMPARE(hash.toText(), text);
        QVERIFY(PhotoHash::fromText(text) == hash);
        QVERIFY(PhotoHash::fromBytes(hash.bytes) == hash);
        const QStringList others { text.toUpper(), text.chopped(1), text + u'0', u' ' + text.mid(1),
            text.chopped(1) + u'g', text.chopped(1) + QChar(0x661), QString() };
        for (const QString &other : others) {
            QVERIFY2(!PhotoHash::fromText(other), qPrintable(other));
        }
        QVERIFY(!PhotoHash::fromBytes("abc"));
    }

    void whatAFileIsItsFirstBytesSay()
    {
        QCOMPARE(photoMediaType(QByteArray("\xff\xd8\xff\xe0rest")), "image/jpeg");
        QCOMPARE(photoMediaType(QByteArray("\x89PNG\r\n\x1a\nrest")), "image/png");
        QCOMPARE(photoMediaType(QByteArray("RIFF\x10\0\0\0WEBPVP8Lrest", 20)), "image/webp");
        for (const QByteArray &other :
            { QByteArray(), QByteArray("\xff\xd8"), QByteArray("<html>\xff\xd8\xff"), QByteArray("GIF89a"),
                QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>"), QByteArray("RIFF\x10\0\0\0WEBP", 12),
                QByteArray("RIFF\x10\0\0\0WAVEfmt rest", 20), QByteArray(" \x89PNG\r\n\x1a\n") }) {
            QVERIFY2(!photoMediaType(other), other.toHex().constData());
        }
    }
};

QTEST_APPLESS_MAIN(PhotoTest)
#include "photo_test.moc"
