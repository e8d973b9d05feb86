#include "app/photos/photo_files.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::PhotoFiles;
using app::PhotoName;

class PhotoFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void whatIsKeptCanBeRead();
    void bytesOfAnotherNameAreNotKept();
    void aDamagedFileIsNotGivenOutAndMakesRoom();
    void marksOutliveTheProgramAndAreOldestFirst();
    void whatIsNoMarkIsPassedOver();
    void aNameThatIsNoneReachesNoFile();
    void aDiskThatRefusesIsSaid();
    void clearingLeavesNothing();

private:
    PhotoFiles files() const { return PhotoFiles(m_dir->filePath(u"photos"_s)); }
    static PhotoName name(const QByteArray &bytes, const char *space = "0190a6b0-0000-7000-8000-000000000001")
    {
        return { *model::SpaceId::fromString(QString::fromLatin1(space)), PhotoFiles::hashOf(bytes) };
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void PhotoFilesTest::whatIsKeptCanBeRead()
{
    const QString hash = PhotoFiles::hashOf("picture");
    QVERIFY(!files().has(hash));
    QVERIFY(files().keep(hash, "picture"));
    QVERIFY(files().keep(hash, "picture")); // once more is the same
    QVERIFY(files().has(hash));
    QCOMPARE(*files().read(hash), "picture"_ba);
}

void PhotoFilesTest::bytesOfAnotherNameAreNotKept()
{
    const QString hash = PhotoFiles::hashOf("picture");
    QCOMPARE(files().keep(hash, "another").error().code, Code::Malformed);
    QVERIFY(!files().has(hash));
}

void PhotoFilesTest::aDamagedFileIsNotGivenOutAndMakesRoom()
{
    const QString hash = PhotoFiles::hashOf("picture");
    QVERIFY(files().keep(hash, "picture"));
    QFile file(files().pathOf(hash));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("pic");
    file.close();
    QCOMPARE(files().read(hash).error().code, Code::Corrupt);
    QVERIFY(!files().has(hash)); // so it is fetched anew
}

void PhotoFilesTest::marksOutliveTheProgramAndAreOldestFirst()
{
    QVERIFY(files().await(name("a")));
    QVERIFY(files().await(name("b", "0190a6b0-0000-7000-8000-000000000002")));
    QVERIFY(files().await(name("a")));
    QCOMPARE(files().awaited().size(), std::size_t(2));
    files().sent(name("a"));
    QCOMPARE(
        files().awaited(), std::vector<PhotoName>({ name("b", "0190a6b0-0000-7000-8000-000000000002") }));
    files().sent(name("a"));
}

void PhotoFilesTest::whatIsNoMarkIsPassedOver()
{
    QVERIFY(files().await(name("a")));
    QFile stray(m_dir->filePath(u"photos/waiting/.DS_Store"_s));
    QVERIFY(stray.open(QIODevice::WriteOnly));
    QFile half(m_dir->filePath(u"photos/waiting/0190a6b0-0000-7000-8000-000000000001.abc"_s));
    QVERIFY(half.open(QIODevice::WriteOnly));
    QCOMPARE(files().awaited(), std::vector<PhotoName>({ name("a") }));
}

void PhotoFilesTest::aNameThatIsNoneReachesNoFile()
{
    for (const QString &hash : { QString(), u"../../etc/passwd"_s, QString(64, u'G'), QString(63, u'a') }) {
        QVERIFY(!PhotoFiles::isHash(hash));
        QVERIFY(!files().has(hash));
        QVERIFY(!files().read(hash));
    }
}

void PhotoFilesTest::aDiskThatRefusesIsSaid()
{
    QFile inTheWay(m_dir->filePath(u"photos"_s)); // where a folder is to be
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QCOMPARE(files().keep(PhotoFiles::hashOf("picture"), "picture").error().code, Code::Storage);
    QCOMPARE(files().await(name("a")).error().code, Code::Storage);
}

void PhotoFilesTest::clearingLeavesNothing()
{
    QVERIFY(files().keep(PhotoFiles::hashOf("picture"), "picture"));
    QVERIFY(files().await(name("a")));
    files().clear();
    QVERIFY(!QDir(m_dir->filePath(u"photos"_s)).exists());
    QVERIFY(files().awaited().empty());
}

QTEST_GUILESS_MAIN(PhotoFilesTest)
#include "photo_files_test.moc"
