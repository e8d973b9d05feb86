// The account page: the server's address, signing in, making an account, signing out.
//
// An account is never needed to use a list, so nothing else waits for this page. The session lives on the
// replica thread: what the person asks goes out as signals, and its answers come in as values; main.cpp
// connects them. Lives on the UI thread; owned by AppViewModel.
#pragma once

#include "app/photos/photo_files.h"
#include "core/replica/replica_client.h"
#include "core/sync/session.h"

#include <QtQml/qqmlregistration.h>

namespace larder::app {

class AccountViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(bool signedIn READ isSignedIn NOTIFY accountChanged)
    Q_PROPERTY(QString userName READ userName NOTIFY accountChanged)
    Q_PROPERTY(QString userEmail READ userEmail NOTIFY accountChanged)
    Q_PROPERTY(QString userServer READ userServer NOTIFY accountChanged)
    Q_PROPERTY(bool registering READ isRegistering WRITE setRegistering NOTIFY entryChanged)
    Q_PROPERTY(QString server READ server WRITE setServer NOTIFY entryChanged)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY entryChanged)
    Q_PROPERTY(QString email READ email WRITE setEmail NOTIFY entryChanged)
    Q_PROPERTY(QString password READ password WRITE setPassword NOTIFY entryChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(QString serverError READ serverError NOTIFY errorsChanged)
    Q_PROPERTY(QString nameError READ nameError NOTIFY errorsChanged)
    Q_PROPERTY(QString emailError READ emailError NOTIFY errorsChanged)
    Q_PROPERTY(QString passwordError READ passwordError NOTIFY errorsChanged)
    Q_PROPERTY(QString error READ error NOTIFY errorsChanged)
    Q_PROPERTY(int unsent READ unsent NOTIFY unsentChanged)

public:
    AccountViewModel(replica::ReplicaClient &replica, const PhotoFiles &photos, const QString &server,
        QObject *parent = nullptr);

    bool isSignedIn() const { return m_account.has_value(); }
    QString userName() const { return m_account ? m_account->name : QString(); }
    QString userEmail() const { return m_account ? m_account->email : QString(); }
    QString userServer() const { return m_account ? m_account->server.toDisplayString() : QString(); }
    bool isRegistering() const { return m_registering; }
    QString server() const { return m_server; }
    QString name() const { return m_name; }
    QString email() const { return m_email; }
    QString password() const { return m_password; }
    bool isBusy() const { return m_busy; }
    QString serverError() const { return m_errors.server; }
    QString nameError() const { return m_errors.name; }
    QString emailError() const { return m_errors.email; }
    QString passwordError() const { return m_errors.password; }
    QString error() const { return m_errors.whole; }
    // Changes and photos that only this device has: lost by signing out.
    int unsent() const;

    void setRegistering(bool registering);
    void setServer(const QString &server);
    void setName(const QString &name);
    void setEmail(const QString &email);
    void setPassword(const QString &password);

    // Signs in or makes the account; what is missing or wrong is said beside its field, and nothing is sent.
    Q_INVOKABLE void submit();
    // Without asking: the page has, when something would be lost.
    Q_INVOKABLE void signOut();

    void setAccount(const std::optional<larder::sync::Account> &account);
    void setSignInFailed(larder::Code code);
    // The language is another: what is wrong is said in it.
    void retranslate();

Q_SIGNALS:
    void accountChanged();
    void entryChanged();
    void busyChanged();
    void errorsChanged();
    void unsentChanged();
    void logInAsked(const larder::sync::SignIn &entry);
    void registerAsked(const larder::sync::SignIn &entry);
    void signOutAsked();

private:
    struct Errors {
        QString server;
        QString name;
        QString email;
        QString password;
        QString whole;

        friend bool operator==(const Errors &, const Errors &) = default;
    };

    Errors check(const QUrl &server) const;
    Errors refusal(Code code) const;
    void setErrors(const Errors &errors);
    void setBusy(bool busy);
    void setEntry(QString &entry, const QString &text);

    replica::ReplicaClient &m_replica;
    PhotoFiles m_photos;
    std::optional<sync::Account> m_account;
    bool m_registering = false;
    QString m_server;
    QString m_name;
    QString m_email;
    QString m_password;
    Errors m_errors;
    std::optional<Code> m_failure; // what m_errors tells, if it is of the server
    bool m_busy = false;
};

} // namespace larder::app
