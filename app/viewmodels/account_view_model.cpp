#include "app/viewmodels/account_view_model.h"

#include "app/viewmodels/error_text.h"

namespace larder::app {

using namespace Qt::StringLiterals;

// "larder.example.org" means its HTTPS address; what is not one is left invalid.
static QUrl serverUrl(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QUrl url(trimmed.contains("://"_L1) ? trimmed : "https://"_L1 + trimmed, QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return web && !url.host().isEmpty() ? url : QUrl();
}

AccountViewModel::AccountViewModel(
    replica::ReplicaClient &replica, const PhotoFiles &photos, const QString &server, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_photos(photos)
    , m_server(server)
{
    connect(&m_replica, &replica::ReplicaClient::queueChanged, this, &AccountViewModel::unsentChanged);
    connect(&m_replica, &replica::ReplicaClient::saved, this, &AccountViewModel::unsentChanged);
}

int AccountViewModel::unsent() const
{
    return m_replica.queueState().waiting() + m_replica.unsavedCount() + int(m_photos.awaited().size());
}

void AccountViewModel::setRegistering(bool registering)
{
    if (registering != m_registering) {
        m_registering = registering;
        setErrors({});
        Q_EMIT entryChanged();
    }
}

void AccountViewModel::setEntry(QString &entry, const QString &text)
{
    if (entry != text) {
        entry = text;
        Q_EMIT entryChanged();
    }
}

void AccountViewModel::setServer(const QString &server)
{
    setEntry(m_server, server);
}

void AccountViewModel::setName(const QString &name)
{
    setEntry(m_name, name);
}

void AccountViewModel::setEmail(const QString &email)
{
    setEntry(m_email, email);
}

void AccountViewModel::setPassword(const QString &password)
{
    setEntry(m_password, password);
}

AccountViewModel::Errors AccountViewModel::check(const QUrl &server) const
{
    Errors errors;
    if (!server.isValid()) {
        errors.server = tr("The address of a server, such as https://larder.example.org.");
    }
    const QString email = m_email.trimmed();
    const qsizetype at = email.indexOf(u'@');
    if (at < 1 || at == email.size() - 1 || email.contains(u' ')) {
        errors.email = tr("An e-mail address, such as ana@example.org.");
    }
    if (m_password.isEmpty()) {
        errors.password = tr("Your password is missing.");
    }
    if (m_registering && m_name.trimmed().isEmpty()) {
        errors.name = tr("What the people you share with call you.");
    }
    return errors;
}

void AccountViewModel::submit()
{
    if (m_busy) {
        return;
    }
    const QUrl server = serverUrl(m_server);
    m_failure.reset();
    setErrors(check(server));
    if (m_errors != Errors {}) {
        return;
    }
    setBusy(true);
    const sync::SignIn entry { server, m_email.trimmed(), m_password,
        m_registering ? m_name.trimmed() : QString() };
    if (m_registering) {
        Q_EMIT registerAsked(entry);
    } else {
        Q_EMIT logInAsked(entry);
    }
}

void AccountViewModel::signOut()
{
    Q_EMIT signOutAsked();
}

void AccountViewModel::setAccount(const std::optional<sync::Account> &account)
{
    setBusy(false);
    setErrors({});
    if (account) {
        setPassword({});
    }
    if (account != m_account) {
        m_account = account;
        Q_EMIT accountChanged();
    }
}

void AccountViewModel::setSignInFailed(Code code)
{
    setBusy(false);
    m_failure = code;
    setErrors(refusal(code));
}

void AccountViewModel::retranslate()
{
    if (m_errors != Errors {}) {
        setErrors(m_failure ? refusal(*m_failure) : check(serverUrl(m_server)));
    }
}

AccountViewModel::Errors AccountViewModel::refusal(Code code) const
{
    Errors errors;
    switch (code) {
    case Code::InvalidCredentials:
        errors.password = errorSentence(code);
        break;
    case Code::AlreadyExists:
        // Also what the replica says when its lists are another person's.
        if (m_registering) {
            errors.email = tr("There is an account with this e-mail. Sign in instead.");
        } else {
            errors.whole = tr("The lists on this device belong to another account. Sign that one out first.");
        }
        break;
    case Code::Network:
    case Code::Timeout:
    case Code::Configuration:
        errors.server = errorSentence(code);
        break;
    case Code::InvalidValue:
        errors.whole = tr("The server did not accept that. Check the e-mail and choose a stronger password.");
        break;
    default:
        errors.whole = errorSentence(code);
        break;
    }
    return errors;
}

void AccountViewModel::setErrors(const Errors &errors)
{
    if (errors != m_errors) {
        m_errors = errors;
        Q_EMIT errorsChanged();
    }
}

void AccountViewModel::setBusy(bool busy)
{
    if (busy != m_busy) {
        m_busy = busy;
        Q_EMIT busyChanged();
    }
}

} // namespace larder::app
