// Passwords, kept as bcrypt hashes of cost 12: a quarter of a second of work each, on purpose.
//
// It is done on threads of its own, so that neither the event loop nor the database waits for it, and only so
// many wait in line: a flood of sign-ins gets "come again" and not the server. For an e-mail address that
// nobody has, the same work is done on a hash of nothing, so the time of an answer does not tell who has an
// account. Thread-safe; the copies made here are wiped when their work is done.
#pragma once

#include "core/limits.h"
#include "core/result.h"

#include <QtCore/QFuture>
#include <QtCore/QMutex>
#include <QtCore/QThreadPool>

#include <atomic>

namespace larder::server {

// InvalidValue with a sentence for the person: too short, or past what bcrypt looks at.
Result<void> checkNewPassword(const QString &password);

class Passwords {
public:
    explicit Passwords(int threads);
    ~Passwords();
    Q_DISABLE_COPY_MOVE(Passwords)

    // Drops who waits, takes nobody any more, and returns when no password is being worked on.
    void finish();

    // RateLimited when too many are waiting, Cancelled after finish().
    QFuture<Result<QByteArray>> hash(const QString &password);
    // Whether the password is that of the hash; a null hash takes as long and is false.
    QFuture<Result<bool>> verify(const QString &password, const QByteArray &hash);

private:
    template<typename Work> auto run(Work work) -> QFuture<decltype(work())>;

    QThreadPool m_pool;
    QMutex m_mutex; // what is let in is in the pool before finish() looks
    bool m_finished = false;
    std::atomic<int> m_waiting = 0;
};

} // namespace larder::server
