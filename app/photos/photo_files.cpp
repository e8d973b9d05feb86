#include "app/photos/photo_files.h"

#include "core/limits.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace larder::app {

using namespace Qt::StringLiterals;

static constexpr auto kMarks = "waiting"_L1;

QString PhotoFiles::hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

bool PhotoFiles::isHash(const QString &text)
{
    return text.size() == 64 && std::ranges::all_of(text, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

// Folders of a 256th each: none gets long.
QString PhotoFiles::pathOf(const QString &hash) const
{
    return m_folder + u'/' + hash.left(2) + u'/' + hash + u".jpg"_s;
}

QString PhotoFiles::markOf(const PhotoName &photo) const
{
    return m_folder + u'/' + kMarks + u'/' + photo.space.toString() + u'.' + photo.hash;
}

bool PhotoFiles::has(const QString &hash) const
{
    return isHash(hash) && QFile::exists(pathOf(hash));
}

static Result<void> write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(path.section(u'/', 0, -2));
    QSaveFile file(path); // on the disk before it has its name
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return Failure(Code::Storage, path + u": "_s + file.errorString());
    }
    return {};
}

Result<void> PhotoFiles::keep(const QString &hash, const QByteArray &bytes) const
{
    if (hashOf(bytes) != hash) {
        return Failure(Code::Malformed, u"these bytes have another name than "_s + hash);
    }
    return has(hash) ? Result<void>() : write(pathOf(hash), bytes);
}

Result<QByteArray> PhotoFiles::read(const QString &hash) const
{
    QFile file(pathOf(hash));
    if (!isHash(hash) || !file.open(QIODevice::ReadOnly)) {
        return Failure(Code::NotFound, file.errorString());
    }
    QByteArray bytes = file.read(limits::kPhotoBytes + 1);
    if (hashOf(bytes) != hash) {
        file.remove(); // damaged; it may come again from the server
        return Failure(Code::Corrupt, pathOf(hash));
    }
    return bytes;
}

Result<void> PhotoFiles::await(const PhotoName &photo) const
{
    return write(markOf(photo), {});
}

void PhotoFiles::sent(const PhotoName &photo) const
{
    QFile::remove(markOf(photo));
}

std::vector<PhotoName> PhotoFiles::awaited() const
{
    std::vector<PhotoName> photos;
    for (const QString &mark :
        QDir(m_folder + u'/' + kMarks).entryList(QDir::Files, QDir::Time | QDir::Reversed)) {
        const auto space = model::SpaceId::fromString(mark.section(u'.', 0, 0));
        const QString hash = mark.section(u'.', 1);
        if (space && isHash(hash)) {
            photos.push_back({ *space, hash });
        }
    }
    return photos;
}

void PhotoFiles::clear() const
{
    QDir(m_folder).removeRecursively();
}

} // namespace larder::app
