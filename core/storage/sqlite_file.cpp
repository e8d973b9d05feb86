#include "core/storage/sqlite_file.h"

#include "core/storage/sqlite_page.h"
#include "core/storage/sqlite_wal.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QtEndian>

namespace larder::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kHeaderBytes = 100;
constexpr int kDefaultPageBytes = 4'096;
constexpr char kMagic[] = "SQLite format 3"; // with its terminating zero, 16 bytes

struct Header {
    bool valid = false;
    int pageBytes = 0;
    int reserved = 0;
    qint64 pages = 0; // 0: not told
};

bool isPageSize(int bytes)
{
    return bytes >= 512 && bytes <= 65'536 && (bytes & (bytes - 1)) == 0;
}

Header headerOf(const QByteArray &bytes)
{
    Header header;
    if (bytes.size() < kHeaderBytes || bytes.first(16) != QByteArray(kMagic, 16)) {
        return header;
    }
    const auto word = [&](int at) { return qFromBigEndian<quint32>(bytes.constData() + at); };
    const int size = qFromBigEndian<quint16>(bytes.constData() + 16);
    header.pageBytes = size == 1 ? 65'536 : size;
    header.reserved = quint8(bytes[20]);
    header.valid = isPageSize(header.pageBytes) && header.pageBytes - header.reserved >= 480;
    // The count stands for the file only when whoever wrote it last kept it.
    header.pages = word(24) == word(92) ? word(28) : 0;
    return header;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray readHead(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(kHeaderBytes) : QByteArray();
}

} // namespace

FileState inspectSqliteFile(const QString &path)
{
    const qint64 size = QFileInfo(path).size();
    const qint64 walSize = QFileInfo(path + u"-wal"_s).size();
    if (size == 0) {
        return walSize > WalFile::kHeaderBytes ? FileState::Damaged : FileState::Closed;
    }
    const Header header = headerOf(readHead(path));
    if (!header.valid) {
        return FileState::Damaged;
    }
    if (walSize == 0) {
        return header.pages * header.pageBytes > size ? FileState::Damaged : FileState::Closed;
    }
    return WalFile(readAll(path + u"-wal"_s)).isBrokenInside() ? FileState::Damaged : FileState::NotClosed;
}

void forEachRow(
    const QString &path, const std::function<void(qint64 rowid, const QVariantList &columns)> &take)
{
    const QByteArray content = readAll(path);
    const WalFile wal(readAll(path + u"-wal"_s));
    const Header header = headerOf(content);
    const int pageBytes = header.valid ? header.pageBytes
        : isPageSize(wal.pageBytes())  ? wal.pageBytes()
                                       : kDefaultPageBytes;

    SqlitePages pages;
    pages.pageBytes = pageBytes;
    pages.usableBytes = pageBytes - (header.valid ? header.reserved : 0);
    for (qsizetype at = 0; at + pageBytes <= content.size(); at += pageBytes) {
        pages.newest.insert_or_assign(
            quint32(at / pageBytes + 1), QByteArrayView(content).sliced(at, pageBytes));
    }
    if (wal.pageBytes() == pageBytes) {
        for (const WalFile::Frame &frame : wal.frames()) {
            pages.newest.insert_or_assign(frame.page, frame.content);
        }
    }
    for (const auto &[number, page] : pages.newest) {
        forEachRowOfPage(pages, number, take);
    }
}

} // namespace larder::storage
