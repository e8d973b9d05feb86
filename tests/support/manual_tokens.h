// The account of a test: it is signed in when told so, and its tokens are what the test says.
#pragma once

#include "core/sync/token_source.h"

namespace larder::test {

class ManualTokens final : public sync::TokenSource {
    Q_OBJECT

public:
    // Answers obtain() and renew() by itself, on a later turn of `timers`.
    explicit ManualTokens(Timers &timers);

    void signIn(model::UserId who, const QString &token);
    // What renewals answer from now on: a token, or a code when `token` is empty.
    void answerWith(const QString &token, Code code = Code::Network);

    model::UserId user() const override { return m_user; }
    QString accessToken() const override { return m_token; }
    QUrl syncUrl() const override { return QUrl(QStringLiteral("ws://server/")); }
    std::chrono::milliseconds renewalDueIn() const override { return dueIn; }
    void obtain(Address address) override;
    void renew() override;
    void setClockOffset(Micros known) override { offset = known; }
    void signOut() override;
    void refuse(Code code) override;

    std::chrono::milliseconds dueIn = std::chrono::hours(1000);
    Micros offset {};
    int obtained = 0;
    int renewed = 0;
    std::optional<Code> refused;

private:
    void answerLater(bool anew);

    Timers &m_timers;
    model::UserId m_user;
    QString m_token;
    QString m_next;
    Code m_failure = Code::Network;
    bool m_owed = false;
};

} // namespace larder::test
