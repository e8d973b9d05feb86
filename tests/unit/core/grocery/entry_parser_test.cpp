#include "core/grocery/entry_parser.h"

#include "core/model/validate.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

#include <QtCore/QFile>

using namespace larder;
using namespace larder::grocery;
using namespace larder::test;
using namespace Qt::StringLiterals;

namespace {

struct Expected {
    QStringView line;
    QStringView name;
    QStringView quantity = u"";
    QStringView unit = u"";
    QStringView price = u""; // with its currency when that was typed
    QStringView category = u"";
    QStringView note = u"";
};

// Point as decimal, a list in euros.
const Expected kWithPoint[] = {
    // the ones that the product promises
    { u"2 kg apples", u"apples", u"2", u"kg" },
    { u"milk 1.5l", u"milk", u"1.5", u"l" },
    { u"milk 1.5 l", u"milk", u"1.5", u"l" },
    { u"6x eggs", u"eggs", u"6" },
    { u"½ lb butter", u"butter", u"0.5", u"lb" },
    { u"1/2 l cream", u"cream", u"0.5", u"l" },
    { u"apples, 2 kg, 3.49", u"apples", u"2", u"kg", u"3.49" },
    { u"bread #bakery", u"bread", u"", u"", u"", u"bakery" },
    { u"batteries AAA @hardware 4.99€ !note", u"batteries AAA", u"", u"", u"4.99 EUR", u"hardware", u"note" },
    // how much, in front
    { u"milk", u"milk" },
    { u"6 eggs", u"eggs", u"6" },
    { u"6 x eggs", u"eggs", u"6" },
    { u"6 × eggs", u"eggs", u"6" },
    { u"6X eggs", u"eggs", u"6" },
    { u"2kg apples", u"apples", u"2", u"kg" },
    { u"2 KG Apples", u"Apples", u"2", u"kg" },
    { u"500 grams flour", u"flour", u"500", u"g" },
    { u"1½ cups sugar", u"sugar", u"1.5", u"cup" },
    { u"1 1/2 cups sugar", u"sugar", u"1.5", u"cup" },
    { u"1 ½ cups sugar", u"sugar", u"1.5", u"cup" },
    { u"½kg cherries", u"cherries", u"0.5", u"kg" },
    { u"1/3 cup oats", u"oats", u"0.333", u"cup" },
    { u"1/2 cucumber", u"cucumber", u"0.5" },
    { u".5 l cream", u".5 l cream" },
    { u"0.25 l cream", u"cream", u"0.25", u"l" },
    { u"1,000 g rice", u"rice", u"1000", u"g" },
    { u"1,5 l milk", u"milk", u"1.5", u"l" },
    { u"1,234.5 g salt", u"salt", u"1234.5", u"g" },
    { u"2 fl oz vanilla", u"vanilla", u"2", u"fl oz" },
    { u"3 tbsp. oil", u"oil", u"3", u"tbsp" },
    { u"2 kg of apples", u"apples", u"2", u"kg" },
    { u"a dozen eggs", u"eggs", u"12", u"pcs" },
    { u"2 dozen eggs", u"eggs", u"24", u"pcs" },
    { u"half a pound butter", u"butter", u"0.5", u"lb" },
    { u"a can of beans", u"beans", u"1", u"can" },
    { u"2 cans tomatoes", u"tomatoes", u"2", u"can" },
    { u"6 pack beer", u"beer", u"6", u"pack" },
    { u"2 x 500 g pasta", u"pasta 500 g", u"2" },
    { u"٢ kg apples", u"apples", u"2", u"kg" },
    // how much, behind
    { u"eggs 12", u"eggs", u"12" },
    { u"eggs x6", u"eggs", u"6" },
    { u"eggs x 6", u"eggs", u"6" },
    { u"eggs 6x", u"eggs", u"6" },
    { u"flour 500g", u"flour", u"500", u"g" },
    { u"flour 500 g organic", u"flour organic", u"500", u"g" },
    { u"apples, 2", u"apples", u"2" },
    { u"apples,2 kg,3.49", u"apples", u"2", u"kg", u"3.49" },
    { u"apples; 2 kg; 3.49", u"apples", u"2", u"kg", u"3.49" },
    { u"2 kg, apples", u"apples", u"2", u"kg" },
    { u"apples, red, 2 kg", u"apples, red", u"2", u"kg" },
    { u"6 Coke 330ml", u"Coke 330ml", u"6" },
    // prices
    { u"bread 3.49", u"bread", u"", u"", u"3.49" },
    { u"bread, 3.49", u"bread", u"", u"", u"3.49" },
    { u"2 kg apples 3.49", u"apples", u"2", u"kg", u"3.49" },
    { u"2 kg apples, 3", u"apples", u"2", u"kg", u"3.00" },
    { u"apples, 2, 3.49", u"apples", u"2", u"", u"3.49" },
    { u"bread €3.49", u"bread", u"", u"", u"3.49 EUR" },
    { u"bread € 3.49", u"bread", u"", u"", u"3.49 EUR" },
    { u"bread 3 €", u"bread", u"", u"", u"3.00 EUR" },
    { u"bread 3.5€", u"bread", u"", u"", u"3.50 EUR" },
    { u"€3 bread", u"bread", u"", u"", u"3.00 EUR" },
    { u"bread $2.99", u"bread", u"", u"", u"2.99 USD" },
    { u"bread £2", u"bread", u"", u"", u"2.00 GBP" },
    { u"rice ¥350", u"rice", u"", u"", u"350 JPY" },
    { u"cheese 7.50 CHF", u"cheese", u"", u"", u"7.50 CHF" },
    { u"cheese CHF 7.50", u"cheese", u"", u"", u"7.50 CHF" },
    { u"wine 1,299.00 €", u"wine", u"", u"", u"1299.00 EUR" },
    { u"bread 2 euros", u"bread", u"", u"", u"2.00 EUR" },
    { u"eggs 12 4.99€", u"eggs", u"12", u"", u"4.99 EUR" },
    { u"apples 1.99€/kg", u"apples 1.99€/kg" },
    { u"bread 3.499€", u"bread 3.499€" },
    { u"bread 1000000.00€", u"bread 1000000.00€" },
    // marks
    { u"bread @bakery", u"bread", u"", u"", u"", u"bakery" },
    { u"#dairy milk", u"milk", u"", u"", u"", u"dairy" },
    { u"bread #bakery #sweet", u"bread #sweet", u"", u"", u"", u"bakery" },
    { u"milk #fruit-veg 2l", u"milk", u"2", u"l", u"", u"fruit-veg" },
    { u"tea #1", u"tea #1" },
    { u"me@example.org", u"me@example.org" },
    { u"milk !the one, with 3.5 % fat #dairy", u"milk", u"", u"", u"", u"",
        u"the one, with 3.5 % fat #dairy" },
    { u"milk ! oat", u"milk", u"", u"", u"", u"", u"oat" },
    { u"Milk!", u"Milk!" },
    { u"milk !", u"milk !" },
    { u"milk !!!", u"milk !!!" },
    { u"!remember", u"!remember" },
    // what can't be read is the name
    { u"7up", u"7up" },
    { u"WD-40", u"WD-40" },
    { u"flour 405", u"flour 405" },
    { u"flour 00", u"flour 00" },
    { u"milk 3.5", u"milk 3.5" },
    { u"milk 3.5%", u"milk 3.5%" },
    { u"3.5 % milk", u"3.5 % milk" },
    { u"2 in 1 shampoo", u"2 in 1 shampoo" },
    { u"24/7 bar", u"24/7 bar" },
    { u"2-3 apples", u"apples", u"3" },
    { u"0 milk", u"0 milk" },
    { u"1000000 eggs", u"1000000 eggs" },
    { u"1.2345 kg apples", u"1.2345 kg apples" },
    { u"2 kg", u"2 kg" },
    { u"6", u"6" },
    { u"6x", u"6x" },
    { u"3.49", u"3.49" },
    { u"4.99€", u"4.99€" },
    { u"#bakery", u"#bakery" },
    { u"2 kg #fruit 3.49€ !ripe", u"2 kg #fruit 3.49€ !ripe" },
    { u"2 bottles", u"bottles", u"2" },
    { u",,,", u",,," },
    { u"x", u"x" },
    { u"m²", u"m²" },
    { u"🥛", u"🥛" },
    { u"2 🥕", u"🥕", u"2" },
    // tidying
    { u"  milk   2 l  ", u"milk", u"2", u"l" },
    { u"milk\t2 l\n", u"milk", u"2", u"l" },
    { u"- milk", u"milk" },
    { u"• 2 l milk", u"milk", u"2", u"l" },
    { u"-", u"-" },
    { u"cafe\u0301", u"café" },
    { u"bread,", u"bread" },
    { u"\u00a0milk\u00a02\u00a0l", u"milk", u"2", u"l" },
};

// Comma as decimal, a list in euros.
const Expected kWithComma[] = {
    // German
    { u"1,5 l Milch", u"Milch", u"1.5", u"l" },
    { u"1.5 l Milch", u"Milch", u"1.5", u"l" },
    { u"1.500 g Mehl", u"Mehl", u"1500", u"g" },
    { u"Äpfel, 2 kg, 3,49", u"Äpfel", u"2", u"kg", u"3.49" },
    { u"Butter 250g 2,29 €", u"Butter", u"250", u"g", u"2.29 EUR" },
    { u"6 Eier", u"Eier", u"6" },
    { u"2 Pck. Hefe", u"Hefe", u"2", u"pack" },
    { u"3 Stück Zwiebeln", u"Zwiebeln", u"3", u"pcs" },
    { u"1 Pfund Hackfleisch", u"Hackfleisch", u"500", u"g" },
    { u"ein halbes Pfund Butter", u"Butter", u"250", u"g" },
    { u"ein Dutzend Eier", u"Eier", u"12", u"pcs" },
    { u"eine Packung Nudeln", u"Nudeln", u"1", u"pack" },
    { u"1 Bund Petersilie", u"Petersilie", u"1", u"bunch" },
    { u"2 Dosen Tomaten #konserven", u"Tomaten", u"2", u"can", u"", u"konserven" },
    { u"2 EL Öl", u"Öl", u"2", u"tbsp" },
    { u"10 dag Schinken", u"Schinken", u"100", u"g" },
    { u"Wein 1.299,00 €", u"Wein", u"", u"", u"1299.00 EUR" },
    { u"Mehl Type 405", u"Mehl Type 405" },
    { u"3,5 % Milch", u"3,5 % Milch" },
    { u"Brot, Vollkorn, 3,20", u"Brot, Vollkorn", u"", u"", u"3.20" },
    { u"Becher", u"Becher" },
    { u"2 Becher", u"Becher", u"2" },
    // French
    { u"1,5 l de lait", u"lait", u"1.5", u"l" },
    { u"6 œufs", u"œufs", u"6" },
    { u"une douzaine d'œufs", u"œufs", u"12", u"pcs" },
    { u"½ livre de beurre", u"beurre", u"250", u"g" },
    { u"un demi litre de crème", u"crème", u"0.5", u"l" },
    { u"2 c. à soupe d’huile", u"huile", u"2", u"tbsp" },
    { u"une boîte de thon 2,40€", u"thon", u"1", u"can", u"2.40 EUR" },
    { u"3 gousses d'ail", u"ail", u"3", u"clove" },
    { u"pommes de terre 2 kg", u"pommes de terre", u"2", u"kg" },
    // Spanish
    { u"2 kg de manzanas", u"manzanas", u"2", u"kg" },
    { u"medio kilo de tomates", u"tomates", u"0.5", u"kg" },
    { u"una docena de huevos", u"huevos", u"12", u"pcs" },
    { u"leche 1,5 l", u"leche", u"1.5", u"l" },
    { u"aceite, 1 l, 4,99", u"aceite", u"1", u"l", u"4.99" },
    { u"3 latas de atún", u"atún", u"3", u"can" },
    { u"2 uds. pan", u"pan", u"2", u"pcs" },
    { u"dos barras", u"barras", u"2" },
};

const EntryHabits kPoint { u'.', model::Currency::fromCode(u"EUR").value() };
const EntryHabits kComma { u',', model::Currency::fromCode(u"EUR").value() };

EntryHabits in(QStringView currency)
{
    return { u'.', model::Currency::fromCode(currency).value() };
}

QString priceOf(const Entry &entry)
{
    if (!entry.price) {
        return {};
    }
    return entry.currencyTyped ? QString(entry.price->formatAmount() + u' ' + entry.price->currency.code())
                               : entry.price->formatAmount();
}

// As a row of the tables says it: line, name, amount, price, category, note.
QStringList read(const QString &line, const EntryHabits &habits)
{
    const Entry entry = parseEntry(line, habits);
    const QString quantity = entry.quantity ? entry.quantity->format() : QString();
    return { line, entry.name, entry.unit.isEmpty() ? quantity : QString(quantity + u' ' + entry.unit),
        priceOf(entry), entry.category, entry.note };
}

// "\\t" and "\\u200f", which can't be seen in a file.
QString unescaped(QString text)
{
    text.replace(u"\\t"_s, u"\t"_s);
    for (qsizetype at = text.indexOf(u"\\u"_s); at >= 0; at = text.indexOf(u"\\u"_s, at + 1)) {
        text.replace(at, 6, QChar(text.mid(at + 2, 4).toUShort(nullptr, 16)));
    }
    return text;
}

// Any characters, and the pieces that the parser looks for, glued together.
QString anyLine(Choices &choices)
{
    static const QString kPieces[] = { u" "_s, u","_s, u"!"_s, u"#"_s, u"@"_s, u"€"_s, u"kg"_s, u"x"_s,
        u"½"_s, u"1/2"_s, u"2"_s, u"1.5"_s, u"3,49"_s, u"1.000,00"_s, u"a"_s, u"half"_s, u"dozen"_s,
        u"bottles"_s, u"of"_s, u"d'"_s, u"- "_s, u"to"_s, u"-"_s, u"6x330ml"_s, u"("_s, u")"_s, u"and"_s,
        u"two"_s, u"demi-kilo"_s, u",-"_s, u"-,99"_s, u"1 000 g"_s, u"99 ct"_s, u"1'299"_s, u"[x] "_s,
        u"1. "_s, u"999999999999999999999"_s, u"\u200b"_s, u"\t"_s, QString(QChar(0)), QString(QChar(0xd83e)),
        QString(QChar(0xdd5b)), u"\u0301"_s, u";"_s, u"%"_s };
    QString line;
    for (quint32 left = choices.below(20); left > 0; --left) {
        switch (choices.below(4)) {
        case 0:
            line += QChar(choices.below(65'536));
            break;
        case 1:
            line += text(choices);
            break;
        default:
            line += kPieces[choices.below(std::size(kPieces))];
            if (choices.coin()) {
                line += u' ';
            }
        }
    }
    return line;
}

bool isBlank(const QString &line)
{
    return std::all_of(line.begin(), line.end(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
}

} // namespace

class EntryParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheLine_data()
    {
        QTest::addColumn<bool>("comma");
        QTest::addColumn<QStringList>("expected");
        const auto add = [](const Expected &each, bool comma) {
            QTest::addRow("%s (%s)", qPrintable(each.line.toString()), comma ? "," : ".")
                << comma
                << QStringList { each.line.toString(), each.name.toString(), each.quantity.toString(),
                       each.unit.toString(), each.price.toString(), each.category.toString(),
                       each.note.toString() };
        };
        for (const Expected &each : kWithPoint) {
            add(each, false);
        }
        for (const Expected &each : kWithComma) {
            add(each, true);
        }
    }

    void readsTheLine()
    {
        QFETCH(bool, comma);
        QFETCH(QStringList, expected);
        const Entry entry = parseEntry(expected[0], comma ? kComma : kPoint);
        const QStringList got { expected[0], entry.name,
            entry.quantity ? entry.quantity->format() : QString(), entry.unit, priceOf(entry), entry.category,
            entry.note };
        QCOMPARE(got, expected);
    }

    void theTableHoldsLineByLine_data()
    {
        QTest::addColumn<bool>("comma");
        QTest::addColumn<QStringList>("expected");
        QFile file(QFINDTESTDATA("entry_table.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        bool comma = false;
        int number = 0;
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine()).remove(u'\n');
            ++number;
            if (line.startsWith(u"# . "_s) || line.startsWith(u"# , "_s)) {
                comma = line[2] == u',';
            } else if (!line.startsWith(u"# "_s) || line.startsWith(u"# milk"_s)) {
                QStringList columns = line.split(u'\t');
                columns[0] = unescaped(columns[0]);
                columns.resize(6);
                QTest::addRow("line %d: %s", number, qPrintable(line)) << comma << columns;
            }
        }
        QVERIFY(number > 300);
    }

    void theTableHoldsLineByLine()
    {
        QFETCH(bool, comma);
        QFETCH(QStringList, expected);
        QCOMPARE(read(expected[0], comma ? kComma : kPoint), expected);
    }

    // What docs/entry.md promises: "`line` | name | amount | price | category | note".
    void theDocumentSaysWhatIsTrue()
    {
        QFile file(QFINDTESTDATA("../../../../docs/entry.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int examples = 0;
        bool comma = false;
        for (const QByteArray &bytes : file.readAll().split('\n')) {
            const QString line = QString::fromUtf8(bytes);
            if (line.startsWith(u"| Typed"_s)) {
                comma = line.contains(u"decimal comma"_s);
            }
            if (!line.startsWith(u"| `"_s)) {
                continue;
            }
            QStringList expected { line.section(u'`', 1, 1) };
            const QStringList cells = line.section(u'`', 2).split(u'|').mid(1);
            for (const QString &cell : cells.first(std::min<qsizetype>(cells.size(), 5))) {
                expected += cell.trimmed();
            }
            expected.resize(6);
            QCOMPARE(read(expected[0], comma ? kComma : kPoint), expected);
            ++examples;
        }
        QVERIFY2(examples > 60, qPrintable(QString::number(examples)));
    }

    void penceArePenniesOnlyInSterling()
    {
        QCOMPARE(parseEntry(u"bread 99p", in(u"GBP")).price->minor, 99);
        QVERIFY(!parseEntry(u"film 720p", in(u"EUR")).price);
        QVERIFY(!parseEntry(u"rice 99 cents", in(u"JPY")).price);
    }

    void blankLinesAreNothing()
    {
        for (const QString &each :
            { u""_s, u"   "_s, u"\t\n"_s, u"\u00a0"_s, u"\u200b\ufeff"_s, QString(QChar(0)) }) {
            QCOMPARE(parseEntry(each, kPoint), Entry());
        }
    }

    void whateverIsTypedIsAValidItem()
    {
        const auto any = built(anyLine, 200);
        const model::KindInfo &kind = *model::findKind(model::Kind::Item);
        holds(
            "valid",
            [&] {
                const QString line = *any;
                RC_LOG() << line.toUtf8().toHex().toStdString() << " " << line.toStdString();
                const Entry entry = parseEntry(line, line.size() % 2 == 0 ? kPoint : kComma);
                RC_ASSERT(entry.name.isEmpty() == isBlank(line));
                RC_ASSERT(entry.name.isEmpty() == entry.typed.isEmpty());
                const auto registers = registersOf(entry, { 1 });
                RC_ASSERT(model::validate(kind, registers).has_value());
                RC_ASSERT(registers.empty() == entry.name.isEmpty());
            },
            30'000);
    }

    // What is read can be read again: the name of an entry has nothing in it that would be taken for more,
    // unless something of the same sort was taken before.
    void aPlainNameStaysItself()
    {
        const auto any = built([](Choices &choices) {
            constexpr char16_t kLetters[] = u"bcdfhjnqvyzäéñأ";
            QString name;
            for (quint32 left = 2 + choices.below(20); left > 0; --left) {
                const bool mayBreak = !name.isEmpty() && !name.endsWith(u' ') && left > 1;
                name += mayBreak && choices.below(5) == 0
                    ? QChar(u' ')
                    : QChar(kLetters[choices.below(std::size(kLetters) - 1)]);
            }
            return name;
        });
        holds("plain", [&] {
            const QString name = *any;
            const Entry entry = parseEntry(name, kPoint);
            RC_ASSERT(entry.name == name);
            RC_ASSERT(!entry.quantity);
            RC_ASSERT(!entry.price);
        });
    }

    void aQuantityInFrontAndBehindIsTheSame()
    {
        const auto any = built(
            [](Choices &choices) { return std::pair(1 + choices.below(999'998), choices.below(3)); }, 2);
        const QString units[] = { u"kg"_s, u"l"_s, u"bottle"_s };
        holds(
            "quantity",
            [&] {
                const auto [count, which] = *any;
                const QString amount = u"%1 %2"_s.arg(count).arg(units[which]);
                Entry front = parseEntry(QString(amount + u" oats"), kPoint);
                Entry behind = parseEntry(QString(u"oats " + amount), kPoint);
                front.typed.clear();
                behind.typed.clear();
                RC_ASSERT(front == behind);
                RC_ASSERT(front.quantity->count == count * 1'000);
            },
            2'000);
    }

    void theListsCurrencySettlesWhatCanBeSeveral()
    {
        QCOMPARE(parseEntry(u"bread $3", in(u"CAD")).price->currency.code(), u"CAD"_s);
        QCOMPARE(parseEntry(u"bread 30 kr", in(u"DKK")).price->currency.code(), u"DKK"_s);
        QCOMPARE(parseEntry(u"bread 30 kr", in(u"EUR")).price->currency.code(), u"SEK"_s);
        QCOMPARE(parseEntry(u"rice, 1 kg, 350", in(u"JPY")).price->minor, 350);
        QCOMPARE(parseEntry(u"rice 1.250", in(u"KWD")).price->minor, 1'250);
        // A list need not have one.
        QCOMPARE(parseEntry(u"bread $3", {}).price->currency.code(), u"USD"_s);
        QCOMPARE(parseEntry(u"bread 3.49", {}).price->minor, 349);
        QCOMPARE(parseEntry(u"bread 3.49", {}).price->currency, model::Currency());
        // Two decimals are no price where there are none.
        QVERIFY(!parseEntry(u"rice 3.49", in(u"JPY")).price);
    }

    void longLinesAreCutWhereTheFieldsEnd()
    {
        const QString words = u"carrots "_s.repeated(200).trimmed();
        const Entry entry = parseEntry(words, kPoint);
        QVERIFY(entry.name.size() <= 255 && entry.name.size() > 240);
        QVERIFY(entry.name.endsWith(u"carrots"));
        QCOMPARE(entry.typed.size(), 999); // 1,000 without the space at the end
        QCOMPARE(parseEntry(QString::fromUcs4(U"🥕", 1).repeated(300), kPoint).name.toUcs4().size(), 255);
        const QString category(65, u'c');
        QCOMPARE(parseEntry(QString(u"milk #" + category), kPoint).category, QString());
        QCOMPARE(parseEntry(QString(u"milk #" + category.chopped(1)), kPoint).category, category.chopped(1));
    }

    void hugeLinesAreNotReadToTheEnd()
    {
        const QString huge = u"1,5 "_s.repeated(4 << 20);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!parseEntry(huge, kPoint).name.isEmpty());
        // 32 MB of text; reading it all takes many times as long.
        QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
    }

    void registersCarryWhatWasTyped()
    {
        const auto registers = registersOf(parseEntry(u"2 kg apples #fruit 3.49€ !ripe", kPoint), { 7 });
        model::Record record;
        record.registers = registers;
        QCOMPARE(record.text(model::item::kName), u"apples"_s);
        QCOMPARE(record.integer(model::item::kQuantity), 2'000);
        QCOMPARE(record.text(model::item::kUnit), u"kg"_s);
        QCOMPARE(record.text(model::item::kCategory), u"fruit"_s);
        QCOMPARE(record.text(model::item::kNote), u"ripe"_s);
        QCOMPARE(record.integer(model::item::kPrice), 349);
        QCOMPARE(record.text(model::item::kCurrency), u"EUR"_s);
        QCOMPARE(record.text(model::item::kTyped), u"2 kg apples #fruit 3.49€ !ripe"_s);
        QCOMPARE(registers.front().stamp, model::Stamp { 7 });
    }
};

QTEST_GUILESS_MAIN(EntryParserTest)
#include "entry_parser_test.moc"
