#include "server/announcement.h"

#include "core/logging.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <cstdio>

namespace larder::server {

using namespace Qt::StringLiterals;

void announce(const Listening &listening)
{
    const QString address = listening.address.toString();
    const QString host
        = listening.address.protocol() == QAbstractSocket::IPv6Protocol ? u"[%1]"_s.arg(address) : address;
    const QString http = u"http://%1:%2"_s.arg(host).arg(listening.httpPort);
    const QString sync = u"ws://%1:%2"_s.arg(host).arg(listening.syncPort);
    const QJsonObject line { { u"event"_s, u"listening"_s }, { u"http"_s, http }, { u"sync"_s, sync },
        { u"httpPort"_s, listening.httpPort }, { u"syncPort"_s, listening.syncPort } };
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    qCInfo(lcOps, "listening on %ls (REST) and %ls (sync)", qUtf16Printable(http), qUtf16Printable(sync));
    if (!listening.hasAccounts) {
        qCInfo(lcOps,
            "there is no account yet; make the first one in the app, with %ls as its server, or with: curl "
            "-H 'Content-Type: application/json' -d "
            "'{\"email\":\"you@example.org\",\"name\":\"You\",\"password\":\"…\"}' "
            "%ls/api/auth/register",
            qUtf16Printable(http), qUtf16Printable(http));
    }
}

} // namespace larder::server
