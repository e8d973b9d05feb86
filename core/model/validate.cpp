#include "core/model/validate.h"

namespace larder::model {

using namespace Qt::StringLiterals;

// Code points of well-formed UTF-16, or -1.
static qint64 codePoints(QStringView text)
{
    qint64 count = 0;
    for (qsizetype i = 0; i < text.size(); ++i, ++count) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
        } else if (text[i].isSurrogate() || text[i] == u'\0') {
            return -1;
        }
    }
    return count;
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
        if (!text || text->trimmed().size() != text->size()) {
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
        if (reg.stamp.micros <= 0 || reg.stamp.micros > Stamp::kMax) {
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
