// The desktop's settings over a session bus of the test's own, on which the test plays the portal.
#include "app/platform/linux/portal_settings.h"
#include "app/platform/system_look.h"
#include "tests/support/private_bus.h"

#include <QtDBus/QDBusMetaType>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::PortalValues;
using app::SystemLook;

namespace {

const QString kAppearance = u"org.freedesktop.appearance"_s;
const QString kGnome = u"org.gnome.desktop.interface"_s;

class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    void begin(const QDBusConnection &bus)
    {
        m_bus = std::make_unique<QDBusConnection>(bus);
        QVERIFY(m_bus->registerObject(u"/org/freedesktop/portal/desktop"_s, this,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(m_bus->registerService(u"org.freedesktop.portal.Desktop"_s));
    }
    void end()
    {
        if (m_bus) {
            m_bus->unregisterService(u"org.freedesktop.portal.Desktop"_s);
            m_bus->unregisterObject(u"/org/freedesktop/portal/desktop"_s);
            m_bus.reset();
        }
    }
    void put(const QString &space, const QString &key, const QVariant &value)
    {
        values[space].insert(key, value);
        Q_EMIT SettingChanged(space, key, QDBusVariant(value));
    }

    PortalValues values;

public Q_SLOTS:
    larder::app::PortalValues ReadAll(const QStringList &namespaces)
    {
        PortalValues wanted;
        for (const QString &space : namespaces) {
            if (values.contains(space)) {
                wanted.insert(space, values.value(space));
            }
        }
        return wanted;
    }

Q_SIGNALS:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    std::unique_ptr<QDBusConnection> m_bus;
};

} // namespace

class SystemLookTest : public QObject {
    Q_OBJECT

public:
    explicit SystemLookTest(const test::PrivateBus &bus)
        : m_bus(bus.connect(u"portal"_s))
    {
    }

private Q_SLOTS:
    void initTestCase() { qDBusRegisterMetaType<PortalValues>(); }
    void init() { m_portal = std::make_unique<Portal>(); }
    void cleanup()
    {
        m_portal->end();
        m_portal.reset();
    }

    void withoutAPortalNothingIsSaid();
    void whatThePortalSaysIsTaken();
    void itFollowsWhileTheProgramRuns();
    void noPreferenceIsNone();
    void whatGnomeSaysFillsTheGaps();
    void aPortalThatComesLaterIsAsked();

private:
    QDBusConnection m_bus;
    std::unique_ptr<Portal> m_portal;
};

void SystemLookTest::withoutAPortalNothingIsSaid()
{
    SystemLook look;
    QSignalSpy changed(&look, &SystemLook::changed);
    look.listen();
    test::PrivateBus::settle();
    QCOMPARE(changed.count(), 0);
    QCOMPARE(look.look(), SystemLook::Look());
}

void SystemLookTest::whatThePortalSaysIsTaken()
{
    m_portal->values = { { kAppearance,
        { { u"color-scheme"_s, 1U }, { u"contrast"_s, 1U }, { u"reduced-motion"_s, 1U } } } };
    m_portal->begin(m_bus);
    SystemLook look;
    look.listen();
    const SystemLook::Look all { true, true, true, {} };
    QTRY_COMPARE(look.look(), all);
}

void SystemLookTest::itFollowsWhileTheProgramRuns()
{
    m_portal->values = { { kAppearance, { { u"color-scheme"_s, 2U }, { u"contrast"_s, 0U } } } };
    m_portal->begin(m_bus);
    SystemLook look;
    look.listen();
    QTRY_COMPARE(look.look().dark, std::optional(false));
    QCOMPARE(look.look().highContrast, std::optional(false));
    m_portal->put(kAppearance, u"color-scheme"_s, 1U);
    QTRY_COMPARE(look.look().dark, std::optional(true));
    m_portal->put(kAppearance, u"contrast"_s, 1U);
    QTRY_COMPARE(look.look().highContrast, std::optional(true));
    m_portal->put(kAppearance, u"color-scheme"_s, 2U);
    QTRY_COMPARE(look.look().dark, std::optional(false));
    QSignalSpy changed(&look, &SystemLook::changed);
    m_portal->put(u"org.example.other"_s, u"color-scheme"_s, 1U);
    m_portal->put(kAppearance, u"reduced-motion"_s, 1U); // comes after it
    QTRY_COMPARE(look.look().reducedMotion, std::optional(true));
    QCOMPARE(changed.count(), 1);
}

void SystemLookTest::noPreferenceIsNone()
{
    m_portal->values = { { kAppearance, { { u"color-scheme"_s, 0U }, { u"contrast"_s, 1U } } } };
    m_portal->begin(m_bus);
    SystemLook look;
    look.listen();
    QTRY_VERIFY(look.look().highContrast);
    QVERIFY(!look.look().dark);
}

void SystemLookTest::whatGnomeSaysFillsTheGaps()
{
    m_portal->values
        = { { kGnome, { { u"text-scaling-factor"_s, 1.25 }, { u"enable-animations"_s, false } } },
              { u"org.gnome.desktop.a11y.interface"_s, { { u"high-contrast"_s, true } } } };
    m_portal->begin(m_bus);
    SystemLook look;
    look.listen();
    QTRY_COMPARE(look.look().textScale, std::optional(1.25));
    QCOMPARE(look.look().reducedMotion, std::optional(true));
    QCOMPARE(look.look().highContrast, std::optional(true));
    m_portal->put(kAppearance, u"reduced-motion"_s, 0U);
    QTRY_COMPARE(look.look().reducedMotion, std::optional(false));
}

void SystemLookTest::aPortalThatComesLaterIsAsked()
{
    SystemLook look;
    look.listen();
    m_portal->values = { { kAppearance, { { u"color-scheme"_s, 1U } } } };
    m_portal->begin(m_bus);
    QTRY_COMPARE(look.look().dark, std::optional(true));
    m_portal->end();
    m_portal->values = { { kAppearance, { { u"color-scheme"_s, 2U } } } };
    m_portal->begin(m_bus);
    QTRY_COMPARE(look.look().dark, std::optional(false));
}

int main(int argc, char **argv)
{
    const test::PrivateBus bus;
    qunsetenv("XDG_CURRENT_DESKTOP");
    const QGuiApplication application(argc, argv);
    SystemLookTest test(bus);
    return QTest::qExec(&test, argc, argv);
}
#include "system_look_test.moc"
