#include "app/platform/preferences.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::Preferences;
using app::SystemLook;

class PreferencesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatNobodyChoseIsAsTheSystemHasIt();
    void whatWasChosenHoldsAgainstTheSystem();
    void theChoiceCanBeTakenBack();
    void theTextIsTheSystemsTimesTheChoice();
    void theChoiceOutlivesTheProgram();

private:
    QString path() const { return m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction())); }

    QTemporaryDir m_dir;
};

void PreferencesTest::whatNobodyChoseIsAsTheSystemHasIt()
{
    Preferences preferences(path());
    QCOMPARE(preferences.systemScheme(), -1);
    QVERIFY(!preferences.highContrast() && !preferences.reducedMotion());
    QSignalSpy changed(&preferences, &Preferences::changed);
    preferences.setSystemLook({ true, true, true, {} });
    QCOMPARE(changed.count(), 1);
    QCOMPARE(preferences.systemScheme(), 1);
    QVERIFY(preferences.highContrast() && preferences.reducedMotion());
    preferences.setSystemLook({ true, true, true, {} });
    QCOMPARE(changed.count(), 1);
    preferences.setSystemLook({ false, false, false, {} });
    QCOMPARE(preferences.systemScheme(), 0);
    QVERIFY(!preferences.highContrast() && !preferences.reducedMotion());
}

void PreferencesTest::whatWasChosenHoldsAgainstTheSystem()
{
    Preferences preferences(path());
    preferences.setSystemLook({ {}, true, false, {} });
    preferences.setContrastMode(Preferences::Off);
    preferences.setMotionMode(Preferences::On);
    QVERIFY(!preferences.highContrast());
    QVERIFY(preferences.reducedMotion());
    preferences.setHighContrast(true);
    QCOMPARE(preferences.contrastMode(), int(Preferences::On));
    preferences.setSystemLook({});
    QVERIFY(preferences.highContrast());
}

void PreferencesTest::theChoiceCanBeTakenBack()
{
    Preferences preferences(path());
    preferences.setContrastMode(Preferences::On);
    QSignalSpy changed(&preferences, &Preferences::changed);
    preferences.setContrastMode(Preferences::AsSystem);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(preferences.contrastMode(), int(Preferences::AsSystem));
    QVERIFY(!preferences.highContrast());
}

void PreferencesTest::theTextIsTheSystemsTimesTheChoice()
{
    Preferences preferences(path());
    preferences.setSystemLook({ {}, {}, {}, 1.2 });
    QCOMPARE(preferences.textScale(), 1.2);
    preferences.setTextSize(1);
    QCOMPARE(preferences.textScale(), 1.5);
    preferences.setTextSize(3);
    QCOMPARE(preferences.textScale(), 2.0); // beyond which the pages don't go
    preferences.setTextSize(0);
    preferences.setSystemLook({ {}, {}, {}, 0.1 });
    QCOMPARE(preferences.textScale(), 0.8);
}

void PreferencesTest::theChoiceOutlivesTheProgram()
{
    {
        Preferences preferences(path());
        preferences.setContrastMode(Preferences::Off);
    }
    Preferences preferences(path());
    QCOMPARE(preferences.contrastMode(), int(Preferences::Off));
    QCOMPARE(preferences.motionMode(), int(Preferences::AsSystem));
}

QTEST_GUILESS_MAIN(PreferencesTest)
#include "preferences_test.moc"
