// The feed alone, in this process, against a bare reader of the same log.
#include "tests/bench/bare_reader.h"
#include "tests/bench/stage.h"
#include "tests/support/feed_probe.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QFile>

namespace larder::bench {

using namespace Qt::StringLiterals;

static constexpr int kBurst = 20'000;

static void pump(const std::function<bool()> &done)
{
    QDeadlineTimer patience(60'000);
    while (!done()) {
        if (patience.hasExpired()) {
            qFatal("the feed does not come to an end");
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 10);
    }
}

// One transaction of 20,000 rows of all columns: until the last event, over until the bare reader's commit.
static void measureBurst(Stage &stage)
{
    const auto database = stage.database();
    test::PostgresSession psql(database);
    addList(psql, 1);
    BareReader bare(test::conninfo(database));
    test::FeedProbe feed({ test::conninfo(database) });
    pump([&] { return feed.resumed == 1; });
    addItems(psql, 1, kBurst);
    const QString touch
        = u"UPDATE item SET quantity = quantity % 9000 + 1000, checked = NOT checked WHERE space = '%1'"_s
              .arg(listId(1).toString());
    std::vector<double> ratios;
    for (int run = 0; run < stage.runs(); ++run) {
        // Both have taken what came before when they have taken this.
        psql.run(u"SELECT pg_logical_emit_message(true, 'larder', 'begin %1')"_s.arg(run));
        pump([&] { return feed.heard.contains("begin " + QByteArray::number(run)); });
        const std::size_t before = 2 * std::size_t(run) + 2;
        bare.commits(before);
        feed.events.clear();
        psql.run(u"BEGIN; "_s + touch);
        const Moment begun = now();
        psql.send(u"COMMIT"_s);
        pump([&] {
            const auto *change
                = feed.events.empty() ? nullptr : std::get_if<server::Change>(&feed.events.back());
            return change && change->last;
        });
        const double told = millis(now() - begun);
        psql.finish();
        ratios.push_back(millis(bare.commits(before + 1).back() - begun) / told);
    }
    stage.report().add({ "feed.burst_20000_over_bare", "x", Goal::atLeast(0.8) }, ratios);
}

// Decoding and mapping alone, over bytes in memory.
static void measureDecoding(Stage &stage)
{
    const auto database = stage.database();
    test::PostgresSession psql(database);
    addList(psql, 1);
    psql.run(u"SELECT pg_create_logical_replication_slot('decoding', 'pgoutput')"_s);
    addItems(psql, 1, kBurst);
    std::vector<QByteArray> messages;
    for (const QStringList &row :
        psql.run(
            u"SELECT encode(data, 'hex') FROM pg_logical_slot_get_binary_changes('decoding', NULL,"
            " NULL, 'proto_version', '1', 'binary', 'true', 'publication_names', 'larder', 'messages', 'true')"_s)) {
        messages.push_back(QByteArray::fromHex(row.front().toLatin1()));
    }
    psql.run(u"SELECT pg_drop_replication_slot('decoding')"_s);
    std::vector<double> decoded;
    std::vector<double> built;
    for (int run = 0; run < stage.runs(); ++run) {
        Moment begun = now();
        for (const QByteArray &message : messages) {
            if (!server::pgoutput::decode(message)) {
                qFatal("a message that can't be decoded");
            }
        }
        decoded.push_back(millis(now() - begun));
        server::EventBuilder builder;
        builder.restart(0);
        begun = now();
        qint64 rows = 0;
        for (const QByteArray &message : messages) {
            if (!builder.take(message)) {
                qFatal("a message that can't be taken");
            }
            if (builder.readyBytes() > 100'000) {
                rows += builder.takeOutput().rows;
            }
        }
        rows += builder.takeOutput().rows;
        built.push_back(millis(now() - begun));
        if (rows != kBurst) {
            qFatal("%lld rows of %d", rows, kBurst);
        }
    }
    stage.report().add({ "feed.decode_20000_rows", "ms", Goal::atMost(30) }, decoded);
    stage.report().add({ "feed.events_of_20000_rows", "ms", {} }, built);
}

std::vector<Measure> feedMeasures()
{
    return { { { "feed.decode_20000_rows", "feed.events_of_20000_rows" }, measureDecoding },
        { { "feed.burst_20000_over_bare" }, measureBurst } };
}

} // namespace larder::bench
