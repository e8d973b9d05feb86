// A client's dialogue with a SessionState, written down as lines: what is said to it, what it wants done.
//
// Spaces are called A, B, C; users ana and ben; a token is its user's name.
#pragma once

#include "core/protocol/codec.h"
#include "server/gateway/session_state.h"

#include <QtCore/QStringList>

namespace larder::test {

using namespace Qt::StringLiterals;
using namespace larder::server;

template<typename Id> Id named(char name)
{
    Id id;
    id.value.bytes[15] = quint8(name);
    return id;
}
inline model::SpaceId space(char name)
{
    return named<model::SpaceId>(name);
}
inline model::UserId user(char name)
{
    return named<model::UserId>(name);
}

class TurnedClock final : public Clock {
public:
    Micros now() const override { return std::chrono::hours(24 * 365 * 56) + elapsed; }
    Micros monotonic() const override { return std::chrono::hours(1) + elapsed; }

    Micros elapsed {};
};

// "ana" is the user a for fifteen minutes; "expired" was one; anything else is forged.
class NamedTokens final : public Authenticator {
public:
    explicit NamedTokens(const Clock &clock)
        : m_clock(clock)
    {
    }

    Result<Identity> verify(QStringView token) const override
    {
        if (token == u"expired") {
            return Failure(Code::TokenExpired);
        }
        if (token != u"ana" && token != u"ben") {
            return Failure(Code::Unauthenticated);
        }
        const char name = token[0].toLatin1();
        return Identity { user(name), named<model::SessionId>(name),
            m_clock.now() + std::chrono::minutes(15) };
    }

private:
    const Clock &m_clock;
};

inline SharedParcel parcel(
    char name, qint64 from, qint64 to, int part = 0, bool last = true, bool more = false, int rows = 1)
{
    protocol::Rows message { space(name), from, to, part, last, more, {} };
    for (int i = 0; i < rows; ++i) {
        model::Record row { { space(name), model::Kind::Item, named<model::RecordId>(char(i)) }, {}, to, {} };
        row.set(model::item::kName, u"milk"_s, { 1 });
        message.rows.push_back(row);
    }
    std::optional<PagePosition> after;
    if (!last) {
        after = PagePosition { to, model::Kind::Item, named<model::RecordId>(char(part)) };
    }
    return std::make_shared<const Parcel>(message, after);
}

// One version, live: from `version - 1`.
inline Delivery live(char name, qint64 version, int part = 0, bool last = true)
{
    const SharedParcel rows = parcel(name, version - 1, version, part, last);
    return { space(name), rows->after(), false, rows, {} };
}

class Dialogue {
public:
    Dialogue()
        : m_tokens(clock)
        , m_rules { clock, m_tokens }
        , state(m_rules)
    {
    }

    // Each gives what the session wants done, in lines.
    QStringList hello(const QString &token = u"ana"_s, std::vector<protocol::Cursor> cursors = {},
        const QString &epoch = {}, int version = 1)
    {
        protocol::Hello hello;
        hello.version = version;
        hello.token = token;
        hello.epoch = epoch;
        hello.cursors = std::move(cursors);
        return say(hello);
    }
    QStringList say(const protocol::Up &message) { return sayBytes(protocol::encode(message)); }
    QStringList sayBytes(const QByteArray &bytes)
    {
        return happens([&](Actions &actions) { state.received(bytes, actions); });
    }
    QStringList spaces(
        const std::vector<protocol::SpaceGrant> &grants, const std::vector<protocol::Drop> &absent = {})
    {
        return happens([&](Actions &actions) {
            state.spacesRead(SpacesRead { u"one"_s, grants, absent }, actions);
        });
    }
    // The feed told of something that the store does not show yet.
    QStringList spacesBehind(const std::vector<protocol::SpaceGrant> &grants)
    {
        return happens([&](Actions &actions) {
            state.spacesRead(SpacesRead { u"one"_s, grants, {}, true }, actions);
        });
    }
    QStringList woken()
    {
        return happens([&](Actions &actions) { state.woken(actions); });
    }
    QStringList page(const SharedParcel &rows)
    {
        return happens([&](Actions &actions) {
            state.pageRead(ticket, PageRead { ticket, PageRead::Source::Store, false, { rows } }, actions);
        });
    }
    QStringList recent(const std::vector<SharedParcel> &rows)
    {
        return happens([&](Actions &actions) {
            state.pageRead(ticket, PageRead { ticket, PageRead::Source::Recent, false, rows }, actions);
        });
    }
    QStringList delivered(const Delivery &delivery)
    {
        return happens([&](Actions &actions) { state.delivered(delivery, actions); });
    }
    QStringList member(char space_, qint64 version, std::optional<model::Role> role, char who = 'a')
    {
        return happens([&](Actions &actions) {
            state.memberChanged(space(space_), { user(who), version, role }, actions);
        });
    }
    QStringList later(Micros by)
    {
        clock.elapsed += by;
        return happens([&](Actions &actions) { state.swept(actions); });
    }
    template<typename Event> QStringList happens(Event event)
    {
        Actions actions;
        event(actions);
        QStringList lines;
        do {
            for (Action &action : actions) {
                lines += std::visit([this](auto &known) { return line(known); }, action);
            }
            actions.clear();
            state.next(actions);
        } while (!actions.empty());
        return lines;
    }

