#include "app/platform/language.h"

#include "app/platform/preferences.h"
#include "app/viewmodels/category_text.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::Language;
using app::Preferences;

class LanguageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(qputenv("LC_ALL", "C.UTF-8")); }
    void speaksEnglishWhereTheSystemsLanguageIsNoneOfOurs();
    void followsTheChoiceAtOnce();
    void readsFromTheRightInArabic();
    void aCodeThatIsNoneIsTheSystems();
    void callsEachLanguageAsItsSpeakersDo();
    void leavesNothingBehind();

private:
    QString path() const { return m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction())); }

    QTemporaryDir m_dir;
};

void LanguageTest::speaksEnglishWhereTheSystemsLanguageIsNoneOfOurs()
{
    const Preferences preferences(path());
    const Language language(preferences);
    QCOMPARE(language.code(), u"en"_s);
    QCOMPARE(app::categoryTitle(u"bakery"_s), u"Bakery"_s);
    // English plurals are texts too.
    QCOMPARE(QCoreApplication::translate("larder::app::ListViewModel", "%Ln left", nullptr, 1), u"1 left"_s);
}

void LanguageTest::followsTheChoiceAtOnce()
{
    Preferences preferences(path());
    const Language language(preferences);
    QSignalSpy changed(&language, &Language::changed);
    preferences.setLanguage(u"de"_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(app::categoryTitle(u"fish"_s), u"Fisch"_s);
    QCOMPARE(QLocale().toString(1234.5, 'f', 1), u"1.234,5"_s);
    preferences.setThemeMode(2); // another preference
    QCOMPARE(changed.count(), 1);
    preferences.setLanguage(u"fr"_s);
    QCOMPARE(app::categoryTitle(u"fish"_s), u"Poisson"_s);
    preferences.setLanguage({});
    QCOMPARE(app::categoryTitle(u"fish"_s), u"Fish"_s);
}

void LanguageTest::readsFromTheRightInArabic()
{
    Preferences preferences(path());
    const Language language(preferences);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
    preferences.setLanguage(u"ar"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    preferences.setLanguage(u"es"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

void LanguageTest::aCodeThatIsNoneIsTheSystems()
{
    Preferences preferences(path());
    preferences.setLanguage(u"../x"_s);
    const Language language(preferences);
    QCOMPARE(language.code(), u"en"_s);
}

void LanguageTest::callsEachLanguageAsItsSpeakersDo()
{
    QStringList names;
    for (const QString &code : Language::codes()) {
        names.append(Language::ownName(code));
    }
    QCOMPARE(names, QStringList({ u"English"_s, u"Deutsch"_s, u"Français"_s, u"Español"_s, u"العربية"_s }));
}

void LanguageTest::leavesNothingBehind()
{
    Preferences preferences(path());
    preferences.setLanguage(u"de"_s);
    {
        const Language language(preferences);
        QCOMPARE(app::categoryTitle(u"fish"_s), u"Fisch"_s);
    }
    QCOMPARE(app::categoryTitle(u"fish"_s), u"Fish"_s);
}

QTEST_MAIN(LanguageTest)
#include "language_test.moc"
