#include "server/store/store.h"

#include "core/limits.h"
#include "core/logging.h"
#include "core/storage/migrations.h"
#include "server/store/membership.h"
#include "server/store/page.h"
#include "server/store/purge.h"
#include "server/store/push.h"
#include "server/store/record_rows.h"
#include "server/store/statements.h"

#include <QtCore/QCryptographicHash>

#include <map>
#include <unordered_map>

namespace larder::server {

using namespace Qt::StringLiterals;
using model::Record;

struct Store::Private {
    storage::Options options;
    const Clock &clock;
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<Dialect> dialect; // after the database, which its queries need to the end
    bool lost = false;
    QString copy = {}; // what the connection's database is a copy of; empty: not asked yet, or SQLite

    Result<void> connect();
    // The epoch by its two parts: what stands in the database, and which copy of it this is.
    Result<void> knowCopy(Dialect &on);
    QString epochOf(const QString &written) const;

    // Does the work on a connection that stands, again when others made it fail, but not for ever.
    template<typename Work> auto attempt(Work work) -> decltype(work(std::declval<Dialect &>()))
    {
        for (int left = limits::kStoreAttempts; true; --left) {
            if (auto connected = connect(); !connected) {
                return Failure(connected.error());
            }
            auto result = work(*dialect);
            if (!result && dialect->mayRetry()) {
                if (left > 1) {
                    continue;
                }
                return Failure(Code::Unavailable, result.error().detail);
            }
            if (!result && result.error().code == Code::Unavailable) {
                lost = true;
            }
            return result;
        }
    }

    // Records that `what` selects, for who has a role in the space, looked up in the same snapshot.
    Result<std::vector<Record>> readAs(model::UserId reader, model::SpaceId space, Call what);

