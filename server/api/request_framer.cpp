#include "server/api/request_framer.h"

#include <QtCore/QList>

#include <algorithm>
#include <array>

namespace larder::server {

// A size line is hex digits and perhaps an extension, which we skip.
static constexpr qsizetype kChunkLineBytes = 256;

static bool isTokenChar(char c)
{
    static constexpr QByteArrayView marks("!#$%&'*+-.^_`|~");
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
}

static bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenChar);
}

static bool isHost(QByteArrayView text)
{
    static constexpr QByteArrayView marks(".:-_[]");
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || marks.contains(c);
    });
}

static bool isVisible(char c)
{
    return uchar(c) > 0x20 && uchar(c) < 0x7f;
}

static bool isFieldChar(char c)
{
    return c == '\t' || uchar(c) >= 0x20;
}

// The fields that somebody reads, by the name under which Qt gets them.
static QByteArrayView wantedField(const QByteArray &lowerName)
{
    static constexpr std::array<QByteArrayView, 9> kWanted { "host", "authorization", "content-type",
        "accept", "if-none-match", "user-agent", "x-request-id", "x-forwarded-for", "x-forwarded-proto" };
    const auto found = std::find(kWanted.begin(), kWanted.end(), QByteArrayView(lowerName));
    return found == kWanted.end() ? QByteArrayView() : *found;
}

void RequestFramer::feed(QByteArrayView bytes)
{
    if (m_state != State::Refused) {
        m_input.append(bytes);
        advance();
    }
}

bool RequestFramer::takeExpectation()
{
    const bool expects = m_expects && m_state == State::Body;
    m_expects = m_expects && m_state != State::Body;
    return expects;
}

RequestFramer::Framed RequestFramer::take()
{
    Framed framed { std::move(m_head), m_keepAlive };
    framed.bytes.append(m_body);
    RequestFramer next(m_bounds);
    next.m_input = std::move(m_input);
    *this = std::move(next);
    advance();
    return framed;
}

void RequestFramer::advance()
{
    bool more = true;
    while (more) {
        switch (m_state) {
        case State::Between:
        case State::Head:
            more = advanceHead();
            break;
        case State::Body:
            more = m_chunked ? advanceChunks() : advanceBody();
            break;
        case State::Whole:
        case State::Refused:
            more = false;
            break;
        }
    }
}

bool RequestFramer::refuse(int status)
{
    m_state = State::Refused;
    m_refusal = status;
    m_input.clear();
    m_head.clear();
    m_body.clear();
    return false;
}

bool RequestFramer::advanceHead()
{
    if (m_state == State::Between) {
        // RFC 9112 §2.2: empty lines before a request are ignored.
        while (m_input.startsWith("\r\n")) {
            m_input.remove(0, 2);
        }
        if (m_input.isEmpty() || m_input == "\r") {
            return false;
        }
        m_state = State::Head;
    }
    for (qsizetype i = m_scanned; i < m_input.size(); ++i) {
        if (m_input[i] != '\n') {
            continue;
        }
        if (i == 0 || m_input[i - 1] != '\r') {
            return refuse(400);
        }
        if (i >= 3 && m_input[i - 2] == '\n') {
            if (i + 1 > m_bounds.headerBytes) {
                return refuse(431);
            }
            if (!readHead(QByteArrayView(m_input).first(i - 1))) {
                return false;
            }
            m_input.remove(0, i + 1);
            m_scanned = 0;
            return true;
        }
    }
    m_scanned = m_input.size();
    return m_input.size() > m_bounds.headerBytes ? refuse(431) : false;
}

// `head` ends with the line break of its last line.
bool RequestFramer::readHead(QByteArrayView head)
{
    qsizetype start = 0;
    for (bool first = true; start < head.size(); first = false) {
        const qsizetype end = head.indexOf("\r\n", start);
        const QByteArrayView line = head.sliced(start, end - start);
        if (!(first ? readRequestLine(line) : readField(line))) {
            return false;
        }
        start = end + 2;
    }
    return readFraming();
}

bool RequestFramer::readRequestLine(QByteArrayView line)
{
    const qsizetype methodEnd = line.indexOf(' ');
    const qsizetype targetEnd = line.lastIndexOf(' ');
    if (methodEnd <= 0 || targetEnd <= methodEnd) {
        return refuse(400);
    }
    const QByteArrayView method = line.first(methodEnd);
    const QByteArrayView target = line.sliced(methodEnd + 1, targetEnd - methodEnd - 1);
    const QByteArrayView version = line.sliced(targetEnd + 1);
    if (!isToken(method) || !target.startsWith('/')
        || !std::all_of(target.begin(), target.end(), isVisible)) {
        return refuse(400);
    }
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        return refuse(version.startsWith("HTTP/") ? 505 : 400);
    }
    m_oldVersion = version == "HTTP/1.0";
    m_keepAlive = !m_oldVersion;
    m_head.reserve(512);
    m_head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    return true;
}

