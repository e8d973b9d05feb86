// Records as JSON and back, driven by the field table: a field's key is its name there.
//
//     {"id": "0190…", "version": 12, "name": "Apples", "quantity": 1500, "unit": "kg", "checked": false}
//
// Numbers are exact: `quantity` counts thousandths (1500 is 1.5), `price` and `budget` the smallest unit of
// their `currency`. A field without a value is left out; truths are always there. What comes in is held to
// the same limits as a push over the socket, and every field that breaks one is named.
#pragma once

#include "core/model/record.h"
#include "core/model/role.h"
#include "server/api/problem.h"

#include <QtCore/QJsonObject>

namespace larder::server {

QJsonObject toJson(const model::Record &record);
QString roleName(model::Role role);
std::optional<model::Role> roleFromName(const QString &name);

// What a field takes, as a sentence.
QString describe(const model::Field &field);

struct ParsedFields {
    std::vector<model::Register> registers; // with the stamp given
    std::vector<FieldFault> faults;
};

// For a record that is to be made, the fields that it must have are asked for.
enum class Completeness : quint8 { WholeRecord, SomeFields };
ParsedFields parseFields(
    const model::KindInfo &kind, const QJsonObject &object, model::Stamp stamp, Completeness completeness);

} // namespace larder::server
