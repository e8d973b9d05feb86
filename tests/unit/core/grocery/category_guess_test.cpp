#include "core/grocery/category_guess.h"

#include <QtCore/QDir>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::grocery;
using namespace Qt::StringLiterals;

class CategoryGuessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        std::vector<CatalogueFile> files;
        const QDir folder(u":/larder/catalogue"_s);
        for (const QString &name : folder.entryList({ u"*.tsv"_s })) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            files.push_back({ name.chopped(4), file.readAll() });
        }
        m_catalogue = Catalogue::read(files).catalogue;
        QVERIFY(m_catalogue.size() > 1'000);
    }

    void theCatalogueKnowsACategory_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("category");
        const auto add = [](const char *name, Language language, const char *category) {
            QTest::newRow(name) << QString::fromUtf8(name) << language << QString::fromUtf8(category);
        };
        using enum Language;
        add("Milk", English, "dairy");
        add("apple", English, "produce");
        add("organic whole milk", English, "dairy");
        add("fresh organic bananas", English, "produce");
        add("milk with extra calcium", English, "dairy");
        add("Vollmilch", English, "dairy");
        add("Bio-Vollmilch", German, "dairy");
        add("Bio-Vollmilch 3,8 %", German, "dairy");
        add("Biovollmilch", German, "dairy");
        add("Frische Alpenvollmilch", German, "dairy");
        add("Dinkelvollkornbrot", German, "bakery");
        add("Omas Kastenbrot", German, "bakery");
        add("Biokartoffeln", German, "produce");
        add("Nudeln mit Ei", German, "pantry");
        add("Pommes", German, "frozen");
        add("Pommes", French, "produce");
        add("pain de campagne bio", French, "bakery");
        add("lait entier bio", French, "dairy");
        add("jus d'orange sans pulpe", French, "drinks");
        add("leche entera ecológica", Spanish, "dairy");
        add("pan de molde integral", Spanish, "bakery");
        add("manzana roja grande", Spanish, "produce");
        add("detergent", English, "household");
        add("detergente", Spanish, "household");
        add("Omas Kastenbrot", English, "bakery");
        add("xylophone", English, "");
        add("Quastenflosser", German, "");
        add("", English, "");
        add("🥛", English, "");
    }

    void theCatalogueKnowsACategory()
    {
        QFETCH(QString, name);
        QFETCH(Language, language);
        const CategoryGuess guess(m_catalogue);
        QTEST(guess.categoryOf(name, language), "category");
    }

    void aCorrectionIsRemembered()
    {
        CategoryGuess guess(m_catalogue);
        QCOMPARE(guess.categoryOf(u"Oat milk", Language::English),
            guess.categoryOf(u"oat milk", Language::English));
        guess.remember(u"Oat Milk", u"breakfast"_s, Micros(5));
        QCOMPARE(guess.categoryOf(u"oat milk", Language::English), u"breakfast"_s);
        QCOMPARE(guess.categoryOf(u"oat milks", Language::English), u"breakfast"_s);
        QCOMPARE(guess.categoryOf(u"organic oat milk", Language::English), u"breakfast"_s);
        // The last one holds, in whatever order they arrive.
        guess.remember(u"oat milk", u"pantry"_s, Micros(9));
        guess.remember(u"oat milk", u"snacks"_s, Micros(7));
        QCOMPARE(guess.categoryOf(u"Oat milk", Language::English), u"pantry"_s);
        // That it has none was a choice as well.
        guess.remember(u"oat milk", QString(), Micros(10));
        QCOMPARE(guess.categoryOf(u"Oat milk", Language::English), QString());
        guess.forget(u"OAT MILK");
        QVERIFY(!guess.categoryOf(u"Oat milk", Language::English).isEmpty());
        guess.remember(u" ", u"pantry"_s, Micros(1));
        QCOMPARE(guess.categoryOf(u"", Language::English), QString());
    }

    void whatWasSaidAboutAHeadWordHoldsForItsCompounds()
    {
        CategoryGuess guess(m_catalogue);
        guess.remember(u"Brot", u"frühstück"_s, Micros(1));
        QCOMPARE(guess.categoryOf(u"Omas Kastenbrot", Language::German), u"frühstück"_s);
    }

private:
    Catalogue m_catalogue;
};

QTEST_GUILESS_MAIN(CategoryGuessTest)
#include "category_guess_test.moc"
