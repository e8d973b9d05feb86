// Renders every page in three widths and both themes to build/screens, for people to look at; fails when a page
// can't be shown, warns, or comes out blank.
#include "app/platform/main_window.h"
#include "tests/support/app_home.h"

#include <QtCore/QDir>
#include <QtGui/QImage>
#include <QtQml/QQmlApplicationEngine>
#include <QtQml/QQmlExtensionPlugin>
#include <QtQuick/QQuickWindow>
#include <QtTest/QtTest>

Q_IMPORT_QML_PLUGIN(LarderPlugin)
Q_IMPORT_QML_PLUGIN(Larder_ViewModelsPlugin)

using namespace larder;
using namespace Qt::StringLiterals;
using app::AppViewModel;

namespace {

struct Device {
    const char *name;
    QSize size;
};

constexpr std::array kDevices = {
    Device { "phone", QSize(390, 844) },
    Device { "tablet", QSize(820, 1180) },
    Device { "desktop", QSize(1280, 800) },
};

// Colours that a picture has; a blank one has few.
qsizetype coloursOf(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2) {
            colours.insert(image.pixel(x, y));
        }
    }
    return colours.size();
}

} // namespace

class ScreensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPageCanBeShown_data();
    void everyPageCanBeShown();
    void cleanupTestCase();

private:
    void shoot(const QString &name);
    void receiveNotices();

    std::unique_ptr<test::AppHome> m_home;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
    QStringList m_warnings;
    model::SpaceId m_list;
    model::SpaceId m_empty;
    QString m_prefix;
};

void ScreensTest::initTestCase()
{
    QVERIFY(QDir().mkpath(QStringLiteral(LARDER_SCREENS)));
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    m_home = std::make_unique<test::AppHome>(test::AppHome::Time::Real);
    m_empty = m_home->openEmpty();
    m_list = m_home->openDemo();
    receiveNotices();
    m_home->app->openList(m_list.toString());
    m_engine = std::make_unique<QQmlApplicationEngine>();
    connect(m_engine.get(), &QQmlEngine::warnings, this, [this](const QList<QQmlError> &warnings) {
        for (const QQmlError &warning : warnings) {
            m_warnings.append(warning.toString());
        }
    });
    app::prepareEngine(*m_engine);
    m_window = app::loadMainWindow(*m_engine, *m_home->app);
    QVERIFY(m_window);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
}

// What a server would send: a later change of something that was changed here, and a refusal.
void ScreensTest::receiveNotices()
{
    using namespace model;
    const SpaceId space = m_home->receiveList(3, Role::Editor);
    const UserId ana { space.value };
    const SpaceId shared = space;
    m_home->settle();
    const Stamp later { m_home->clock.now().count() + 1'000'000 };
    Record member { { shared, Kind::Member, { ana.value } }, {}, 2, {} };
    member.set(member::kRole, qint64(3), later);
    member.set(member::kName, u"Ana"_s, later);
    const std::vector<Record> items = *m_home->replica->records(shared, Kind::Item);
    QVERIFY(m_home->client->write(items[0].key, { { item::kName, u"Oat milk"_s }, { item::kQuantity, qint64(3000) } }));
    QVERIFY(m_home->client->write(items[1].key, { { item::kName, u"Rye bread"_s } }));
    m_home->settle();
    Record theirs { items[0].key, {}, 2, ana };
    theirs.set(item::kQuantity, qint64(2000), later);
    QVERIFY(m_home->replica->applyRows({ shared, 1, 2, 0, true, false, { member, theirs } }));
    auto sent = *m_home->replica->takeQueued(500, 1 << 20);
    std::erase_if(sent, [&](const replica::QueuedWrite &each) { return each.write.key != items[1].key; });
    QCOMPARE(sent.size(), size_t(1));
    QVERIFY(m_home->replica->acknowledge(sent, { 1, {}, { { 0, Code::ReadOnly, {}, items[1] } } }));
    m_home->replica->releaseInFlight();
    m_home->settle();
    QTRY_COMPARE(m_home->app->sync()->failures()->count(), 1);
    QTRY_COMPARE(m_home->app->sync()->conflicts()->count(), 1);
}

