#include "server/api/record_json.h"

#include "core/model/validate.h"

namespace larder::server {

using namespace Qt::StringLiterals;
using model::Field;
using model::FieldType;
using model::Value;

static QJsonValue toJson(const Field &field, const Value &value)
{
    switch (field.type) {
    case FieldType::Bool: {
        const auto *truth = std::get_if<bool>(&value);
        return truth && *truth;
    }
    case FieldType::Integer:
        if (const auto *number = std::get_if<qint64>(&value)) {
            return *number;
        }
        break;
    case FieldType::Text:
        if (const auto *text = std::get_if<QString>(&value)) {
            return *text;
        }
        break;
    case FieldType::Id:
        if (const auto *bytes = std::get_if<QByteArray>(&value)) {
            if (const auto id = model::Uuid::fromBytes(*bytes)) {
                return id->toString();
            }
        }
        break;
    }
    return QJsonValue(QJsonValue::Undefined);
}

QJsonObject toJson(const model::Record &record)
{
    QJsonObject object { { u"id"_s, record.key.id.toString() }, { u"version"_s, record.version } };
    const model::KindInfo *kind = model::findKind(record.key.kind);
    if (!kind) {
        return object;
    }
    for (const Field &field : kind->fields) {
        const QJsonValue value = toJson(field, record.value(field.number));
        if (field.number != model::kDeleted && !value.isUndefined()) {
            object.insert(field.name, value);
        }
    }
    return object;
}

QString roleName(model::Role role)
{
    switch (role) {
    case model::Role::Owner:
        return u"owner"_s;
    case model::Role::Editor:
        return u"editor"_s;
    case model::Role::Viewer:
        return u"viewer"_s;
    case model::Role::None:
        break;
    }
    return u"none"_s;
}

std::optional<model::Role> roleFromName(const QString &name)
{
    for (const model::Role role : { model::Role::Owner, model::Role::Editor, model::Role::Viewer }) {
        if (name == roleName(role)) {
            return role;
        }
    }
    return std::nullopt;
}

QString describe(const Field &field)
{
    switch (field.type) {
    case FieldType::Bool:
        return u"true or false."_s;
    case FieldType::Integer:
        return u"A whole number from %1 to %2."_s.arg(field.min).arg(field.max);
    case FieldType::Text:
        return field.min == field.max ? u"Text of %1 characters."_s.arg(field.min)
                                      : u"Text of %1 to %2 characters."_s.arg(field.min).arg(field.max);
    case FieldType::Id:
        break;
    }
    return u"A UUID."_s;
}

// Nothing when the JSON is of another type.
static std::optional<Value> fromJson(const Field &field, const QJsonValue &json)
{
    if (json.isNull()) {
        return Value();
    }
    switch (field.type) {
    case FieldType::Bool:
        return json.isBool() ? std::optional<Value>(json.toBool()) : std::nullopt;
    case FieldType::Integer: {
        // toInteger() gives the default for every number that is not whole.
        const qint64 number = json.toInteger(0);
        const bool whole = json.isDouble() && number == json.toInteger(1);
        return whole ? std::optional<Value>(number) : std::nullopt;
    }
    case FieldType::Text:
        return json.isString() ? std::optional<Value>(json.toString().trimmed()) : std::nullopt;
    case FieldType::Id: {
        const auto id = model::Uuid::fromString(json.toString());
        return id ? std::optional<Value>(id->toBytes()) : std::nullopt;
    }
    }
    return std::nullopt;
}

ParsedFields parseFields(
    const model::KindInfo &kind, const QJsonObject &object, model::Stamp stamp, Completeness completeness)
{
    ParsedFields parsed;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const Field *field = kind.find(member.key());
        if (!field || field->number == model::kDeleted) {
            parsed.faults.push_back({ member.key().left(64), u"There is no such field."_s });
            continue;
        }
        const auto value = fromJson(*field, member.value());
        const model::Register reg { field->number, stamp, value.value_or(Value()) };
        if (!value || !model::validate(kind, std::span(&reg, 1))) {
            parsed.faults.push_back({ member.key(), describe(*field) });
            continue;
        }
        parsed.registers.push_back(reg);
    }
    if (completeness == Completeness::WholeRecord) {
        for (const Field &field : kind.fields) {
            if (field.presence == model::Presence::Required && !object.contains(field.name)) {
                parsed.faults.push_back({ QString(field.name), describe(field) });
            }
        }
    }
    return parsed;
}

} // namespace larder::server
