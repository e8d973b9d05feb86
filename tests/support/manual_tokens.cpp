#include "tests/support/manual_tokens.h"

namespace larder::test {

ManualTokens::ManualTokens(Timers &timers)
    : m_timers(timers)
{
}

void ManualTokens::signIn(model::UserId who, const QString &token)
{
    m_user = who;
    m_token = token;
    m_next = token;
    Q_EMIT signedIn(who);
}

void ManualTokens::answerWith(const QString &token, Code code)
{
    m_next = token;
    m_failure = code;
}

void ManualTokens::obtain(Address)
{
    ++obtained;
    answerLater(false);
}

void ManualTokens::renew()
{
    ++renewed;
    answerLater(true);
}

void ManualTokens::answerLater(bool anew)
{
    if (m_owed) {
        return;
    }
    m_owed = true;
    m_timers.start(std::chrono::milliseconds(1), [this, anew] {
        m_owed = false;
        if (anew && m_next.isEmpty()) {
            Q_EMIT refreshFailed(m_failure);
            return;
        }
        if (anew) {
            m_token = m_next;
        }
        Q_EMIT refreshed();
    });
}

void ManualTokens::signOut()
{
    m_user = {};
    m_token.clear();
}

void ManualTokens::refuse(Code code)
{
    refused = code;
    signOut();
}

} // namespace larder::test
