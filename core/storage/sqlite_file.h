// A SQLite file as bytes: whether it was closed in order, whether it is damaged where SQLite would not say
// so, and what can be read of it page by page when SQLite can't.
//
// SQLite throws a -wal away without a word when the file beside it is empty, and everything behind its first
// bad frame; both lose committed transactions, so both are looked for before it is asked to open anything.
// The formats are those of https://www.sqlite.org/fileformat2.html. Reads only; any thread.
#pragma once

#include <QtCore/QString>
#include <QtCore/QVariantList>

#include <functional>

namespace larder::storage {

enum class FileState : quint8 {
    Closed, // in order, or there is none yet
    NotClosed, // a -wal with content was left: its last user was killed
    Damaged,
};

FileState inspectSqliteFile(const QString &path);

// Every row of every rowid table that can still be read, from the newest version of each page, whatever else
// of the file is damaged. Values are null, qint64, double, QString or QByteArray.
void forEachRow(
    const QString &path, const std::function<void(qint64 rowid, const QVariantList &columns)> &take);

} // namespace larder::storage
