// What is written is read again as the same, by whatever a format carries of it.
#include "core/exchange/export_writer.h"
#include "core/exchange/import_reader.h"

#include "core/model/text.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

using namespace larder;
using namespace larder::exchange;
using namespace Qt::StringLiterals;
using larder::model::Currency;
using larder::model::Money;
using larder::model::Thousandths;
using larder::test::built;
using larder::test::Choices;

namespace {

// A text that a field can hold, of no more than 12 characters.
QString anyText(Choices &choices)
{
    QString text = choices.oneOf<QString>({ {}, u"="_s, u"- \"x\""_s, u"a,b;c\td"_s, u"'"_s, u"[x]"_s });
    text += test::text(choices);
    return model::keepable(text.trimmed()).trimmed();
}

QString someText(Choices &choices)
{
    const QString text = anyText(choices);
    return text.isEmpty() ? u"x"_s : text;
}

Currency anyCurrency(Choices &choices)
{
    return choices.oneOf<Currency>({ {}, *Currency::fromCode(u"EUR"), *Currency::fromCode(u"JPY"),
        *Currency::fromCode(u"KWD"), *Currency::fromCode(u"BGN") });
}

ExportedItem anyItem(Choices &choices)
{
    ExportedItem item;
    item.name = someText(choices);
    if (choices.coin()) {
        item.quantity = Thousandths { 1 + qint64(choices.number() % 999'999'000) };
    }
    item.unit = choices.coin() ? anyText(choices) : choices.oneOf<QString>({ {}, u"kg"_s, u"fl oz"_s });
    item.category = choices.coin() ? anyText(choices) : choices.oneOf<QString>({ {}, u"dairy"_s });
    if (choices.coin()) {
        item.price = Money { qint64(choices.number() % 100'000'000), anyCurrency(choices) };
    }
    item.note = anyText(choices);
    item.checked = choices.coin();
    item.barcode = choices.oneOf<QString>({ {}, u"4006381333931"_s, u"96385074"_s, u"LOT-17/b"_s });
    return item;
}

ExportedList anyList(Choices &choices, int number)
{
    ExportedList list;
    list.details.name = someText(choices) + QString::number(number);
    list.details.icon = choices.oneOf<QString>({ {}, u"🛒"_s, u"cart"_s });
    if (choices.coin()) {
        list.details.color = int(choices.below(12));
    }
    list.details.currency = anyCurrency(choices);
    if (choices.coin()) {
        list.details.budget = qint64(choices.number() % 10'000'000'000);
    }
    for (quint32 left = choices.below(3); left > 0; --left) {
        list.details.shops.push_back({ someText(choices), { u"dairy"_s, u"a, \"b\""_s } });
    }
    for (quint32 left = choices.below(5); left > 0; --left) {
        list.items.push_back(anyItem(choices));
    }
    return list;
}

std::vector<ExportedList> anyLists(Choices &choices)
{
    std::vector<ExportedList> lists;
    for (quint32 left = choices.below(4); left > 0; --left) {
        lists.push_back(anyList(choices, int(left)));
    }
    return lists;
}

std::vector<ExportedList> asExported(const Import &import)
{
    std::vector<ExportedList> lists;
    for (const ImportedList &each : import.lists) {
        ExportedList list { each.details, {} };
        for (const ImportedItem &item : each.items) {
            list.items.push_back(item.item);
        }
        lists.push_back(std::move(list));
    }
    return lists;
}

grocery::EntryHabits habits(QChar decimal)
{
    return { decimal, *Currency::fromCode(u"EUR") };
}

Import reread(const QByteArray &bytes, QChar decimal = u'.')
{
    ImportContext context;
    context.habits = habits(decimal);
    return readImport(bytes, u"export"_s, context);
}

} // namespace

class RoundTripTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jsonCarriesEverything();
    void textCarriesWhatTheEntryLineSays_data();
    void textCarriesWhatTheEntryLineSays();
    void csvCarriesTheItems();
    void markdownCarriesWhatTextDoesAndWholeNotes();
    void noItemIsLostInTextOrMarkdown_data();
    void noItemIsLostInTextOrMarkdown();
};

void RoundTripTest::jsonCarriesEverything()
{
    test::holds("JSON comes back as it was", [] {
        const auto lists = *built(anyLists, 120);
        const Import import = reread(writeJson(lists));
        RC_ASSERT(import.format == ImportFormat::LarderJson);
        RC_ASSERT(import.unreadableCount == 0);
        RC_ASSERT(asExported(import) == lists);
    });
}

void RoundTripTest::textCarriesWhatTheEntryLineSays_data()
{
    QTest::addColumn<QChar>("decimal");

    QTest::newRow("a point") << QChar(u'.');
    QTest::newRow("a comma") << QChar(u',');
}

