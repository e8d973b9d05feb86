// The records of a CSV text (RFC 4180), whatever separates their cells, with the line that each begins in.
//
// A quote that isn't closed, or has something else than a separator behind it, breaks its record, which then
// is no longer than its first line; so one quote too many does not swallow what follows. A quote inside of an
// unquoted cell is a character like any other. Lives as long as the text.
#pragma once

#include <QtCore/QString>

#include <optional>
#include <vector>

namespace larder::exchange {

struct CsvRecord {
    int line = 0; // from 1
    QStringView text; // of its first line
    std::vector<QString> cells;
    bool broken = false;

    bool isBlank() const;
};

class CsvRecords {
public:
    CsvRecords(QStringView text, QChar separator)
        : m_text(text)
        , m_separator(separator)
    {
    }

    std::optional<CsvRecord> next();

private:
    bool readCell(CsvRecord &record);
    bool readQuoted(CsvRecord &record);
    bool isAtLineEnd() const;
    void skipLineEnd();
    qsizetype lineEnd(qsizetype from) const;

    const QStringView m_text;
    const QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace larder::exchange
