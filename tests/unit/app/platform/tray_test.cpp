// A tray that the test plays, on a session bus of its own.
#include "app/platform/linux/tray_menu.h"
#include "app/platform/tray.h"
#include "tests/support/private_bus.h"
#include "tests/support/tray_host.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::Tray;
using app::TrayContent;

class TrayTest : public QObject {
    Q_OBJECT

public:
    explicit TrayTest(const test::PrivateBus &bus)
        : m_bus(bus.connect(u"tray"_s))
    {
    }

private Q_SLOTS:
    void init() { m_host = std::make_unique<test::TrayHost>(m_bus); }
    void cleanup() { m_host.reset(); }

    void theIconIsShownWithItsWordsAndGoes();
    void itsMenuIsReadAndAClickIsHeard();
    void whatIsNoEntryCannotBeClicked();
    void manyEventsComeAtOnce();
    void anOpenMenuKeepsItsMeaningWhileItChanges();
    void withoutATrayNothingIsShownUntilThereIsOne();
    void aTrayThatNobodyLooksAtIsNone();
    void aTrayThatStartsAnewIsToldAgain();
    void whatIsNotWantedIsNotRegistered();

private:
    static TrayContent content(int count = 3)
    {
        return { u"Larder"_s, u"Weekly: 3 left"_s, count,
            { { 10, u"Show_it"_s }, { 11, QString() }, { 12, u"Quit"_s } } };
    }

    QDBusConnection m_bus;
    std::unique_ptr<test::TrayHost> m_host;
};

void TrayTest::theIconIsShownWithItsWordsAndGoes()
{
    m_host->begin();
    Tray tray;
    tray.show(content());
    QTRY_COMPARE(m_host->icons().size(), 1);
    QVERIFY(tray.isAvailable());
    QCOMPARE(m_host->property(u"Id"_s), u"larder"_s);
    QCOMPARE(m_host->property(u"Title"_s), u"Larder"_s);
    QCOMPARE(m_host->property(u"Status"_s), u"Active"_s);
    QCOMPARE(m_host->property(u"Category"_s), u"ApplicationStatus"_s);
    QCOMPARE(m_host->property(u"ItemIsMenu"_s), false);
    QCOMPARE(m_host->hint(), u"Weekly: 3 left"_s);
    QCOMPARE(m_host->pixels(), QSize(22, 22));
    tray.show(content(4));
    QCOMPARE(m_host->pixels(), QSize(22, 22));
    tray.hide();
    QTRY_COMPARE(m_host->icons().size(), 0);
    tray.show(content());
    QTRY_COMPARE(m_host->icons().size(), 1);
    QCOMPARE(m_host->wrong, 0);
}

void TrayTest::itsMenuIsReadAndAClickIsHeard()
{
    m_host->begin();
    Tray tray;
    QSignalSpy activated(&tray, &Tray::activated);
    QSignalSpy chosen(&tray, &Tray::chosen);
    tray.show(content());
    QTRY_COMPARE(m_host->icons().size(), 1);
    QCOMPARE(m_host->menu(), QStringList({ u"Show__it"_s, u"-"_s, u"Quit"_s }));
    QVERIFY(m_host->choose(u"Quit"_s));
    QCOMPARE(chosen, QList<QVariantList> { { 12 } });
    QCOMPARE(activated.count(), 0);
    m_host->click();
    QCOMPARE(activated.count(), 1);
    QCOMPARE(chosen.count(), 1);
}

void TrayTest::whatIsNoEntryCannotBeClicked()
{
    m_host->begin();
    Tray tray;
    QSignalSpy chosen(&tray, &Tray::chosen);
    tray.show(content());
    QTRY_COMPARE(m_host->icons().size(), 1);
    const auto event = [&](int id, const QString &what) {
        m_host->askMenu(u"Event"_s, { id, what, QVariant::fromValue(QDBusVariant(QString())), 0U });
    };
    for (const int id : { -1, 0, 1, 11, 13 }) { // 11 is a line
        event(id, u"clicked"_s);
    }
    event(12, u"hovered"_s);
    QCOMPARE(chosen.count(), 0);
}

