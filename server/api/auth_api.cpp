#include "server/api/auth_api.h"

#include "server/api/json_body.h"
#include "server/gateway/neighbourhood.h"

#include <QtCore/QJsonDocument>

namespace larder::server {

using namespace Qt::StringLiterals;

AuthApi::AuthApi(Accounts &accounts, Metrics &metrics, const Clock &clock, const Options &options)
    : m_accounts(accounts)
    , m_metrics(metrics)
    , m_addresses(options.perAddress, clock)
    , m_failedRefreshes(options.perAddress, clock)
    , m_emails(options.perAccount, clock)
{
}

void AuthApi::addRoutes(Router &router)
{
    router.add(Method::Post, "/api/auth/register", Access::Anyone,
        [this](const Request &r) { return registerAccount(r); });
    router.add(
        Method::Post, "/api/auth/login", Access::Anyone, [this](const Request &r) { return signIn(r); });
    router.add(
        Method::Post, "/api/auth/refresh", Access::Anyone, [this](const Request &r) { return refresh(r); });
    router.add(
        Method::Post, "/api/auth/logout", Access::Anyone, [this](const Request &r) { return signOut(r); });
    router.add(Method::Get, "/api/auth/me", Access::Account, [this](const Request &r) { return me(r); });
    router.add(Method::Get, "/api/me", Access::Account, [this](const Request &r) { return me(r); });
}

static QJsonObject toJson(const Profile &user)
{
    return { { u"id"_s, user.id.toString() }, { u"email"_s, user.email }, { u"name"_s, user.name } };
}

static Answer toAnswer(const SignedIn &signedIn)
{
    const QJsonObject object {
        { u"accessToken"_s, QString::fromLatin1(signedIn.accessToken) },
        { u"refreshToken"_s, QString::fromLatin1(signedIn.refreshToken) },
        { u"expiresIn"_s, qint64(limits::kAccessTokenLife.count()) },
        { u"user"_s, toJson(signedIn.user) },
    };
    return Answer::json(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// Thread-safe: futures end on other threads.
void AuthApi::count(const char *what, bool success)
{
    m_metrics
        .counter("larder_auth_attempts_total", "Registrations, sign-ins and refreshes.",
            { { "kind", what }, { "outcome", success ? "success" : "failure" } })
        .add();
}

static QByteArray addressKey(const QHostAddress &address)
{
    return neighbourhoodOf(address).toString().toLatin1();
}

std::optional<Answer> AuthApi::limited(const Request &request, const QString &email)
{
    std::chrono::seconds wait = m_addresses.take(addressKey(request.peer));
    if (wait.count() == 0 && !email.isEmpty()) {
        wait = m_emails.take(emailKey(email.left(limits::kEmailChars)).toUtf8());
    }
    if (wait.count() == 0) {
        return std::nullopt;
    }
    count("limited", false);
    return comeAgainIn(wait);
}

Answer AuthApi::comeAgainIn(std::chrono::seconds wait)
{
    Problem problem = problemOf(Code::RateLimited);
    problem.retryAfterSeconds = int(wait.count());
    return Answer::of(problem);
}

Reply AuthApi::registerAccount(const Request &request)
{
    auto body = jsonObjectOf(request);
    if (auto *answer = std::get_if<Answer>(&body)) {
        return *answer;
    }
    JsonFields fields(std::get<QJsonObject>(body));
    Registration registration { fields.text(u"email"_s).trimmed(), fields.text(u"password"_s),
        fields.text(u"name"_s).trimmed(), fields.optionalText(u"device"_s) };
    std::vector<FieldFault> faults = fields.faults();
    if (faults.empty()) {
        for (const auto &[field, sentence] : faultsOf(registration)) {
            faults.push_back({ field, sentence });
        }
    }
    if (!faults.empty()) {
        return faulty(std::move(faults));
    }
    if (auto answer = limited(request, registration.email)) {
        return *answer;
    }
    if (registration.device.isEmpty()) {
        registration.device = QString::fromUtf8(request.userAgent);
    }
    return m_accounts.registerAccount(registration).then([this](const Result<SignedIn> &signedIn) {
        count("register", signedIn.has_value());
        if (signedIn) {
            return toAnswer(*signedIn);
        }
        Problem problem = problemOf(signedIn.error());
        if (signedIn.error().code == Code::AlreadyExists) {
            problem.detail = u"There is an account with this e-mail address already. Sign in instead."_s;
        }
        return Answer::of(problem);
    });
}

Reply AuthApi::signIn(const Request &request)
{
    auto body = jsonObjectOf(request);
    if (auto *answer = std::get_if<Answer>(&body)) {
        return *answer;
    }
    JsonFields fields(std::get<QJsonObject>(body));
    Credentials credentials { fields.text(u"email"_s).trimmed(), fields.text(u"password"_s),
        fields.optionalText(u"device"_s) };
    if (auto faults = fields.faults(); !faults.empty()) {
        return faulty(std::move(faults));
    }
    if (auto answer = limited(request, credentials.email)) {
        return *answer;
    }
    if (credentials.device.isEmpty()) {
        credentials.device = QString::fromUtf8(request.userAgent);
    }
    return m_accounts.signIn(credentials).then([this](const Result<SignedIn> &signedIn) {
        count("login", signedIn.has_value());
        return signedIn ? toAnswer(*signedIn) : Answer::of(signedIn.error());
    });
}

Reply AuthApi::refresh(const Request &request)
{
    auto body = jsonObjectOf(request);
    if (auto *answer = std::get_if<Answer>(&body)) {
        return *answer;
    }
    JsonFields fields(std::get<QJsonObject>(body));
    const QString token = fields.text(u"refreshToken"_s);
    if (auto faults = fields.faults(); !faults.empty()) {
        return faulty(std::move(faults));
    }
    return m_accounts.refresh(token.toUtf8())
        .then(&m_here, [this, address = addressKey(request.peer)](const Result<SignedIn> &signedIn) {
            if (!signedIn && signedIn.error().code == Code::Unauthenticated) {
                if (const auto wait = m_failedRefreshes.take(address); wait.count() > 0) {
                    count("limited", false);
                    return comeAgainIn(wait);
                }
            }
            count("refresh", signedIn.has_value());
            return signedIn ? toAnswer(*signedIn) : Answer::of(signedIn.error());
        });
}

// With an access token, or, as that may have ended meanwhile, with the refresh token alone.
Reply AuthApi::signOut(const Request &request)
{
    Accounts::Leaving leaving;
    if (!request.body.isEmpty()) {
        auto body = jsonObjectOf(request);
        if (auto *answer = std::get_if<Answer>(&body)) {
            return *answer;
        }
        JsonFields fields(std::get<QJsonObject>(body));
        leaving.refreshToken = fields.optionalText(u"refreshToken"_s).toUtf8();
        if (auto faults = fields.faults(); !faults.empty()) {
            return faulty(std::move(faults));
        }
    }
    if (request.caller) {
        leaving.session = request.caller->session;
    } else if (leaving.refreshToken.isEmpty()) {
        return Answer::of(request.refused);
    }
    return m_accounts.signOut(leaving).then(
        [](const Result<void> &done) { return done ? Answer::nothing() : Answer::of(done.error()); });
}

Reply AuthApi::me(const Request &request)
{
    return m_accounts.profile(request.user()).then([](const Result<Profile> &profile) {
        if (profile) {
            return Answer::json(QJsonDocument(toJson(*profile)).toJson(QJsonDocument::Compact));
        }
        // A token may outlive its account by a few minutes.
        return Answer::of(
            profile.error().code == Code::NotFound ? Error { Code::Unauthenticated, {} } : profile.error());
    });
}

} // namespace larder::server
