#include "core/exchange/csv_records.h"
#include "core/exchange/export_writer.h"
#include "core/exchange/import_reader.h"

#include "core/limits.h"
#include "tests/unit/core/exchange/shown_import.h"

#include <QtTest/QTest>

using namespace larder;
using namespace larder::exchange;
using namespace Qt::StringLiterals;
using namespace larder::test;
using enum WhyUnreadable;

namespace {

Import read(const QByteArray &bytes, QChar decimal = u'.', const QString &file = u"Shop.csv"_s)
{
    ImportContext context;
    context.habits = { decimal, *model::Currency::fromCode(u"EUR") };
    return readImport(bytes, file, context);
}

QStringList records(const QString &text)
{
    QStringList result;
    CsvRecords each(text, u',');
    while (const auto record = each.next()) {
        QStringList cells;
        for (const QString &cell : record->cells) {
            cells.append(cell);
        }
        result.append(
            QString::number(record->line) + u'|' + (record->broken ? u"broken"_s : cells.join(u'|')));
    }
    return result;
}

} // namespace

class ImportCsvTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordsAreReadAsTheRfcHasThem();
    void aBrokenQuoteCostsItsLine();
    void anyHeaderOfTheFourLanguagesIsUnderstood_data();
    void anyHeaderOfTheFourLanguagesIsUnderstood();
    void aTableWithoutAQuantityIsReadLikeTypedLines();
    void cellsSayAmountsAndPricesInAnyWay();
    void aBrokenRowIsToldByItsLine();
    void whatLooksLikeAFormulaIsGuarded();
    void textWithoutAHeaderIsNoTable();
    void manyQuotesAreNotReadAgainAndAgain();
};

void ImportCsvTest::recordsAreReadAsTheRfcHasThem()
{
    QCOMPARE(records(u"a,b\r\n\"c,\"\"d\"\"\",\"e\r\nf\"\r\ng,\n\n,h"_s),
        QStringList({ u"1|a|b"_s, u"2|c,\"d\"|e\nf"_s, u"4|g|"_s, u"5|"_s, u"6||h"_s }));
    QCOMPARE(records(u"5\" pipe,say \"hi\"\n"_s), QStringList({ u"1|5\" pipe|say \"hi\""_s }));
    QCOMPARE(records({}), QStringList());
}

void ImportCsvTest::aBrokenQuoteCostsItsLine()
{
    QCOMPARE(records(u"a,\"b\nc,d\ne,\"f\"\n"_s), QStringList({ u"1|broken"_s, u"2|c|d"_s, u"3|e|f"_s }));
    QCOMPARE(records(u"a,\"b\" x\nc"_s), QStringList({ u"1|broken"_s, u"2|c"_s }));
    QCOMPARE(records(u"a\n\"b"_s), QStringList({ u"1|a"_s, u"2|broken"_s }));
}

void ImportCsvTest::anyHeaderOfTheFourLanguagesIsUnderstood_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QChar>("decimal");

    QTest::newRow("English") << QByteArray(
        "Item,Qty,Unit,Aisle,Price,Notes,Crossed off\nMilk,1.5,litres,Dairy,1.29,red,x\n")
                             << QChar(u'.');
    QTest::newRow("German") << QByteArray("sep=;\r\nArtikel;Menge;Einheit;Kategorie;Preis;Notiz;Erledigt\r\n"
                                          "Milk;1,5;Liter;Dairy;1,29 €;red;ja\r\n")
                            << QChar(u',');
    QTest::newRow("French") << QByteArray("Produit;Quantité;Unité;Catégorie;Prix;Remarque;Coché\n"
                                          "Milk;1,5;litres;Dairy;€ 1,29;red;oui\n")
                            << QChar(u',');
    QTest::newRow("Spanish, with tabs")
        << QByteArray("Producto\tCantidad\tUnidad\tCategoría\tPrecio\tNota\tComprado\n"
                      "Milk\t1,5\tlitros\tDairy\t1,29\tred\tsí\n")
        << QChar(u',');
    QTest::newRow("in another order, with others between")
        << QByteArray("Done,Id,Notes,Price,Aisle,Unit,Quantity,Name\nTRUE,77,red,$1.29,Dairy,l,1 1/2,Milk\n")
               .replace("$", "EUR ")
        << QChar(u'.');
}

void ImportCsvTest::anyHeaderOfTheFourLanguagesIsUnderstood()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QChar, decimal);
    const Import import = read(bytes, decimal);
    QCOMPARE(import.format, ImportFormat::Csv);
    QCOMPARE(complaints(import).join(u'\n'), QString());
    QCOMPARE(shown(import).mid(1).join(u'\n').section(u' ', 1), u"1.5 l Milk #Dairy 1.29 [x] !red"_s);
}

