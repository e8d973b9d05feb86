#include "app/viewmodels/photo_view_model.h"

#include "app/photos/photo_maker.h"
#include "tests/support/app_home.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::PhotoFiles;
using app::PhotoName;
using app::PhotoViewModel;
using test::AppHome;

class PhotoViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aPictureBecomesThePhotoOfTheItem();
    void thePhotoGoesToTheItemThatItWasChosenFor();
    void takingItAwayCanBeUndone();
    void aPictureIsPasted();
    void whatIsNoPictureIsSaidAndChangesNothing();
    void whoMayOnlyLookChangesNothing();
    void aPhotoOfAnotherDeviceIsAskedForOnce();
    void anItemThatIsCopiedTakesItsPhotoAlong();
    void whatIsNotSentIsCountedAmongTheUnsent();
    void whoSignsOutTakesThePhotosAlong();

private:
    PhotoViewModel &photos() { return *m_home->app->photos(); }
    QString picture(const QColor &colour = Qt::green)
    {
        const QString path = m_home->dir.filePath(colour.name() + u".png"_s);
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(colour);
        if (!image.save(path)) {
            qFatal("no picture");
        }
        return path;
    }
    void take(const QString &path)
    {
        photos().choose();
        photos().takeFile(path);
        QTRY_VERIFY(!photos().isBusy());
        m_home->settle();
    }
    QString photoOf(const QString &name)
    {
        return m_home->client->record({ m_list, model::Kind::Item, m_home->item(name) })
            ->text(model::item::kPhoto);
    }

    std::unique_ptr<AppHome> m_home;
    model::SpaceId m_list;
};

void PhotoViewModelTest::init()
{
    m_home = std::make_unique<AppHome>();
    m_list = m_home->openDemo();
    m_home->app->openItem(m_home->idOf(u"Milk"_s));
}

void PhotoViewModelTest::cleanup()
{
    m_home->settle();
    m_home.reset();
}

void PhotoViewModelTest::aPictureBecomesThePhotoOfTheItem()
{
    QSignalSpy send(&photos(), &PhotoViewModel::sendAsked);
    QCOMPARE(photos().photo(), QString());
    take(picture());
    const QString hash = photoOf(u"Milk"_s);
    QVERIFY(PhotoFiles::isHash(hash));
    QCOMPARE(photos().photo(), hash);
    QVERIFY(photos().has(hash));
    QCOMPARE(m_home->photos.awaited(), std::vector<PhotoName>({ { m_list, hash } }));
    QCOMPARE(send.count(), 1);
    QVERIFY(photos().sentence().startsWith(u"Kept here"_s));
    m_home->photos.sent({ m_list, hash });
    photos().noteSent({ m_list, hash });
    QCOMPARE(photos().sentence(), QString());
    photos().noteRefused({ m_list, hash }, Code::SpaceFull);
    QVERIFY(photos().isWrong());
    QVERIFY(photos().sentence().contains(u"no room"_s));
}

void PhotoViewModelTest::thePhotoGoesToTheItemThatItWasChosenFor()
{
    photos().choose();
    m_home->app->openItem(m_home->idOf(u"Butter"_s)); // while the system's dialog is open
    photos().takeFile(picture());
    QTRY_VERIFY(!photos().isBusy());
    QVERIFY(!photoOf(u"Milk"_s).isEmpty());
    QVERIFY(photoOf(u"Butter"_s).isEmpty());
    QCOMPARE(photos().photo(), QString());
}

void PhotoViewModelTest::takingItAwayCanBeUndone()
{
    take(picture());
    const QString first = photos().photo();
    take(picture(Qt::red));
    QVERIFY(photos().photo() != first);
    photos().remove();
    QCOMPARE(photos().photo(), QString());
    m_home->app->undo()->undo();
    QVERIFY(!photos().photo().isEmpty());
    m_home->app->undo()->undo();
    QCOMPARE(photos().photo(), first);
    QVERIFY(photos().has(first));
}

void PhotoViewModelTest::aPictureIsPasted()
{
    QGuiApplication::clipboard()->setText(u"milk"_s);
    photos().paste();
    QVERIFY(photos().isWrong());
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(Qt::yellow);
    QGuiApplication::clipboard()->setImage(image);
    photos().paste();
    QTRY_VERIFY(!photos().isBusy());
    QVERIFY(!photos().isWrong());
    QVERIFY(!photos().photo().isEmpty());
}

