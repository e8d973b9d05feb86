// A screen saver that the test plays, on a session bus of its own.
#include "app/platform/desktop.h"
#include "app/platform/screen_wake.h"
#include "tests/support/app_home.h"
#include "tests/support/private_bus.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::ScreenWake;

namespace {

class ScreenSaver : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")

public:
    explicit ScreenSaver(uint firstCookie)
        : m_next(firstCookie)
    {
    }
    void begin(QDBusConnection bus)
    {
        QVERIFY(bus.registerObject(u"/org/freedesktop/ScreenSaver"_s, this, QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService(u"org.freedesktop.ScreenSaver"_s));
    }
    static void end(QDBusConnection bus)
    {
        bus.unregisterService(u"org.freedesktop.ScreenSaver"_s);
        bus.unregisterObject(u"/org/freedesktop/ScreenSaver"_s);
    }

    QSet<uint> held;
    int asked = 0;
    int wrong = 0; // cookies that were never given

public Q_SLOTS:
    uint Inhibit(const QString &program, const QString &reason)
    {
        ++asked;
        if (program.isEmpty() || reason.isEmpty()) {
            ++wrong;
        }
        held.insert(m_next);
        return m_next++;
    }
    void UnInhibit(uint cookie)
    {
        if (!held.remove(cookie)) {
            ++wrong;
        }
    }

private:
    uint m_next;
};

} // namespace

class ScreenWakeTest : public QObject {
    Q_OBJECT

public:
    explicit ScreenWakeTest(const test::PrivateBus &bus)
        : m_bus(bus.connect(u"saver"_s))
    {
    }

private Q_SLOTS:
    void init() { m_saver = std::make_unique<ScreenSaver>(7); }
    void cleanup()
    {
        ScreenSaver::end(m_bus);
        m_saver.reset();
    }

    void theScreenIsKeptAndLetGo();
    void askingTwiceIsAskingOnce();
    void lettingGoBeforeTheAnswerLetsGo();
    void itIsLetGoWithTheObject();
    void aScreenSaverThatStartsAnewIsAskedAgain();
    void withoutAScreenSaverNothingHappensUntilThereIsOne();
    void shoppingKeepsTheScreen();

private:
    QDBusConnection m_bus;
    std::unique_ptr<ScreenSaver> m_saver;
};

void ScreenWakeTest::theScreenIsKeptAndLetGo()
{
    m_saver->begin(m_bus);
    ScreenWake wake;
    wake.setAwake(true);
    QTRY_COMPARE(m_saver->held, QSet<uint>({ 7 }));
    wake.setAwake(false);
    QTRY_COMPARE(m_saver->held, QSet<uint>());
    wake.setAwake(true);
    QTRY_COMPARE(m_saver->held, QSet<uint>({ 8 }));
    QCOMPARE(m_saver->wrong, 0);
}

void ScreenWakeTest::askingTwiceIsAskingOnce()
{
    m_saver->begin(m_bus);
    ScreenWake wake;
    wake.setAwake(true);
    wake.setAwake(true);
    QTRY_COMPARE(m_saver->held.size(), 1);
    wake.setAwake(true);
    wake.setAwake(false);
    QTRY_COMPARE(m_saver->held.size(), 0);
    QCOMPARE(m_saver->asked, 1);
}

void ScreenWakeTest::lettingGoBeforeTheAnswerLetsGo()
{
    m_saver->begin(m_bus);
    ScreenWake wake;
    wake.setAwake(true);
    wake.setAwake(false);
    QTRY_COMPARE(m_saver->asked, 1);
    QTRY_COMPARE(m_saver->held.size(), 0);
    QCOMPARE(m_saver->wrong, 0);
}

void ScreenWakeTest::itIsLetGoWithTheObject()
{
    m_saver->begin(m_bus);
    {
        ScreenWake wake;
        wake.setAwake(true);
        QTRY_COMPARE(m_saver->held.size(), 1);
        test::PrivateBus::settle();
    }
    QTRY_COMPARE(m_saver->held.size(), 0);
    QCOMPARE(m_saver->wrong, 0);
}

void ScreenWakeTest::aScreenSaverThatStartsAnewIsAskedAgain()
{
    m_saver->begin(m_bus);
    ScreenWake wake;
    wake.setAwake(true);
    QTRY_COMPARE(m_saver->held.size(), 1);
    ScreenSaver::end(m_bus);
    m_saver = std::make_unique<ScreenSaver>(40);
    m_saver->begin(m_bus);
    QTRY_COMPARE(m_saver->held, QSet<uint>({ 40 }));
    wake.setAwake(false);
    QTRY_COMPARE(m_saver->held, QSet<uint>());
    QCOMPARE(m_saver->wrong, 0);
}

void ScreenWakeTest::withoutAScreenSaverNothingHappensUntilThereIsOne()
{
    ScreenWake wake;
    wake.setAwake(true);
    QVERIFY(wake.isAwake());
    m_saver->begin(m_bus);
    QTRY_COMPARE(m_saver->held.size(), 1);
}

void ScreenWakeTest::shoppingKeepsTheScreen()
{
    m_saver->begin(m_bus);
    test::AppHome home;
    const app::Desktop desktop(*home.app, home.timers, home.clock);
    home.openDemo();
    QCOMPARE(m_saver->asked, 0);
    home.app->commands()->run(app::CommandRows::Shopping);
    QTRY_COMPARE(m_saver->held.size(), 1);
    home.app->commands()->run(app::CommandRows::Shopping);
    QTRY_COMPARE(m_saver->held.size(), 0);
}

int main(int argc, char **argv)
{
    const test::PrivateBus bus;
    const QGuiApplication application(argc, argv);
    ScreenWakeTest test(bus);
    return QTest::qExec(&test, argc, argv);
}
#include "screen_wake_test.moc"
