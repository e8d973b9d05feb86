// Rows in the leaf pages of SQLite's tables, read without SQLite; see sqlite_file.h. Every length is checked:
// the bytes may be anything.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QVariantList>

#include <functional>
#include <map>

namespace larder::storage {

struct SqlitePages {
    int pageBytes = 0;
    int usableBytes = 0;
    std::map<quint32, QByteArrayView> newest; // by page number, from 1
};

// The rows of one page; none when it is no leaf of a table.
void forEachRowOfPage(const SqlitePages &pages, quint32 number,
    const std::function<void(qint64 rowid, const QVariantList &columns)> &take);

} // namespace larder::storage
