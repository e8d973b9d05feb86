#include "app/platform/linux/portal_request.h"
#include "app/platform/system_dialogs.h"

#include <QtCore/QFile>
#include <QtCore/QUrl>
#include <QtDBus/QDBusUnixFileDescriptor>

namespace larder::app {

using namespace Qt::StringLiterals;

static const QString kNoWindow; // a dialog without a parent; the handle of ours is not ours to give

void SystemDialogs::print(const QString &title, const QString &pdf)
{
    QFile file(pdf);
    if (!QDBusConnection::sessionBus().isConnected() || !file.open(QIODevice::ReadOnly)) {
        showInViewer(pdf);
        return;
    }
    auto *request = new PortalRequest(QDBusConnection::sessionBus(), u"larder%1"_s.arg(++m_asked), this);
    connect(request, &PortalRequest::unavailable, this, [this, pdf] { showInViewer(pdf); });
    const QDBusUnixFileDescriptor content(file.handle()); // a copy of its own
    request->ask(u"org.freedesktop.portal.Print"_s, u"Print"_s,
        { kNoWindow, title, QVariant::fromValue(content) }, {});
}

void SystemDialogs::choosePlace(const QString &title, const QString &name)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        chooseDocuments(name);
        return;
    }
    auto *request = new PortalRequest(QDBusConnection::sessionBus(), u"larder%1"_s.arg(++m_asked), this);
    connect(request, &PortalRequest::unavailable, this, [this, name] { chooseDocuments(name); });
    connect(request, &PortalRequest::answered, this,
        [this](PortalRequest::Answer answer, const QVariantMap &results) {
            const QString path = QUrl(results.value(u"uris"_s).toStringList().value(0)).toLocalFile();
            if (answer == PortalRequest::Answer::Done && !path.isEmpty()) {
                Q_EMIT placeChosen(path);
            }
        });
    request->ask(u"org.freedesktop.portal.FileChooser"_s, u"SaveFile"_s, { kNoWindow, title },
        { { u"current_name"_s, name } });
}

void SystemDialogs::chooseFile(const QString &title)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        Q_EMIT noDialog();
        return;
    }
    auto *request = new PortalRequest(QDBusConnection::sessionBus(), u"larder%1"_s.arg(++m_asked), this);
    connect(request, &PortalRequest::unavailable, this, &SystemDialogs::noDialog);
    connect(request, &PortalRequest::answered, this,
        [this](PortalRequest::Answer answer, const QVariantMap &results) {
            const QString path = QUrl(results.value(u"uris"_s).toStringList().value(0)).toLocalFile();
            if (answer == PortalRequest::Answer::Done && !path.isEmpty()) {
                Q_EMIT fileChosen(path);
            }
        });
    request->ask(u"org.freedesktop.portal.FileChooser"_s, u"OpenFile"_s, { kNoWindow, title }, {});
}

} // namespace larder::app
