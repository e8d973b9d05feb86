// Where one HTTP/1.1 request ends and the next begins, and whether it may come in at all.
//
// Qt's parser keeps half a header for ever, buffers a body of any length and guesses at odd framing. So it
// only gets what passed here: a whole request within the bounds, rewritten in one canonical form
// (Content-Length and the header fields that the API reads; chunks put together). Framing that two parties
// could read differently (both lengths, folded lines, bare line feeds) is refused, so nothing can be smuggled
// past a proxy.
//
// A value without clock or socket: the same bytes give the same requests however they are cut.
#pragma once

#include "core/limits.h"

#include <QtCore/QByteArray>

namespace larder::server {

class RequestFramer {
public:
    struct Bounds {
        qsizetype headerBytes = limits::kHttpHeaderBytes;
        qsizetype bodyBytes = limits::kHttpBodyBytes;
    };

    enum class State : quint8 {
        Between, // nothing of a request is here yet
        Head,
        Body,
        Whole, // take() it; what follows waits
        Refused, // for good: what follows can't be framed
    };

    struct Framed {
        QByteArray bytes;
        bool keepAlive = true;
    };

    explicit RequestFramer(Bounds bounds)
        : m_bounds(bounds)
    {
    }

    void feed(QByteArrayView bytes);
    State state() const { return m_state; }
    int refusal() const { return m_refusal; } // an HTTP status, when Refused
    // Whether the client waits for "100 Continue" before it sends the body; true once.
    bool takeExpectation();
    Framed take();
    // What it holds in memory.
    qsizetype held() const { return m_input.size() + m_body.size() + m_head.size(); }

private:
    enum class Chunk : quint8 { Size, Content, End, Trailer };

    void advance();
    bool advanceHead();
    bool advanceBody();
    bool advanceChunks();
    bool readChunkSize(QByteArrayView line);
    bool readHead(QByteArrayView head);
    bool readRequestLine(QByteArrayView line);
    bool readField(QByteArrayView line);
    bool readFraming();
    bool refuse(int status);

    Bounds m_bounds;
    State m_state = State::Between;
    int m_refusal = 0;
    QByteArray m_input; // not yet understood
    qsizetype m_scanned = 0; // of m_input, without an end of the head

    QByteArray m_head; // canonical
    QByteArray m_body;
    QByteArray m_lengthField;
    QByteArray m_encodingField;
    int m_fields = 0;
    int m_hosts = 0;
    bool m_oldVersion = false; // HTTP/1.0
    bool m_keepAlive = true;
    bool m_expects = false;
    bool m_chunked = false;
    Chunk m_chunk = Chunk::Size;
    qsizetype m_bodyLeft = 0; // of the body, or of the chunk
    qsizetype m_trailerBytes = 0;
};

} // namespace larder::server
