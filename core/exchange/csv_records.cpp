#include "core/exchange/csv_records.h"

#include <algorithm>

namespace larder::exchange {

bool CsvRecord::isBlank() const
{
    return !broken && std::ranges::all_of(cells, [](const QString &each) {
        return QStringView(each).trimmed().isEmpty();
    });
}

bool CsvRecords::isAtLineEnd() const
{
    return m_at >= m_text.size() || m_text[m_at] == u'\n' || m_text[m_at] == u'\r';
}

qsizetype CsvRecords::lineEnd(qsizetype from) const
{
    while (from < m_text.size() && m_text[from] != u'\n' && m_text[from] != u'\r') {
        ++from;
    }
    return from;
}

void CsvRecords::skipLineEnd()
{
    if (m_at < m_text.size()) {
        const bool both = m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n';
        m_at += both ? 2 : 1;
        ++m_line;
    }
}

// From behind the opening quote.
bool CsvRecords::readQuoted(CsvRecord &record)
{
    QString cell;
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at];
        if (c == u'"' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"') {
            cell += c;
            m_at += 2;
        } else if (c == u'"') {
            ++m_at;
            record.cells.push_back(std::move(cell));
            return isAtLineEnd() || m_text[m_at] == m_separator;
        } else if (c == u'\n' || c == u'\r') {
            cell += u'\n';
            skipLineEnd();
        } else {
            cell += c;
            ++m_at;
        }
    }
    return false;
}

bool CsvRecords::readCell(CsvRecord &record)
{
    if (m_at < m_text.size() && m_text[m_at] == u'"') {
        ++m_at;
        return readQuoted(record);
    }
    const qsizetype from = m_at;
    while (!isAtLineEnd() && m_text[m_at] != m_separator) {
        ++m_at;
    }
    record.cells.push_back(m_text.sliced(from, m_at - from).toString());
    return true;
}

std::optional<CsvRecord> CsvRecords::next()
{
    if (m_at >= m_text.size()) {
        return std::nullopt;
    }
    const qsizetype from = m_at;
    CsvRecord record;
    record.line = m_line;
    record.text = m_text.sliced(from, lineEnd(from) - from);
    while (readCell(record)) {
        if (isAtLineEnd()) {
            skipLineEnd();
            return record;
        }
        ++m_at; // the separator
    }
    record.cells.clear();
    record.broken = true;
    m_at = from + record.text.size();
    m_line = record.line;
    skipLineEnd();
    return record;
}

} // namespace larder::exchange
