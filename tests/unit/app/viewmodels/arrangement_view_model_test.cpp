#include "app/viewmodels/arrangement_view_model.h"

#include "tests/support/app_home.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::ArrangementViewModel;
using test::AppHome;

class ArrangementViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<AppHome>();
        m_list = m_home->openEmpty();
        for (const QString &line : { u"500 g flour #pantry 0.99"_s, u"2 kg apples #produce"_s,
                 u"1.5 l milk #dairy 1.29"_s, u"soap"_s }) {
            m_home->app->entry()->setText(line);
            m_home->app->entry()->submit();
        }
        m_home->settle();
    }
    void cleanup() { m_home.reset(); }

    void aSearchShowsWhatItFindsAndSaysHowMuch();
    void filtersAreTakenTogether();
    void sortsStayWhenAnotherListIsOpened();
    void lessIsAfterMoreWhateverTheUnit();
    void aSearchEndsWithItsList();
    void aFilterIsKeptUnderAName();
    void onlySoManyFiltersAreKept();
    void shoppingShowsWhatIsLeftInTheOrderOfTheShop();
    void amountsAreShownInTheUnitsOneLikes();

private:
    ArrangementViewModel &page() { return *m_home->app->list()->arrangement(); }
    QStringList items() { return m_home->names().filter(QRegularExpression(u"^[^\\[]"_s)); }
    QString amountOf(const QString &name)
    {
        app::ItemRows &rows = *m_home->app->list()->rows();
        const int row = rows.rowOf(m_home->item(name));
        return rows.data(rows.index(row), app::ItemRows::AmountRole).toString();
    }

    std::unique_ptr<AppHome> m_home;
    model::SpaceId m_list;
};

void ArrangementViewModelTest::aSearchShowsWhatItFindsAndSaysHowMuch()
{
    page().setSearching(true);
    page().setText(u"mil"_s);
    QCOMPARE(items(), QStringList { u"milk"_s });
    QVERIFY2(page().summary().contains(u"1"_s), qPrintable(page().summary()));
    page().setText(u"nothing of the sort"_s);
    QCOMPARE(items(), QStringList());
    page().setText(QString(limits::kSearchChars + 5, u'x'));
    QCOMPARE(page().text().size(), limits::kSearchChars);
    page().setSearching(false);
    QCOMPARE(items().size(), 4);
}

void ArrangementViewModelTest::filtersAreTakenTogether()
{
    page().setSearching(true);
    page().setPrice(ArrangementViewModel::Priced);
    QCOMPARE(items(), (QStringList { u"milk"_s, u"flour"_s }));
    page().toggleCategory(int(page().categoryTitles().indexOf(u"Dairy"_s)));
    QCOMPARE(items(), QStringList { u"milk"_s });
    page().setState(ArrangementViewModel::Checked);
    QCOMPARE(items(), QStringList());
    page().toggleCategory(-1);
    page().toggleCategory(400);
    page().clear();
    QVERIFY(!page().isFiltered());
    QCOMPARE(items().size(), 4);
}

void ArrangementViewModelTest::sortsStayWhenAnotherListIsOpened()
{
    page().setSort(ArrangementViewModel::Name);
    QCOMPARE(m_home->names(), (QStringList { u"apples"_s, u"flour"_s, u"milk"_s, u"soap"_s }));
    m_home->app->openList(m_home->app->lists()->create(u"Party"_s, u"🎉"_s, 2));
    m_home->settle();
    QCOMPARE(page().sort(), int(ArrangementViewModel::Name));
    page().setSort(17);
    QCOMPARE(page().sort(), int(ArrangementViewModel::Newest));
}

void ArrangementViewModelTest::lessIsAfterMoreWhateverTheUnit()
{
    page().setSort(ArrangementViewModel::Quantity);
    QCOMPARE(m_home->names(), (QStringList { u"apples"_s, u"milk"_s, u"flour"_s, u"soap"_s }));
}

void ArrangementViewModelTest::aSearchEndsWithItsList()
{
    page().setSearching(true);
    page().setText(u"milk"_s);
    m_home->app->openList(m_home->app->lists()->create(u"Party"_s, u"🎉"_s, 2));
    m_home->settle();
    QVERIFY(!page().isSearching() && page().text().isEmpty());
}

void ArrangementViewModelTest::aFilterIsKeptUnderAName()
{
    page().setSearching(true);
    page().setText(u"mil"_s);
    page().setPrice(ArrangementViewModel::Priced);
    page().save(u" Dear milk "_s);
    QCOMPARE(page().saved(), QStringList { u"Dear milk"_s });
    page().clear();
    QCOMPARE(page().savedOn(), -1);
    page().takeSaved(0);
    QCOMPARE(page().savedOn(), 0);
    QCOMPARE(items(), QStringList { u"milk"_s });
    page().setText({});
    page().save(u"Dear milk"_s); // in place of the other
    QCOMPARE(page().saved().size(), 1);
    page().takeSaved(0);
    QCOMPARE(page().text(), QString());
    page().takeSaved(7);
    page().forgetSaved(7);
    page().forgetSaved(0);
    QVERIFY(page().saved().isEmpty());
}

void ArrangementViewModelTest::onlySoManyFiltersAreKept()
{
    for (int i = 0; i <= limits::kFiltersSaved; ++i) {
        page().setText(u"x%1"_s.arg(i));
        page().save(u"Filter %1"_s.arg(i));
    }
    QCOMPARE(page().saved().size(), limits::kFiltersSaved);
    QVERIFY(!page().saved().contains(u"Filter 0"_s));
}

void ArrangementViewModelTest::shoppingShowsWhatIsLeftInTheOrderOfTheShop()
{
    m_home->app->list()->toggle(m_home->idOf(u"milk"_s));
    page().setSort(ArrangementViewModel::Name);
    page().setShopping(true);
    QCOMPARE(items(), (QStringList { u"apples"_s, u"flour"_s, u"soap"_s }));
    QVERIFY(m_home->names().contains(u"[Produce]"_s));
    page().setShopping(false);
    QVERIFY(!m_home->names().contains(u"[Produce]"_s));
}

void ArrangementViewModelTest::amountsAreShownInTheUnitsOneLikes()
{
    QCOMPARE(amountOf(u"flour"_s), u"500\u00A0g"_s);
    m_home->preferences->setUnits(2);
    QVERIFY2(amountOf(u"flour"_s).endsWith(u"lb"_s) || amountOf(u"flour"_s).endsWith(u"oz"_s),
        qPrintable(amountOf(u"flour"_s)));
    QCOMPARE(amountOf(u"soap"_s), QString());
    m_home->preferences->setUnits(0);
    QCOMPARE(amountOf(u"flour"_s), u"500\u00A0g"_s);
}

QTEST_MAIN(ArrangementViewModelTest)
#include "arrangement_view_model_test.moc"