void TrayTest::manyEventsComeAtOnce()
{
    m_host->begin();
    Tray tray;
    QSignalSpy chosen(&tray, &Tray::chosen);
    tray.show(content());
    QTRY_COMPARE(m_host->icons().size(), 1);
    const QDBusVariant nothing { QString() };
    const QList<app::MenuEvent> events { { 12, u"hovered"_s, nothing, 0 }, { 12, u"clicked"_s, nothing, 0 },
        { 99, u"clicked"_s, nothing, 0 } };
    const QDBusMessage answer = m_host->askMenu(u"EventGroup"_s, { QVariant::fromValue(events) });
    QCOMPARE(qdbus_cast<QList<int>>(answer.arguments().value(0)), QList<int> { 99 });
    QCOMPARE(chosen, QList<QVariantList> { { 12 } });
    const QDBusMessage shown
        = m_host->askMenu(u"AboutToShowGroup"_s, { QVariant::fromValue(QList<int> { 0, 98 }) });
    QCOMPARE(qdbus_cast<QList<int>>(shown.arguments().value(0)), QList<int>());
    QCOMPARE(qdbus_cast<QList<int>>(shown.arguments().value(1)), QList<int> { 98 });
    const QDBusMessage properties
        = m_host->askMenu(u"GetGroupProperties"_s, { QVariant::fromValue(QList<int> { 12 }), QStringList() });
    QCOMPARE(properties.signature(), u"a(ia{sv})"_s);
    const QDBusMessage label = m_host->askMenu(u"GetProperty"_s, { 12, u"label"_s });
    QCOMPARE(label.arguments().value(0).value<QDBusVariant>().variant(), u"Quit"_s);
}

// Somebody adds a list while the menu is open: what is clicked is still what was read.
void TrayTest::anOpenMenuKeepsItsMeaningWhileItChanges()
{
    m_host->begin();
    Tray tray;
    QSignalSpy chosen(&tray, &Tray::chosen);
    tray.show(content());
    QTRY_COMPARE(m_host->icons().size(), 1);
    TrayContent more = content();
    more.entries.insert(more.entries.begin(), { 20, u"Party"_s });
    tray.show(more);
    m_host->askMenu(u"Event"_s, { 10, u"clicked"_s, QVariant::fromValue(QDBusVariant(QString())), 0U });
    QCOMPARE(chosen, QList<QVariantList> { { 10 } });
    QCOMPARE(m_host->menu().size(), 4);
}

void TrayTest::withoutATrayNothingIsShownUntilThereIsOne()
{
    Tray tray;
    QSignalSpy available(&tray, &Tray::availableChanged);
    tray.show(content());
    test::PrivateBus::settle();
    QVERIFY(!tray.isAvailable());
    m_host->begin();
    QTRY_COMPARE(available, QList<QVariantList> { { true } });
    QTRY_COMPARE(m_host->icons().size(), 1);
    m_host->end();
    QTRY_VERIFY(!tray.isAvailable());
    QCOMPARE(available.count(), 2);
}

void TrayTest::aTrayThatNobodyLooksAtIsNone()
{
    m_host->setLookedAt(false);
    m_host->begin();
    Tray tray;
    QSignalSpy available(&tray, &Tray::availableChanged);
    tray.show(content());
    test::PrivateBus::settle();
    QCOMPARE(available.count(), 0);
    m_host->setLookedAt(true);
    QTRY_COMPARE(available, QList<QVariantList> { { true } });
    QTRY_COMPARE(m_host->icons().size(), 1);
    m_host->setLookedAt(false);
    QTRY_VERIFY(!tray.isAvailable());
    m_host->setLookedAt(true);
    QTRY_VERIFY(tray.isAvailable());
    QCOMPARE(m_host->icons().size(), 1); // the watcher knew it all the time
    QCOMPARE(m_host->wrong, 0);
}

void TrayTest::aTrayThatStartsAnewIsToldAgain()
{
    m_host->begin();
    Tray tray;
    tray.show(content());
    QTRY_COMPARE(m_host->icons().size(), 1);
    m_host->end();
    QTRY_VERIFY(!tray.isAvailable());
    tray.show(content(7));
    m_host = std::make_unique<test::TrayHost>(m_bus);
    m_host->begin();
    QTRY_COMPARE(m_host->icons().size(), 1);
    QCOMPARE(m_host->menu().size(), 3);
    QCOMPARE(m_host->wrong, 0);
}

void TrayTest::whatIsNotWantedIsNotRegistered()
{
    m_host->begin();
    Tray tray;
    QTRY_VERIFY(tray.isAvailable());
    tray.show(content());
    QTRY_COMPARE(m_host->icons().size(), 1);
    tray.hide();
    QTRY_COMPARE(m_host->icons().size(), 0);
    m_host->end();
    QTRY_VERIFY(!tray.isAvailable());
    m_host->begin();
    QTRY_VERIFY(tray.isAvailable());
    test::PrivateBus::settle();
    QCOMPARE(m_host->icons().size(), 0);
}

int main(int argc, char **argv)
{
    const test::PrivateBus bus;
    const QGuiApplication application(argc, argv);
    TrayTest test(bus);
    return QTest::qExec(&test, argc, argv);
}
#include "tray_test.moc"
