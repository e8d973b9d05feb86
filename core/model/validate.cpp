#include "core/model/validate.h"

#include "core/model/text.h"

#include <algorithm>

namespace larder::model {

using namespace Qt::StringLiterals;

// Of well-formed UTF-16.
static qint64 codePoints(QStringView text)
{
    return std::ranges::count_if(text, [](QChar c) { return !c.isLowSurrogate(); });
}

static bool fits(const Field &field, const Value &value)
{
    if (isNull(value)) {
        return field.presence == Presence::Optional;
    }
    switch (field.type) {
    case FieldType::Bool:
        return std::holds_alternative<bool>(value);
    case FieldType::Integer: {
        const auto *number = std::get_if<qint64>(&value);
        return number && *number >= field.min && *number <= field.max;
    }
    case FieldType::Text: {
        const auto *text = std::get_if<QString>(&value);
        if (!text || text->trimmed().size() != text->size() || !isKeepable(*text)) {
            return false;
        }
        const qint64 length = codePoints(*text);
        return length >= field.min && length <= field.max;
    }
    case FieldType::Id: {
        const auto *bytes = std::get_if<QByteArray>(&value);
        return bytes && bytes->size() == 16;
    }
    }
    return false;
}

Result<void> validate(const KindInfo &kind, std::span<const Register> registers)
{
    for (const Register &reg : registers) {
        const Field *field = kind.find(reg.field);
        if (!field) {
            return Failure(Code::UnknownField, u"%1 has no field %2"_s.arg(kind.name).arg(reg.field));
        }
        if (!fits(*field, reg.value)) {
            return Failure(Code::InvalidValue, u"%1.%2"_s.arg(kind.name, field->name));
        }
        if (!reg.stamp.isValid()) {
            return Failure(Code::InvalidValue, u"stamp of %1.%2"_s.arg(kind.name, field->name));
        }
    }
    return {};
}

Result<void> checkComplete(const KindInfo &kind, const Record &record)
{
    for (const Field &field : kind.fields) {
        if (field.presence == Presence::Required && isNull(record.value(field.number))) {
            return Failure(Code::Incomplete, u"%1.%2"_s.arg(kind.name, field.name));
        }
    }
    return {};
}

} // namespace larder::model
