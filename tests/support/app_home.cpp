#include "tests/support/app_home.h"

#include "app/demo/demo_lists.h"
#include "core/assert.h"
#include "core/model/uuid7.h"

#include <QtTest/QTest>

namespace larder::test {

using namespace Qt::StringLiterals;
using model::Kind;

AppHome::AppHome(Time kind)
    : clock(kind == Time::Manual ? static_cast<const Clock &>(manualClock) : realClock)
    , timers(kind == Time::Manual ? static_cast<Timers &>(manualTimers) : realTimers)
{
    auto opened = replica::Replica::open(dir.filePath(u"replica.sqlite"_s), clock, stamps);
    if (!opened) {
        qFatal("can't open the replica: %s", qPrintable(opened.error().detail));
    }
    replica = std::move(*opened);
    client = std::make_unique<replica::ReplicaClient>(*replica, stamps, clock, random);
    preferences = std::make_unique<app::Preferences>(dir.filePath(u"preferences.ini"_s));
    app = std::make_unique<app::AppViewModel>(
        *client, *preferences, timers, clock, u"http://localhost:3001"_s, photos);
    settle();
}

AppHome::~AppHome()
{
    app.reset();
    client.reset();
}

void AppHome::settle()
{
    // Each write is on the disk before it is saved, and the disk may be busy.
    const bool done
        = QTest::qWaitFor([this] { return client->isStarted() && client->unsavedCount() == 0; }, 30'000);
    LARDER_ASSERT(done);
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
}

void AppHome::pass(std::chrono::milliseconds span)
{
    time.advance(span);
    QCoreApplication::processEvents();
}

model::SpaceId AppHome::openDemo()
{
    const auto list = app::makeDemoLists(*client);
    if (!list) {
        qFatal("no demo list");
    }
    settle();
    app->openList(list->toString());
    settle();
    return *list;
}

model::SpaceId AppHome::openEmpty()
{
    const QString list = app->lists()->create(u"Weekly"_s, u"🧺"_s, 4);
    app->openList(list);
    settle();
    return *model::SpaceId::fromString(list);
}

void AppHome::acknowledgeAll()
{
    settle();
    for (;;) {
        const auto sent = replica->takeQueued(limits::kWritesPerPush, limits::kUpMessageBytes);
        LARDER_ASSERT(sent);
        if (sent->empty()) {
            break;
        }
        const auto acknowledged = replica->acknowledge(*sent, { 1, {}, {} });
        LARDER_ASSERT(acknowledged);
    }
    settle();
}

model::SpaceId AppHome::receiveList(int items, model::Role role)
{
    static const QStringList categories { u"produce"_s, u"dairy"_s, u"bakery"_s, u"pantry"_s, QString() };
    const model::SpaceId space { model::makeUuid7(clock.now(), random) };
    const qint64 pages = items / limits::kPageRows + 1;
    auto granted = replica->applyGrant({ { space, model::SpaceKind::List, role, pages } });
    LARDER_ASSERT(granted);
    const model::Stamp stamp { clock.now().count() };
    model::Record head { { space, Kind::List, { space.value } }, {}, 1, {} };
    head.set(model::list::kName, u"Everything"_s, stamp);
    std::vector<model::Record> rows { head };
    qint64 page = 1;
    for (int i = 0; i < items; ++i) {
        model::Record item { { space, Kind::Item, { model::makeUuid7(clock.now(), random) } }, {}, page, {} };
        item.set(model::item::kName, u"Item %1"_s.arg(i), stamp);
        item.set(model::item::kQuantity, qint64(1000 * (i % 9 + 1)), stamp);
        if (const QString category = categories[i % categories.size()]; !category.isEmpty()) {
            item.set(model::item::kCategory, category, stamp);
        }
        rows.push_back(std::move(item));
        if (int(rows.size()) == limits::kPageRows) {
            auto applied
                = replica->applyRows({ space, page - 1, page, 0, true, true, std::exchange(rows, {}) });
            LARDER_ASSERT(applied);
            ++page;
        }
    }
    auto applied = replica->applyRows({ space, page - 1, page, 0, true, false, rows });
    LARDER_ASSERT(applied);
    return space;
}

model::RecordId AppHome::item(const QString &name) const
{
    for (const bool deleted : { false, true }) {
        for (const model::Record *record : client->records(app->list()->space(), Kind::Item)) {
            if (record->text(model::item::kName) == name && record->isDeleted() == deleted) {
                return record->key.id;
            }
        }
    }
    qFatal("no item %s", qPrintable(name));
}

QStringList AppHome::names() const
{
    using app::ItemRows;
    ItemRows &rows = *app->list()->rows();
    QStringList names;
    for (int row = 0; row < rows.rowCount(); ++row) {
        const int kind = rows.data(rows.index(row), ItemRows::KindRole).toInt();
        const QString name = rows.data(rows.index(row), ItemRows::NameRole).toString();
        names.append(kind == ItemRows::Item       ? name
                : kind == ItemRows::CheckedHeader ? u"[checked]"_s
                                                  : u'[' + name + u']');
    }
    return names;
}

} // namespace larder::test
