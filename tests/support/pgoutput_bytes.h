// Writes pgoutput messages byte by byte, as PostgreSQL would, so that a test of the feed reads as a dialogue
// and can say what no server would.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QUuid>
#include <QtCore/QtEndian>

#include <optional>

namespace larder::test {

class PgoutputBytes {
public:
    struct Value {
        char state = 'b';
        QByteArray bytes;
    };
    static Value null() { return { 'n', {} }; }
    static Value unchanged() { return { 'u', {} }; }
    static Value text(const QByteArray &text) { return { 'b', text }; }
    static Value uuid(const QByteArray &spelt)
    {
        return { 'b', QUuid(QString::fromLatin1(spelt)).toRfc4122() };
    }
    static Value integer(qint64 number) { return { 'b', big(number) }; }
    static Value truth(bool truth) { return { 'b', QByteArray(1, char(truth)) }; }
    // Nothing: null.
    static Value integers(const QList<std::optional<qint64>> &numbers)
    {
        QByteArray bytes = big<qint32>(1) + big<qint32>(numbers.contains(std::nullopt)) + big<qint32>(20)
            + big(qint32(numbers.size())) + big<qint32>(1);
        for (const std::optional<qint64> &number : numbers) {
            bytes += number ? big<qint32>(8) + big(*number) : big<qint32>(-1);
        }
        return { 'b', bytes };
    }

    static QByteArray begin(quint32 xid, qint64 time = 0)
    {
        return "B" + big<qint64>(0x10) + big(time) + big(xid);
    }
    static QByteArray commit(quint64 end = 0x20, qint64 time = 0)
    {
        return "C" + QByteArray(1, '\0') + big<quint64>(0x10) + big(end) + big(time);
    }
    static QByteArray relation(quint32 id, const QByteArray &table, const QList<QByteArray> &columns)
    {
        QByteArray bytes
            = "R" + big(id) + string("public") + string(table) + "d" + big(qint16(columns.size()));
        for (const QByteArray &column : columns) {
            bytes += QByteArray(1, '\0') + string(column) + big<qint32>(25) + big<qint32>(-1);
        }
        return bytes;
    }
    static QByteArray insert(quint32 relation, const QList<Value> &row)
    {
        return "I" + big(relation) + "N" + tuple(row);
    }
    static QByteArray update(quint32 relation, const QList<Value> &row)
    {
        return "U" + big(relation) + "N" + tuple(row);
    }
    static QByteArray remove(quint32 relation, const QList<Value> &key)
    {
        return "D" + big(relation) + "K" + tuple(key);
    }
    static QByteArray truncate(const QList<quint32> &relations)
    {
        QByteArray bytes = "T" + big(qint32(relations.size())) + QByteArray(1, '\0');
        for (const quint32 relation : relations) {
            bytes += big(relation);
        }
        return bytes;
    }
    static QByteArray message(const QByteArray &prefix, const QByteArray &content, bool transactional = false)
    {
        return "M" + QByteArray(1, char(transactional)) + big<quint64>(0x10) + string(prefix)
            + big(qint32(content.size())) + content;
    }

    template<typename Integer> static QByteArray big(Integer value)
    {
        QByteArray bytes(sizeof(Integer), Qt::Uninitialized);
        qToBigEndian(value, bytes.data());
        return bytes;
    }
    static QByteArray string(const QByteArray &text) { return text + QByteArray(1, '\0'); }
    static QByteArray tuple(const QList<Value> &row)
    {
        QByteArray bytes = big(qint16(row.size()));
        for (const Value &value : row) {
            bytes += value.state;
            if (value.state == 'b') {
                bytes += big(qint32(value.bytes.size())) + value.bytes;
            }
        }
        return bytes;
    }
};

} // namespace larder::test
