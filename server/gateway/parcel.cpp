#include "server/gateway/parcel.h"

#include "core/limits.h"
#include "core/protocol/codec.h"

#include <QtCore/QtEndian>

namespace larder::server {

namespace {

constexpr qsizetype kRecordWeight = 96;
constexpr qsizetype kRegisterWeight = 32;

// The length of the head of an unmasked frame.
qsizetype headSize(qsizetype payload)
{
    return payload < 126 ? 2 : payload <= 0xFFFF ? 4 : 10;
}

} // namespace

qsizetype weightOf(const std::vector<model::Record> &rows)
{
    qsizetype weight = 0;
    for (const model::Record &row : rows) {
        weight += kRecordWeight;
        for (const model::Register &reg : row.registers) {
            weight += kRegisterWeight;
            if (const auto *text = std::get_if<QString>(&reg.value)) {
                weight += 2 * text->size();
            } else if (const auto *bytes = std::get_if<QByteArray>(&reg.value)) {
                weight += bytes->size();
            }
        }
    }
    return weight;
}

QByteArray webSocketFrame(QByteArrayView payload)
{
    constexpr char kFinalBinary = char(0x82);
    const qsizetype head = headSize(payload.size());
    QByteArray frame(head + payload.size(), Qt::Uninitialized);
    char *out = frame.data();
    out[0] = kFinalBinary;
    if (head == 2) {
        out[1] = char(payload.size());
    } else if (head == 4) {
        out[1] = 126;
        qToBigEndian(quint16(payload.size()), out + 2);
    } else {
        out[1] = 127;
        qToBigEndian(quint64(payload.size()), out + 2);
    }
    std::copy(payload.begin(), payload.end(), out + head);
    return frame;
}

Parcel::Parcel(protocol::Rows rows, std::optional<PagePosition> resumeAfter)
    : m_space(rows.space)
    , m_before { rows.from, rows.part }
    , m_after(rows.last ? Position { rows.to, 0 } : Position { rows.from, rows.part + 1 })
    , m_to(rows.to)
    , m_more(rows.more)
    , m_rowCount(int(rows.rows.size()))
    , m_weight(weightOf(rows.rows))
    , m_resumeAfter(resumeAfter)
    , m_rows(std::move(rows))
{
}

const QByteArray &Parcel::plain() const
{
    std::call_once(m_encoding, [this] {
        m_plain = webSocketFrame(protocol::encode(protocol::Down(std::move(m_rows))));
        m_rows = {};
    });
    return m_plain;
}

const QByteArray &Parcel::frame(Compression compression) const
{
    const QByteArray &frame = plain();
    if (compression == Compression::None || frame.size() <= limits::kCompressAboveBytes) {
        return frame;
    }
    std::call_once(m_compressing, [this] {
        const QByteArray smaller = protocol::compress(payload(Compression::None));
        if (smaller.size() < m_plain.size()) {
            m_compressed = webSocketFrame(smaller);
        }
    });
    return m_compressed.isEmpty() ? frame : m_compressed;
}

QByteArrayView Parcel::payload(Compression compression) const
{
    const QByteArray &whole = frame(compression);
    constexpr quint8 kLengthMask = 0x7F;
    const quint8 length = quint8(whole[1]) & kLengthMask;
    const qsizetype head = length < 126 ? 2 : length == 126 ? 4 : 10;
    return QByteArrayView(whole).sliced(head);
}

} // namespace larder::server
