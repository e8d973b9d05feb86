#include "core/replica/record_statements.h"

#include <QtCore/QStringList>

namespace larder::replica {

using namespace Qt::StringLiterals;

RecordStatements statementsOf(const model::KindInfo &kind)
{
    QStringList columns { u"space"_s, u"id"_s, u"version"_s, u"author"_s, u"stamps"_s, u"extra"_s };
    // Stamps of fields that only a newer version knows stand behind ours, and stay there.
    const QString ids = QStringList(kFindAtOnce, u"?"_s).join(u", "_s);
    QStringList updates { u"version = excluded.version"_s, u"author = excluded.author"_s,
        u"stamps = CAST(excluded.stamps || substr(%1.stamps, length(excluded.stamps) + 1) AS BLOB)"_s.arg(
            kind.name),
        u"extra = excluded.extra"_s };
    for (const model::Field &field : kind.fields) {
        columns.push_back(field.name);
        updates.push_back(u"%1 = excluded.%1"_s.arg(field.name));
    }
    const QString select = u"SELECT %1 FROM %2"_s.arg(columns.join(u", "_s), kind.name);
    const QString insert = u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(
        kind.name, columns.join(u", "_s), QStringList(columns.size(), u"?"_s).join(u", "_s));
    RecordStatements made;
    made.find = select + u" WHERE space = ? AND id = ?"_s;
    made.largestId = u"SELECT max(id) FROM %1 WHERE space = ?"_s.arg(kind.name);
    made.findSome = select + u" WHERE space = ? AND id IN (%1)"_s.arg(ids);
    made.ofSpace = select + u" WHERE space = ?"_s;
    made.all = select;
    made.unversioned = select + u" WHERE space = ? AND version = 0"_s;
    made.withExtra = select + u" WHERE extra IS NOT NULL"_s;
    made.put = insert + u" ON CONFLICT (space, id) DO UPDATE SET "_s + updates.join(u", "_s);
    made.remove = u"DELETE FROM %1 WHERE space = ? AND id = ?"_s.arg(kind.name);
    made.forgetVersions = u"UPDATE %1 SET version = 0 WHERE space = ?"_s.arg(kind.name);
    return made;
}

RecordStatements statementsOfUnknownKinds()
{
    const QString select = u"SELECT space, kind, id, version, author, registers FROM unknown"_s;
    const QString insert
        = u"INSERT INTO unknown (space, kind, id, version, author, registers) VALUES (?, ?, ?, ?, ?, ?)"_s;
    RecordStatements made;
    made.find = select + u" WHERE space = ? AND kind = ? AND id = ?"_s;
    made.ofSpace = select + u" WHERE space = ?"_s;
    made.all = select;
    made.unversioned = select + u" WHERE space = ? AND version = 0"_s;
    made.put = insert
        + u" ON CONFLICT (space, kind, id) DO UPDATE SET version = excluded.version, author = excluded.author, registers = excluded.registers"_s;
    made.remove = u"DELETE FROM unknown WHERE space = ? AND kind = ? AND id = ?"_s;
    made.forgetVersions = u"UPDATE unknown SET version = 0 WHERE space = ?"_s;
    return made;
}

QString unknownOfKind()
{
    return u"SELECT space, kind, id, version, author, registers FROM unknown WHERE kind = ?"_s;
}

} // namespace larder::replica
