#include "tests/support/virtual_display.h"

namespace larder::test {

using namespace Qt::StringLiterals;

static constexpr int kPatienceMs = 30'000;

VirtualDisplay::VirtualDisplay()
{
    // It would begin anew whenever its last client goes, and forget one that is just coming.
    m_server.start(u"Xvfb"_s,
        { u"-displayfd"_s, u"1"_s, u"-noreset"_s, u"-screen"_s, u"0"_s, u"1280x860x24"_s, u"-nolisten"_s,
            u"tcp"_s });
    while (!m_server.canReadLine()) {
        if (!m_server.waitForReadyRead(kPatienceMs)) {
            qFatal("no display: %s", m_server.readAllStandardError().constData());
        }
    }
    m_name = u':' + QString::fromLatin1(m_server.readLine().trimmed());
}

VirtualDisplay::~VirtualDisplay()
{
    m_server.terminate();
    m_server.waitForFinished();
}

QByteArray VirtualDisplay::tell(const QStringList &command) const
{
    QProcess xdotool;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, m_name);
    xdotool.setProcessEnvironment(environment);
    xdotool.start(u"xdotool"_s, command);
    xdotool.waitForFinished(kPatienceMs);
    return xdotool.readAllStandardOutput();
}

bool VirtualDisplay::hasWindow() const
{
    return !tell({ u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"Larder"_s }).isEmpty();
}

void VirtualDisplay::focusWindow() const
{
    tell({ u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"Larder"_s, u"windowfocus"_s });
}

} // namespace larder::test
