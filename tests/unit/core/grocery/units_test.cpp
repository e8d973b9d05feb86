#include "core/grocery/units.h"

#include "core/model/kinds.h"

#include <QtTest/QTest>

#include <set>

using namespace larder;
using namespace larder::grocery;
using namespace Qt::StringLiterals;

class UnitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyUnitIsFoundByItsNameAndFitsTheField()
    {
        const auto &field = *model::findKind(model::Kind::Item)->find(model::item::kUnit);
        std::set<QString> ids;
        for (const Unit &unit : units()) {
            QVERIFY(ids.insert(unit.id).second);
            QCOMPARE(findUnit(QString(unit.id)), &unit);
            QVERIFY(unit.id.size() >= field.min && unit.id.size() <= field.max);
        }
        QVERIFY(!findUnit(u"stone"));
    }

    // What is stored can be typed.
    void everyUnitIsReadByItsName()
    {
        for (const Unit &unit : units()) {
            const auto typed = readUnit(QString(unit.id).split(u' '));
            QVERIFY2(typed, unit.id.data());
            QCOMPARE(typed->unit, &unit);
            QCOMPARE(typed->factor, 1);
        }
    }

    void wordsAreReadInAnyCaseWithOrWithoutStops()
    {
        QCOMPARE(readUnit(QStringList { u"KG"_s })->unit->id, "kg"_L1);
        QCOMPARE(readUnit(QStringList { u"Pckg."_s })->unit->id, "pack"_L1);
        QCOMPARE(readUnit(QStringList { u"STÜCK"_s })->unit->id, "pcs"_L1);
        QVERIFY(!readUnit(QStringList { u"kgs2"_s }));
        QVERIFY(!readUnit(QStringList {}));
    }

    void theLongestUnitIsTaken()
    {
        const auto fluid = readUnit(QStringList { u"fl."_s, u"oz"_s, u"cream"_s });
        QCOMPARE(fluid->unit->id, "fl oz"_L1);
        QCOMPARE(fluid->words, 2);
        const auto spoon = readUnit(QStringList { u"c."_s, u"à"_s, u"soupe"_s, u"d'huile"_s });
        QCOMPARE(spoon->unit->id, "tbsp"_L1);
        QCOMPARE(spoon->words, 3);
    }

    void someWordsAreSeveralOfAUnit()
    {
        QCOMPARE(readUnit(QStringList { u"dozen"_s })->factor, 12);
        QCOMPARE(readUnit(QStringList { u"Pfund"_s })->factor, 500);
    }
};

QTEST_GUILESS_MAIN(UnitsTest)
#include "units_test.moc"