bool RequestFramer::readField(QByteArrayView line)
{
    if (++m_fields > limits::kHttpHeaderFields) {
        return refuse(431);
    }
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)) || !std::all_of(line.begin(), line.end(), isFieldChar)) {
        return refuse(400);
    }
    const QByteArray name = line.first(colon).toByteArray().toLower();
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    if (name == "content-length" || name == "transfer-encoding") {
        QByteArray &field = name == "content-length" ? m_lengthField : m_encodingField;
        if (!field.isNull() || value.isEmpty()) {
            return refuse(400);
        }
        field = value.toByteArray().toLower();
    } else if (name == "connection") {
        const QByteArray options = value.toByteArray().toLower();
        for (const QByteArray &option : options.split(',')) {
            const QByteArray word = option.trimmed();
            m_keepAlive = word == "close" ? false : word == "keep-alive" ? true : m_keepAlive;
        }
    } else if (name == "expect") {
        m_expects = value.compare("100-continue", Qt::CaseInsensitive) == 0;
        return m_expects || refuse(417);
    } else if (const QByteArrayView wanted = wantedField(name); !wanted.isNull()) {
        if (wanted == "host" && (++m_hosts > 1 || !isHost(value))) {
            return refuse(400);
        }
        m_head.append(wanted).append(": ").append(value).append("\r\n");
    }
    return true;
}

bool RequestFramer::readFraming()
{
    if (m_hosts == 0 && !m_oldVersion) {
        return refuse(400);
    }
    if (!m_encodingField.isNull()) {
        if (!m_lengthField.isNull() || m_oldVersion) {
            return refuse(400);
        }
        if (m_encodingField != "chunked") {
            return refuse(501);
        }
        m_chunked = true;
        m_state = State::Body;
        return true;
    }
    if (!m_lengthField.isNull()) {
        const bool digits = std::all_of(
            m_lengthField.begin(), m_lengthField.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!digits) {
            return refuse(400);
        }
        bool fits = false;
        m_bodyLeft = m_lengthField.toLongLong(&fits);
        if (!fits || m_bodyLeft > m_bounds.bodyBytes) {
            return refuse(413);
        }
    }
    m_state = State::Body;
    return true;
}

bool RequestFramer::advanceBody()
{
    const qsizetype taken = std::min(m_bodyLeft, m_input.size());
    m_body.append(QByteArrayView(m_input).first(taken));
    m_input.remove(0, taken);
    m_bodyLeft -= taken;
    if (m_bodyLeft > 0) {
        return false;
    }
    if (!m_body.isEmpty()) {
        m_head.append("content-length: ").append(QByteArray::number(m_body.size())).append("\r\n");
    }
    m_head.append("\r\n");
    m_state = State::Whole;
    return false;
}

bool RequestFramer::readChunkSize(QByteArrayView line)
{
    const qsizetype semicolon = line.indexOf(';');
    const QByteArrayView digits = (semicolon < 0 ? line : line.first(semicolon)).trimmed();
    const bool hex = !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
    if (!hex) {
        return refuse(400);
    }
    bool fits = false;
    m_bodyLeft = digits.toByteArray().toLongLong(&fits, 16);
    if (!fits || m_bodyLeft > m_bounds.bodyBytes - m_body.size()) {
        return refuse(413);
    }
    m_chunk = m_bodyLeft > 0 ? Chunk::Content : Chunk::Trailer;
    return true;
}

// One step; true when another may follow.
bool RequestFramer::advanceChunks()
{
    if (m_chunk == Chunk::Content) {
        const qsizetype taken = std::min(m_bodyLeft, m_input.size());
        m_body.append(QByteArrayView(m_input).first(taken));
        m_input.remove(0, taken);
        m_bodyLeft -= taken;
        m_chunk = m_bodyLeft > 0 ? Chunk::Content : Chunk::End;
        return m_bodyLeft == 0;
    }
    if (m_chunk == Chunk::End) {
        if (m_input.size() < 2) {
            return false;
        }
        if (!m_input.startsWith("\r\n")) {
            return refuse(400);
        }
        m_input.remove(0, 2);
        m_chunk = Chunk::Size;
        return true;
    }
    const qsizetype end = m_input.indexOf('\n');
    const qsizetype length = end < 0 ? m_input.size() : end + 1;
    if (m_chunk == Chunk::Size && length > kChunkLineBytes) {
        return refuse(400);
    }
    if (m_chunk == Chunk::Trailer && m_trailerBytes + length > m_bounds.headerBytes) {
        return refuse(431);
    }
    if (end < 0) {
        return false;
    }
    if (end == 0 || m_input[end - 1] != '\r') {
        return refuse(400);
    }
    const QByteArray line = m_input.first(end - 1);
    m_input.remove(0, end + 1);
    if (m_chunk == Chunk::Size) {
        return readChunkSize(line);
    }
    m_trailerBytes += length;
    if (line.isEmpty()) {
        m_bodyLeft = 0;
        m_chunked = false; // advanceBody() closes the request
    }
    return true;
}

} // namespace larder::server
