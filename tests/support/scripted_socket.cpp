#include "tests/support/scripted_socket.h"

namespace larder::test {

void ScriptedSocket::open(const QUrl &)
{
    m_state = State::Opening;
    ++m_opens;
    m_heard.clear();
}

void ScriptedSocket::close()
{
    m_state = State::Closed;
}

void ScriptedSocket::send(const QByteArray &message)
{
    if (m_state != State::Open) {
        return;
    }
    auto decoded = protocol::decodeUp(message);
    if (!decoded) {
        m_unreadable = decoded.error().detail.toStdString();
        return;
    }
    m_heard.push_back(*decoded);
}

void ScriptedSocket::accept()
{
    if (m_state != State::Opening) {
        throw std::runtime_error("the client does not try to connect");
    }
    m_state = State::Open;
    Q_EMIT opened();
}

void ScriptedSocket::hangUp(Code code)
{
    m_state = State::Closed;
    Q_EMIT closed(code, QString());
}

void ScriptedSocket::says(const protocol::Down &message)
{
    if (m_state == State::Open) {
        Q_EMIT received(protocol::encode(message));
    }
}

} // namespace larder::test
