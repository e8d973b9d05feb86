// A SQLite write-ahead log as bytes, see sqlite_file.h.
#pragma once

#include <QtCore/QByteArray>

#include <vector>

namespace larder::storage {

class WalFile {
public:
    static constexpr qsizetype kHeaderBytes = 32;
    static constexpr qsizetype kFrameHeaderBytes = 24;

    struct Frame {
        quint32 page = 0;
        bool commits = false;
        QByteArrayView content;
    };

    explicit WalFile(QByteArray bytes);

    // 0 when it can't be told.
    int pageBytes() const { return m_pageBytes; }
    // The frames of the log's present round, oldest first, whether or not their checksums hold.
    const std::vector<Frame> &frames() const { return m_frames; }
    // Whether a commit stands behind a frame whose checksum fails. Frames are written in order and a commit
    // is on the disk before the next begins, so a process that was killed leaves no such thing.
    bool isBrokenInside() const { return m_brokenInside; }

private:
    void readHeader();
    void readFrames();

    QByteArray m_bytes;
    std::vector<Frame> m_frames;
    int m_pageBytes = 0;
    quint64 m_salt = 0;
    bool m_headerHolds = false;
    bool m_bigEndian = false;
    bool m_brokenInside = false;
};

} // namespace larder::storage
