#include "server/gateway/spaces_reader.h"

#include "core/limits.h"

#include <algorithm>

namespace larder::server {

namespace {

// On a pool thread, as what follows.
Result<bool> isVisible(Store &store, model::UserId user, const protocol::Cursor &awaited)
{
    const Result<qint64> version = store.version(awaited.space);
    if (!version || *version > 0) {
        return version ? Result<bool>(*version >= awaited.version) : Failure(version.error());
    }
    const Result<protocol::DropReason> reason = store.whyNot(user, awaited.space);
    return reason ? Result<bool>(*reason == protocol::DropReason::Deleted) : Failure(reason.error());
}

// The spaces asked for that the user has no role in, without repetition.
std::vector<model::SpaceId> absentOf(
    const ReadSpaces &request, const std::vector<protocol::SpaceGrant> &grants)
{
    std::vector<model::SpaceId> absent = request.asked;
    std::ranges::sort(absent);
    absent.erase(std::unique(absent.begin(), absent.end()), absent.end());
    std::erase_if(absent, [&grants](const model::SpaceId &space) {
        return std::ranges::binary_search(grants, space, {}, &protocol::SpaceGrant::space);
    });
    return absent;
}

Result<bool> isBehind(Store &store, const ReadSpaces &request)
{
    for (const protocol::Cursor &awaited : request.awaited) {
        const Result<bool> visible = isVisible(store, request.user, awaited);
        if (!visible || !*visible) {
            return visible ? Result<bool>(true) : Failure(visible.error());
        }
    }
    return false;
}

using Answers = std::vector<Result<SpacesRead>>;

Result<Answers> answerAll(Store &store, std::span<const ReadSpaces> requests)
{
    const Result<QString> epoch = store.epoch();
    if (!epoch) {
        return Failure(epoch.error());
    }
    // Versions first: what is visible now is visible to all that is read after.
    std::vector<model::UserId> users;
    std::vector<bool> behind;
    for (const ReadSpaces &request : requests) {
        const Result<bool> late = isBehind(store, request);
        if (!late) {
            return Failure(late.error());
        }
        behind.push_back(*late);
        users.push_back(request.user);
    }
    auto spaces = store.spacesOf(users);
    if (!spaces) {
        return Failure(spaces.error());
    }
    std::vector<Store::Stranger> strangers;
    std::vector<std::size_t> ends; // of each request's
    for (std::size_t i = 0; i < requests.size(); ++i) {
        for (const model::SpaceId &space : absentOf(requests[i], (*spaces)[i])) {
            strangers.push_back({ requests[i].user, space });
        }
        ends.push_back(strangers.size());
    }
    const auto reasons = store.whyNot(strangers);
    if (!reasons) {
        return Failure(reasons.error());
    }
    std::size_t next = 0;
    Answers answers;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        SpacesRead answer {
            .epoch = *epoch, .spaces = std::move((*spaces)[i]), .absent = {}, .behind = behind[i]
        };
        for (; next < ends[i]; ++next) {
            answer.absent.push_back({ strangers[next].space, (*reasons)[next] });
        }
        answers.emplace_back(std::move(answer));
    }
    return answers;
}

} // namespace

SpacesReader::SpacesReader(StoreDesk &desk, Answered answered)
    : m_desk(desk)
    , m_answered(std::move(answered))
{
}

void SpacesReader::ask(SessionNumber session, quint64 asOf, ReadSpaces request)
{
    m_askers.push_back({ session, asOf });
    m_requests.push_back(std::move(request));
    if (!m_due) {
        m_due = true;
        QMetaObject::invokeMethod(
            &m_desk, [this] { send(); }, Qt::QueuedConnection);
    }
}

void SpacesReader::send()
{
    m_due = false;
    const std::vector<Asker> askers = std::exchange(m_askers, {});
    std::vector<ReadSpaces> requests = std::exchange(m_requests, {});
    for (std::size_t begin = 0; begin < askers.size(); begin += limits::kUsersPerRead) {
        const std::size_t end = std::min(begin + limits::kUsersPerRead, askers.size());
        std::vector<ReadSpaces> some(std::make_move_iterator(requests.begin() + std::ptrdiff_t(begin)),
            std::make_move_iterator(requests.begin() + std::ptrdiff_t(end)));
        const std::vector<Asker> theirs(
            askers.begin() + std::ptrdiff_t(begin), askers.begin() + std::ptrdiff_t(end));
        m_desk.read([some = std::move(some)](Store &store) { return answerAll(store, some); },
            [this, theirs](const Result<Answers> &answers) {
                for (std::size_t i = 0; i < theirs.size(); ++i) {
                    m_answered(theirs[i].session, theirs[i].asOf,
                        answers ? (*answers)[i] : Failure(answers.error()));
                }
            });
    }
}

} // namespace larder::server
