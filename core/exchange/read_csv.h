// Tables of items: our own CSV, and what others write with a header that says in one of four languages what
// the columns are.
#pragma once

#include "core/exchange/import_builder.h"

#include <array>

namespace larder::exchange {

enum class CsvColumn : quint8 { List, Name, Quantity, Unit, Category, Price, Currency, Note, Checked };
inline constexpr std::size_t kCsvColumnCount = 9;

struct CsvLayout {
    ImportFormat format = ImportFormat::Csv;
    QChar separator = u',';
    std::array<int, kCsvColumnCount> places {}; // negative: there is none
    int columns = 0;

    int place(CsvColumn column) const { return places[std::size_t(column)]; }
};

// Nothing when the text has no header that we understand.
std::optional<CsvLayout> csvLayoutOf(QStringView text, const QString &fileEnding);

void readCsv(QStringView text, const CsvLayout &layout, ImportBuilder &builder);

} // namespace larder::exchange
