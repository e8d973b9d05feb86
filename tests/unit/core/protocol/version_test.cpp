// What both sides must agree on, as one hash a version: the field table and the shape of every message. A
// change of either without a new version fails here.
#include "core/protocol/version.h"

#include "tests/unit/core/protocol/full_messages.h"

#include <QtCore/QCborArray>
#include <QtCore/QCborMap>
#include <QtCore/QCryptographicHash>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::protocol;
using namespace larder::test;
using namespace Qt::StringLiterals;

// One line a version, never changed once it was released.
static const QByteArray kHashes[] = {
    "fd1cc6fee1fe29d153a3687724a4104592935b6525d8cc1641892a213903c8fc"_ba, // 1
    "9969ea51af18e2b3905e311d9264b628722603b6f44a7717e62f5ab84335dbbb"_ba, // 2
    "55b194e4d4b23fe92c2c099c935d7ba52b9cab8174e0c59aa3fc037f91dc68f5"_ba, // 3
};

static QString fieldTable()
{
    QString text;
    for (const model::KindInfo &kind : model::kinds()) {
        text += u"kind %1 %2 writer %3 since %4\n"_s.arg(quint16(kind.kind))
                    .arg(kind.name)
                    .arg(int(kind.writer))
                    .arg(kind.since);
        for (const model::Field &field : kind.fields) {
            text += u"  %1 %2 type %3 presence %4 from %5 to %6 since %7\n"_s.arg(field.number)
                        .arg(field.name)
                        .arg(int(field.type))
                        .arg(int(field.presence))
                        .arg(field.min)
                        .arg(field.max)
                        .arg(field.since);
        }
    }
    return text;
}

// Keys and types of a CBOR item, without its values; integer keys are fields, not keys.
static QString shape(const QCborValue &item)
{
    QStringList parts;
    if (item.isArray()) {
        for (const QCborValue &each : item.toArray()) {
            parts += shape(each);
        }
        return u"["_s + parts.join(u", ") + u"]"_s;
    }
    if (item.isMap()) {
        for (const auto &[key, value] : item.toMap()) {
            parts += (key.isString() ? key.toString() : u"int"_s) + u": "_s
                + (key.toString() == "t"_L1 ? value.toString() : shape(value));
        }
        return u"{"_s + parts.join(u", ") + u"}"_s;
    }
    return u"%1"_s.arg(int(item.type()), 0, 16);
}

class VersionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyVersionHasAHash() { QCOMPARE(int(std::size(kHashes)), kVersion); }

    void fullMessagesCoverEveryMessage()
    {
        QCOMPARE(fullMessages().size(), std::variant_size_v<Up> + std::variant_size_v<Down>);
    }

    void theProtocolIsTheOneOfItsVersion()
    {
        QString text = fieldTable();
        for (const QByteArray &message : fullMessages()) {
            text += shape(QCborValue::fromCbor(message)) + u"\n"_s;
        }
        const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
        if (hash != kHashes[kVersion - 1]) {
            QFAIL(qPrintable(
                u"Fields or messages changed. Raise kVersion in core/protocol/version.h, give it a line "
                "there, say it in docs/protocol.md, and record %1 here. What was hashed:\n%2"_s.arg(
                    QLatin1StringView(hash), text)));
        }
    }
};

QTEST_GUILESS_MAIN(VersionTest)
#include "version_test.moc"
