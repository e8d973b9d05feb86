#include "core/exchange/import_currency.h"
#include "core/exchange/import_reader.h"

#include "core/limits.h"
#include "tests/unit/core/exchange/shown_import.h"

#include <QtCore/QStringConverter>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::exchange;
using namespace Qt::StringLiterals;
using namespace larder::test;
using larder::model::Currency;
using larder::model::Thousandths;

namespace {

ImportContext context()
{
    ImportContext result;
    result.habits.currency = *Currency::fromCode(u"EUR");
    return result;
}

Import read(const QByteArray &bytes, const QString &file = u"Weekly shop.txt"_s)
{
    return readImport(bytes, file, context());
}

} // namespace

using enum WhyUnreadable;

class ImportReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineIsReadAsIfItWasTyped();
    void textMayComeInAnyEncoding_data();
    void textMayComeInAnyEncoding();
    void oneBrokenCharacterDoesNotTurnTheOthersIntoNonsense();
    void linesMayEndInAnyWay();
    void boxesBulletsHeadingsAndNotesAreUnderstood();
    void markdownIsWithoutItsEscapes();
    void ourOwnJsonIsRead();
    void aBrokenItemOfOurOwnJsonCostsItself();
    void aNewerVersionIsNotGuessedAt();
    void pricesSayWhatTheyAreInWhereTheListDoesNot();
    void whatIsNoTextOrTooLargeIsRefusedAsAWhole();
    void aNameThatIsTooLongIsToldAndNotCut();
    void aLongNoteIsKeptWhole();
    void itemsBeyondWhatAListHoldsAreTold();
    void listsBeyondTheBoundAreTold();
    void complaintsBeyondTheBoundAreOnlyCounted();
};

void ImportReaderTest::aLineIsReadAsIfItWasTyped()
{
    const Import import = read("2 kg apples\n\nmilk 1.5l #dairy 1.29 !the red one\n");
    QCOMPARE(import.format, ImportFormat::Text);
    QCOMPARE(shown(import),
        QStringList({ u"Weekly shop:"_s, u"1 2 kg apples"_s, u"3 1.5 l milk #dairy 1.29 !the red one"_s }));
    QVERIFY(import.unreadable.empty());
    QCOMPARE(import.lists[0].items[0].typed, u"2 kg apples"_s);
    QCOMPARE(complaints(read("a\n\x7f\n")), QStringList({ complaint(2, NoName, u"\x7f"_s) }));
    QCOMPARE(read("milk", {}).lists[0].details.name, QString());
    QCOMPARE(read("milk", u"/home/a.b/Party: food.2.txt"_s).lists[0].details.name, u"Party: food.2"_s);
}

void ImportReaderTest::textMayComeInAnyEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");

    const QString text = u"Käse\nœufs 12 €\n"_s;
    const auto encoded = [&](QStringConverter::Encoding encoding) {
        return QByteArray(QStringEncoder(encoding, QStringConverter::Flag::WriteBom).encode(text));
    };
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + text.toUtf8();
    QTest::newRow("UTF-16, little end first") << encoded(QStringConverter::Utf16LE);
    QTest::newRow("UTF-16, big end first") << encoded(QStringConverter::Utf16BE);
    QTest::newRow("Windows-1252") << QByteArray("K\xe4se\n\x9cufs 12 \x80\n");
}

void ImportReaderTest::textMayComeInAnyEncoding()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(shown(read(bytes)), QStringList({ u"Weekly shop:"_s, u"1 Käse"_s, u"2 œufs 12.00"_s }));
}

void ImportReaderTest::oneBrokenCharacterDoesNotTurnTheOthersIntoNonsense()
{
    const Import import = read("Käse\nŒufs\nMa\xefs\n");
    QCOMPARE(shown(import), QStringList({ u"Weekly shop:"_s, u"1 Käse"_s, u"2 Œufs"_s, u"3 Ma\ufffds"_s }));
}

void ImportReaderTest::linesMayEndInAnyWay()
{
    QCOMPARE(shown(read("a\nb\r\nc\rd\r\re\n")),
        QStringList({ u"Weekly shop:"_s, u"1 a"_s, u"2 b"_s, u"3 c"_s, u"4 d"_s, u"6 e"_s }));
}

void ImportReaderTest::boxesBulletsHeadingsAndNotesAreUnderstood()
{
    const Import import
        = read("Party\n=====\n☐ beer\n☑ 2 bags of chips\n[ ] ice\n[x] cups\n- [X] salt\n~~straws~~\n"
               "Bakery:\n• bread\n> the dark one\n>\n> sliced\n\n1. rolls\n---\nHome\n====\nsoap\n");
    QCOMPARE(import.format, ImportFormat::Markdown);
    QCOMPARE(shown(import),
        QStringList({ u"Party:"_s, u"3 beer"_s, u"4 2 bag chips [x]"_s, u"5 ice"_s, u"6 cups [x]"_s,
            u"7 salt [x]"_s, u"8 straws [x]"_s, u"10 bread #Bakery !the dark one\n\nsliced"_s,
            u"15 rolls #Bakery"_s, u"Home:"_s, u"19 soap"_s }));
    QVERIFY(import.unreadable.empty());
}

