// A Rows message as the bytes that go to every session that takes it: encoded once, compressed once, and
// neither before somebody wants it. Sessions and workers share it, so a change to a thousand clients is one
// piece of memory.
//
// The bytes are a whole WebSocket frame (RFC 6455 §5.2): a server's frames are not masked and thus alike for
// all, and QTcpSocket keeps a reference to a large array where QWebSocket would copy it for each client.
// Thread-safe; after the first use it never changes.
#pragma once

#include "core/protocol/messages.h"
#include "server/gateway/position.h"
#include "server/store/store.h"

#include <memory>
#include <mutex>
#include <optional>

namespace larder::server {

enum class Compression : quint8 { None, Zstd };

// One unmasked binary message.
QByteArray webSocketFrame(QByteArrayView payload);

// About what rows cost in memory.
qsizetype weightOf(const std::vector<model::Record> &rows);

class Parcel {
public:
    explicit Parcel(protocol::Rows rows, std::optional<PagePosition> resumeAfter = {});
    Q_DISABLE_COPY_MOVE(Parcel)

    const model::SpaceId &space() const { return m_space; }
    // Where a reader has to be for it to follow, and where it then is.
    Position before() const { return m_before; }
    Position after() const { return m_after; }
    // Whether a reader that is `at` may take it next. Of several versions in one it may have the first
    // already.
    bool follows(Position at) const
    {
        return m_before == at
            || (m_before.part == 0 && at.part == 0 && m_before.version < at.version && at.version < m_to);
    }
    qint64 from() const { return m_before.version; }
    qint64 to() const { return m_to; }
    int part() const { return m_before.part; }
    bool isLast() const { return m_after.part == 0; }
    bool hasMore() const { return m_more; }
    // Of a page that ends inside a version: where the next one goes on.
    const std::optional<PagePosition> &resumeAfter() const { return m_resumeAfter; }

    int rowCount() const { return m_rowCount; }
    // About what it costs in memory, encoded or not.
    qsizetype weight() const { return m_weight; }

    // The frame; as compressed as asked for, unless that would be larger.
    const QByteArray &frame(Compression compression) const;
    // What a client reads out of that frame.
    QByteArrayView payload(Compression compression) const;

private:
    const QByteArray &plain() const;

    model::SpaceId m_space;
    Position m_before;
    Position m_after;
    qint64 m_to = 0;
    bool m_more = false;
    int m_rowCount = 0;
    qsizetype m_weight = 0;
    std::optional<PagePosition> m_resumeAfter;

    mutable std::once_flag m_encoding;
    mutable std::once_flag m_compressing;
    mutable protocol::Rows m_rows; // until they are encoded
    mutable QByteArray m_plain;
    mutable QByteArray m_compressed;
};

using SharedParcel = std::shared_ptr<const Parcel>;

} // namespace larder::server
