// The log: one JSON object a line, on stderr.
//
//     {"ts":"2024-05-01T12:00:00.123Z","level":"info","category":"larder.api","msg":"…","request":"…", …}
//
// Qt's messages (ours and the libraries') come here; a message logged while a RequestScope stands on the
// thread carries that request's id. Lines are written with one system call each, so threads don't mix them.
// What must never be in a message (tokens, passwords, mail addresses, bound SQL values) is its writer's
// business.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace larder::server {

enum class LogLevel : quint8 { Debug, Info, Warning, Error };

// From here on, Qt's messages of at least this level are lines on stderr.
void installJsonLog(LogLevel least);

// A line with members of its own, after the ones that every line has.
void logLine(LogLevel level, QLatin1StringView category, const QString &message, const QJsonObject &members);

// The bytes of one line, with its line feed. Control characters and broken UTF-16 come out escaped.
QByteArray toLogLine(LogLevel level, const QByteArray &category, const QString &message, qint64 unixMillis,
    const QJsonObject &members);

// The messages of this thread belong to a request, as long as this stands.
class [[nodiscard]] RequestScope {
public:
    explicit RequestScope(const QByteArray &requestId);
    ~RequestScope();
    Q_DISABLE_COPY_MOVE(RequestScope)

private:
    QByteArray m_outer;
};

} // namespace larder::server
