#include "core/model/uuid7.h"
#include "tests/support/app_home.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace larder;
using namespace larder::model;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::ItemRows;
using test::AppHome;

namespace {

constexpr int kMany = 10'000;

// Everything that a view is told, counted.
struct Told {
    explicit Told(const QAbstractItemModel &model)
        : changed(&model, &QAbstractItemModel::dataChanged)
        , inserted(&model, &QAbstractItemModel::rowsInserted)
        , removed(&model, &QAbstractItemModel::rowsRemoved)
        , moved(&model, &QAbstractItemModel::rowsMoved)
        , reset(&model, &QAbstractItemModel::modelReset)
        , layout(&model, &QAbstractItemModel::layoutChanged)
    {
    }
    int rowsInserted() const
    {
        int rows = 0;
        for (const QList<QVariant> &call : inserted) {
            rows += call[2].toInt() - call[1].toInt() + 1;
        }
        return rows;
    }
    void forget()
    {
        for (QSignalSpy *spy : { &changed, &inserted, &removed, &moved, &reset, &layout }) {
            spy->clear();
        }
    }

    QSignalSpy changed;
    QSignalSpy inserted;
    QSignalSpy removed;
    QSignalSpy moved;
    QSignalSpy reset;
    QSignalSpy layout;
};

} // namespace

class ItemRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void checkingOneOfTenThousandTouchesThatRow();
    void aCheckedRowGlidesInOneMove();
    void fiveHundredRowsOfOthersComeInFewInsertions();
    void aWholeListArrivesInSlices();
    void foldedRowsDontArriveAFewAFrame();
    void somebodyElsesChangeIsTintedForASecond();
    void myOwnEchoShowsNothing();
    void aHeaderComesAndGoesWithItsRows();
    void deletingAndTakingItBackTouchesOneRow();
    void anotherArrangementKeepsTheRowsOfAView();

