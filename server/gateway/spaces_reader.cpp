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

Result<SpacesRead> readOne(Store &store, const QString &epoch, const ReadSpaces &request)
{
    SpacesRead read;
    read.epoch = epoch;
    // Versions first: what is visible now is visible to all that is read after.
    for (const protocol::Cursor &awaited : request.awaited) {
        const Result<bool> visible = isVisible(store, request.user, awaited);
        if (!visible) {
            return Failure(visible.error());
        }
        read.behind = read.behind || !*visible;
    }
    Result<std::vector<protocol::SpaceGrant>> spaces = store.spacesOf(request.user);
    if (!spaces) {
        return Failure(spaces.error());
    }
    read.spaces = std::move(*spaces);
    std::vector<model::SpaceId> held;
    for (const protocol::SpaceGrant &grant : read.spaces) {
        held.push_back(grant.space);
    }
    std::ranges::sort(held);
    std::vector<model::SpaceId> asked = request.asked;
    std::ranges::sort(asked);
    asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
    for (const model::SpaceId &space : asked) {
        if (std::ranges::binary_search(held, space)) {
            continue;
        }
        const Result<protocol::DropReason> reason = store.whyNot(request.user, space);
        if (!reason) {
            return Failure(reason.error());
        }
        read.absent.push_back({ space, *reason });
    }
    return read;
}

} // namespace

SpacesReader::SpacesReader(StoreDesk &desk, Answered answered)
    : m_desk(desk)
    , m_answered(std::move(answered))
{
}

void SpacesReader::ask(SessionNumber session, quint64 asOf, ReadSpaces request)
{
    m_waiting.push_back({ session, asOf, std::move(request) });
    if (!m_due) {
        m_due = true;
        QMetaObject::invokeMethod(&m_desk, [this] { send(); }, Qt::QueuedConnection);
    }
}

void SpacesReader::send()
{
    m_due = false;
    std::vector<Question> waiting = std::exchange(m_waiting, {});
    for (std::size_t begin = 0; begin < waiting.size(); begin += limits::kUsersPerRead) {
        const std::size_t end = std::min(begin + limits::kUsersPerRead, waiting.size());
        auto questions = std::make_shared<const std::vector<Question>>(
            std::make_move_iterator(waiting.begin() + std::ptrdiff_t(begin)),
            std::make_move_iterator(waiting.begin() + std::ptrdiff_t(end)));
        auto work = [questions](Store &store) -> Result<std::vector<Result<SpacesRead>>> {
            const Result<QString> epoch = store.epoch();
            if (!epoch) {
                return Failure(epoch.error());
            }
            std::vector<Result<SpacesRead>> answers;
            for (const Question &question : *questions) {
                answers.push_back(readOne(store, *epoch, question.request));
            }
            return answers;
        };
        m_desk.read(std::move(work), [this, questions](const Result<std::vector<Result<SpacesRead>>> &answers) {
            for (std::size_t i = 0; i < questions->size(); ++i) {
                const Question &question = (*questions)[i];
                if (answers) {
                    m_answered(question.session, question.asOf, (*answers)[i]);
                } else {
                    m_answered(question.session, question.asOf, Failure(answers.error()));
                }
            }
        });
    }
}

} // namespace larder::server
