// The SQL of the record tables, made once from the field table: a statement names the columns of the fields
// that this version knows and no others, so that what a newer version added beside them is kept.
#pragma once

#include "core/model/kinds.h"

#include <QtCore/QString>

namespace larder::replica {

struct RecordStatements {
    // Columns of every SELECT: space, id, version, author, stamps, extra, then the fields by number. Of a
    // kind that this version does not know: space, kind, id, version, author, registers.
    QString find; // by space and id
    QString findSome; // by space and kFindAtOnce ids; empty for unknown kinds
    QString largestId; // of a space
    QString ofSpace;
    QString all;
    QString unversioned; // of a space: version 0
    QString withExtra; // all whose `extra` is not null
    QString put;
    QString remove;
    QString forgetVersions; // of a space
};

// Ids in one findSome: Qt makes the description of the columns anew each time a SELECT is executed.
inline constexpr int kFindAtOnce = 64;

RecordStatements statementsOf(const model::KindInfo &kind);
RecordStatements statementsOfUnknownKinds();
// Unknown records of one kind.
QString unknownOfKind();

} // namespace larder::replica