private:
    void watch()
    {
        m_tester = std::make_unique<QAbstractItemModelTester>(
            &rows(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    void openMany();
    ItemRows &rows() { return *m_home->app->list()->rows(); }
    QString idAt(int row) { return rows().data(rows().index(row), ItemRows::ItemIdRole).toString(); }
    void idle();
    // Rows that somebody else wrote into the list that is open.
    void receive(int count, const QString &name, bool checked = false);

    std::unique_ptr<AppHome> m_home;
    std::unique_ptr<QAbstractItemModelTester> m_tester; // goes first
    SpaceId m_space;
    qint64 m_version = 0;
};

void ItemRowsTest::init()
{
    m_home = std::make_unique<AppHome>();
    watch();
}

void ItemRowsTest::cleanup()
{
    m_tester.reset();
    m_home.reset();
}

void ItemRowsTest::idle()
{
    m_home->settle();
    for (int turn = 0; turn < 10'000 && !rows().isIdle(); ++turn) {
        m_home->pass(1ms);
    }
    QVERIFY(rows().isIdle());
}

// Watched from when it is full: aWholeListArrivesInSlices watches the filling, which takes the tester
// seconds.
void ItemRowsTest::openMany()
{
    m_tester.reset();
    m_space = m_home->receiveList(kMany);
    m_version = kMany / limits::kPageRows + 1;
    m_home->settle();
    m_home->app->openList(m_space.toString());
    QTRY_VERIFY(rows().isFilled());
    idle();
    QCOMPARE(m_home->app->list()->openCount(), kMany);
    watch();
}

void ItemRowsTest::receive(int count, const QString &name, bool checked)
{
    static const QStringList categories { u"produce"_s, u"dairy"_s, u"pantry"_s };
    const UserId ana { makeUuid7(m_home->clock.now(), m_home->random) };
    const Stamp stamp { m_home->clock.now().count() };
    std::vector<Record> incoming;
    for (int i = 0; i < count; ++i) {
        const Micros made
            = m_home->clock.now() + std::chrono::milliseconds(i + 1); // ids sort as they were made
        Record record { { m_space, Kind::Item, { makeUuid7(made, m_home->random) } }, {}, m_version + 1,
            ana };
        record.set(item::kName, name, stamp);
        if (checked) {
            record.set(item::kChecked, true, stamp);
        }
        record.set(item::kCategory, categories[i % categories.size()], stamp);
        incoming.push_back(std::move(record));
    }
    QVERIFY(m_home->replica->applyRows({ m_space, m_version, m_version + 1, 0, true, false, incoming }));
    ++m_version;
}

void ItemRowsTest::checkingOneOfTenThousandTouchesThatRow()
{
    openMany();
    Told told(rows());
    m_home->app->list()->toggle(idAt(5'000));
    m_home->settle();
    QCOMPARE(told.changed.size(), 1);
    QCOMPARE(told.changed[0][0].toModelIndex().row(), 5'000);
    QCOMPARE(told.changed[0][1].toModelIndex().row(), 5'000);
    QCOMPARE(told.inserted.size() + told.removed.size() + told.moved.size() + told.reset.size()
            + told.layout.size(),
        0);
    QVERIFY(rows().data(rows().index(5'000), ItemRows::CheckedRole).toBool());
}

void ItemRowsTest::aCheckedRowGlidesInOneMove()
{
    openMany();
    m_home->app->list()->setCheckedShown(true);
    m_home->app->list()->toggle(idAt(10));
    idle();
    Told told(rows());
    const QString id = idAt(5'000);
    m_home->app->list()->toggle(id);
    m_home->settle();
    m_home->pass(299ms);
    QCOMPARE(told.moved.size(), 0); // under the finger still
    m_home->pass(2ms);
    QCOMPARE(told.moved.size(), 1);
    QCOMPARE(told.changed.size(), 1);
    QCOMPARE(told.inserted.size() + told.removed.size() + told.reset.size() + told.layout.size(), 0);
    QVERIFY(m_home->app->list()->rowOf(id) > 9'000);
}

void ItemRowsTest::fiveHundredRowsOfOthersComeInFewInsertions()
{
    openMany();
    Told told(rows());
    receive(500, u"Oat milk"_s);
    idle();
    QCOMPARE(m_home->app->list()->openCount(), kMany + 500);
    QCOMPARE(told.rowsInserted(), 500);
    // Each category grows in one place, once a slice.
    QVERIFY2(told.inserted.size() <= 9, qPrintable(QString::number(told.inserted.size())));
    QCOMPARE(told.removed.size() + told.moved.size() + told.reset.size() + told.layout.size(), 0);
}

void ItemRowsTest::aWholeListArrivesInSlices()
{
    m_tester.reset();
    m_home = std::make_unique<AppHome>(AppHome::Time::Real); // a slice ends by the clock
    watch();
    m_space = m_home->receiveList(1);
    m_version = 1;
    m_home->settle();
    m_home->app->openList(m_space.toString());
    QTRY_VERIFY(rows().isFilled());
    Told told(rows());
    const QSignalSpy slices(&rows(), &ItemRows::countsChanged);
    for (int page = 0; page < 5; ++page) {
        receive(limits::kPageRows, u"Rice"_s);
    }
    QTRY_COMPARE(m_home->app->list()->openCount(), 5 * limits::kPageRows + 1);
    QTRY_VERIFY(rows().isIdle());
    QVERIFY2(slices.size() > 1,
        qPrintable(QString::number(slices.size()))); // the event loop was given back in between
    QCOMPARE(told.reset.size() + told.layout.size() + told.moved.size() + told.removed.size(), 0);
}

void ItemRowsTest::foldedRowsDontArriveAFewAFrame()
{
    m_space = m_home->receiveList(1);
    m_version = 1;
    m_home->settle();
    m_home->app->openList(m_space.toString());
    QTRY_VERIFY(rows().isFilled());
    receive(limits::kPageRows, u"Rice"_s, true);
    m_home->settle();
    for (int frame = 0; frame < 20; ++frame) {
        m_home->pass(16ms);
    }
    QVERIFY(rows().isIdle());
    QCOMPARE(m_home->app->list()->checkedCount(), limits::kPageRows);
}

void ItemRowsTest::somebodyElsesChangeIsTintedForASecond()
{
    openMany();
    const RecordId id = *RecordId::fromString(idAt(7));
    const UserId ana { makeUuid7(m_home->clock.now(), m_home->random) };
    Record theirs { { m_space, Kind::Item, id }, {}, m_version + 1, ana };
    theirs.set(item::kNote, u"the blue pack"_s, Stamp { m_home->clock.now().count() + 1 });
    Told told(rows());
    QVERIFY(m_home->replica->applyRows({ m_space, m_version, m_version + 1, 0, true, false, { theirs } }));
    m_home->settle();
    QVERIFY(!rows().data(rows().index(7), ItemRows::TouchedByRole).toString().isEmpty());
    QCOMPARE(told.inserted.size() + told.removed.size() + told.moved.size() + told.reset.size(), 0);
    m_home->pass(1'001ms);
    QVERIFY(rows().data(rows().index(7), ItemRows::TouchedByRole).toString().isEmpty());
}

void ItemRowsTest::myOwnEchoShowsNothing()
{
    openMany();
    const QString id = idAt(7);
    m_home->app->list()->toggle(id);
    idle();
    const Record mine = *m_home->client->record({ m_space, Kind::Item, *RecordId::fromString(id) });
    Told told(rows());
    QVERIFY(m_home->replica->applyRows({ m_space, m_version, m_version + 1, 0, true, false, { mine } }));
    m_home->settle();
    QCOMPARE(told.changed.size() + told.inserted.size() + told.removed.size() + told.moved.size()
            + told.reset.size(),
        0);
}

void ItemRowsTest::aHeaderComesAndGoesWithItsRows()
{
    m_home->openEmpty();
    m_home->app->entry()->add(u"Apples #produce"_s);
    m_home->app->entry()->add(u"Milk #dairy"_s);
    idle();
    QCOMPARE(m_home->names(), (QStringList { u"[Produce]"_s, u"Apples"_s, u"[Dairy]"_s, u"Milk"_s }));
    m_home->app->list()->remove(m_home->idOf(u"Apples"_s));
    idle();
    QCOMPARE(m_home->names(), (QStringList { u"[Dairy]"_s, u"Milk"_s }));
    m_home->app->list()->toggle(m_home->idOf(u"Milk"_s));
    idle();
    QCOMPARE(m_home->names(), QStringList { u"[checked]"_s });
    m_home->app->list()->setCheckedShown(true);
    QCOMPARE(m_home->names(), (QStringList { u"[checked]"_s, u"Milk"_s }));
}

void ItemRowsTest::deletingAndTakingItBackTouchesOneRow()
{
    openMany();
    const QString id = idAt(5'000);
    Told told(rows());
    m_home->app->list()->remove(id);
    idle();
    QCOMPARE(told.removed.size(), 1);
    QCOMPARE(told.removed[0][1].toInt(), 5'000);
    QCOMPARE(told.inserted.size() + told.moved.size() + told.reset.size() + told.layout.size(), 0);
    told.forget();
    m_home->app->undo()->undo();
    idle();
    QCOMPARE(told.inserted.size(), 1);
    QCOMPARE(told.inserted[0][1].toInt(), 5'000);
    QCOMPARE(idAt(5'000), id);
    QCOMPARE(told.removed.size() + told.moved.size() + told.reset.size() + told.layout.size(), 0);
}

void ItemRowsTest::anotherArrangementKeepsTheRowsOfAView()
{
    openMany();
    const int all = rows().rowCount();
    Told told(rows());
    app::ArrangementViewModel &arrangement = *m_home->app->list()->arrangement();
    QSignalSpy arranged(&rows(), &ItemRows::arranged);

    arrangement.setText(u"77"_s); // fewer: the end goes
    const int few = rows().rowCount();
    QVERIFY(few > 0 && few < all);
    QCOMPARE(told.removed.size(), 1);
    QCOMPARE(told.removed[0][1].toInt(), few);
    for (const QString &name : m_home->names()) {
        QVERIFY2(name.startsWith(u'[') || name.contains(u"77"_s), qPrintable(name));
    }
    QCOMPARE(arranged.takeFirst(), QList<QVariant> { true });

    arrangement.setSort(app::ArrangementViewModel::Name); // as many, without headers
    arrangement.setText({}); // more: the end grows
    QCOMPARE(rows().rowCount(), kMany);
    QVERIFY(std::ranges::is_sorted(m_home->names()));
    QCOMPARE(told.reset.size() + told.moved.size() + told.layout.size(), 0);
    QCOMPARE(told.inserted.size(), 1);
    for (const QList<QVariant> &change : told.changed) {
        QCOMPARE(change[0].toModelIndex().row(), 0); // all that stay
    }

    arranged.clear();
    m_home->preferences->setUnits(int(grocery::UnitPreference::Metric));
    QCOMPARE(arranged.takeFirst(), QList<QVariant> { false }); // seen in the same way
}

QTEST_GUILESS_MAIN(ItemRowsTest)
#include "item_rows_test.moc"
