#include "app/viewmodels/spending_view_model.h"

#include "tests/support/app_home.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::SpendingViewModel;
using model::Kind;
namespace purchase = model::purchase;

class SpendingViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<test::AppHome>();
        m_list = m_home->openEmpty();
        QVERIFY(m_home->app->list()->setBudget({}, u"EUR"_s));
        m_tester = std::make_unique<QAbstractItemModelTester>(
            &spending(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_home->settle();
        m_home.reset();
    }

    void whatStandsOnTheListIsAddedUpByCategory();
    void itFollowsTheListWhileItIsShown();
    void currenciesAreNeverAdded();
    void monthsAreThoseOfTheCalendar();
    void whatWasTakenBackIsNotSpent();
    void anotherListClosesIt();

private:
    SpendingViewModel &spending() { return *m_home->app->list()->spending(); }
    void add(const QString &line) { m_home->app->entry()->add(line); }
    model::RecordId buy(QDate day, qint64 price, const QString &category)
    {
        const qint64 at = QDateTime(day, QTime(12, 0)).toMSecsSinceEpoch() * 1'000;
        return m_home->client
            ->create(m_list, Kind::Purchase,
                { { purchase::kName, u"thing"_s }, { purchase::kPrice, price },
                    { purchase::kCurrency, u"EUR"_s }, { purchase::kCategory, category },
                    { purchase::kItem, QByteArray(16, 'i') }, { purchase::kBought, at } })
            .value();
    }
    // "Dairy 3.19", and before the first of a currency its total.
    QStringList lines()
    {
        QStringList found;
        for (int row = 0; row < spending().rowCount(); ++row) {
            const auto text
                = [&](int role) { return spending().data(spending().index(row), role).toString(); };
            if (const QString total = text(SpendingViewModel::TotalRole); !total.isEmpty()) {
                found.append(total);
            }
            found.append(text(SpendingViewModel::TitleRole) + u' ' + text(SpendingViewModel::AmountRole));
        }
        return found.replaceInStrings(QChar(QChar::Nbsp), u" "_s);
    }

    std::unique_ptr<test::AppHome> m_home;
    std::unique_ptr<QAbstractItemModelTester> m_tester; // goes first
    model::SpaceId m_list;
};

void SpendingViewModelTest::whatStandsOnTheListIsAddedUpByCategory()
{
    add(u"milk 1.19 #dairy"_s);
    add(u"cheese 4.00 #dairy"_s);
    add(u"apples 2.81 #produce"_s);
    add(u"soap #household"_s);
    QCOMPARE(spending().count(), 0); // it is not looked at
    spending().setShown(true);
    QCOMPARE(lines(), (QStringList { u"8.00 €"_s, u"Dairy 5.19 €"_s, u"Produce 2.81 €"_s }));
    QVERIFY2(spending().unpriced().startsWith(u"1 "_s), qPrintable(spending().unpriced()));
    QCOMPARE(spending().data(spending().index(0), SpendingViewModel::ShareRole).toDouble(), 519.0 / 800.0);
    QCOMPARE(spending().data(spending().index(0), SpendingViewModel::SpokenRole).toString(),
        u"Dairy: 5.19\u00A0€, 65 percent"_s);
}

void SpendingViewModelTest::itFollowsTheListWhileItIsShown()
{
    spending().setShown(true);
    QCOMPARE(spending().count(), 0);
    add(u"milk 1.19 #dairy"_s);
    QCOMPARE(lines(), (QStringList { u"1.19 €"_s, u"Dairy 1.19 €"_s }));
    m_home->app->list()->remove(m_home->idOf(u"milk"_s));
    QCOMPARE(lines(), QStringList());
    QCOMPARE(spending().unpriced(), QString());
}

void SpendingViewModelTest::currenciesAreNeverAdded()
{
    add(u"milk 1.19 #dairy"_s);
    add(u"cheese 90.00 kr #dairy"_s);
    add(u"tea $5 #drinks"_s);
    spending().setShown(true);
    const QStringList all = lines();
    QCOMPARE(all.size(), 6);
    QCOMPARE(all.first(2), (QStringList { u"1.19 €"_s, u"Dairy 1.19 €"_s })); // the list's own leads
    QVERIFY(!all.contains(u"91.19"_s));
    for (int row = 0; row < 3; ++row) {
        QCOMPARE(spending().data(spending().index(row), SpendingViewModel::ShareRole).toDouble(), 1.0);
    }
}

void SpendingViewModelTest::monthsAreThoseOfTheCalendar()
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_home->clock.now().count() / 1'000).date();
    const QDate month(today.year(), today.month(), 1);
    buy(month, 100, u"dairy"_s);
    buy(month.addMonths(1).addDays(-1), 200, u"dairy"_s);
    buy(month.addDays(-1), 400, u"bakery"_s);
    buy(month.addMonths(-1), 800, u"produce"_s);
    buy(month.addMonths(-1).addDays(-1), 1'600, u"pantry"_s);
    buy(month.addMonths(1), 3'200, u"drinks"_s);
    spending().setShown(true);
    QCOMPARE(lines(), QStringList());
    spending().setSpan(SpendingViewModel::ThisMonth);
    QCOMPARE(lines(), (QStringList { u"3.00 €"_s, u"Dairy 3.00 €"_s }));
    spending().setSpan(SpendingViewModel::LastMonth);
    QCOMPARE(lines(), (QStringList { u"12.00 €"_s, u"Produce 8.00 €"_s, u"Bakery 4.00 €"_s }));
    spending().setSpan(SpendingViewModel::ThisYear);
    qint64 year = 0;
    for (const auto &[day, price] :
        { std::pair(month, 300), std::pair(month.addDays(-1), 400), std::pair(month.addMonths(-1), 800),
            std::pair(month.addMonths(-1).addDays(-1), 1'600), std::pair(month.addMonths(1), 3'200) }) {
        year += day.year() == today.year() ? price : 0;
    }
    QVERIFY2(lines().value(0).remove(u',') == u"%1.00 €"_s.arg(year / 100), qPrintable(lines().value(0)));
}

void SpendingViewModelTest::whatWasTakenBackIsNotSpent()
{
    add(u"milk 1.19 #dairy"_s);
    spending().setSpan(SpendingViewModel::ThisMonth);
    spending().setShown(true);
    QCOMPARE(lines(), QStringList());
    m_home->app->list()->toggle(m_home->idOf(u"milk"_s));
    QCOMPARE(lines(), (QStringList { u"1.19 €"_s, u"Dairy 1.19 €"_s }));
    m_home->app->list()->toggle(m_home->idOf(u"milk"_s));
    QCOMPARE(lines(), QStringList());
}

void SpendingViewModelTest::anotherListClosesIt()
{
    spending().setShown(true);
    m_home->app->openList(m_home->app->lists()->create(u"Party"_s, u"🎉"_s, 2));
    QVERIFY(!spending().isShown());
    QCOMPARE(spending().count(), 0);
}

QTEST_MAIN(SpendingViewModelTest)
#include "spending_view_model_test.moc"