    Result<void> ask(const Statement &statement, CellRow values, std::function<bool(const RowReader &)> each)
    {
        return attempt([&](Dialect &sql) {
            Call call { .statement = &statement, .rows = {}, .each = each };
            call.rows.push_back(values);
            return sql.run({ &call, 1 });
        });
    }
};

Result<void> Store::Private::connect()
{
    if (database && !lost) {
        return {};
    }
    auto opened = storage::Database::open(options);
    if (!opened) {
        return Failure(opened.error());
    }
    auto made = Dialect::of(**opened, options.silence);
    if (!made) {
        return Failure(made.error());
    }
    dialect = std::move(*made);
    database = std::move(*opened);
    lost = false;
    copy.clear();
    return {};
}

Result<void> Store::Private::knowCopy(Dialect &on)
{
    if (!copy.isEmpty()) {
        return {};
    }
    const Call calls[] = { { .statement = &sql::kCopy, .each = [this](const RowReader &row) {
                                copy = row.text(0);
                                return true;
                            } } };
    return on.run(calls);
}

QString Store::Private::epochOf(const QString &written) const
{
    const QString parts = copy.isEmpty() ? written : written + u' ' + copy;
    const QByteArray hash = QCryptographicHash::hash(parts.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.left(16).toHex());
}

static PushOutcome outcomeOf(PushPlan plan)
{
    PushOutcome outcome { .versions = {}, .corrections = std::move(plan.corrections), .rows = {} };
    outcome.rows.reserve(plan.rows.size());
    for (PushPlan::Row &row : plan.rows) {
        outcome.rows.push_back(std::move(row.record));
    }
    for (const PushPlan::Space &space : plan.spaces) {
        outcome.versions.push_back({ space.id, space.version });
    }
    return outcome;
}

static Result<PushOutcome> outcomeOf(Result<PushPlan> plan)
{
    if (!plan) {
        return Failure(plan.error());
    }
    return outcomeOf(std::move(*plan));
}

// A host that is gone, or a network that swallows everything, must fail rather than hold a thread for ever; a
// server that hangs on a host that lives is the dialect's care.
static storage::Options withTimeouts(storage::Options options)
{
    if (options.dialect == storage::Dialect::Postgres) {
        const QString timeouts
            = u"connect_timeout=5;keepalives_idle=10;keepalives_interval=5;keepalives_count=3;tcp_user_timeout=15000"_s;
        options.connectOptions
            = options.connectOptions.isEmpty() ? timeouts : timeouts % u';' % options.connectOptions;
    }
    return options;
}

Store::Store(std::unique_ptr<Private> state)
    : m_state(std::move(state))
{
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const storage::Options &options, const Clock &clock)
{
    std::unique_ptr<Private> state(new Private { withTimeouts(options), clock, {}, {} });
    if (auto connected = state->connect(); !connected) {
        return Failure(connected.error());
    }
    const auto migrations = storage::loadMigrations(options.dialect == storage::Dialect::Sqlite
            ? u":/larder/migrations/sqlite"_s
            : u":/larder/migrations/postgres"_s);
    if (!migrations) {
        return Failure(migrations.error());
    }
    if (auto migrated = storage::migrate(*state->database, *migrations); !migrated) {
        return Failure(migrated.error());
    }
    return std::unique_ptr<Store>(new Store(std::move(state)));
}

Dialect &Store::dialect()
{
    return *m_state->dialect;
}

storage::Database &Store::database()
{
    return *m_state->database;
}

Result<void> Store::reconnect()
{
    return m_state->connect();
}

void Store::markLost()
{
    m_state->lost = true;
}

Result<QString> Store::epoch()
{
    QString epoch;
    auto read = m_state->attempt([&](Dialect &dialect) -> Result<void> {
        if (auto known = m_state->knowCopy(dialect); !known) {
            return known;
        }
        const Call calls[] = { { .statement = &sql::kEpoch, .each = [&](const RowReader &row) {
                                    epoch = m_state->epochOf(row.text(0));
                                    return true;
                                } } };
        return dialect.run(calls);
    });
    return read ? Result<QString>(std::move(epoch)) : Failure(read.error());
}

Result<void> Store::beginAnew()
{
    return m_state->attempt([](Dialect &dialect) {
        const Call calls[] = { { .statement = &sql::kBeginAnew } };
        return dialect.run(calls);
    });
}

Result<qint64> Store::sumOfVersions()
{
    qint64 sum = 0;
    auto read = m_state->attempt([&](Dialect &dialect) {
        const Call calls[] = { { .statement = &sql::kSumOfVersions, .each = [&](const RowReader &row) {
                                    sum = row.integer(0);
                                    return true;
                                } } };
        return dialect.run(calls);
    });
    if (!read) {
        return Failure(read.error());
    }
    return sum;
}

Result<std::vector<protocol::SpaceGrant>> Store::spacesOf(model::UserId user)
{
    std::vector<protocol::SpaceGrant> grants;
    auto read = m_state->ask(sql::kSpacesOf, { user.value }, [&](const RowReader &row) {
        grants.push_back(
            { { row.id(0) }, model::SpaceKind(row.integer(1)), model::Role(row.integer(2)), row.integer(3) });
        return true;
    });
    if (!read) {
        return Failure(read.error());
    }
    return grants;
}

Result<std::vector<std::vector<protocol::SpaceGrant>>> Store::spacesOf(std::span<const model::UserId> users)
{
    std::unordered_map<model::UserId, std::vector<protocol::SpaceGrant>> found;
    auto read = m_state->attempt([&](Dialect &dialect) {
        found.clear();
        Call call { .statement = &sql::kSpacesOfMany, .rows = {}, .each = [&](const RowReader &row) {
                       found.at({ row.id(0) })
                           .push_back({ { row.id(1) }, model::SpaceKind(row.integer(2)),
                               model::Role(row.integer(3)), row.integer(4) });
                       return true;
                   } };
        for (const model::UserId &user : users) {
            if (found.try_emplace(user).second) {
                call.rows.push_back({ user.value });
            }
        }
        return dialect.run({ &call, 1 });
    });
    if (!read) {
        return Failure(read.error());
    }
    std::vector<std::vector<protocol::SpaceGrant>> spaces;
    for (const model::UserId &user : users) {
        spaces.push_back(found.at(user));
    }
    return spaces;
}

Result<protocol::SpaceGrant> Store::access(model::UserId user, model::SpaceId space)
{
    protocol::SpaceGrant grant { .space = space };
    auto read = m_state->ask(sql::kAccess, { space.value, user.value }, [&](const RowReader &row) {
        grant.kind = model::SpaceKind(row.integer(0));
        grant.role = model::Role(row.integer(1));
        grant.version = row.integer(2);
        return true;
    });
    if (!read) {
        return Failure(read.error());
    }
    if (grant.role == model::Role::None) {
        return Failure(Code::NotAMember);
    }
    return grant;
}

Result<protocol::DropReason> Store::whyNot(model::UserId user, model::SpaceId space)
{
    const Stranger stranger { user, space };
    const auto reasons = whyNot(std::span(&stranger, 1));
    return reasons ? Result<protocol::DropReason>(reasons->front()) : Failure(reasons.error());
}

Result<std::vector<protocol::DropReason>> Store::whyNot(std::span<const Stranger> strangers)
{
    std::map<std::pair<model::SpaceId, model::UserId>, protocol::DropReason> found;
    for (std::size_t begin = 0; begin < strangers.size(); begin += kStrangersPerStatement) {
        const auto some
            = strangers.subspan(begin, std::min(strangers.size() - begin, kStrangersPerStatement));
        auto read = m_state->attempt([&](Dialect &dialect) {
            Call call { .statement = &sql::kWhatBecame, .rows = {}, .each = [&](const RowReader &row) {
                           const auto wasMember
                               = row.truth(2) ? protocol::DropReason::Revoked : protocol::DropReason::Unknown;
                           found[{ { row.id(0) }, { row.id(1) } }]
                               = row.truth(3) ? protocol::DropReason::Deleted : wasMember;
                           return true;
                       } };
            for (const Stranger &stranger : some) {
                call.rows.push_back({ stranger.space.value, stranger.user.value });
            }
            return dialect.run({ &call, 1 });
        });
        if (!read) {
            return Failure(read.error());
        }
    }
    std::vector<protocol::DropReason> reasons;
    for (const Stranger &stranger : strangers) {
        reasons.push_back(found.at({ stranger.space, stranger.user }));
    }
    return reasons;
}

Result<PushOutcome> Store::push(
    model::UserId author, std::span<const protocol::Write> writes, const QString &epoch)
{
    if (writes.size() > limits::kWritesPerPush) {
        return Failure(Code::TooLarge, u"more than %1 writes"_s.arg(limits::kWritesPerPush));
    }
    return outcomeOf(m_state->attempt([&](Dialect &dialect) -> Result<PushPlan> {
        EpochTest test;
        if (!epoch.isEmpty()) {
            if (auto known = m_state->knowCopy(dialect); !known) {
                return Failure(known.error());
            }
            test = [&](const QString &written) { return m_state->epochOf(written) == epoch; };
        }
        return server::push(dialect, m_state->clock, author, writes, test);
    }));
}

Result<Page> Store::page(model::UserId reader, const PageRequest &request)
{
    Result<SharedPage> shared = page(std::span(&reader, 1), request);
    if (!shared) {
        return Failure(shared.error());
    }
    return std::move(shared->page);
}

Result<SharedPage> Store::page(std::span<const model::UserId> readers, const PageRequest &request)
{
    return m_state->attempt([&](Dialect &dialect) { return readPage(dialect, readers, request); });
}

Result<qint64> Store::version(model::SpaceId space)
{
    qint64 version = 0;
    auto read = m_state->ask(sql::kSpace, { space.value }, [&](const RowReader &row) {
        version = row.integer(1);
        return true;
    });
    if (!read) {
        return Failure(read.error());
    }
    return version;
}

Result<std::vector<Record>> Store::Private::readAs(model::UserId reader, model::SpaceId space, Call what)
{
    model::Role role = model::Role::None;
    std::vector<Record> records;
    what.each = [&](const RowReader &row) {
        if (role != model::Role::None) {
            records.push_back(readRecord(*what.kind, row));
        }
        return role != model::Role::None;
    };
    auto read = attempt([&](Dialect &asked) {
        role = model::Role::None;
        records.clear();
        const Call calls[] = { { .statement = &sql::kBeginRead },
            { .statement = &sql::kRoles,
                .rows = { { space.value, reader.value } },
                .each =
                    [&](const RowReader &row) {
                        role = model::Role(row.integer(2));
                        return true;
                    } },
            what, { .statement = &sql::kCommit } };
        auto done = asked.run(calls);
        if (!done) {
            (void)asked.run(std::vector<Call> { { .statement = &sql::kRollback } });
        }
        return done;
    });
    if (!read) {
        return Failure(read.error());
    }
    if (role == model::Role::None) {
        return Failure(Code::NotAMember);
    }
    return records;
}

Result<std::vector<Record>> Store::records(
    model::UserId reader, model::SpaceId space, model::Kind kind, Gravestones gravestones)
{
    const model::KindInfo *info = model::findKind(kind);
    if (!info) {
        return Failure(Code::UnknownKind);
    }
    const Statement &all = gravestones == Gravestones::With ? sql::kAllRecords : sql::kLiveRecords;
    return m_state->readAs(reader, space, { .statement = &all, .kind = info, .rows = { { space.value } } });
}

Result<std::optional<Record>> Store::record(model::UserId reader, const model::RecordKey &key)
{
    const model::KindInfo *info = model::findKind(key.kind);
    if (!info) {
        return Failure(Code::UnknownKind);
    }
    auto found = m_state->readAs(reader, key.space,
        { .statement = &sql::kReadRecords, .kind = info, .rows = { { key.space.value, key.id.value } } });
    if (!found) {
        return Failure(found.error());
    }
    return found->empty() ? std::optional<Record>() : std::move(found->front());
}

Result<std::vector<Member>> Store::members(model::SpaceId space)
{
    std::vector<Member> members;
    auto read = m_state->ask(sql::kMembers, { space.value }, [&](const RowReader &row) {
        members.push_back({ { row.id(0) }, model::Role(row.integer(1)), row.text(2) });
        return true;
    });
    if (!read) {
        return Failure(read.error());
    }
    return members;
}

Result<PushOutcome> Store::setMember(model::UserId actor, model::SpaceId space, const Member &member)
{
    return outcomeOf(m_state->attempt(
        [&](Dialect &dialect) { return server::setMember(dialect, m_state->clock, actor, space, member); }));
}

Result<PushOutcome> Store::removeMember(model::UserId actor, model::SpaceId space, model::UserId user)
{
    return outcomeOf(m_state->attempt(
        [&](Dialect &dialect) { return server::removeMember(dialect, m_state->clock, actor, space, user); }));
}

Result<void> Store::deleteSpace(model::UserId actor, model::SpaceId space)
{
    auto done
        = m_state->attempt([&](Dialect &dialect) { return server::deleteSpace(dialect, actor, space); });
    if (!done) {
        return Failure(done.error());
    }
    return {};
}

Result<PurgeStep> Store::purge(Micros before, const PurgeTurn &turn)
{
    return m_state->attempt([&](Dialect &dialect) { return server::purge(dialect, before, turn); });
}

} // namespace larder::server
