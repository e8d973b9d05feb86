#include "core/model/value.h"

#include <QtCore/QCborStreamWriter>

namespace larder::model {

namespace {

struct Append {
    QCborStreamWriter &writer;

    void operator()(Null) const { writer.appendNull(); }
    void operator()(bool truth) const { writer.append(truth); }
    void operator()(qint64 number) const { writer.append(number); }
    void operator()(const QString &text) const { writer.append(QStringView(text)); }
    void operator()(const QByteArray &bytes) const { writer.append(bytes); }
};

} // namespace

QByteArray canonicalCbor(const Value &value)
{
    QByteArray bytes;
    QCborStreamWriter writer(&bytes);
    appendCanonical(writer, value);
    return bytes;
}

void appendCanonical(QCborStreamWriter &writer, const Value &value)
{
    std::visit(Append { writer }, value);
}

std::strong_ordering compareCanonical(const Value &a, const Value &b)
{
    if (a == b) {
        return std::strong_ordering::equal;
    }
    // QByteArray compares as unsigned bytes, a prefix being the smaller.
    const int order = canonicalCbor(a).compare(canonicalCbor(b));
    return order < 0 ? std::strong_ordering::less
        : order > 0  ? std::strong_ordering::greater
                     : std::strong_ordering::equal;
}

} // namespace larder::model
