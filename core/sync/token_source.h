// The account's access token, as the sync client needs it: Session in production, a made one in tests.
// Lives on the replica thread. Answers never come from inside a call.
#pragma once

#include "core/clock.h"
#include "core/error_code.h"
#include "core/model/uuid.h"

#include <QtCore/QObject>
#include <QtCore/QUrl>

namespace larder::sync {

class TokenSource : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // Null when nobody is signed in.
    virtual model::UserId user() const = 0;
    virtual QString accessToken() const = 0;
    virtual QUrl syncUrl() const = 0;
    // Until the token should be renewed.
    virtual std::chrono::milliseconds renewalDueIn() const = 0;

    // Doubted: the last connection never came about, so the server's socket may have moved.
    enum class Address : quint8 { Known, Doubted };
    // `refreshed` or `refreshFailed` follows, once for any number of calls that were made meanwhile. obtain()
    // is content with a token that is good for now, renew() is not.
    virtual void obtain(Address address) = 0;
    virtual void renew() = 0;
    // The server's clock minus this device's, as a welcome told.
    virtual void setClockOffset(Micros offset) = 0;
    // Signs out: the tokens are gone when this returns, and the server is told if it can be reached.
    virtual void signOut() = 0;
    // The account that just signed in is not to be used, because the lists here are somebody else's.
    virtual void refuse(Code code) = 0;

Q_SIGNALS:
    void signedIn(larder::model::UserId user);
    void refreshed();
    void refreshFailed(larder::Code code);
};

} // namespace larder::sync
