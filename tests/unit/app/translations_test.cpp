// Holds that the files of texts have every text of the code, finished, in every language, and no other.
#include "app/platform/language.h"
#include "tests/support/translation_file.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;

namespace {

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%(?:L?\\d|L?n)"_s);
    QStringList found;
    for (auto match = pattern.globalMatch(text); match.hasNext();) {
        found.append(match.next().captured());
    }
    found.sort();
    return found;
}

QString fileOf(const QString &code)
{
    return QStringLiteral(LARDER_SOURCE_DIR "/translations/larder_") + code + u".ts"_s;
}

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTextOfTheCodeIsThere_data() { languages(); }
    void everyTextOfTheCodeIsThere();
    void everyTextIsFinished_data() { languages(); }
    void everyTextIsFinished();
    void everyTextKeepsItsPlaceholders_data() { languages(); }
    void everyTextKeepsItsPlaceholders();

private:
    static void languages();

    QTemporaryDir m_dir;
    test::Translations m_code; // as it is written now
};

void TranslationsTest::languages()
{
    QTest::addColumn<QString>("code");
    for (const QString &code : app::Language::codes()) {
        QTest::newRow(qPrintable(code)) << code;
    }
}

void TranslationsTest::initTestCase()
{
    const QString top = QStringLiteral(LARDER_SOURCE_DIR);
    const QString gathered = m_dir.filePath(u"code.ts"_s);
    QProcess lupdate;
    lupdate.start(QStringLiteral(LARDER_LUPDATE),
        { u"-silent"_s, u"-locations"_s, u"none"_s, u"-I"_s, top, top + u"/app"_s, top + u"/qml"_s,
            u"-target-language"_s, u"de"_s, u"-ts"_s, gathered });
    QVERIFY(lupdate.waitForFinished());
    QCOMPARE(lupdate.exitCode(), 0);
    m_code = test::readTranslations(gathered);
    QVERIFY(m_code.size() > 400);
}

void TranslationsTest::everyTextOfTheCodeIsThere()
{
    QFETCH(QString, code);
    test::Translations texts = test::readTranslations(fileOf(code));
    QStringList missing;
    for (const auto &[key, text] : m_code) {
        // English is what the code says, but for its plurals.
        if (texts.erase(key) == 0 && (code != "en"_L1 || text.plural)) {
            missing.append(key);
        }
    }
    QStringList obsolete;
    for (const auto &[key, text] : texts) {
        obsolete.append(key);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(u"not in the file: "_s + missing.join(u'\n')));
    QVERIFY2(obsolete.isEmpty(), qPrintable(u"not in the code: "_s + obsolete.join(u'\n')));
}

void TranslationsTest::everyTextIsFinished()
{
    QFETCH(QString, code);
    static const QMap<QString, int> kForms { { u"en"_s, 2 }, { u"de"_s, 2 }, { u"es"_s, 2 }, { u"fr"_s, 2 },
        { u"ar"_s, 6 } };
    for (const auto &[key, text] : test::readTranslations(fileOf(code))) {
        QVERIFY2(!text.unfinished, qPrintable(key));
        QVERIFY2(text.forms.size() == (text.plural ? kForms[code] : 1), qPrintable(key));
        QVERIFY2(!text.forms.contains(QString()), qPrintable(key));
    }
}

void TranslationsTest::everyTextKeepsItsPlaceholders()
{
    QFETCH(QString, code);
    for (const auto &[key, text] : test::readTranslations(fileOf(code))) {
        const QStringList wanted = placeholders(text.source);
        for (qsizetype form = 0; form < text.forms.size(); ++form) {
            QStringList found = placeholders(text.forms[form]);
            // "No item", "one item" and "two items" may be said without a number.
            if (text.plural && !found.contains(u"%n"_s) && !found.contains(u"%Ln"_s)) {
                found += wanted.filter(u"n"_s);
                found.sort();
            }
            QVERIFY2(found == wanted, qPrintable(key + u": "_s + text.forms[form]));
        }
    }
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
