// What other apps write, by samples of our own in the shape of theirs (docs/export.md says how that is
// known).
#include "core/exchange/import_reader.h"

#include "tests/unit/core/exchange/shown_import.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::exchange;
using namespace Qt::StringLiterals;
using namespace larder::test;
using enum WhyUnreadable;

namespace {

const grocery::CatalogueFile kFile { u"dairy"_s,
    "key\tunit\ten\tde\tfr\tes\n"
    "milk\tl\tMilk\tMilch\tLait\tLeche\n"
    "bread\t-\tBread\tBrot\tPain\tPan\n"
    "eggs\tpcs\tEggs\tEier|Ei\tŒufs\tHuevos\n" };

QByteArray sample(const QString &name)
{
    QFile file(QStringLiteral(LARDER_SOURCE_DIR "/tests/unit/core/exchange/samples/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no sample %s", qPrintable(name));
    }
    return file.readAll();
}

Import read(const QByteArray &bytes, const QString &file, const grocery::Catalogue *catalogue = nullptr,
    grocery::Language language = grocery::Language::English)
{
    ImportContext context;
    context.catalogue = catalogue;
    context.language = language;
    context.habits.currency = *model::Currency::fromCode(u"EUR");
    return readImport(bytes, file, context);
}

} // namespace

class ImportAppsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samplesAreRead_data();
    void samplesAreRead();
    void bringNamesComeInOnesOwnLanguage();
    void oneBrokenEntryCostsItself_data();
    void oneBrokenEntryCostsItself();
    void aBrokenRecipeIsToldByTheLineOfThePage();
    void whatNobodyKnowsIsSaidToBeUnknown_data();
    void whatNobodyKnowsIsSaidToBeUnknown();
};

void ImportAppsTest::samplesAreRead_data()
{
    QTest::addColumn<ImportFormat>("format");
    QTest::addColumn<QStringList>("expected");

    const auto row = [](const char *file, ImportFormat format, const QStringList &read) {
        QTest::newRow(file) << format << read;
    };
    using enum ImportFormat;
    row("kitchenowl-household.json", KitchenOwl,
        { u"Elm Street 7:"_s, u"24 Apples #🍎 Fruit"_s, u"25 Batteries"_s, u"Pancakes:"_s, u"16 250 g Flour"_s,
            u"17 0.5 l Milk !the red one"_s, u"18 Blueberries !if there are any"_s });
    row("kitchenowl-list.json", KitchenOwl, { u"kitchenowl-list:"_s, u"2 6 Apples #Fruit"_s, u"3 Rice"_s });
    row("bring-list.json", Bring,
        { u"bring-list:"_s, u"6 2 l Milch"_s, u"7 Brot !Vollkorn"_s, u"8 3 jar Grandma's jam !sour cherry"_s,
            u"11 Eier [x]"_s });
    row("bring-older.json", Bring, { u"bring-older:"_s, u"5 1.5 l Milch"_s, u"6 Kaffee"_s });
    row("anylist-shared.txt", AnyList,
        { u"Weekly groceries:"_s, u"4 6 Apples #Produce"_s, u"5 2 bag Baby spinach #Produce"_s,
            u"8 1.5 l Milk #Dairy & eggs"_s, u"11 AA batteries #Other"_s });
    row("anylist-table.csv", Csv,
        { u"Weekly groceries:"_s, u"2 6 Apples #Produce !crisp ones"_s, u"3 1.5 l Milk #Dairy [x]"_s });
    row("keep-list.json", GoogleKeep, { u"Saturday:"_s, u"10 2 kg apples"_s, u"11 bread [x]"_s });
    row("keep-note.json", GoogleKeep, { u"keep-note:"_s, u"4 2 kg apples"_s, u"4 bread"_s, u"4 milk"_s });
    row("keep-shared.txt", Text, { u"Saturday:"_s, u"3 2 kg apples"_s, u"4 bread [x]"_s });
    row("google-tasks.json", GoogleTasks,
        { u"Groceries:"_s, u"10 2 kg apples"_s, u"11 bread [x] !sliced\nand dark"_s, u"Empty:"_s });
    row("recipe.html", Recipe,
        { u"Ada’s soda bread:"_s, u"17 500 g plain flour"_s, u"18 1.5 tsp baking soda"_s,
            u"19 400 ml buttermilk"_s, u"20 1 pinch salt & love"_s });
    row("recipe.json", Recipe, { u"Lemonade:"_s, u"1 4 lemons"_s, u"1 1 l water"_s, u"1 sugar"_s });
}