void RoundTripTest::textCarriesWhatTheEntryLineSays()
{
    QFETCH(QChar, decimal);
    const auto item = [](const QString &name, qint64 quantity, const QString &unit, qint64 price) {
        ExportedItem result;
        result.name = name;
        result.quantity = quantity ? std::optional(Thousandths { quantity }) : std::nullopt;
        result.unit = unit;
        result.price = price ? std::optional(Money { price, {} }) : std::nullopt;
        return result;
    };
    ExportedList list;
    list.details.name = u"Weekly shop"_s;
    list.items = { item(u"Milk"_s, 1'500, u"l"_s, 129), item(u"Eggs"_s, 6'000, {}, 299),
        item(u"Tomatoes, chopped"_s, 2'000, u"can"_s, 0), item(u"Coke 330 ml"_s, 24'000, {}, 0),
        item(u"7up"_s, 0, {}, 0), item(u"WD-40"_s, 1'000, u"can"_s, 899), item(u"Salt"_s, 0, {}, 55),
        item(u"Flour Type 405"_s, 1'250, u"kg"_s, 0), item(u"تفاح"_s, 2'000, u"kg"_s, 0),
        item(u"Omega 3"_s, 3'000, u"pack"_s, 1'299), item(u"Eau"_s, 6'000, u"fl oz"_s, 100) };
    list.items[0].category = u"dairy"_s;
    list.items[0].note = u"the one with 3.5 % #fat"_s;
    list.items[1].checked = true;
    list.items[2].price = Money { 250, *Currency::fromCode(u"CHF") };

    const Import import = reread(writeText(std::vector { list }, habits(decimal)), decimal);
    QCOMPARE(import.format, ImportFormat::Text);
    QVERIFY(import.unreadable.empty());
    QCOMPARE(import.lists.size(), std::size_t(1));
    QCOMPARE(import.lists[0].details.name, list.details.name);
    QCOMPARE(import.lists[0].items.size(), list.items.size());
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        QVERIFY2(import.lists[0].items[i].item == list.items[i], qPrintable(list.items[i].name));
    }
}

void RoundTripTest::csvCarriesTheItems()
{
    test::holds("CSV comes back as it was, but for what lists are besides their names", [] {
        const auto lists = *built(anyLists, 120);
        std::vector<ExportedList> expected;
        for (const ExportedList &list : lists) {
            ExportedList bare;
            bare.details.name = list.details.name;
            for (ExportedItem item : list.items) {
                if (item.price) {
                    Currency &currency = item.price->currency;
                    currency = currency == Currency() ? list.details.currency : currency;
                    currency = currency == habits(u'.').currency ? Currency() : currency;
                }
                item.barcode.clear();
                bare.items.push_back(std::move(item));
            }
            if (!bare.items.empty()) {
                expected.push_back(std::move(bare));
            }
        }
        const Import import = reread(writeCsv(lists), u',');
        RC_ASSERT(import.format == ImportFormat::LarderCsv);
        RC_ASSERT(import.unreadableCount == 0);
        RC_ASSERT(asExported(import) == expected);
    });
}

// Names that nobody takes for anything else, by category.
std::vector<ExportedList> tameLists(Choices &choices)
{
    std::vector<ExportedList> lists;
    for (quint32 left = choices.below(3); left > 0; --left) {
        ExportedList list;
        list.details.name = someText(choices).simplified() + QString::number(left);
        for (const QString &category : { QString(), u"dairy"_s, u"# Käse & Co.:"_s }) {
            for (quint32 items = choices.below(4); items > 0; --items) {
                ExportedItem item = anyItem(choices);
                item.name = choices.oneOf<QString>({ u"Milk"_s, u"*Tomatoes*, chopped"_s, u"Äpfel <rot>"_s,
                    u"تفاح"_s, u"a\\b_c & [d]"_s, u"~~x~~"_s, u"`y`"_s });
                item.unit = item.quantity ? choices.oneOf<QString>({ {}, u"kg"_s, u"can"_s }) : QString();
                item.quantity = item.quantity
                    ? std::optional(Thousandths { item.quantity->count % 900'000 + 1 })
                    : std::nullopt;
                item.price = item.price ? std::optional(Money { item.price->minor, {} }) : std::nullopt;
                item.category = category;
                item.barcode.clear();
                list.items.push_back(std::move(item));
            }
        }
        lists.push_back(std::move(list));
    }
    return lists;
}

void RoundTripTest::markdownCarriesWhatTextDoesAndWholeNotes()
{
    test::holds("Markdown comes back as it was", [] {
        const auto lists = *built(tameLists, 120);
        const QByteArray markdown = writeMarkdown(lists, habits(u'.'));
        const Import import = reread(markdown);
        RC_ASSERT(lists.empty() || import.format == ImportFormat::Markdown);
        RC_ASSERT(import.unreadableCount == 0);
        RC_LOG() << markdown.toStdString() << writeJson(lists).toStdString();
        const auto read = asExported(import);
        RC_ASSERT(read.size() == lists.size());
        for (std::size_t i = 0; i < lists.size(); ++i) {
            RC_ASSERT(read[i].items.size() == lists[i].items.size());
            for (std::size_t j = 0; j < lists[i].items.size(); ++j) {
                RC_ASSERT(read[i].items[j] == lists[i].items[j]);
            }
        }
        RC_ASSERT(read == lists);
    });
}

void RoundTripTest::noItemIsLostInTextOrMarkdown_data()
{
    QTest::addColumn<bool>("markdown");

    QTest::newRow("text") << false;
    QTest::newRow("Markdown") << true;
}

void RoundTripTest::noItemIsLostInTextOrMarkdown()
{
    QFETCH(bool, markdown);
    test::holds("each item has its line", [markdown] {
        const auto lists = *built(anyLists, 120);
        const QByteArray written
            = markdown ? writeMarkdown(lists, habits(u'.')) : writeText(lists, habits(u'.'));
        const Import import = reread(written);
        RC_LOG() << written.toStdString();
        RC_ASSERT(import.lists.size() == lists.size());
        std::size_t items = 0;
        auto read = std::size_t(import.unreadableCount); // names of nothing that can be seen
        for (std::size_t i = 0; i < lists.size(); ++i) {
            items += lists[i].items.size();
            read += import.lists[i].items.size();
        }
        RC_ASSERT(read == items);
    });
}

QTEST_GUILESS_MAIN(RoundTripTest)
#include "round_trip_test.moc"
