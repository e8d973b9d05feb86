#include "app/viewmodels/merge_offer.h"

#include "tests/support/app_home.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::Kind;
using model::Record;
using test::AppHome;
namespace item = model::item;

class MergeOfferTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<AppHome>();
        m_list = m_home->openEmpty();
    }
    void cleanup()
    {
        m_home->settle();
        m_home.reset();
    }

    void whatTwoPeopleAddedApartIsOffered();
    void oneTapMakesOneOfThemAndUndoTwo();
    void whoeverTakesItKeepsTheSameItem();
    void whatTheKeptOneLacksComesFromTheOthers();
    void amountsThatCantBeAddedAreNotOffered();
    void whatIsCheckedIsNotOffered();
    void differentNotesAreDifferentThings();
    void whatIsDeclinedIsNotOfferedAgain();
    void whatWasAddedApartIsNotOffered();
    void anOfferGoesWhenItNoLongerHolds();
    void anotherListTakesTheOfferAway();
    void aViewerIsNotAsked();
    void theOldestThatAreKeptApartAreForgotten();

private:
    app::MergeOffer &offer() { return *m_home->app->merge(); }
    // As it would come from somebody else: past the entry line, which would raise what is there.
    model::RecordId add(std::vector<replica::ReplicaClient::Field> fields)
    {
        return m_home->client->create(m_list, Kind::Item, std::move(fields)).value();
    }
    model::RecordId add(const QString &name, qint64 quantity = 0, const QString &unit = {})
    {
        std::vector<replica::ReplicaClient::Field> fields { { item::kName, name } };
        if (quantity > 0) {
            fields.push_back({ item::kQuantity, quantity });
        }
        if (!unit.isEmpty()) {
            fields.push_back({ item::kUnit, unit });
        }
        return add(std::move(fields));
    }
    void look()
    {
        m_home->settle();
        QSignalSpy searched(&offer(), &app::MergeOffer::changed);
        m_home->pass(1s);
        QVERIFY(searched.count() > 0 || searched.wait(30'000));
    }
    QStringList open()
    {
        QStringList names;
        for (const Record *record : m_home->client->records(m_list, Kind::Item)) {
            if (!record->isDeleted()) {
                names.append(record->text(item::kName));
            }
        }
        names.sort();
        return names;
    }

    std::unique_ptr<AppHome> m_home;
    model::SpaceId m_list;
};

void MergeOfferTest::whatTwoPeopleAddedApartIsOffered()
{
    add(u"Milk"_s, 1'000, u"l"_s);
    add(u"Bread"_s);
    look();
    QVERIFY(!offer().isShown());
    add(u"milk"_s, 500'000, u"ml"_s);
    look();
    QVERIFY(offer().isShown());
    QVERIFY2(offer().sentence().startsWith(u"Milk is on the list 2"_s), qPrintable(offer().sentence()));
    QCOMPARE(offer().answer(), u"Make it 1.5\u00A0l"_s);
}

void MergeOfferTest::oneTapMakesOneOfThemAndUndoTwo()
{
    add(u"Tomatoes"_s, 1'000, u"kg"_s);
    add(u"tomato"_s, 500'000, u"g"_s);
    look();
    offer().merge();
    QVERIFY(!offer().isShown());
    QCOMPARE(open(), QStringList { u"Tomatoes"_s });
    const Record &left = *m_home->client->record({ m_list, Kind::Item, m_home->item(u"Tomatoes"_s) });
    QCOMPARE(left.integer(item::kQuantity), 1'500);
    QCOMPARE(left.text(item::kUnit), u"kg"_s);
    m_home->app->undo()->undo();
    QCOMPARE(open(), (QStringList { u"Tomatoes"_s, u"tomato"_s }));
    QCOMPARE(left.integer(item::kQuantity), 1'000);
    m_home->app->undo()->redo();
    QCOMPARE(open(), QStringList { u"Tomatoes"_s });
}

void MergeOfferTest::whoeverTakesItKeepsTheSameItem()
{
    const model::RecordId first = add(u"Milk"_s);
    const model::RecordId second = add(u"Milk"_s);
    look();
    offer().merge();
    const model::RecordId kept = std::min(first, second);
    QVERIFY(!m_home->client->record({ m_list, Kind::Item, kept })->isDeleted());
    QVERIFY(m_home->client->record({ m_list, Kind::Item, std::max(first, second) })->isDeleted());
}

void MergeOfferTest::whatTheKeptOneLacksComesFromTheOthers()
{
    add(u"Milk"_s);
    add({ { item::kName, u"Milk"_s }, { item::kNote, u"the blue one"_s }, { item::kPrice, qint64(129) },
        { item::kCategory, u"dairy"_s } });
    look();
    offer().merge();
    const Record &left = *m_home->client->record({ m_list, Kind::Item, m_home->item(u"Milk"_s) });
    QCOMPARE(left.text(item::kNote), u"the blue one"_s);
    QCOMPARE(left.integer(item::kPrice), 129);
    QCOMPARE(left.text(item::kCategory), u"dairy"_s);
}

void MergeOfferTest::amountsThatCantBeAddedAreNotOffered()
{
    add(u"Eggs"_s, 6'000);
    add(u"Eggs"_s, 1'000, u"box"_s);
    look();
    QVERIFY(!offer().isShown());
}

void MergeOfferTest::whatIsCheckedIsNotOffered()
{
    add(u"Milk"_s);
    add({ { item::kName, u"Milk"_s }, { item::kChecked, true } });
    look();
    QVERIFY(!offer().isShown());
}

void MergeOfferTest::differentNotesAreDifferentThings()
{
    add({ { item::kName, u"Milk"_s }, { item::kNote, u"oat"_s } });
    add({ { item::kName, u"Milk"_s }, { item::kNote, u"soy"_s } });
    look();
    QVERIFY(!offer().isShown());
}

void MergeOfferTest::whatIsDeclinedIsNotOfferedAgain()
{
    add(u"Milk"_s);
    add(u"Milk"_s);
    add(u"Bread"_s);
    add(u"Bread"_s);
    look();
    const QString first = offer().sentence();
    offer().decline();
    QVERIFY(!offer().isShown());
    look();
    QVERIFY(offer().isShown());
    QVERIFY(offer().sentence() != first);
    offer().decline();
    look();
    QVERIFY(!offer().isShown());
    QCOMPARE(open().size(), 4);
}

void MergeOfferTest::whatWasAddedApartIsNotOffered()
{
    m_home->app->entry()->setText(u"milk"_s);
    m_home->app->entry()->submit();
    m_home->app->entry()->setText(u"milk"_s);
    const app::SuggestionRows &rows = *m_home->app->entry()->suggestions();
    for (int row = 0; row < rows.count(); ++row) {
        if (rows.at(row)->kind == app::Offer::Kind::Apart) {
            m_home->app->entry()->take(row);
            break;
        }
    }
    QCOMPARE(open().size(), 2);
    look();
    QVERIFY(!offer().isShown());
}

void MergeOfferTest::anOfferGoesWhenItNoLongerHolds()
{
    add(u"Milk"_s);
    const model::RecordId other = add(u"Milk"_s);
    look();
    QVERIFY(offer().isShown());
    QVERIFY(m_home->client->write({ m_list, Kind::Item, other }, { { item::kChecked, true } }));
    m_home->settle();
    QVERIFY(!offer().isShown());
    QCOMPARE(offer().sentence(), QString());
    offer().merge();
    QCOMPARE(open().size(), 2);
}

void MergeOfferTest::anotherListTakesTheOfferAway()
{
    add(u"Milk"_s);
    add(u"Milk"_s);
    look();
    QVERIFY(offer().isShown());
    m_home->app->openList(m_home->app->lists()->create(u"Party"_s, u"🎉"_s, 2));
    QVERIFY(!offer().isShown());
}

void MergeOfferTest::aViewerIsNotAsked()
{
    const model::SpaceId theirs = m_home->receiveList(3, model::Role::Viewer);
    m_home->settle();
    m_home->app->openList(theirs.toString());
    m_home->settle();
    std::vector<Record> rows = *m_home->replica->records(theirs, Kind::Item);
    for (Record &row : rows) {
        row.set(item::kName, u"Milk"_s, m_home->stamps.tick(m_home->clock.now()));
        row.version = 2;
    }
    QVERIFY(m_home->replica->applyRows({ theirs, 1, 2, 0, true, false, rows }));
    look();
    QVERIFY(!offer().isShown());
}

void MergeOfferTest::theOldestThatAreKeptApartAreForgotten()
{
    for (int i = 0; i <= limits::kKeptApart; ++i) {
        offer().keepApart(QString::number(i));
    }
    const QStringList kept = m_home->preferences->keptApart();
    QCOMPARE(kept.size(), limits::kKeptApart);
    QVERIFY(!kept.contains(u"0"_s));
}

QTEST_MAIN(MergeOfferTest)
#include "merge_offer_test.moc"