    // Past the welcome, with the given spaces, and up to date.
    void open(std::vector<protocol::SpaceGrant> grants)
    {
        std::vector<protocol::Cursor> cursors;
        for (const protocol::SpaceGrant &grant : grants) {
            cursors.push_back({ grant.space, grant.version });
        }
        hello(u"ana"_s, cursors);
        spaces(grants);
    }

    static protocol::SpaceGrant grant(char name, qint64 version, model::Role role = model::Role::Editor)
    {
        return { space(name), model::SpaceKind::List, role, version };
    }

    TurnedClock clock;
    quint32 ticket = 0; // of the newest page that was asked for
    bool mayBeRecent = false; // and whether it need not come from the store

private:
    NamedTokens m_tokens;
    SessionRules m_rules;

    static QString name(const model::SpaceId &id)
    {
        return QString(QChar::fromLatin1(char(id.value.bytes[15])));
    }
    static QString roleName(model::Role role)
    {
        static constexpr std::array kNames = { "none"_L1, "viewer"_L1, "editor"_L1, "owner"_L1 };
        return kNames[std::size_t(role)];
    }
    static QString line(const protocol::Welcome &message)
    {
        return u"welcome %1 with %2"_s.arg(message.epoch).arg(message.spaces.size());
    }
    static QString line(const protocol::Rows &rows)
    {
        return u"rows %1 %2>%3.%4%5"_s.arg(name(rows.space))
            .arg(rows.from)
            .arg(rows.to)
            .arg(rows.part)
            .arg(rows.last ? u""_s : u"+"_s);
    }
    static QString line(const protocol::Pushed &message) { return u"pushed %1"_s.arg(message.seq); }
    static QString line(const protocol::Grant &message)
    {
        return u"grant %1 %2"_s.arg(name(message.space.space), roleName(message.space.role));
    }
    static QString line(const protocol::Reset &message) { return u"reset %1"_s.arg(name(message.space)); }
    static QString line(const protocol::Drop &message)
    {
        static constexpr std::array kReasons = { "?"_L1, "revoked"_L1, "deleted"_L1, "unknown"_L1 };
        return u"drop %1 %2"_s.arg(name(message.space), kReasons[std::size_t(message.reason)]);
    }
    static QString line(const protocol::Denied &message)
    {
        const QString code = wireName(message.code);
        return message.seq < 0 ? u"denied %1"_s.arg(code) : u"denied %1 %2"_s.arg(code).arg(message.seq);
    }
    static QString line(const protocol::Pong &message) { return u"pong %1"_s.arg(message.id); }

    QString line(Send &action)
    {
        return std::visit([](const auto &message) { return line(message); }, action.message);
    }
    QString line(SendParcel &action)
    {
        const auto decoded = protocol::decodeDown(action.parcel->payload(Compression::None));
        return line(std::get<protocol::Rows>(*decoded));
    }
    QString line(CloseSession &action) { return u"close %1"_s.arg(QString(wireName(action.code))); }
    QString line(Subscribe &action) { return u"subscribe %1"_s.arg(name(action.space)); }
    QString line(Unsubscribe &action) { return u"unsubscribe %1"_s.arg(name(action.space)); }
    QString line(ReadSpaces &action)
    {
        QString text = u"read spaces"_s;
        for (const model::SpaceId &asked : action.asked) {
            text += u" "_s + name(asked);
        }
        return text;
    }
    QString line(ReadPage &action)
    {
        ticket = action.ticket;
        mayBeRecent = action.whole;
        return u"read page %1 %2.%3%4"_s.arg(name(action.space))
            .arg(action.position.version)
            .arg(action.position.part)
            .arg(action.resumeAfter ? u" on"_s : u""_s);
    }
    QString line(WakeLater &action) { return u"wake in %1"_s.arg(action.delay.count()); }
    QString line(RunPush &action) { return u"push %1"_s.arg(action.push.seq); }

public:
    SessionState state;
};

// What is wanted of a session, in order.
template<typename... Line> QStringList lines(const Line &...line)
{
    return { line... };
}

} // namespace larder::test
