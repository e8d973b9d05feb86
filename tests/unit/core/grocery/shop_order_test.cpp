#include "core/grocery/shop_order.h"

#include "tests/support/properties.h"

#include <algorithm>
#include <set>

using namespace larder;
using namespace larder::grocery;
using namespace larder::test;
using namespace Qt::StringLiterals;

class ShopOrderTest : public QObject {
    Q_OBJECT

    static std::vector<QStringList> times(int count, const QStringList &visit)
    {
        return std::vector<QStringList>(std::size_t(count), visit);
    }
    static rc::Gen<QStringList> anyVisit()
    {
        return rc::gen::map(
            rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 8)), [](const std::vector<int> &places) {
                QStringList visit;
                for (const int place : places) {
                    visit.append(QString::number(place));
                }
                return visit;
            });
    }

private Q_SLOTS:
    void itsTextIsOneCategoryALine()
    {
        const QStringList order { u"produce"_s, u"dairy"_s, u"my own things"_s };
        QCOMPARE(categoriesOf(textOf(order)), order);
        QCOMPARE(
            categoriesOf(u"produce\r\n\n dairy \nproduce\n"_s), (QStringList { u"produce"_s, u"dairy"_s }));
        QVERIFY(categoriesOf({}).isEmpty());
    }

    void oneVisitGivesItsOrder()
    {
        QCOMPARE(
            learntOrder({}, times(1, { u"b"_s, u"a"_s, u"c"_s })), (QStringList { u"b"_s, u"a"_s, u"c"_s }));
    }

    void whatWasDraggedHoldsAgainstAsManyVisitsAsItWeighs()
    {
        const QStringList dragged { u"a"_s, u"b"_s };
        const QStringList other { u"b"_s, u"a"_s };
        QCOMPARE(learntOrder(dragged, times(kDragWeight, other)), dragged);
        QCOMPARE(learntOrder(dragged, times(kDragWeight + 1, other)), other);
    }

    void oneOddVisitMovesNothing()
    {
        auto visits = times(4, { u"a"_s, u"b"_s, u"c"_s, u"d"_s });
        visits.push_back({ u"d"_s, u"a"_s, u"c"_s, u"b"_s });
        QCOMPARE(learntOrder({}, visits), visits.front());
    }

    void aThingThatWasForgottenDoesNotMoveItsCategory()
    {
        const QStringList visit { u"a"_s, u"a"_s, u"a"_s, u"b"_s, u"b"_s, u"c"_s, u"a"_s };
        QCOMPARE(learntOrder({}, times(1, visit)), (QStringList { u"a"_s, u"b"_s, u"c"_s }));
    }

    void anOldWayIsForgotten()
    {
        auto visits = times(100, { u"a"_s, u"b"_s });
        const auto moved = times(kVisitsRemembered, { u"b"_s, u"a"_s });
        visits.insert(visits.end(), moved.begin(), moved.end());
        QCOMPARE(learntOrder({}, visits), (QStringList { u"b"_s, u"a"_s }));
    }

    void partsThatWereNeverSeenTogetherAreJoined()
    {
        const std::vector<QStringList> visits { { u"a"_s, u"b"_s }, { u"b"_s, u"c"_s }, { u"a"_s, u"c"_s } };
        QCOMPARE(learntOrder({}, visits), (QStringList { u"a"_s, u"b"_s, u"c"_s }));
    }

    void everyCategoryIsThereOnce()
    {
        holds("every category is there once", [] {
            const QStringList dragged = *anyVisit();
            const auto visits = *rc::gen::container<std::vector<QStringList>>(anyVisit());
            const QStringList order = learntOrder(dragged, visits);
            std::set<QString> expected(dragged.begin(), dragged.end());
            const std::size_t newest = std::min(visits.size(), std::size_t(kVisitsRemembered));
            for (std::size_t i = visits.size() - newest; i < visits.size(); ++i) {
                expected.insert(visits[i].begin(), visits[i].end());
            }
            RC_ASSERT(std::set<QString>(order.begin(), order.end()) == expected);
            RC_ASSERT(std::size_t(order.size()) == expected.size());
        });
    }

    void visitsThatAgreeAreFollowed()
    {
        holds("visits that agree are followed", [] {
            QStringList way { u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s };
            for (qsizetype left = way.size(); left > 1; --left) {
                way.swapItemsAt(left - 1, *rc::gen::inRange<qsizetype>(0, left));
            }
            const int count = *rc::gen::inRange(kDragWeight + 1, 3 * kVisitsRemembered);
            RC_ASSERT(
                learntOrder({ u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s }, times(count, way)) == way);
        });
    }
};

QTEST_GUILESS_MAIN(ShopOrderTest)
#include "shop_order_test.moc"
