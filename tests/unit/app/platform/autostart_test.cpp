// In a configuration folder of the test's own.
#include "app/platform/autostart.h"
#include "app/viewmodels/desktop_view_model.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;

class AutostartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void itIsOffUntilSomebodyAsks();
    void theEntryStartsThisProgramAndGoesAgain();
    void aProgramAtAnOddPlaceIsStartedToo();
    void whatTheDesktopTurnedOffIsOff_data();
    void whatTheDesktopTurnedOffIsOff();
    void aSettingThatCannotBeWrittenIsSaidAndStaysOff();
    void inASandboxItIsNotOffered();

private:
    QString entry() const { return m_config->filePath(u"autostart/org.larder.Larder.desktop"_s); }
    QString line(const QString &key) const;

    QTemporaryDir m_own; // for what isn't the system's
    std::unique_ptr<QTemporaryDir> m_config;
    std::unique_ptr<app::Preferences> m_preferences;
};

void AutostartTest::init()
{
    m_config = std::make_unique<QTemporaryDir>();
    m_preferences = std::make_unique<app::Preferences>(m_own.filePath(u"preferences.ini"_s));
    qputenv("XDG_CONFIG_HOME", m_config->path().toUtf8());
    qunsetenv("APPIMAGE");
    qunsetenv("SNAP");
}

void AutostartTest::cleanup()
{
    m_config.reset();
}

QString AutostartTest::line(const QString &key) const
{
    QFile file(entry());
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &each : lines) {
        if (each.startsWith(key + u'=')) {
            return each.mid(key.size() + 1);
        }
    }
    return {};
}

void AutostartTest::itIsOffUntilSomebodyAsks()
{
    QVERIFY(app::canStartWithSession());
    QVERIFY(!app::startsWithSession());
    const app::DesktopViewModel desktop(*m_preferences);
    QVERIFY(desktop.canAutostart());
    QVERIFY(!desktop.isAutostart());
    QVERIFY(QDir(m_config->path()).isEmpty());
    QVERIFY(app::setStartsWithSession(false)); // what is not there is off already
}

void AutostartTest::theEntryStartsThisProgramAndGoesAgain()
{
    app::DesktopViewModel desktop(*m_preferences);
    QSignalSpy changed(&desktop, &app::DesktopViewModel::autostartChanged);
    desktop.setAutostart(true);
    QVERIFY(desktop.isAutostart());
    QCOMPARE(desktop.error(), QString());
    QCOMPARE(changed.count(), 1);
    QVERIFY(line(u"Exec"_s).startsWith(u'"' + QCoreApplication::applicationFilePath() + u'"'));
    QCOMPARE(line(u"Type"_s), u"Application"_s);
    QCOMPARE(line(u"Name"_s), u"Larder"_s);
    desktop.setAutostart(false);
    QVERIFY(!desktop.isAutostart());
    QVERIFY(!QFile::exists(entry()));
}

// As the specification of desktop entries wants it: first quoted, then escaped as a string.
void AutostartTest::aProgramAtAnOddPlaceIsStartedToo()
{
    qputenv("APPIMAGE", "/home/ana/my \"apps\"/100% $HOME `x` \\ Larder\nHidden=true.AppImage");
    QVERIFY(app::setStartsWithSession(true));
    QVERIFY(line(u"Exec"_s).startsWith(
        uR"("/home/ana/my \\"apps\\"/100%% \\$HOME \\`x\\` \\\\ Larder\nHidden=true.AppImage")"_s));
    QVERIFY(app::startsWithSession());
}

void AutostartTest::whatTheDesktopTurnedOffIsOff_data()
{
    QTest::addColumn<QByteArray>("added");
    QTest::addColumn<bool>("on");
    QTest::newRow("hidden") << QByteArray("Hidden=true\n") << false;
    QTest::newRow("hidden, with spaces") << QByteArray("Hidden = true\n") << false;
    QTest::newRow("GNOME's") << QByteArray("X-GNOME-Autostart-enabled=false\n") << false;
    QTest::newRow("turned on") << QByteArray("X-GNOME-Autostart-enabled=true\nHidden=false\n") << true;
}

void AutostartTest::whatTheDesktopTurnedOffIsOff()
{
    QFETCH(QByteArray, added);
    QFETCH(bool, on);
    QVERIFY(app::setStartsWithSession(true));
    QFile file(entry());
    QVERIFY(file.open(QIODevice::Append));
    file.write(added);
    file.close();
    QCOMPARE(app::startsWithSession(), on);
    QVERIFY(app::setStartsWithSession(true)); // and the person turns it on again here
    QVERIFY(app::startsWithSession());
}

void AutostartTest::aSettingThatCannotBeWrittenIsSaidAndStaysOff()
{
    QFile inTheWay(m_config->filePath(u"autostart"_s)); // a file, where the folder should be
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    app::DesktopViewModel desktop(*m_preferences);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^starting with the session: ."_s));
    desktop.setAutostart(true);
    QVERIFY(!desktop.isAutostart());
    QVERIFY(!desktop.error().isEmpty());
    QVERIFY(inTheWay.remove());
    desktop.setAutostart(true);
    QVERIFY(desktop.isAutostart());
    QCOMPARE(desktop.error(), QString());
}

void AutostartTest::inASandboxItIsNotOffered()
{
    QVERIFY(app::setStartsWithSession(true));
    qputenv("SNAP", "/snap/larder/1");
    const app::DesktopViewModel desktop(*m_preferences);
    QVERIFY(!desktop.canAutostart());
    QVERIFY(!desktop.isAutostart());
}

QTEST_GUILESS_MAIN(AutostartTest)
#include "autostart_test.moc"
