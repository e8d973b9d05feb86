#include "core/model/validate.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

using namespace larder;
using namespace larder::model;
using namespace larder::test;
using namespace Qt::StringLiterals;

static const KindInfo &itemKind()
{
    return *findKind(Kind::Item);
}

static Result<void> validated(const Value &value, FieldNumber field, Stamp stamp = { 1 })
{
    return validate(itemKind(), std::vector<Register> { { field, stamp, value } });
}

static Code codeOf(const Result<void> &result)
{
    return result ? Code::NotFound : result.error().code;
}

class ValidateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // What is taken has the type and the limits of its field, said here a second time and differently.
    void takesOnlyWhatTheFieldTableAllows()
    {
        struct Case {
            const KindInfo *kind;
            Register reg;
        };
        const auto any = built([](Choices &choices) {
            const KindInfo &kind = kinds()[choices.below(quint32(kinds().size()))];
            return Case { &kind,
                { FieldNumber(choices.below(14)), { qint64(choices.number()) }, value(choices) } };
        });
        int taken = 0;
        holds(
            "valid",
            [&] {
                const auto [kind, reg] = *any;
                const Field *field = kind->find(reg.field);
                bool good = field && reg.stamp.micros >= 1 && reg.stamp.micros < (qint64(1) << 53);
                if (good && isNull(reg.value)) {
                    good = field->presence == Presence::Optional;
                } else if (good) {
                    const auto *number = std::get_if<qint64>(&reg.value);
                    const auto *text = std::get_if<QString>(&reg.value);
                    const auto *bytes = std::get_if<QByteArray>(&reg.value);
                    switch (field->type) {
                    case FieldType::Bool:
                        good = std::holds_alternative<bool>(reg.value);
                        break;
                    case FieldType::Integer:
                        good = number && *number >= field->min && *number <= field->max;
                        break;
                    case FieldType::Text:
                        good = text && !text->startsWith(u' ') && !text->endsWith(u' ')
                            && !text->contains(u'\ufffe') && !text->contains(u'\uffff')
                            && !text->startsWith(u'\ufeff') && !text->startsWith(u'\n')
                            && !text->endsWith(u'\n') && text->toUcs4().size() >= field->min
                            && text->toUcs4().size() <= field->max;
                        break;
                    case FieldType::Id:
                        good = bytes && bytes->size() == 16;
                        break;
                    }
                }
                taken += good;
                RC_ASSERT(validate(*kind, std::span(&reg, 1)).has_value() == good);
            },
            50'000);
        QVERIFY(taken > 500);
    }

    void limitsCountCodePoints()
    {
        const QString carrots = QString::fromUcs4(U"🥕", 1).repeated(255);
        QVERIFY(validated(carrots, item::kName));
        QCOMPARE(codeOf(validated(QString(carrots + u'x'), item::kName)), Code::InvalidValue);
        QVERIFY(validated(QString(4'000, u'x'), item::kNote));
        QCOMPARE(codeOf(validated(QString(4'001, u'x'), item::kNote)), Code::InvalidValue);
    }

    void quantityAndPriceHaveTheirEnds()
    {
        QVERIFY(validated(qint64(1), item::kQuantity));
        QVERIFY(validated(qint64(999'999'000), item::kQuantity));
        QVERIFY(!validated(qint64(0), item::kQuantity));
        QVERIFY(!validated(qint64(999'999'001), item::kQuantity));
        QVERIFY(validated(qint64(0), item::kPrice));
        QVERIFY(validated(qint64(99'999'999), item::kPrice));
        QVERIFY(!validated(qint64(-1), item::kPrice));
        QVERIFY(!validated(qint64(100'000'000), item::kPrice));
    }

    void textIsTrimmedAndWellFormed()
    {
        QVERIFY(!validated(u" Milk"_s, item::kName));
        QVERIFY(!validated(u"Milk\u00a0"_s, item::kName));
        QVERIFY(!validated(u""_s, item::kName));
        QVERIFY(!validated(QString(QChar(0xd800)), item::kName));
        QVERIFY(!validated(QString(u"a" + QString(QChar(0xdc00))), item::kName));
        QVERIFY(!validated(QString(u"a" + QString(QChar(0)) + u"b"), item::kName));
        QVERIFY(!validated(u"a\ufffe"_s, item::kName));
        QVERIFY(!validated(u"a\uffff"_s, item::kName));
        QVERIFY(!validated(u"\ufeffMilk"_s, item::kName));
        QVERIFY(validated(u"Ziegenkäse 🐐"_s, item::kName));
        QVERIFY(validated(u"\ufdd0\U0001fffe"_s, item::kName));
    }

    void saysWhatIsWrongAndWhere()
    {
        const auto unknown = validated(qint64(1), 60'000);
        QCOMPARE(codeOf(unknown), Code::UnknownField);
        QVERIFY(unknown.error().detail.contains(u"60000"));
        const auto wrong = validated(true, item::kPrice);
        QCOMPARE(codeOf(wrong), Code::InvalidValue);
        QVERIFY(wrong.error().detail.contains(u"item.price"));
        QCOMPARE(codeOf(validated(u"Milk"_s, item::kName, { 0 })), Code::InvalidValue);
        QCOMPARE(codeOf(validated(u"Milk"_s, item::kName, { Stamp::kMax + 1 })), Code::InvalidValue);
        QCOMPARE(codeOf(validated({}, item::kName)), Code::InvalidValue);
    }

    void aRecordWithoutARequiredFieldIsIncomplete()
    {
        Record record;
        QCOMPARE(codeOf(checkComplete(itemKind(), record)), Code::Incomplete);
        record.set(item::kNote, u"oat"_s, { 1 });
        QCOMPARE(codeOf(checkComplete(itemKind(), record)), Code::Incomplete);
        record.set(item::kName, u"Milk"_s, { 1 });
        QVERIFY(checkComplete(itemKind(), record));
    }
};

QTEST_GUILESS_MAIN(ValidateTest)
#include "validate_test.moc"
