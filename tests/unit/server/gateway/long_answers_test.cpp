// A client with a real replica whose long queue is refused by a real gateway: each answer has to be one that
// it can take, or it would push the same for ever.
#include "core/replica/replica.h"
#include "core/sync/sync_client.h"
#include "core/sync/web_socket_transport.h"
#include "tests/support/gateway_house.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;

static const quint64 kAna = 1;
static const quint64 kBen = 2;

namespace {

class BensAccount final : public sync::TokenSource {
public:
    explicit BensAccount(QUrl url)
        : m_url(std::move(url))
    {
    }

    model::UserId user() const override { return test::user(kBen); }
    QString accessToken() const override { return u"2"_s; }
    QUrl syncUrl() const override { return m_url; }
    std::chrono::milliseconds renewalDueIn() const override { return std::chrono::hours(1); }
    void obtain(Address) override { renew(); }
    void renew() override { QMetaObject::invokeMethod(this, &TokenSource::refreshed, Qt::QueuedConnection); }
    void setClockOffset(Micros) override { }
    void signOut() override { }
    void refuse(Code code) override { qFatal("the account is refused: %s", wireName(code).data()); }

private:
    QUrl m_url;
};

} // namespace

class LongAnswersTest : public QObject {
    Q_OBJECT

private:
    static constexpr int kItems = limits::kWritesPerPush;

    std::unique_ptr<GatewayHouse> m_house;
    std::unique_ptr<QTemporaryDir> m_folder;
    model::StampClock m_stamps;
    EventLoopTimers m_timers;
    SystemRandom m_random;

    // Ben changes the field of every item while he is away, and meanwhile becomes a viewer. Everything of his
    // comes back to him as it was.
    void refuses(model::FieldNumber field, const model::Value &value)
    {
        Micros stamp = m_house->clock.now();
        m_house->push(
            user(kAna), { listWrite(space(1), ++stamp, { { model::list::kName, u"Groceries"_s } }) });
        std::vector<protocol::Write> items;
        for (quint64 i = 0; i < quint64(kItems); ++i) {
            items.push_back(itemWrite(space(1), i, ++stamp,
                { { model::item::kName, u"Milk"_s }, { model::item::kNote, QString(4'000, u'\u30df') } }));
        }
        m_house->push(user(kAna), items);
        m_house->setMember(user(kAna), space(1), user(kBen), model::Role::Editor);

        auto opened
            = replica::Replica::open(m_folder->filePath(u"replica.sqlite"_s), m_house->clock, m_stamps);
        QVERIFY(opened);
        replica::Replica &replica = **opened;
        BensAccount account(m_house->url());
        sync::WebSocketTransport transport;
        sync::SyncClient client(replica, account, transport, m_timers, m_house->clock, m_random);
        QTRY_VERIFY_WITH_TIMEOUT(client.status().phase == sync::Phase::Live, 30'000);
        const auto before = replica.records(space(1), model::Kind::Item);
        QCOMPARE(before->size(), std::size_t(kItems));

        client.setManualOffline(true);
        std::vector<replica::LocalWrite> writes;
        for (const model::Record &item : *before) {
            writes.push_back(
                { { item.key, { { field, m_stamps.tick(m_house->clock.now()), value } } }, {}, 0 });
        }
        for (const auto &written : replica.writeAll(writes)) {
            QVERIFY(written);
        }
        m_house->setMember(user(kAna), space(1), user(kBen), model::Role::Viewer);
        client.setManualOffline(false);
        QTRY_COMPARE_WITH_TIMEOUT(replica.queueState().queued, 0, 60'000);
        QCOMPARE(replica.queueState().failures, kItems);
        QTRY_VERIFY_WITH_TIMEOUT(client.status().phase == sync::Phase::Live, 30'000);
        QCOMPARE(*replica.records(space(1), model::Kind::Item), *before);
    }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<GatewayHouse>();
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup() { m_house.reset(); }

    void theQueueDrainsWhenItemsWithLongNotesAreChecked() { refuses(model::item::kChecked, true); }
    // Here the notes themselves have to come back, which takes more than one answer.
    void theQueueDrainsWhenLongNotesAreRemoved() { refuses(model::item::kNote, model::Value()); }
};

QTEST_GUILESS_MAIN(LongAnswersTest)
#include "long_answers_test.moc"
