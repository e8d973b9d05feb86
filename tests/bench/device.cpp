#include "tests/bench/device.h"

#include "tests/bench/access_token.h"
#include "tests/bench/stage.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>

namespace larder::bench {

using namespace Qt::StringLiterals;

SignedIn::SignedIn(model::UserId user, quint16 syncPort)
    : m_user(user)
    , m_token(bench::accessToken(user))
    , m_url(u"ws://127.0.0.1:%1/"_s.arg(syncPort))
{
}

void SignedIn::obtain(Address)
{
    renew();
}

void SignedIn::renew()
{
    QMetaObject::invokeMethod(this, &TokenSource::refreshed, Qt::QueuedConnection);
}

void SignedIn::refuse(Code code)
{
    qFatal("the account is refused: %s", wireName(code).data());
}

Device::Device(model::UserId user, quint16 syncPort, const QString &file)
    : m_tokens(user, syncPort)
{
    auto replica = replica::Replica::open(
        file.isEmpty() ? m_folder.filePath(u"replica.sqlite"_s) : file, m_clock, m_stamps);
    if (!replica) {
        qFatal("no replica: %s", qPrintable(replica.error().detail));
    }
    m_replica = std::move(*replica);
    QObject::connect(&m_transport, &sync::Transport::opened, &m_transport, [this] { m_helloAt = now(); });
    m_client
        = std::make_unique<sync::SyncClient>(*m_replica, m_tokens, m_transport, m_timers, m_clock, m_random);
}

void Device::runUntil(const std::function<bool()> &done)
{
    const Moment begun = now();
    QTimer wake; // so that what never comes is noticed
    wake.start(100);
    while (!done()) {
        if (seconds(now() - begun) > 120) {
            qFatal("a device does not come to an end");
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
}

bool Device::isLive() const
{
    return m_client->status().phase == sync::Phase::Live;
}

void Device::setOffline(bool offline)
{
    m_client->setManualOffline(offline);
}

bool Device::has(model::SpaceId list, qint64 version) const
{
    const auto spaces = m_replica->spaces();
    return std::any_of(spaces.begin(), spaces.end(),
        [&](const replica::Space &space) { return space.grant.space == list && space.cursor >= version; });
}

void Device::makeList(quint32 list)
{
    model::Record record;
    record.key = { listId(list), model::Kind::List, { listId(list).value } };
    record.set(model::list::kName, u"Household"_s, m_stamps.tick(m_clock.now()));
    if (const auto written = m_replica->write({ record.key, record.registers }); !written) {
        qFatal("no list: %s", qPrintable(written.error().detail));
    }
}

void Device::writeItems(quint32 list, int count)
{
    std::vector<replica::LocalWrite> writes;
    for (int i = 0; i < count; ++i) {
        model::Record record = groceryItem(list, 0x10000 + m_written++, m_stamps.tick(m_clock.now()).micros);
        writes.push_back({ { record.key, std::move(record.registers) }, {}, 0 });
    }
    for (const auto &written : m_replica->writeAll(writes)) {
        if (!written) {
            qFatal("a write was refused: %s", qPrintable(written.error().detail));
        }
    }
}

} // namespace larder::bench
