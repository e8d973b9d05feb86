#include "core/storage/sqlite_wal.h"

#include <QtCore/QtEndian>

#include <map>

namespace larder::storage {

namespace {

constexpr quint32 kMagicLittle = 0x377f0682;
constexpr quint32 kMagicBig = 0x377f0683;
constexpr int kDefaultPageBytes = 4'096;

struct Checksum {
    quint32 first = 0;
    quint32 second = 0;

    // Over pairs of words; `bytes` is a multiple of 8 long.
    void add(QByteArrayView bytes, bool bigEndian)
    {
        for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8) {
            const char *pair = bytes.data() + at;
            first += (bigEndian ? qFromBigEndian<quint32>(pair) : qFromLittleEndian<quint32>(pair)) + second;
            second += (bigEndian ? qFromBigEndian<quint32>(pair + 4) : qFromLittleEndian<quint32>(pair + 4))
                + first;
        }
    }
    bool is(const char *stored) const
    {
        return qFromBigEndian<quint32>(stored) == first && qFromBigEndian<quint32>(stored + 4) == second;
    }
};

} // namespace

WalFile::WalFile(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    if (m_bytes.size() <= kHeaderBytes) {
        return;
    }
    readHeader();
    readFrames();
}

void WalFile::readHeader()
{
    const char *data = m_bytes.constData();
    const quint32 magic = qFromBigEndian<quint32>(data);
    m_bigEndian = magic == kMagicBig;
    m_pageBytes = int(qFromBigEndian<quint32>(data + 8));
    m_salt = qFromBigEndian<quint64>(data + 16);
    Checksum checksum;
    checksum.add(QByteArrayView(data, 24), m_bigEndian);
    m_headerHolds = (magic == kMagicLittle || magic == kMagicBig) && checksum.is(data + 24);
    if (m_headerHolds) {
        return;
    }
    // The salt of this round is then the earliest that two frames share; older rounds stand behind it.
    m_pageBytes = kDefaultPageBytes;
    const qsizetype step = kFrameHeaderBytes + m_pageBytes;
    std::map<quint64, int> seen;
    for (qsizetype at = kHeaderBytes; at + step <= m_bytes.size(); at += step) {
        const quint64 salt = qFromBigEndian<quint64>(data + at + 8);
        m_salt = at == kHeaderBytes ? salt : m_salt;
        if (++seen[salt] == 2) {
            m_salt = salt;
            return;
        }
    }
}

void WalFile::readFrames()
{
    const char *data = m_bytes.constData();
    const qsizetype step = kFrameHeaderBytes + m_pageBytes;
    if (m_pageBytes < 512 || m_pageBytes > 65'536) {
        m_brokenInside = true;
        return;
    }
    Checksum checksum;
    checksum.first = qFromBigEndian<quint32>(data + 24);
    checksum.second = qFromBigEndian<quint32>(data + 28);
    bool holds = m_headerHolds;
    for (qsizetype at = kHeaderBytes; at + step <= m_bytes.size(); at += step) {
        const char *head = data + at;
        const Frame frame { qFromBigEndian<quint32>(head), qFromBigEndian<quint32>(head + 4) != 0,
            QByteArrayView(m_bytes).sliced(at + kFrameHeaderBytes, m_pageBytes) };
        const bool ofThisRound = qFromBigEndian<quint64>(head + 8) == m_salt;
        m_brokenInside = m_brokenInside || (!holds && ofThisRound && frame.commits);
        if (holds) {
            checksum.add(QByteArrayView(head, 8), m_bigEndian);
            checksum.add(frame.content, m_bigEndian);
            holds = ofThisRound && checksum.is(head + 16);
        }
        if (ofThisRound && frame.page != 0) {
            m_frames.push_back(frame);
        }
    }
}

} // namespace larder::storage