void ScreensTest::cleanupTestCase()
{
    m_engine.reset();
    m_home.reset();
}

void ScreensTest::everyPageCanBeShown_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("prefix");
    for (const Device &device : kDevices) {
        for (const auto &[mode, theme] : { std::pair(1, "light"), std::pair(2, "dark") }) {
            const QString prefix = QString::fromLatin1(device.name) + u'-' + QString::fromLatin1(theme);
            QTest::newRow(qPrintable(prefix)) << device.size << mode << prefix;
        }
    }
}

void ScreensTest::shoot(const QString &name)
{
    m_home->settle();
    QVERIFY(QTest::qWaitFor([this] { return m_home->app->list()->rows()->isIdle(); }));
    QTest::qWait(260); // animations end by the clock
    const QImage image = m_window->grabWindow();
    QCOMPARE(image.size(), m_window->size() * m_window->devicePixelRatio());
    QVERIFY2(coloursOf(image) > 20, qPrintable(name));
    QVERIFY(image.save(QStringLiteral(LARDER_SCREENS "/%1-%2.png").arg(m_prefix, name)));
    QVERIFY2(m_warnings.isEmpty(), qPrintable(m_warnings.join(u'\n')));
}

void ScreensTest::everyPageCanBeShown()
{
    QFETCH(QSize, size);
    QFETCH(int, mode);
    QFETCH(QString, prefix);
    m_prefix = prefix;
    AppViewModel &app = *m_home->app;
    m_home->preferences->setThemeMode(mode);
    m_window->resize(size);
    app.openList(m_list.toString());
    app.list()->setCheckedShown(false);
    shoot(u"list"_s);

    app.entry()->setText(u"2 kg potatoes #produce 3.49 !the floury ones"_s);
    shoot(u"entry"_s);
    app.entry()->setText({});

    app.list()->setCheckedShown(true);
    app.list()->toggle(m_home->idOf(u"Milk"_s));
    app.list()->remove(m_home->idOf(u"Spaghetti"_s));
    shoot(u"undo"_s);
    app.undo()->undo();
    app.undo()->undo();
    app.list()->setCheckedShown(false);

    app.openItem(m_home->idOf(u"Apples"_s));
    shoot(u"item"_s);
    app.item()->setQuantity(u"lots"_s);
    shoot(u"item-error"_s);
    app.back();

    app.go(AppViewModel::Lists);
    shoot(u"lists"_s);
    QMetaObject::invokeMethod(m_window, "askNewList");
    shoot(u"new-list"_s);
    QTest::keyClick(m_window, Qt::Key_Escape);

    app.go(AppViewModel::Sync);
    shoot(u"sync-local"_s);
    sync::SyncStatus status;
    status.phase = sync::Phase::Offline;
    status.reason = Code::Network;
    status.lastSync = m_home->clock.now();
    status.nextAttempt = m_home->clock.now() + std::chrono::seconds(40);
    app.sync()->setStatus(status);
    shoot(u"sync-offline"_s);
    app.go(AppViewModel::List);
    shoot(u"list-offline"_s);
    app.sync()->setStatus({});

    app.openList(m_empty.toString());
    shoot(u"empty"_s);
    app.openList(m_list.toString());
    app.account()->setServer(u"somewhere"_s);
    app.account()->setRegistering(true);
    app.account()->submit();
    app.go(AppViewModel::Account);
    shoot(u"account"_s);
    app.account()->setRegistering(false);
    app.account()->setServer(u"http://localhost:3001"_s);
    app.go(AppViewModel::List);
}

QTEST_MAIN(ScreensTest)
#include "screens_test.moc"
