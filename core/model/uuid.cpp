#include "core/model/uuid.h"

#include <QtCore/QUuid>

#include <cstring>

namespace larder::model {

using namespace Qt::StringLiterals;

Result<Uuid> Uuid::fromString(QStringView text)
{
    const QUuid parsed = text.size() == 36 ? QUuid::fromString(text) : QUuid();
    if (parsed.isNull() && text != u"00000000-0000-0000-0000-000000000000") {
        return Failure(Code::Malformed, u"not a UUID"_s);
    }
    return fromBytes(parsed.toRfc4122());
}

Result<Uuid> Uuid::fromBytes(QByteArrayView raw)
{
    if (raw.size() != 16) {
        return Failure(Code::Malformed, u"a UUID has 16 bytes"_s);
    }
    Uuid result;
    std::memcpy(result.bytes.data(), raw.data(), 16);
    return result;
}

QString Uuid::toString() const
{
    return QUuid::fromRfc4122(toBytes()).toString(QUuid::WithoutBraces);
}

} // namespace larder::model
