// The started program as somebody has it who hears it only: screen_reader.py finds, uses and reads everything
// through AT-SPI, by roles, names, states and actions, on a display and a session bus of the test's own.
//
// What it did to the list is asked of the program by another way, so that nothing is believed that was only
// said.
#include "tests/support/larder_process.h"
#include "tests/support/private_bus.h"
#include "tests/support/virtual_display.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSettings>
#include <QtDBus/QDBusConnectionInterface>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 30'000;

// What brings screen readers and programs together, as a desktop starts it.
struct AccessibilityBus {
    explicit AccessibilityBus(const QProcessEnvironment &environment)
    {
        launcher.setProcessEnvironment(environment);
        launcher.setStandardErrorFile(QProcess::nullDevice());
        launcher.start(QStringLiteral(LARDER_ATSPI_BUS), { u"--launch-immediately"_s, u"--a11y=1"_s });
        const QDBusConnection bus = QDBusConnection::sessionBus();
        if (!QTest::qWaitFor([&] { return bus.interface()->isServiceRegistered(u"org.a11y.Bus"_s).value(); },
                kPatienceMs)) {
            qFatal("no bus for screen readers");
        }
    }
    ~AccessibilityBus()
    {
        launcher.terminate();
        launcher.waitForFinished();
    }

    QProcess launcher;
};

} // namespace

class ScreenReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void anItemIsAddedCheckedEditedDeletedAndTakenBack_data() { widths(); }
    void anItemIsAddedCheckedEditedDeletedAndTakenBack();
    void everyPageCanBeUsedByWhoHearsIt_data() { widths(); }
    void everyPageCanBeUsedByWhoHearsIt();

private:
    static void widths();
    void begin(QSize size);
    void read(const QString &journey);
    // By a command beside the window: the name of each item, and what stands with it.
    QMap<QString, QJsonObject> items();

    test::PrivateBus m_bus;
    std::unique_ptr<test::VirtualDisplay> m_display;
    std::unique_ptr<test::LarderHome> m_home;
    std::unique_ptr<AccessibilityBus> m_readers;
    std::unique_ptr<QProcess> m_larder;
};

void ScreenReaderTest::widths()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("phone") << QSize(390, 844);
    QTest::newRow("desktop") << QSize(1280, 800);
}

void ScreenReaderTest::init()
{
    m_display = std::make_unique<test::VirtualDisplay>();
    m_home = std::make_unique<test::LarderHome>();
    m_home->environment.insert(u"DISPLAY"_s, m_display->name());
    m_home->environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    m_home->environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
    m_readers = std::make_unique<AccessibilityBus>(m_home->environment);
}

void ScreenReaderTest::cleanup()
{
    if (m_larder) {
        m_larder->terminate();
        const test::Ended ended = test::LarderHome::await(*m_larder);
        m_larder.reset();
        // Qt's bridge tells of a registry that took its time over a key, as it does on a busy machine.
        QStringList complaints = ended.complained.split(u'\n', Qt::SkipEmptyParts);
        complaints.removeIf([](const QString &line) { return line.startsWith(u"QSpiApplication::"_s); });
        QCOMPARE(complaints.join(u'\n'), QString());
    }
    m_readers.reset();
    m_home.reset();
    m_display.reset();
}

void ScreenReaderTest::begin(QSize size)
{
    QDir().mkpath(QFileInfo(m_home->database()).absolutePath());
    {
        QSettings preferences(m_home->database() + u".ini"_s, QSettings::IniFormat);
        preferences.setValue(u"window/width"_s, size.width());
        preferences.setValue(u"window/height"_s, size.height());
    }
    m_larder = m_home->startWindow();
    QVERIFY(m_home->awaitSocket(*m_larder));
    QVERIFY(QTest::qWaitFor([this] { return m_display->hasWindow(); }, kPatienceMs));
    m_display->focusWindow();
}

void ScreenReaderTest::read(const QString &journey)
{
    const test::Ended ended = m_home->runProgram(QStringLiteral(LARDER_ATSPI_PYTHON),
        { u"-W"_s, u"ignore::DeprecationWarning"_s, QStringLiteral(LARDER_SCREEN_READER), journey,
            QString::number(m_larder->processId()) });
    QVERIFY2(ended.code == 0, qPrintable(ended.said + ended.complained));
}

QMap<QString, QJsonObject> ScreenReaderTest::items()
{
    const test::Ended ended = m_home->run({ u"list"_s, u"--all"_s, u"--json"_s });
    QMap<QString, QJsonObject> found;
    for (const QJsonValue &item : QJsonDocument::fromJson(ended.said.toUtf8())[u"items"_s].toArray()) {
        found.insert(item[u"name"_s].toString(), item.toObject());
    }
    return found;
}

void ScreenReaderTest::anItemIsAddedCheckedEditedDeletedAndTakenBack()
{
    QFETCH(QSize, size);
    begin(size);
    if (QTest::currentTestFailed()) {
        return;
    }
    read(u"shopping"_s);
    if (QTest::currentTestFailed()) {
        return;
    }
    const auto found = items();
    QCOMPARE(found.keys(), (QStringList { u"apples"_s, u"eggs"_s, u"milk"_s }));
    QVERIFY(found[u"eggs"_s][u"checked"_s].toBool());
    QVERIFY(!found[u"milk"_s][u"checked"_s].toBool());
    QCOMPARE(found[u"apples"_s][u"quantity"_s].toString(), u"3.5"_s);
}

void ScreenReaderTest::everyPageCanBeUsedByWhoHearsIt()
{
    QFETCH(QSize, size);
    begin(size);
    if (QTest::currentTestFailed()) {
        return;
    }
    read(u"pages"_s);
}

QTEST_GUILESS_MAIN(ScreenReaderTest)
#include "screen_reader_test.moc"