void ImportAppsTest::samplesAreRead()
{
    QFETCH(ImportFormat, format);
    QFETCH(QStringList, expected);
    const QString file = QString::fromUtf8(QTest::currentDataTag());
    const Import import = read(sample(file), file);
    QCOMPARE(shown(import).join(u'\n'), expected.join(u'\n'));
    QCOMPARE(import.format, format);
    QCOMPARE(complaints(import), QStringList());
}

void ImportAppsTest::bringNamesComeInOnesOwnLanguage()
{
    const auto reading = grocery::Catalogue::read(std::span(&kFile, 1));
    QVERIFY(reading.unread.empty());
    QCOMPARE(shown(read(sample(u"bring-list.json"_s), u"x"_s, &reading.catalogue)),
        QStringList({ u"x:"_s, u"6 2 l Milk"_s, u"7 Bread !Vollkorn"_s,
            u"8 3 jar Grandma's jam !sour cherry"_s, u"11 Eggs [x]"_s }));
    QCOMPARE(
        shown(read(sample(u"bring-list.json"_s), u"x"_s, &reading.catalogue, grocery::Language::German))[1],
        u"6 2 l Milch"_s);
}

void ImportAppsTest::oneBrokenEntryCostsItself_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("line");

    QTest::newRow("KitchenOwl") << u"kitchenowl-household.json"_s << QByteArray("\"Flour\", \"description\"")
                                << QByteArray("\"Flour\" \"description\"") << 16;
    QTest::newRow("Bring!") << u"bring-list.json"_s << QByteArray("\"itemId\": \"Brot\"")
                            << QByteArray("\"itemId\": Brot") << 7;
    QTest::newRow("Keep") << u"keep-list.json"_s << QByteArray("\"text\": \"bread\"")
                          << QByteArray("\"text\": \"bread") << 11;
    QTest::newRow("Tasks") << u"google-tasks.json"_s << QByteArray("\"id\": \"t1\",")
                           << QByteArray("\"id\": ,") << 10;
}

void ImportAppsTest::oneBrokenEntryCostsItself()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(int, line);
    QByteArray bytes = sample(file);
    QStringList expected = shown(read(bytes, file));
    expected.removeIf([line](const QString &each) { return each.startsWith(QString::number(line) + u' '); });
    QVERIFY(bytes.contains(before));
    const Import import = read(bytes.replace(before, after), file);
    QCOMPARE(shown(import).join(u'\n'), expected.join(u'\n'));
    QCOMPARE(import.unreadableCount, 1);
    QCOMPARE(import.unreadable[0].line, line);
    QCOMPARE(import.unreadable[0].why, BrokenSyntax);
}

void ImportAppsTest::aBrokenRecipeIsToldByTheLineOfThePage()
{
    QByteArray bytes = sample(u"recipe.html"_s);
    bytes.replace("baking soda\",", "baking soda,");
    const Import import = read(bytes, u"recipe.html"_s);
    QCOMPARE(shown(import),
        QStringList({ u"Ada’s soda bread:"_s, u"17 500 g plain flour"_s, u"19 400 ml buttermilk"_s,
            u"20 1 pinch salt & love"_s }));
    QCOMPARE(
        complaints(import), QStringList({ complaint(18, BrokenSyntax, u"\"1 &frac12; tsp baking soda,"_s) }));
}

void ImportAppsTest::whatNobodyKnowsIsSaidToBeUnknown_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("file");

    QTest::newRow("a page") << sample(u"page-without-recipe.html"_s) << u"a.html"_s;
    QTest::newRow("an object") << QByteArray("{\"glossary\": {\"title\": \"x\"}}") << u"a.json"_s;
    QTest::newRow("an array") << QByteArray("[{\"x\": 1}]") << u"a.json"_s;
}

void ImportAppsTest::whatNobodyKnowsIsSaidToBeUnknown()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, file);
    const Import import = read(bytes, file);
    QCOMPARE(import.format, ImportFormat::Unknown);
    QVERIFY(import.lists.empty());
    QCOMPARE(complaints(import), QStringList({ complaint(0, UnknownFormat, u""_s) }));
}

QTEST_GUILESS_MAIN(ImportAppsTest)
#include "import_apps_test.moc"
