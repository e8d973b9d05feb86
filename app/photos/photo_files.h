// The photos of this device, a file each beside the database, and which of them a server has still to get.
//
// A photo is named by the SHA-256 of its bytes, so a file is never changed, only added and removed. It is
// whole on the disk before anything names it, and its mark for sending before the item does: a program that
// ends in between leaves a file that nobody shows, never an item without its picture. A value: functions may
// be called on any thread, because each is one step of the file system.
#pragma once

#include "core/model/uuid.h"
#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

namespace larder::app {

struct PhotoName {
    model::SpaceId space; // the list it is sent to
    QString hash; // 64 hex digits in lower case

    friend bool operator==(const PhotoName &, const PhotoName &) = default;
};

class PhotoFiles {
public:
    explicit PhotoFiles(const QString &folder)
        : m_folder(folder)
    {
    }

    static QString hashOf(const QByteArray &bytes);
    static bool isHash(const QString &text);

    // Where it is, or would be.
    QString pathOf(const QString &hash) const;
    bool has(const QString &hash) const;
    // Storage when the disk refuses; Malformed when the bytes have another name.
    Result<void> keep(const QString &hash, const QByteArray &bytes) const;
    Result<QByteArray> read(const QString &hash) const;

    // Marks it as still to be sent, until sent().
    Result<void> await(const PhotoName &photo) const;
    void sent(const PhotoName &photo) const;
    std::vector<PhotoName> awaited() const;

    // All of them, and the marks: who signed out leaves nothing behind.
    void clear() const;

private:
    QString markOf(const PhotoName &photo) const;

    QString m_folder;
};

} // namespace larder::app
