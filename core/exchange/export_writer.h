// Writes lists for other programs and other people to read.
//
// JSON carries everything and is the one to keep; its schema is docs/schema/larder-export-1.schema.json. CSV
// is for spreadsheets, Markdown and text are for people. readImport() reads all four again; docs/export.md
// says what each loses. The items stand in the order that they have. Always UTF-8 without a byte order mark,
// lines ending with LF but those of CSV, which end with CRLF as RFC 4180 wants it. Pure functions.
#pragma once

#include "core/exchange/exported_list.h"
#include "core/grocery/entry_parser.h"

#include <QtCore/QByteArray>

#include <array>
#include <span>

namespace larder::exchange {

inline constexpr int kJsonVersion = 1;
inline constexpr char kJsonSchema[] = "urn:larder:export:1"; // the schema's `$id`

QByteArray writeJson(std::span<const ExportedList> lists);

// One row for each item, in the columns of kCsvColumns; what a spreadsheet would take for a formula stands
// behind an apostrophe.
QByteArray writeCsv(std::span<const ExportedList> lists);
inline constexpr std::array<QLatin1StringView, 9> kCsvColumns { QLatin1StringView("list"),
    QLatin1StringView("name"), QLatin1StringView("quantity"), QLatin1StringView("unit"),
    QLatin1StringView("category"), QLatin1StringView("price"), QLatin1StringView("currency"),
    QLatin1StringView("note"), QLatin1StringView("checked") };

// A task list, by category, under a heading for each list. The habits as for text.
QByteArray writeMarkdown(std::span<const ExportedList> lists, const grocery::EntryHabits &habits);

// `decimal` and the currency of prices that have none, for lines that the entry line reads with these habits.
QByteArray writeText(std::span<const ExportedList> lists, const grocery::EntryHabits &habits);

// One item as somebody would type it. Of what can't be said in a line the least is left out: see
// docs/export.md.
QString entryLine(const ExportedItem &item, const grocery::EntryHabits &habits);

} // namespace larder::exchange
