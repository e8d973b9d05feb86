// One question to the desktop's portal: the call, and the answer that comes as a signal once the person has
// decided. Ends with its parent; after either signal it deletes itself. Lives on the UI thread.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QVariant>
#include <QtDBus/QDBusConnection>

namespace larder::app {

class PortalRequest final : public QObject {
    Q_OBJECT

public:
    enum class Answer : uint { Done = 0, Cancelled = 1, Ended = 2 };

    // `token` is this program's name for the question: letters and digits, used once.
    PortalRequest(const QDBusConnection &bus, const QString &token, QObject *parent);

    // The last argument of every such method are its options, to which the token is added.
    void ask(const QString &interface, const QString &method, QVariantList arguments, QVariantMap options);

Q_SIGNALS:
    void answered(larder::app::PortalRequest::Answer answer, const QVariantMap &results);
    void unavailable();

private Q_SLOTS:
    void onResponse(uint code, const QVariantMap &results);

private:
    void listenAt(const QString &path);

    QDBusConnection m_bus;
    QString m_token;
    QString m_path;
};

} // namespace larder::app
