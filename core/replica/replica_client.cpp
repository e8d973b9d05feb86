#include "core/replica/replica_client.h"

#include "core/assert.h"
#include "core/model/text.h"
#include "core/model/uuid7.h"
#include "core/model/validate.h"
#include "core/replica/replica_port.h"
#include "core/replica/space_image.h"

#include <QtCore/QThread>

#include <algorithm>
#include <deque>
#include <map>
#include <unordered_map>

namespace larder::replica {

using namespace Qt::StringLiterals;
using namespace model;

// A write that is not on the disk yet, and what stood in its fields before, should the disk refuse it.
struct ReplicaClient::Unsaved {
    qint64 intent = 0;
    protocol::Write write;
    std::vector<std::optional<Register>> before; // as write.registers
};

struct ReplicaClient::Private {
    ReplicaPort *port;
    StampClock &stamps;
    const Clock &clock;
    Random &random;
    std::vector<Space> spaces;
    std::unordered_map<SpaceId, SpaceImage> images;
    std::deque<Unsaved> unsaved;
    QueueState queue;
    Micros clockOffset {};
    qint64 lastIntent = 0;
    qint64 lastWatch = 0;
    bool started = false;

    SpaceImage *image(SpaceId space)
    {
        const auto at = images.find(space);
        return at == images.end() ? nullptr : &at->second;
    }
    const Space *space(SpaceId id) const
    {
        const auto at = std::find_if(
            spaces.begin(), spaces.end(), [&](const Space &each) { return each.grant.space == id; });
        return at == spaces.end() ? nullptr : &*at;
    }
    std::vector<Register> overlay(const RecordKey &key) const
    {
        std::vector<Register> registers;
        for (const Unsaved &each : unsaved) {
            if (each.write.key == key) {
                merge(registers, each.write.registers);
            }
        }
        return registers;
    }
    // Runs on the replica thread, after all that was asked before.
    template<typename Work> void ask(Work work)
    {
        QMetaObject::invokeMethod(
            port, [to = port, work = std::move(work)] { work(*to); }, Qt::QueuedConnection);
    }
};

ReplicaClient::ReplicaClient(
    Replica &replica, StampClock &stamps, const Clock &clock, Random &random, QObject *parent)
    : QObject(parent)
    , m_state(
          new Private { new ReplicaPort(replica), stamps, clock, random, {}, {}, {}, {}, {}, 0, 0, false })
{
    ReplicaPort *port = m_state->port;
    port->moveToThread(replica.thread());
    // Queued even where the replica lives on this thread, as in tests: never an answer before the call
    // returns.
    connect(port, &ReplicaPort::spacesTold, this, &ReplicaClient::takeSpaces, Qt::QueuedConnection);
    connect(port, &ReplicaPort::spacesTold, this, &ReplicaClient::noteStarted, Qt::QueuedConnection);
    connect(&replica, &Replica::spacesChanged, this, &ReplicaClient::takeSpaces, Qt::QueuedConnection);
    connect(&replica, &Replica::rowsChanged, this, &ReplicaClient::takeRows, Qt::QueuedConnection);
    connect(port, &ReplicaPort::rowsTold, this, &ReplicaClient::takeRows, Qt::QueuedConnection);
    connect(port, &ReplicaPort::queueTold, this, &ReplicaClient::takeQueue, Qt::QueuedConnection);
    connect(&replica, &Replica::queueChanged, this, &ReplicaClient::takeQueue, Qt::QueuedConnection);
    const auto takeOffset = [this](Micros offset) { m_state->clockOffset = offset; };
    connect(port, &ReplicaPort::clockOffsetTold, this, takeOffset, Qt::QueuedConnection);
    connect(&replica, &Replica::clockOffsetChanged, this, takeOffset, Qt::QueuedConnection);
    connect(
        port, &ReplicaPort::writesEnded, this,
        [this](const std::vector<WriteOutcome> &outcomes) {
            for (const WriteOutcome &outcome : outcomes) {
                endWrite(outcome.intent, outcome.refused);
            }
            Q_EMIT saved();
        },
        Qt::QueuedConnection);
    connect(
        port, &ReplicaPort::pageLoaded, this,
        [this](SpaceId space, qint64 watch, const RowsPage &rows, bool last) {
            takePage(space, watch, *rows, last);
        },
        Qt::QueuedConnection);
    connect(
        port, &ReplicaPort::loadFailed, this,
        [this](SpaceId space, qint64 watch, Code code) {
            if (SpaceImage *image = m_state->image(space); image && image->watch == watch) {
                image->watch = 0;
                Q_EMIT loadFailed(space, code);
            }
        },
        Qt::QueuedConnection);
    connect(port, &ReplicaPort::requestFailed, this, &ReplicaClient::requestFailed, Qt::QueuedConnection);
    connect(port, &ReplicaPort::queueListed, this, &ReplicaClient::queueListed, Qt::QueuedConnection);
    connect(port, &ReplicaPort::failuresListed, this, &ReplicaClient::failuresListed, Qt::QueuedConnection);
    connect(port, &ReplicaPort::conflictsListed, this, &ReplicaClient::conflictsListed, Qt::QueuedConnection);
    m_state->ask([](ReplicaPort &to) { to.tellAll(); });
}

ReplicaClient::~ReplicaClient()
{
    m_state->port->deleteLater(); // after what it was asked to write
}

// ---- the image

bool ReplicaClient::isStarted() const
{
    return m_state->started;
}

void ReplicaClient::noteStarted()
{
    if (!std::exchange(m_state->started, true)) {
        Q_EMIT started();
    }
}

const std::vector<Space> &ReplicaClient::spaces() const
{
    return m_state->spaces;
}

const Space *ReplicaClient::space(SpaceId id) const
{
    return m_state->space(id);
}

void ReplicaClient::watch(SpaceId space)
{
    SpaceImage &image = m_state->images[space];
    ++image.watchers;
    if (image.loaded) {
        QMetaObject::invokeMethod(
            this, [this, space] { tellLoaded(space); }, Qt::QueuedConnection);
    } else if (image.watch == 0) {
        image.watch = ++m_state->lastWatch;
        m_state->ask([space, watch = image.watch](ReplicaPort &to) { to.load(space, watch); });
    }
}

void ReplicaClient::tellLoaded(SpaceId space)
{
    if (isLoaded(space)) {
        Q_EMIT loaded(space);
    }
}

void ReplicaClient::unwatch(SpaceId space)
{
    SpaceImage *image = m_state->image(space);
    LARDER_ASSERT(!image || image->watchers > 0);
    if (image && --image->watchers == 0) {
        m_state->images.erase(space);
    }
}

bool ReplicaClient::isLoaded(SpaceId space) const
{
    const SpaceImage *image = m_state->image(space);
    return image && image->loaded;
}

std::vector<const Record *> ReplicaClient::records(SpaceId space, Kind kind) const
{
    const SpaceImage *image = m_state->image(space);
    return image && image->loaded ? image->of(kind) : std::vector<const Record *>();
}

const Record *ReplicaClient::record(const RecordKey &key) const
{
    const SpaceImage *image = m_state->image(key.space);
    return image && image->loaded ? image->find(key) : nullptr;
}

QueueState ReplicaClient::queueState() const
{
    return m_state->queue;
}

int ReplicaClient::unsavedCount() const
{
    return int(m_state->unsaved.size());
}

// ---- writes

// What can be told here at once; the replica checks all of it again.
Result<void> ReplicaClient::check(const RecordKey &key, std::span<const Register> registers) const
{
    const KindInfo *info = findKind(key.kind);
    if (!info) {
        return Failure(Code::UnknownKind);
    }
    if (info->writer == Writer::Server) {
        return Failure(Code::ServerAuthored);
    }
    const Space *space = m_state->space(key.space);
    if (!space) {
        return Failure(Code::NotAMember);
    }
    if (!mayWrite(space->grant.role)) {
        return Failure(Code::ReadOnly);
    }
    if (registers.empty()) {
        return Failure(Code::InvalidValue);
    }
    if (auto valid = validate(*info, registers); !valid) {
        return valid;
    }
    if (!isLoaded(key.space)) {
        return {};
    }
    const Record *held = record(key);
    Record next = held ? *held : Record { key, {}, 0, {} };
    merge(next.registers, registers);
    return checkComplete(*info, next);
}

Result<std::vector<Register>> ReplicaClient::write(const RecordKey &key, std::vector<Field> fields)
{
    LARDER_ASSERT(QThread::currentThread() == thread());
    const Record *held = record(key);
    // What a person changes must win over what they saw, whatever the clocks say.
    for (const Field &field : fields) {
        const Register *before = held ? held->find(field.number) : nullptr;
        m_state->stamps.observe(before ? before->stamp : Stamp());
    }
    const Stamp stamp = m_state->stamps.tick(m_state->clock.now() + m_state->clockOffset);
    Unsaved unsaved { 0, { key, {} }, {} };
    Record collected;
    for (Field &field : fields) {
        if (QString *text = std::get_if<QString>(&field.value)) {
            *text = model::keepable(std::move(*text)); // as anything may be pasted
        }
        collected.set(field.number, std::move(field.value), stamp);
    }
    unsaved.write.registers = std::move(collected.registers);
    if (auto good = check(key, unsaved.write.registers); !good) {
        return Failure(good.error());
    }
    std::vector<Register> previous;
    for (const Register &reg : unsaved.write.registers) {
        const Register *before = held ? held->find(reg.field) : nullptr;
        unsaved.before.push_back(before ? std::optional(*before) : std::nullopt);
        previous.push_back(before ? *before : Register { reg.field, {}, {} });
    }
    submit(std::move(unsaved));
    return previous;
}

void ReplicaClient::submit(Unsaved unsaved)
{
    unsaved.intent = ++m_state->lastIntent;
    m_state->ask([local = LocalWrite { unsaved.write, m_state->clockOffset, unsaved.intent }](
                     ReplicaPort &to) { to.write(local); });
    const RecordKey key = unsaved.write.key;
    SpaceImage *image = m_state->image(key.space);
    const bool changed = image && image->loaded && image->mergeRegisters(key, unsaved.write.registers);
    m_state->unsaved.push_back(std::move(unsaved));
    if (changed) {
        Q_EMIT rowsChanged(key.space, key.kind, { key.id }, false);
    }
}

Result<RecordId> ReplicaClient::create(SpaceId space, Kind kind, std::vector<Field> fields)
{
    const RecordId id { makeUuid7(m_state->clock.now() + m_state->clockOffset, m_state->random) };
    const KindInfo *info = findKind(kind);
    for (const model::Field &field : info ? info->fields : std::span<const model::Field>()) {
        const bool given = std::any_of(
            fields.begin(), fields.end(), [&](const Field &each) { return each.number == field.number; });
        if (field.presence == Presence::Required && !given) {
            return Failure(Code::Incomplete, field.name);
        }
    }
    if (auto written = write({ space, kind, id }, std::move(fields)); !written) {
        return Failure(written.error());
    }
    return id;
}

Result<SpaceId> ReplicaClient::createList(std::vector<Field> fields)
{
    const SpaceId id { makeUuid7(m_state->clock.now() + m_state->clockOffset, m_state->random) };
    Space space;
    space.grant = { id, SpaceKind::List, Role::Owner, 0 };
    space.local = true;
    m_state->spaces.push_back(space);
    // All of it is made here, so there is nothing to load.
    m_state->images[id].loaded = true;
    if (auto written = write({ id, Kind::List, { id.value } }, std::move(fields)); !written) {
        m_state->spaces.pop_back();
        m_state->images.erase(id);
        return Failure(written.error());
    }
    Q_EMIT spacesChanged();
    return id;
}

// ---- what the replica says

void ReplicaClient::takeSpaces(const std::vector<Space> &spaces)
{
    std::vector<Space> next = spaces;
    // Lists that were made here and are not on the disk yet.
    for (const Unsaved &unsaved : m_state->unsaved) {
        const SpaceId id = unsaved.write.key.space;
        const Space *made = m_state->space(id);
        const bool told = std::any_of(
            next.begin(), next.end(), [&](const Space &each) { return each.grant.space == id; });
        if (made && made->local && !told) {
            next.push_back(*made);
        }
    }
    if (next == m_state->spaces) {
        return;
    }
    std::erase_if(m_state->images, [&](const auto &image) {
        return image.second.watchers == 0 && std::none_of(next.begin(), next.end(), [&](const Space &each) {
            return each.grant.space == image.first;
        });
    });
    for (auto &[id, image] : m_state->images) {
        const bool gone = std::none_of(
            next.begin(), next.end(), [&](const Space &each) { return each.grant.space == id; });
        if (gone) {
            const int watchers = image.watchers;
            image = SpaceImage();
            image.watchers = watchers;
            image.loaded = true; // there is nothing in it; what comes if it is granted again is merged
        }
    }
    m_state->spaces = std::move(next);
    Q_EMIT spacesChanged();
}

void ReplicaClient::takeQueue(const QueueState &state)
{
    if (state != m_state->queue) {
        m_state->queue = state;
        Q_EMIT queueChanged(state);
    }
}

void ReplicaClient::takeRows(const RowsChanged &change)
{
    std::map<std::pair<SpaceId, Kind>, std::vector<RecordId>> changed;
    for (const Record &row : change.rows) {
        SpaceImage *image = m_state->image(row.key.space);
        if (!image || !image->loaded) {
            continue;
        }
        const bool differs = change.how == RowsChanged::How::Merge
            ? image->merge(row)
            : image->replace(row, m_state->overlay(row.key));
        if (differs) {
            changed[{ row.key.space, row.key.kind }].push_back(row.key.id);
        }
    }
    for (const auto &[place, ids] : changed) {
        Q_EMIT rowsChanged(place.first, place.second, ids, change.remote);
    }
}

void ReplicaClient::takePage(SpaceId space, qint64 watch, const std::vector<Record> &rows, bool last)
{
    SpaceImage *image = m_state->image(space);
    if (!image || image->watch != watch) {
        return;
    }
    for (const Record &row : rows) {
        image->merge(row);
    }
    if (!last) {
        return;
    }
    for (const Unsaved &unsaved : m_state->unsaved) {
        if (unsaved.write.key.space == space) {
            image->mergeRegisters(unsaved.write.key, unsaved.write.registers);
        }
    }
    image->loaded = true;
    Q_EMIT loaded(space);
}

void ReplicaClient::endWrite(qint64 intent, std::optional<Code> refused)
{
    const auto at = std::find_if(m_state->unsaved.begin(), m_state->unsaved.end(),
        [&](const Unsaved &each) { return each.intent == intent; });
    LARDER_ASSERT(at != m_state->unsaved.end());
    const Unsaved ended = std::move(*at);
    m_state->unsaved.erase(at);
    if (!refused) {
        return;
    }
    const RecordKey key = ended.write.key;
    SpaceImage *image = m_state->image(key.space);
    bool changed = false;
    for (std::size_t i = 0; i < ended.write.registers.size(); ++i) {
        const Register &written = ended.write.registers[i];
        const Register *before = ended.before[i] ? &*ended.before[i] : nullptr;
        changed = (image && image->takeBack(key, written, before)) || changed;
        // A later write that is refused too must not bring this one back.
        for (Unsaved &later : m_state->unsaved) {
            for (auto &stood : later.before) {
                if (later.write.key == key && stood == written) {
                    stood = ended.before[i];
                }
            }
        }
    }
    // Written before its space was loaded, `before` knew nothing: the disk does.
    m_state->ask([key](ReplicaPort &to) { to.tellRecord(key); });
    const Space *space = m_state->space(key.space);
    const bool madeIt = space && space->local && key.kind == Kind::List && key.id.value == key.space.value
        && image && !image->find(key);
    if (madeIt) {
        std::erase_if(m_state->spaces, [&](const Space &each) { return each.grant.space == key.space; });
        Q_EMIT spacesChanged();
    }
    if (changed) {
        Q_EMIT rowsChanged(key.space, key.kind, { key.id }, false);
    }
    Q_EMIT writeFailed(key, *refused);
}

// ---- the queue, failures and conflicts

void ReplicaClient::requestQueue()
{
    m_state->ask([](ReplicaPort &to) { to.listQueue(); });
}

void ReplicaClient::requestFailures()
{
    m_state->ask([](ReplicaPort &to) { to.listFailures(); });
}

void ReplicaClient::requestConflicts()
{
    m_state->ask([](ReplicaPort &to) { to.listConflicts(); });
}

void ReplicaClient::dismissFailure(qint64 id)
{
    m_state->ask([id](ReplicaPort &to) { to.dismissFailure(id); });
}

void ReplicaClient::retryFailure(qint64 id)
{
    m_state->ask([id](ReplicaPort &to) { to.retryFailure(id); });
}

void ReplicaClient::dismissConflict(qint64 id)
{
    m_state->ask([id](ReplicaPort &to) { to.dismissConflict(id); });
}

} // namespace larder::replica
