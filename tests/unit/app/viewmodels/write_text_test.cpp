#include "app/viewmodels/write_text.h"

#include "core/model/kinds.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace larder::app;
using namespace larder::model;
using namespace Qt::StringLiterals;

static protocol::Write write(Kind kind, std::vector<Register> registers)
{
    return { { {}, kind, {} }, std::move(registers) };
}

class WriteTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWriteIsOneSentence_data()
    {
        QTest::addColumn<protocol::Write>("written");
        QTest::addColumn<bool>("known");
        QTest::addColumn<QString>("sentence");
        const Stamp at { 7 };
        const auto row = [](const char *name, protocol::Write written, bool known, const char *sentence) {
            QTest::newRow(name) << std::move(written) << known << QString::fromUtf8(sentence);
        };
        const protocol::Write milk = write(Kind::Item,
            { { item::kName, at, u"Milk"_s }, { item::kQuantity, at, qint64(2000) },
                { item::kPosition, at, u"a1"_s }, { item::kTyped, at, u"2 milk"_s } });
        row("a new item", milk, false, "Added");
        row("an item that the server has", milk, true, "name: Milk, quantity: 2");
        row("checked", write(Kind::Item, { { item::kChecked, at, true } }), true, "Checked");
        row("unchecked, with a note",
            write(Kind::Item, { { item::kChecked, at, false }, { item::kNote, at, u"later"_s } }), true,
            "Unchecked, note: later");
        row("a photo", write(Kind::Item, { { item::kPhoto, at, QString(64, u'a') } }), true,
            "photo: another one");
        row("no photo", write(Kind::Item, { { item::kPhoto, at, Value() } }), true, "photo: nothing");
        row("only its place", write(Kind::Item, { { item::kPosition, at, u"a2"_s } }), true, "Moved");
        row("deleted", write(Kind::Item, { { kDeleted, at, true } }), true, "Deleted");
        row("brought back", write(Kind::Item, { { kDeleted, at, false } }), true, "Brought back");
        row("a new list", write(Kind::List, { { list::kName, at, u"Party"_s } }), false, "New list");
        row("a list renamed", write(Kind::List, { { list::kName, at, u"Party"_s } }), true, "name: Party");
        row("a shop", write(Kind::Shop, { { kDeleted + 1, at, u"Market"_s } }), true, "A shop, or its way");
    }
    void aWriteIsOneSentence()
    {
        QFETCH(protocol::Write, written);
        QFETCH(bool, known);
        QTEST(writeSentence(written, known ? WriteTo::Known : WriteTo::New), "sentence");
    }
    void itsTextSaysAllThatItSays()
    {
        const Stamp at { 7 };
        const protocol::Write written = write(Kind::Item,
            { { item::kName, at, u"Milk"_s }, { item::kQuantity, at, qint64(1500) },
                { item::kTyped, at, u"1.5 milk"_s }, { item::kNote, at, u"oat"_s } });
        QCOMPARE(writtenName(written), u"Milk"_s);
        QCOMPARE(writeAsText(written, u"Milk"_s), u"Milk\nquantity: 1.5\nnote: oat"_s);
        // The name that it is known by, when it is renamed by this very write, is on the first line.
        QCOMPARE(writeAsText(write(Kind::Item, { { item::kNote, at, u"oat"_s } }), u"Milk"_s),
            u"Milk\nnote: oat"_s);
    }
};

QTEST_GUILESS_MAIN(WriteTextTest)
#include "write_text_test.moc"
