// Values on their way to PostgreSQL and back in its binary format, as the send and receive functions of its
// types have it (PostgreSQL 15, src/backend/utils/adt: int8send, uuid_send, array_send and their like):
// nothing has to be quoted, and neither side spells numbers out to read them again.
#pragma once

#include "server/store/dialect.h"

#include <libpq-fe.h>

namespace larder::server {

// The values of one statement, in the order of its parameters, whose types the server has told.
class PostgresParameters {
public:
    explicit PostgresParameters(std::span<const Oid> types)
        : m_types(types)
    {
    }

    void add(const Cell &cell);
    // The column of the first `count` rows as an array. Stamps go one row's after the other's in one array.
    void addColumn(std::span<const CellRow> rows, std::size_t column, std::size_t count);
    void addNull();

    // Good until something is added.
    int count() const { return int(m_lengths.size()); }
    const char *const *values();
    const int *lengths() const { return m_lengths.data(); }
    const int *formats();

private:
    void addElement(Oid type, const Cell &cell);
    template<typename T> void append(T number);
    void begin();
    void end();

    std::span<const Oid> m_types;
    QByteArray m_bytes;
    std::vector<qsizetype> m_starts; // -1: null
    std::vector<int> m_lengths;
    std::vector<const char *> m_values;
    std::vector<int> m_formats;
};

// One row of a result in the binary format.
class PostgresRow final : public RowReader {
public:
    PostgresRow(const PGresult *result, int row)
        : m_result(result)
        , m_row(row)
    {
    }

    bool isNull(int column) const override { return PQgetisnull(m_result, m_row, column) != 0; }
    bool truth(int column) const override;
    qint64 integer(int column) const override;
    QString text(int column) const override;
    QByteArray bytes(int column) const override;
    model::Uuid id(int column) const override;
    Stamps stamps(int column) const override;

private:
    QByteArrayView raw(int column) const;

    const PGresult *m_result;
    int m_row;
};

} // namespace larder::server