void PhotoViewModelTest::whatIsNoPictureIsSaidAndChangesNothing()
{
    const QString path = m_home->dir.filePath(u"list.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("milk\nbread\n");
    file.close();
    take(path);
    QVERIFY(photos().isWrong());
    QVERIFY(photos().sentence().contains(u"no picture"_s));
    QCOMPARE(photos().photo(), QString());
    photos().takeUrl(QUrl(u"https://example.org/milk.jpg"_s));
    QVERIFY(photos().sentence().contains(u"on this device"_s));
    m_home->app->openItem(m_home->idOf(u"Butter"_s));
    QVERIFY(!photos().isWrong()); // that was of the other
}

void PhotoViewModelTest::whoMayOnlyLookChangesNothing()
{
    const model::SpaceId space = m_home->receiveList(3, model::Role::Viewer);
    m_home->settle();
    m_home->app->openList(space.toString());
    m_home->settle();
    QTRY_VERIFY(m_home->app->list()->isLoaded());
    m_home->app->openItem(m_home->replica->records(space, model::Kind::Item)->front().key.id.toString());
    QVERIFY(m_home->app->item()->isShown());
    take(picture());
    QCOMPARE(photos().photo(), QString());
    QVERIFY(photos().isWrong());
    QVERIFY(m_home->photos.awaited().empty());
}

void PhotoViewModelTest::aPhotoOfAnotherDeviceIsAskedForOnce()
{
    QSignalSpy fetch(&photos(), &PhotoViewModel::fetchAsked);
    const QByteArray bytes("a picture of theirs");
    const QString hash = PhotoFiles::hashOf(bytes);
    QVERIFY(m_home->client->write(
        { m_list, model::Kind::Item, m_home->item(u"Milk"_s) }, { { model::item::kPhoto, hash } }));
    QVERIFY(fetch.count() >= 1);
    QCOMPARE(fetch.front().front().value<PhotoName>(), (PhotoName { m_list, hash }));
    QVERIFY(!photos().has(hash));
    QVERIFY(photos().sentence().contains(u"not reached"_s));
    QVERIFY(m_home->photos.keep(hash, bytes));
    photos().noteFetched(hash);
    QVERIFY(photos().has(hash));
    QCOMPARE(photos().arrived(), 1);
    fetch.clear();
    m_home->app->openItem(m_home->idOf(u"Butter"_s));
    m_home->app->openItem(m_home->idOf(u"Milk"_s));
    QCOMPARE(fetch.count(), 0);
}

void PhotoViewModelTest::anItemThatIsCopiedTakesItsPhotoAlong()
{
    take(picture());
    const QString hash = photos().photo();
    m_home->photos.sent({ m_list, hash });
    const QString other = m_home->app->lists()->create(u"Party"_s, u"🎉"_s, 1);
    m_home->settle();
    app::ItemWrites writes(*m_home->client, m_home->clock);
    const auto copied = writes.copy(
        { m_list, model::Kind::Item, m_home->item(u"Milk"_s) }, *model::SpaceId::fromString(other));
    QVERIFY2(copied, qPrintable(copied ? QString() : QString::number(int(copied.error().code))));
    QCOMPARE(
        m_home->photos.awaited(), std::vector<PhotoName>({ { *model::SpaceId::fromString(other), hash } }));
}

void PhotoViewModelTest::whatIsNotSentIsCountedAmongTheUnsent()
{
    m_home->acknowledgeAll();
    const int before = m_home->app->account()->unsent();
    take(picture());
    m_home->acknowledgeAll();
    QTRY_COMPARE(m_home->app->account()->unsent(), before + 1);
}

void PhotoViewModelTest::whoSignsOutTakesThePhotosAlong()
{
    take(picture());
    const QString hash = photos().photo();
    m_home->app->account()->signOut();
    QVERIFY(!m_home->photos.has(hash));
    QVERIFY(m_home->photos.awaited().empty());
}

QTEST_MAIN(PhotoViewModelTest)
#include "photo_view_model_test.moc"
