#include "app/instance/instance_address.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QLocalServer>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::app;
using namespace Qt::StringLiterals;

class InstanceAddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoNamesOfOneFileLeadToOneSocket()
    {
        const QTemporaryDir folder;
        const QString real = folder.filePath(u"larder.sqlite"_s);
        const QString link = folder.filePath(u"link"_s);
        QVERIFY(QFile::link(folder.path(), link));
        const QString before = canonicalDatabase(link + u"/larder.sqlite"_s); // the file isn't there yet
        QFile file(real);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(real, folder.filePath(u"other.sqlite"_s)));
        QCOMPARE(before, canonicalDatabase(real));
        QCOMPARE(canonicalDatabase(folder.filePath(u"other.sqlite"_s)), canonicalDatabase(real));
        QVERIFY(canonicalDatabase(folder.filePath(u"third.sqlite"_s)) != canonicalDatabase(real));
    }

    void theFolderIsOnesOwn()
    {
        const QTemporaryDir folder;
        const QString own = folder.filePath(u"own"_s);
        const auto socket = instanceSocket(u"/a.sqlite"_s, { own });
        QVERIFY(socket);
        const auto others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        QCOMPARE(QFileInfo(own).permissions() & others, QFile::Permissions());
        QCOMPARE(
            instanceSockets(u"/a.sqlite"_s, { folder.filePath(u"none"_s), own }), QStringList { *socket });
        QVERIFY(*instanceSocket(u"/b.sqlite"_s, { own }) != *socket);
        QLocalServer server;
        server.setSocketOptions(QLocalServer::UserAccessOption);
        QVERIFY2(server.listen(*socket), qPrintable(server.errorString()));
    }

    void aFolderThatOthersMayEnterIsNotTrusted()
    {
        const QTemporaryDir folder;
        const QString open = folder.filePath(u"open"_s);
        const QString own = folder.filePath(u"own"_s);
        QVERIFY(QDir().mkdir(open));
        QVERIFY(QFile::setPermissions(open, QFile::Permissions(0x7777)));
        QVERIFY(!instanceSocket(u"/a.sqlite"_s, { open }));
        QVERIFY(instanceSocket(u"/a.sqlite"_s, { open, own })->startsWith(own));
        QCOMPARE(instanceSockets(u"/a.sqlite"_s, { open }), QStringList());
        const QString link = folder.filePath(u"link"_s); // to one that would do
        QVERIFY(QFile::link(own, link));
        QVERIFY(!instanceSocket(u"/a.sqlite"_s, { link }));
    }

    void aLongFolderIsPassedOver()
    {
        const QTemporaryDir folder;
        const QString deep = folder.filePath(QString(100, u'x'));
        const QString own = folder.filePath(u"own"_s);
        QVERIFY(!instanceSocket(u"/a.sqlite"_s, { deep }));
        QVERIFY(instanceSocket(u"/a.sqlite"_s, { deep, own })->startsWith(own));
    }
};

QTEST_GUILESS_MAIN(InstanceAddressTest)
#include "instance_address_test.moc"
