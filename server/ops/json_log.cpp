#include "server/ops/json_log.h"

#include "core/clock.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QLoggingCategory>

#include <atomic>

#include <unistd.h>

namespace larder::server {

using namespace Qt::StringLiterals;

// Qt's message handler takes no context, so what it needs is here.
static std::atomic<LogLevel> leastLevel = LogLevel::Info;
static thread_local QByteArray currentRequest;

static QString nameOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return u"debug"_s;
    case LogLevel::Info:
        return u"info"_s;
    case LogLevel::Warning:
        return u"warning"_s;
    case LogLevel::Error:
        break;
    }
    return u"error"_s;
}

static QByteArray jsonString(const QString &text)
{
    // Writes the text as the only element of an array, which is the library's way to escape it.
    const QByteArray array = QJsonDocument(QJsonArray { text }).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

QByteArray toLogLine(LogLevel level, const QByteArray &category, const QString &message, qint64 unixMillis,
    const QJsonObject &members)
{
    QByteArray line = "{\"ts\":\"";
    line += QDateTime::fromMSecsSinceEpoch(unixMillis, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
    line += "\",\"level\":\"" + nameOf(level).toLatin1() + "\",\"category\":";
    line += jsonString(QString::fromUtf8(category)) + ",\"msg\":" + jsonString(message);
    if (!currentRequest.isEmpty() && !members.contains(u"request"_s)) {
        line += ",\"request\":" + jsonString(QString::fromUtf8(currentRequest));
    }
    if (!members.isEmpty()) {
        line += ',' + QJsonDocument(members).toJson(QJsonDocument::Compact).sliced(1);
    } else {
        line += '}';
    }
    return line + '\n';
}

static void writeLine(const QByteArray &line)
{
    // A log that can't be written is no reason to stop; there is nobody left to tell.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.constData(), size_t(line.size()));
}

void logLine(LogLevel level, QLatin1StringView category, const QString &message, const QJsonObject &members)
{
    if (level >= leastLevel.load(std::memory_order_relaxed)) {
        const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(SystemClock().now());
        writeLine(
            toLogLine(level, QByteArray(category.data(), category.size()), message, now.count(), members));
    }
}

static LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return LogLevel::Error;
}

// Qt's driver says it once for each prepared statement of a connection that is gone, which is no news by
// then.
static bool isNoise(const QString &message)
{
    return message.startsWith("Unable to free statement"_L1);
}

static void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    logLine(isNoise(message) ? LogLevel::Debug : levelOf(type),
        QLatin1StringView(context.category ? context.category : "default"), message, {});
}

void installJsonLog(LogLevel least)
{
    leastLevel = least;
    if (least == LogLevel::Debug) {
        QLoggingCategory::setFilterRules(u"larder.*.debug=true"_s);
    }
    qInstallMessageHandler(handleMessage);
}

RequestScope::RequestScope(const QByteArray &requestId)
    : m_outer(std::exchange(currentRequest, requestId))
{
}

RequestScope::~RequestScope()
{
    currentRequest = m_outer;
}

} // namespace larder::server