void ImportReaderTest::markdownIsWithoutItsEscapes()
{
    const Import import = read("# Weekly\\_shop\n## Dairy\n- [ ] 2 l milk\\*\n* [x] **butter**\n# Home\n- "
                               "soap\n# Weekly_shop\n- tea\n",
        u"x.md"_s);
    QCOMPARE(import.format, ImportFormat::Markdown);
    QCOMPARE(shown(import),
        QStringList({ u"Weekly_shop:"_s, u"3 2 l milk* #Dairy"_s, u"4 butter #Dairy [x]"_s, u"8 tea"_s,
            u"Home:"_s, u"6 soap"_s }));
    QCOMPARE(shown(read("a\\_b\n")), QStringList({ u"Weekly shop:"_s, u"1 a\\_b"_s }));
}

void ImportReaderTest::ourOwnJsonIsRead()
{
    const Import import = read(R"({
  "format": "larder", "version": 1,
  "lists": [
    {"name": "Weekly", "icon": "🛒", "color": 3, "currency": "JPY", "budget": "8000",
     "shops": [{"name": "Corner", "categories": ["bakery", "dairy"]}],
     "items": [
       {"name": "Milk", "quantity": "1.5", "unit": "l", "category": "dairy", "price": "129", "note": "a\nb"},
       {"name": "Bread", "checked": true, "price": "3.49", "currency": "EUR"},
       {"name": "Eggs", "quantity": 6}
     ]},
    {"name": "Empty", "items": []}
  ]
})");
    QCOMPARE(import.format, ImportFormat::LarderJson);
    QVERIFY(import.unreadable.empty());
    QCOMPARE(import.lists.size(), std::size_t(2));
    ListDetails expected;
    expected.name = u"Weekly"_s;
    expected.icon = u"🛒"_s;
    expected.color = 3;
    expected.currency = *Currency::fromCode(u"JPY");
    expected.budget = 8000;
    expected.shops = { { u"Corner"_s, { u"bakery"_s, u"dairy"_s } } };
    QCOMPARE(import.lists[0].details, expected);
    QCOMPARE(import.lists[0].items[0].item.price->minor, 129);
    QCOMPARE(shown(import),
        QStringList({ u"Weekly:"_s, u"7 1.5 l Milk #dairy 1.29 !a\nb"_s, u"8 Bread 3.49EUR [x]"_s,
            u"9 6 Eggs"_s, u"Empty:"_s }));
}

void ImportReaderTest::aBrokenItemOfOurOwnJsonCostsItself()
{
    const Import import = read(
        "{\"format\": \"larder\", \"version\": 1, \"lists\": [{\"name\": \"A\", \"color\": 77, \"items\": [\n"
        "{\"name\": \"Milk\"},\n"
        "{\"name\": \"Bro ken},\n"
        "{\"name\": \"Bread\", \"quantity\": \"many\"},\n"
        "{\"name\": \"Jam\", \"price\": \"-1\"},\n"
        "{\"name\": \"Tea\", \"price\": \"1\", \"currency\": \"ABC\"},\n"
        "{\"note\": \"nameless\"},\n"
        "{\"name\": \"Eggs\"},\n"
        "{\"name\": \"Rice\", \"barcode\": \"\\u0007\"}\n");
    QCOMPARE(shown(import), QStringList({ u"A:"_s, u"2 Milk"_s, u"8 Eggs"_s, u"9 Rice"_s }));
    QCOMPARE(complaints(import),
        QStringList(
            { complaint(1, BadDetail, u"A"_s), complaint(3, BrokenSyntax, u"{\"name\": \"Bro ken},"_s),
                complaint(4, BadQuantity, u"Bread"_s), complaint(5, BadPrice, u"Jam"_s),
                complaint(6, BadCurrency, u"Tea"_s), complaint(7, NoName, u""_s),
                complaint(9, BadBarcode, u"Rice"_s), complaint(10, BrokenSyntax, u""_s) }));
}

void ImportReaderTest::aNewerVersionIsNotGuessedAt()
{
    const Import import = read(R"({"format": "larder", "version": 2, "lists": [{"name": "A"}]})");
    QVERIFY(import.lists.empty());
    QCOMPARE(complaints(import), QStringList({ complaint(0, NewerVersion, u""_s) }));
}

