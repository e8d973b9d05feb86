#include "server/accounts/passwords.h"

#include "core/assert.h"
#include "core/random.h"

#include <QtConcurrent/QtConcurrentRun>

#include <cstdlib>
#include <cstring>
#include <memory>

#include <crypt.h>

namespace larder::server {

using namespace Qt::StringLiterals;

static constexpr unsigned long kCost = 12;
// A hash that no password has: what is verified for an address that nobody has.
static constexpr const char *kNobody = "$2b$12$......................NH0MZyBlmIGk84.RgXOFECQw.VucXcS";

namespace {

// What libxcrypt works in; it is wiped, because a state of the password's hashing stays there.
class Scratch {
public:
    ~Scratch()
    {
        if (m_data) {
            ::explicit_bzero(m_data, size_t(m_size));
            std::free(m_data);
        }
    }
    QByteArray crypt(const QByteArray &password, const char *setting)
    {
        const char *hash = ::crypt_ra(password.constData(), setting, &m_data, &m_size);
        return hash ? QByteArray(hash) : QByteArray();
    }

private:
    void *m_data = nullptr;
    int m_size = 0;
};

// Every byte is looked at, so the time does not tell how many of them agree.
bool areEqual(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size()) {
        return false;
    }
    uchar difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        difference = uchar(difference | (uchar(a[i]) ^ uchar(b[i])));
    }
    return difference == 0;
}

void wipe(QByteArray &secret)
{
    ::explicit_bzero(secret.data(), size_t(secret.size()));
}

Result<QByteArray> hashNow(QByteArray password)
{
    const QByteArray salt = SystemRandom().bytes(16);
    const std::unique_ptr<char, void (*)(void *)> setting(
        ::crypt_gensalt_ra("$2b$", kCost, salt.constData(), int(salt.size())), std::free);
    Scratch scratch;
    const QByteArray hash = setting ? scratch.crypt(password, setting.get()) : QByteArray();
    wipe(password);
    if (!hash.startsWith("$2b$12$")) {
        return Failure(Code::Internal, u"libxcrypt made no bcrypt hash"_s);
    }
    return hash;
}

Result<bool> verifyNow(QByteArray password, const QByteArray &hash)
{
    Scratch scratch;
    const QByteArray made = scratch.crypt(password, hash.isNull() ? kNobody : hash.constData());
    const bool fits = password.size() <= limits::kPasswordBytesMax && !password.contains('\0');
    wipe(password);
    return !hash.isNull() && fits && areEqual(made, hash);
}

} // namespace

Result<void> checkNewPassword(const QString &password)
{
    if (password.contains(QChar())) {
        return Failure(Code::InvalidValue, u"A password can't have a null character."_s);
    }
    if (password.toUcs4().size() < limits::kPasswordCharsMin) {
        return Failure(Code::InvalidValue, u"At least %1 characters."_s.arg(limits::kPasswordCharsMin));
    }
    if (password.toUtf8().size() > limits::kPasswordBytesMax) {
        return Failure(Code::InvalidValue,
            u"At most %1 bytes; letters beyond ASCII take two or more of them."_s.arg(
                limits::kPasswordBytesMax));
    }
    return {};
}

Passwords::Passwords(int threads)
{
    m_pool.setMaxThreadCount(threads);
}

Passwords::~Passwords()
{
    finish();
}

void Passwords::finish()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_finished = true;
    }
    m_pool.clear();
    m_pool.waitForDone();
}

template<typename Work> auto Passwords::run(Work work) -> QFuture<decltype(work())>
{
    using Outcome = decltype(work());
    const QMutexLocker lock(&m_mutex);
    if (m_finished) {
        return QtFuture::makeReadyFuture(Outcome(Failure(Code::Cancelled)));
    }
    if (m_waiting.fetch_add(1) >= limits::kPasswordQueue) {
        m_waiting.fetch_sub(1);
        return QtFuture::makeReadyFuture(Outcome(Failure(Code::RateLimited)));
    }
    return QtConcurrent::run(&m_pool, [this, work = std::move(work)]() mutable {
        Outcome outcome = work();
        m_waiting.fetch_sub(1);
        return outcome;
    });
}

QFuture<Result<QByteArray>> Passwords::hash(const QString &password)
{
    return run([bytes = password.toUtf8()]() mutable { return hashNow(std::move(bytes)); });
}

QFuture<Result<bool>> Passwords::verify(const QString &password, const QByteArray &hash)
{
    return run([bytes = password.toUtf8(), hash]() mutable { return verifyNow(std::move(bytes), hash); });
}

} // namespace larder::server
