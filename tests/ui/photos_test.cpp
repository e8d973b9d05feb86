// A photo's way from one device to another, through a real server.
#include "app/photos/photo_maker.h"
#include "tests/support/larderd.h"
#include "tests/support/window_device.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::PhotoFiles;
using test::kPatienceMs;

class PhotosTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatOneTakesOthersSeeAlsoAfterAnOutage();
};

void PhotosTest::whatOneTakesOthersSeeAlsoAfterAnOutage()
{
    const QTemporaryDir folder;
    auto larderd = std::make_unique<test::Larderd>(QStringList(), folder.path());
    const quint16 http = larderd->httpPort();
    const quint16 socket = larderd->syncPort();
    const QUrl server(u"http://127.0.0.1:%1"_s.arg(http));
    test::WindowDevice phone(server, QSize(390, 844));
    test::WindowDevice desktop(server, QSize(1280, 800));
    phone.signIn(true);
    phone.add(u"2 kg apples"_s);
    QTRY_COMPARE_WITH_TIMEOUT(phone.app->sync()->badge(), app::SyncViewModel::Done, kPatienceMs);
    desktop.signIn(false);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.replica->space(phone.app->list()->space()), kPatienceMs);
    desktop.app->openList(phone.app->list()->space().toString());
    QTRY_VERIFY_WITH_TIMEOUT(desktop.window->shows(u"apples"_s), kPatienceMs);

    const auto picture = [&](const QColor &colour) {
        QImage image(800, 600, QImage::Format_RGB32);
        image.fill(colour);
        const QString path = folder.filePath(colour.name() + u".png"_s);
        return image.save(path) ? path : QString();
    };
    phone.app->openItem(phone.item(u"apples"_s)->key.id.toString());
    phone.app->photos()->takeUrl(QUrl::fromLocalFile(picture(Qt::red)));
    QTRY_VERIFY_WITH_TIMEOUT(phone.window->find(u"Photo of apples, show it large"_s), kPatienceMs);
    const QString hash = phone.item(u"apples"_s)->text(model::item::kPhoto);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.photos.has(hash), kPatienceMs);
    QCOMPARE(*desktop.photos.read(hash), *phone.photos.read(hash));
    QTRY_COMPARE_WITH_TIMEOUT(phone.app->photos()->unsent(), 0, kPatienceMs);
    desktop.app->openItem(desktop.item(u"apples"_s)->key.id.toString());
    QTRY_VERIFY_WITH_TIMEOUT(desktop.window->find(u"Photo of apples, show it large"_s), kPatienceMs);

    // Without a server the photo stays here, and its item is shown elsewhere before it is.
    larderd->kill();
    QTRY_VERIFY_WITH_TIMEOUT(phone.window->findStarting(u"Sync: Offline"_s), kPatienceMs);
    phone.app->photos()->takeUrl(QUrl::fromLocalFile(picture(Qt::blue)));
    QTRY_VERIFY_WITH_TIMEOUT(phone.item(u"apples"_s)->text(model::item::kPhoto) != hash, kPatienceMs);
    const QString second = phone.item(u"apples"_s)->text(model::item::kPhoto);
    QVERIFY(phone.window->shows(u"Kept here; others see it once it is sent."_s));
    QCOMPARE(phone.app->photos()->unsent(), 1);
    larderd = std::make_unique<test::Larderd>(
        QStringList { u"--http-port"_s, QString::number(http), u"--sync-port"_s, QString::number(socket) },
        folder.path());
    phone.app->sync()->retryNow();
    desktop.app->sync()->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(desktop.photos.has(second), kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(phone.app->photos()->unsent(), 0, kPatienceMs);
    QCOMPARE(phone.window->warnings(), QStringList());
    QCOMPARE(desktop.window->warnings(), QStringList());
}

QTEST_MAIN(PhotosTest)
#include "photos_test.moc"
