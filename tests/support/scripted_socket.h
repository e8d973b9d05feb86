// The other end of a SyncClient, spoken by the test: a test over it reads as a dialogue.
//
//     socket.accept();
//     const auto hello = socket.hears<protocol::Hello>();
//     socket.says(protocol::Welcome { … });
//
// Hearing something else than was expected throws, and so ends the test with what was heard.
#pragma once

#include "core/protocol/codec.h"
#include "core/sync/transport.h"

#include <deque>
#include <optional>
#include <stdexcept>
#include <string>

namespace larder::test {

class ScriptedSocket final : public sync::Transport {
    Q_OBJECT

public:
    using Transport::Transport;

    // ---- what SyncClient calls
    void open(const QUrl &url) override;
    void close() override;
    void send(const QByteArray &message) override;

    // ---- what the test calls
    bool isWanted() const { return m_state == State::Opening; } // the client tries to connect
    bool isOpen() const { return m_state == State::Open; }
    int opens() const { return m_opens; }

    void accept();
    void hangUp(Code code = Code::Network);
    void says(const protocol::Down &message);
    void says(const QByteArray &bytes) { Q_EMIT received(bytes); }

    bool heardNothing() const { return m_heard.empty(); }
    void forget() { m_heard.clear(); }

    template<typename Message> Message hears()
    {
        if (!m_unreadable.empty()) {
            throw std::runtime_error("the client sent what no server can read: " + m_unreadable);
        }
        if (m_heard.empty()) {
            throw std::runtime_error("the client said nothing");
        }
        const protocol::AnyUp first = m_heard.front();
        m_heard.pop_front();
        if (!std::holds_alternative<Message>(first)) {
            throw std::runtime_error(
                "the client said something else, message type " + std::to_string(first.index()));
        }
        return std::get<Message>(first);
    }

    // The next message, if it is one of these.
    template<typename Message> std::optional<Message> hearsIf()
    {
        if (m_heard.empty() || !std::holds_alternative<Message>(m_heard.front())) {
            return std::nullopt;
        }
        return hears<Message>();
    }

private:
    enum class State { Closed, Opening, Open };
    State m_state = State::Closed;
    int m_opens = 0;
    std::deque<protocol::AnyUp> m_heard;
    std::string m_unreadable;
};

} // namespace larder::test