void ImportReaderTest::pricesSayWhatTheyAreInWhereTheListDoesNot()
{
    const Currency euro = *Currency::fromCode(u"EUR");
    const Currency franc = *Currency::fromCode(u"CHF");
    const Currency yen = *Currency::fromCode(u"JPY");
    const auto settled = [](Currency list, Currency price, Currency written, Currency target) {
        ImportedList imported;
        imported.details.currency = list;
        imported.items.resize(2);
        imported.items[0].item.price = model::Money { 1, price };
        settleCurrencies(imported, written, target);
        settleCurrencies(imported, target, target); // which changes nothing any more
        return imported.items[0].item.price->currency;
    };
    QCOMPARE(settled({}, {}, euro, euro), Currency());
    QCOMPARE(settled({}, {}, euro, franc), euro);
    QCOMPARE(settled({}, {}, euro, {}), euro);
    QCOMPARE(settled(yen, {}, euro, euro), yen);
    QCOMPARE(settled(yen, {}, euro, yen), Currency());
    QCOMPARE(settled(yen, franc, euro, franc), Currency());
    QCOMPARE(settled(yen, franc, euro, euro), franc);
    QCOMPARE(settled({}, {}, {}, {}), Currency());
}

void ImportReaderTest::whatIsNoTextOrTooLargeIsRefusedAsAWhole()
{
    const QByteArray archive("PK\x03\x04\x14\x00\x00\x00\x08\x00", 10);
    QCOMPARE(complaints(read(archive)), QStringList({ complaint(0, NotText, u""_s) }));
    QCOMPARE(complaints(read("{\"a\": 1}")), QStringList({ complaint(0, UnknownFormat, u""_s) }));
    const QByteArray most = QByteArray("milk\n").leftJustified(limits::kImportBytes, '\n');
    QCOMPARE(shown(read(most)), QStringList({ u"Weekly shop:"_s, u"1 milk"_s }));
    QCOMPARE(complaints(read(most + '\n')), QStringList({ complaint(0, FileTooLarge, u""_s) }));
    QVERIFY(read({}).lists.empty());
    QVERIFY(read({}).unreadable.empty());
}

void ImportReaderTest::aNameThatIsTooLongIsToldAndNotCut()
{
    const QString longest = u"🥛"_s.repeated(255);
    const Import import
        = read((longest + u"\nbread\n"_s + longest + u"x\n"_s + u"word "_s.repeated(60)).toUtf8());
    QCOMPARE(shown(import), QStringList({ u"Weekly shop:"_s, u"1 "_s + longest, u"2 bread"_s }));
    QCOMPARE(import.unreadableCount, 2);
    QCOMPARE(import.unreadable[0].line, 3);
    QCOMPARE(import.unreadable[0].why, NameTooLong);
    QCOMPARE(import.unreadable[1].why, NameTooLong);
    QVERIFY(import.unreadable[1].excerpt.size() <= limits::kImportExcerptChars);
    QVERIFY(import.unreadable[1].excerpt.startsWith(u"word word"));
}

void ImportReaderTest::aLongNoteIsKeptWhole()
{
    const QString note(4'000, u'n');
    const Import import = read(("milk !"_L1 + note).toUtf8() + '\n' + ("bread !"_L1 + note).toUtf8() + 'n');
    QCOMPARE(shown(import), QStringList({ u"Weekly shop:"_s, u"1 milk !"_s + note }));
    QCOMPARE(import.unreadable[0].why, NoteTooLong);
    QCOMPARE(import.unreadable[0].line, 2);
}

void ImportReaderTest::itemsBeyondWhatAListHoldsAreTold()
{
    const Import one = read(QByteArray("a\n").repeated(limits::kRecordsPerSpace + 2));
    QCOMPARE(int(one.lists[0].items.size()), limits::kRecordsPerSpace);
    QCOMPARE(one.unreadableCount, 2);
    QCOMPARE(one.unreadable[0].line, limits::kRecordsPerSpace + 1);
    QCOMPARE(one.unreadable[0].why, TooManyItems);

    QByteArray many;
    constexpr int kLists = limits::kImportItems / limits::kRecordsPerSpace + 1;
    for (int i = 0; i < kLists; ++i) {
        many += "# List " + QByteArray::number(i) + "\n"
            + QByteArray("a\n").repeated(limits::kRecordsPerSpace - 1);
    }
    const Import all = read(many);
    std::size_t items = 0;
    for (const ImportedList &list : all.lists) {
        items += list.items.size();
    }
    QCOMPARE(int(items), limits::kImportItems);
}

void ImportReaderTest::listsBeyondTheBoundAreTold()
{
    QByteArray text;
    for (int i = 0; i < limits::kImportLists + 1; ++i) {
        text += "# " + QByteArray::number(i) + "\na\n";
    }
    const Import import = read(text);
    QCOMPARE(int(import.lists.size()), limits::kImportLists);
    QCOMPARE(import.unreadableCount, 2);
    QCOMPARE(import.unreadable[0].why, TooManyLists);
    QCOMPARE(import.unreadable[0].line, 2 * limits::kImportLists + 1);
}

void ImportReaderTest::complaintsBeyondTheBoundAreOnlyCounted()
{
    const Import import
        = read(QString(QString(300, u'x') + u'\n').repeated(limits::kImportUnreadable + 5).toUtf8());
    QCOMPARE(import.unreadableCount, limits::kImportUnreadable + 5);
    QCOMPARE(int(import.unreadable.size()), limits::kImportUnreadable);
}

QTEST_GUILESS_MAIN(ImportReaderTest)
#include "import_reader_test.moc"
