#include "app/viewmodels/shops_view_model.h"

#include "tests/support/app_home.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::Kind;
using model::Record;
using test::AppHome;

class ShopsViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<AppHome>();
        m_list = m_home->openEmpty();
        for (const QString &line : { u"milk #dairy"_s, u"bread #bakery"_s, u"apples #produce"_s }) {
            m_home->app->entry()->setText(line);
            m_home->app->entry()->submit();
        }
        m_home->settle();
        new QAbstractItemModelTester(&shops(), QAbstractItemModelTester::FailureReportingMode::QtTest, this);
    }
    void cleanup() { m_home.reset(); }

    void aShopIsMadeChosenRenamedAndRemoved();
    void aShopWithoutANameIsNotMade();
    void theWayIsDraggedForOneShop();
    void withoutAShopNothingIsDragged();
    void theWayIsLearntFromTheOrderOfChecks();
    void noRowMovesWhileOneShops();
    void eachListRemembersItsShop();
    void aShopThatAnotherRemovesIsNotChosen();
    void aShopOfAnotherListIsNone();

private:
    app::ShopsViewModel &shops() { return *m_home->app->list()->shops(); }
    int placeOf(const QString &category) { return int(shops().way().indexOf(category)); }
    void check(const QString &name)
    {
        m_home->app->list()->toggle(m_home->idOf(name));
        m_home->pass(1min);
    }
    void visit(const QStringList &names)
    {
        for (const QString &name : names) {
            check(name);
        }
        m_home->pass(24h);
        for (const QString &name : names) {
            check(name);
        }
        m_home->pass(24h);
    }

    std::unique_ptr<AppHome> m_home;
    model::SpaceId m_list;
};

void ShopsViewModelTest::aShopIsMadeChosenRenamedAndRemoved()
{
    shops().create(u" Corner shop "_s);
    QCOMPARE(shops().count(), 1);
    QCOMPARE(shops().currentName(), u"Corner shop"_s);
    shops().rename(shops().current(), u"Market"_s);
    QCOMPARE(shops().currentName(), u"Market"_s);
    shops().remove(shops().current());
    QCOMPARE(shops().count(), 0);
    QCOMPARE(shops().current(), QString());
    m_home->app->undo()->undo();
    QCOMPARE(shops().data(shops().index(0), app::ShopsViewModel::NameRole).toString(), u"Market"_s);
}

void ShopsViewModelTest::aShopWithoutANameIsNotMade()
{
    shops().create(u"  "_s);
    QCOMPARE(shops().count(), 0);
    QVERIFY(m_home->app->undo()->rowCount() > 0); // which says why
}

void ShopsViewModelTest::theWayIsDraggedForOneShop()
{
    shops().create(u"Market"_s);
    const int from = placeOf(u"dairy"_s);
    shops().moveCategory(from, 0);
    QCOMPARE(shops().way().front(), u"dairy"_s);
    QCOMPARE(m_home->names().front(), u"[Dairy]"_s);
    shops().choose({});
    QVERIFY(placeOf(u"dairy"_s) > 0);
    m_home->app->undo()->undo();
    shops().choose(shops().data(shops().index(0), app::ShopsViewModel::ShopIdRole).toString());
    QCOMPARE(placeOf(u"dairy"_s), from);
}

void ShopsViewModelTest::withoutAShopNothingIsDragged()
{
    const QStringList way = shops().way();
    shops().moveCategory(0, 3);
    QCOMPARE(shops().way(), way);
    shops().create(u"Market"_s);
    shops().moveCategory(-1, 0);
    shops().moveCategory(0, int(way.size()));
    QCOMPARE(shops().way(), way);
}

void ShopsViewModelTest::theWayIsLearntFromTheOrderOfChecks()
{
    shops().create(u"Market"_s);
    QVERIFY(placeOf(u"produce"_s) < placeOf(u"dairy"_s));
    for (int i = 0; i < 5; ++i) {
        visit({ u"milk"_s, u"bread"_s, u"apples"_s });
    }
    shops().choose(shops().current());
    QVERIFY(placeOf(u"dairy"_s) < placeOf(u"bakery"_s));
    QVERIFY(placeOf(u"bakery"_s) < placeOf(u"produce"_s));
    shops().choose({}); // where nothing was bought
    QVERIFY(placeOf(u"produce"_s) < placeOf(u"dairy"_s));
}

void ShopsViewModelTest::noRowMovesWhileOneShops()
{
    shops().create(u"Market"_s);
    const QStringList before = shops().way();
    for (int i = 0; i < 5; ++i) {
        visit({ u"milk"_s, u"apples"_s });
    }
    QCOMPARE(shops().way(), before);
}

void ShopsViewModelTest::eachListRemembersItsShop()
{
    shops().create(u"Market"_s);
    const QString market = shops().current();
    const QString other = m_home->app->lists()->create(u"Party"_s, u"🎉"_s, 2);
    m_home->settle();
    m_home->app->openList(other);
    m_home->settle();
    QCOMPARE(shops().count(), 0);
    QCOMPARE(shops().current(), QString());
    m_home->app->openList(m_list.toString());
    m_home->settle();
    QCOMPARE(shops().current(), market);
}

void ShopsViewModelTest::aShopThatAnotherRemovesIsNotChosen()
{
    shops().create(u"Market"_s);
    m_home->acknowledgeAll();
    const auto id = *model::RecordId::fromString(shops().current());
    Record row = *m_home->client->record({ m_list, Kind::Shop, id });
    row.set(model::kDeleted, true, m_home->stamps.tick(m_home->clock.now()));
    row.version = 2;
    QVERIFY(m_home->replica->applyRows({ m_list, 0, 2, 0, true, false, { row } }));
    m_home->settle();
    QCOMPARE(shops().count(), 0);
    QCOMPARE(shops().current(), QString());
}

void ShopsViewModelTest::aShopOfAnotherListIsNone()
{
    shops().choose(u"0190163d-8694-739b-aea5-966c26f8ad91"_s);
    QCOMPARE(shops().current(), QString());
    shops().rename(u"nonsense"_s, u"x"_s);
    shops().remove(u"nonsense"_s);
    QCOMPARE(shops().count(), 0);
}

QTEST_MAIN(ShopsViewModelTest)
#include "shops_view_model_test.moc"
