#include "core/model/record.h"

#include <QtCore/QCborStreamWriter>
#include <QtCore/QCryptographicHash>

#include <algorithm>

namespace larder::model {

static auto place(const std::vector<Register> &registers, FieldNumber field)
{
    return std::lower_bound(registers.begin(), registers.end(), field,
        [](const Register &reg, FieldNumber number) { return reg.field < number; });
}

const Register *Record::find(FieldNumber field) const
{
    const auto at = place(registers, field);
    return at != registers.end() && at->field == field ? &*at : nullptr;
}

Value Record::value(FieldNumber field) const
{
    const Register *reg = find(field);
    return reg ? reg->value : Value();
}

QString Record::text(FieldNumber field) const
{
    const Register *reg = find(field);
    const auto *text = reg ? std::get_if<QString>(&reg->value) : nullptr;
    return text ? *text : QString();
}

qint64 Record::integer(FieldNumber field, qint64 otherwise) const
{
    const Register *reg = find(field);
    const auto *number = reg ? std::get_if<qint64>(&reg->value) : nullptr;
    return number ? *number : otherwise;
}

bool Record::truth(FieldNumber field) const
{
    const Register *reg = find(field);
    const auto *truth = reg ? std::get_if<bool>(&reg->value) : nullptr;
    return truth && *truth;
}

void Record::set(FieldNumber field, Value value, Stamp stamp)
{
    const auto at = place(registers, field);
    const auto index = at - registers.begin();
    if (at == registers.end() || at->field != field) {
        registers.insert(at, Register { field, stamp, std::move(value) });
    } else {
        registers[std::size_t(index)] = Register { field, stamp, std::move(value) };
    }
}

QByteArray digest(std::vector<Record> records)
{
    std::sort(records.begin(), records.end(), [](const Record &a, const Record &b) { return a.key < b.key; });
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Record &record : records) {
        QByteArray bytes;
        QCborStreamWriter writer(&bytes);
        writer.startArray(3);
        writer.append(quint64(record.key.kind));
        writer.append(record.key.id.toBytes());
        writer.startMap(quint64(record.registers.size()));
        hash.addData(bytes);
        for (const Register &reg : record.registers) {
            bytes.clear();
            QCborStreamWriter field(&bytes);
            field.append(quint64(reg.field));
            field.startArray(2);
            field.append(reg.stamp.micros);
            hash.addData(bytes);
            hash.addData(canonicalCbor(reg.value));
        }
    }
    return hash.result();
}

} // namespace larder::model