void ImportCsvTest::aTableWithoutAQuantityIsReadLikeTypedLines()
{
    const Import import
        = read("List,Name,Done\nParty,2 bags of chips,\nHome,soap,yes\nParty,\"beer, 6\",no\n");
    QCOMPARE(shown(import),
        QStringList({ u"Party:"_s, u"2 2 bag chips"_s, u"4 6 beer"_s, u"Home:"_s, u"3 soap [x]"_s }));
}

void ImportCsvTest::cellsSayAmountsAndPricesInAnyWay()
{
    const Import import = read("name,quantity,unit,price,currency\n"
                               "a,2 kg,,,\nb,½,,,\nc,,dozen,,\nd,0,kg,,\ne,2,sprigs,,\nf,1,,\"1,299.00\",\n"
                               "g,1,,3 CHF,\nh,1,,500,jpy\ni,1 dozen,,,\n");
    QCOMPARE(complaints(import), QStringList());
    QCOMPARE(shown(import),
        QStringList({ u"Shop:"_s, u"2 2 kg a"_s, u"3 0.5 b"_s, u"4 12 pcs c"_s, u"5 d"_s, u"6 2 sprigs e"_s,
            u"7 1 f 1299.00"_s, u"8 1 g 3.00CHF"_s, u"9 1 h 500JPY"_s, u"10 12 pcs i"_s }));
}

void ImportCsvTest::aBrokenRowIsToldByItsLine()
{
    const Import import = read("name,quantity,price,currency\n"
                               "a,many,,\nb,1,cheap,\nc,1,2,ABC\n,1,,\n\n,,,\nTomatoes, chopped,1,,,x\n"
                               "d,1000000,,\ne,\"1\n"
        + QByteArray(256, 'n') + ",,,\nz,1,,\n");
    QCOMPARE(shown(import), QStringList({ u"Shop:"_s, u"12 1 z"_s }));
    QCOMPARE(complaints(import).mid(0, 8),
        QStringList({ complaint(2, BadQuantity, u"a,many,,"_s), complaint(3, BadPrice, u"b,1,cheap,"_s),
            complaint(4, BadCurrency, u"c,1,2,ABC"_s), complaint(5, NoName, u",1,,"_s),
            complaint(8, BrokenSyntax, u"Tomatoes, chopped,1,,,x"_s),
            complaint(9, BadQuantity, u"d,1000000,,"_s), complaint(10, BrokenSyntax, u"e,\"1"_s),
            complaint(11, NameTooLong, QString(79, u'n') + u'…') }));
}

void ImportCsvTest::whatLooksLikeAFormulaIsGuarded()
{
    ExportedList list;
    list.details.name = u"+1"_s;
    for (const QString &name : { u"=1+1"_s, u"@x"_s, u"-y"_s, u"'z"_s, u"'=w"_s, u"v'"_s }) {
        ExportedItem item;
        item.name = name;
        list.items.push_back(item);
    }
    const QByteArray csv = writeCsv(std::vector { list });
    QCOMPARE(csv,
        QByteArray("list,name,quantity,unit,category,price,currency,note,checked\r\n"
                   "'+1,'=1+1,,,,,,,no\r\n'+1,'@x,,,,,,,no\r\n'+1,'-y,,,,,,,no\r\n"
                   "'+1,''z,,,,,,,no\r\n'+1,''=w,,,,,,,no\r\n'+1,v',,,,,,,no\r\n"));
    QCOMPARE(shown(read(csv)),
        QStringList({ u"+1:"_s, u"2 =1+1"_s, u"3 @x"_s, u"4 -y"_s, u"5 'z"_s, u"6 '=w"_s, u"7 v'"_s }));
}

void ImportCsvTest::textWithoutAHeaderIsNoTable()
{
    QCOMPARE(read("milk, 2 l\nbread\n").format, ImportFormat::Text);
    QCOMPARE(read("item\nbread\n", u'.', u"a.txt"_s).format, ImportFormat::Text);
    QCOMPARE(read("item\nbread\n").format, ImportFormat::Csv);
    QCOMPARE(shown(read("milk, 2 l\nbread\n")), QStringList({ u"Shop:"_s, u"1 2 l milk"_s, u"2 bread"_s }));
}

void ImportCsvTest::manyQuotesAreNotReadAgainAndAgain()
{
    // Each of these would take hours if a broken record were looked through to the end of the file.
    for (const char *line : { "a,\"b\n", "\"\"\"\n", "a,\"\"\n", "\"\"x,\"\n", "\"\n" }) {
        const QByteArray text = QByteArray("name,note\nx,\"y\n") + QByteArray(line).repeated(500'000);
        QVERIFY(read(text).unreadableCount > 0);
    }
}

QTEST_GUILESS_MAIN(ImportCsvTest)
#include "import_csv_test.moc"
