#include "server/feed/event_builder.h"

#include "tests/support/feed_fuzz.h"
#include "tests/support/pgoutput_bytes.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <random>

using namespace larder;
using namespace larder::model;
using namespace larder::server;
using namespace larder::test;
using namespace Qt::StringLiterals;

static QList<QByteArray> recorded()
{
    QFile file(QFINDTESTDATA("recorded.hex"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no recorded.hex");
    }
    QList<QByteArray> messages;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty() && line[0] != '#') {
            messages << QByteArray::fromHex(line);
        }
    }
    return messages;
}

static QByteArray packed(const QList<QByteArray> &messages)
{
    QByteArray input;
    for (const QByteArray &message : messages) {
        input += PgoutputBytes::big(quint16(message.size())) + message;
    }
    return input;
}

using Dice = std::mt19937;

static std::size_t below(Dice &dice, qsizetype bound)
{
    return bound <= 0 ? 0 : dice() % std::size_t(bound);
}

// One small harm, of the kinds that a broken peer or a hostile one does.
static void harm(QList<QByteArray> &messages, Dice &dice)
{
    const auto which = qsizetype(below(dice, messages.size()));
    QByteArray &message = messages[which];
    if (message.isEmpty()) {
        message = "?";
    }
    const auto at = qsizetype(below(dice, message.size()));
    switch (below(dice, 9)) {
    case 0:
        message[at] = char(message[at] ^ (1 << below(dice, 8)));
        break;
    case 1:
        message[at] = char(below(dice, 256));
        break;
    case 2:
        message.truncate(at);
        break;
    case 3:
        message.insert(at, char(below(dice, 256)));
        break;
    case 4:
        message.remove(at, qsizetype(below(dice, 8)));
        break;
    case 5: // a length or a number at its edge
        message.replace(at, 4,
            PgoutputBytes::big(std::array { 0U, 0x7FFFFFFFU, 0x80000000U, 0xFFFFFFFFU }[below(dice, 4)]));
        break;
    case 6:
        messages.swapItemsAt(which, qsizetype(below(dice, messages.size())));
        break;
    case 7:
        messages.insert(which, messages[qsizetype(below(dice, messages.size()))]);
        break;
    default:
        messages.removeAt(which);
    }
}

class RecordedStreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesTheSameEventsAsThen()
    {
        EventBuilder builder;
        builder.restart(0);
        for (const QByteArray &message : recorded()) {
            QVERIFY(builder.take(message));
        }
        const auto output = builder.takeOutput();
        QVERIFY(output.rowsLost); // the TRUNCATE at the end
        QCOMPARE(output.heard, (std::vector<QByteArray> { "inside", "outside" }));
        int changes = 0;
        int deletedSpaces = 0;
        int skipped = 0;
        for (const FeedEvent &event : output.events) {
            changes += std::holds_alternative<Change>(event);
            deletedSpaces += std::holds_alternative<SpaceDeleted>(event);
            skipped += std::holds_alternative<Skipped>(event);
        }
        QCOMPARE(changes, 9);
        QCOMPARE(deletedSpaces, 1);
        QCOMPARE(skipped, 1); // the DELETE that no trigger turned into a gravestone
        const auto &list = std::get<Change>(output.events.front()).rows.front();
        QCOMPARE(list.text(list::kName), u"Household"_s);
        QCOMPARE(list.text(list::kIcon), u"🛒"_s);
        QCOMPARE(list.integer(list::kBudget), 250'000);
    }

    void survivesEveryHarmThatIsDoneToIt()
    {
        const auto seed = qEnvironmentVariableIntValue("LARDER_SEED")
            ? unsigned(qEnvironmentVariableIntValue("LARDER_SEED"))
            : std::random_device()();
        qInfo("LARDER_SEED=%u", seed);
        Dice dice(seed);
        const QList<QByteArray> whole = recorded();
        for (int mutation = 0; mutation < 10'000; ++mutation) {
            QList<QByteArray> messages = whole;
            for (auto harms = 1 + below(dice, 4); harms > 0; --harms) {
                harm(messages, dice);
            }
            feedOneInput(packed(messages));
        }
    }

    void survivesNoise()
    {
        Dice dice(1);
        for (int round = 0; round < 2'000; ++round) {
            QByteArray noise(qsizetype(below(dice, 400)), Qt::Uninitialized);
            std::generate(noise.begin(), noise.end(), [&dice] { return char(dice()); });
            feedOneInput(noise);
        }
    }
};

QTEST_GUILESS_MAIN(RecordedStreamTest)
#include "recorded_stream_test.moc"
