// What the readers of the formats put their lists, items and complaints into.
//
// Here, once for all of them, is decided what an item may hold: the bounds of the field table, and how many
// items and lists there may be. Lives as long as one import.
#pragma once

#include "core/exchange/import_reader.h"

#include <QtCore/QHash>

namespace larder::exchange {

// What is known of an item besides the line that somebody typed.
struct Beside {
    bool checked = false;
    QString category;
    QString note;
};

class ImportBuilder {
public:
    ImportBuilder(ImportFormat format, const ImportContext &context);

    const ImportContext &context() const { return m_context; }
    ImportFormat format() const { return m_import.format; }
    void setFormat(ImportFormat format) { m_import.format = format; }

    // Whether the list that was begun holds another item; else the line is told.
    bool hasRoom(int line, QStringView excerpt) { return current(line, excerpt) != nullptr; }

    // What is added goes to this list from now on. What its details can't hold is left out and told.
    void beginList(int line, ListDetails details);
    // To the list of that name, of which there is one.
    void continueList(int line, const QString &name);

    // With its texts trimmed; told when it can't be an item. The excerpt is of the line.
    void add(int line, QStringView excerpt, ExportedItem item, const QString &typed = {});
    // A line as somebody would type it; blank ones are nothing.
    void addTyped(int line, QStringView typed, const Beside &beside);

    void complain(int line, QStringView excerpt, WhyUnreadable why);
    // That many more, which nobody can tell apart.
    void countMore(int count) { m_import.unreadableCount += count; }

    // Items before any list was begun are in one of this name.
    Import finish(const QString &name);

private:
    std::optional<WhyUnreadable> objectionTo(const ExportedItem &item) const;
    // Nothing, and told, when there is no room in it.
    ImportedList *current(int line, QStringView excerpt);

    const ImportContext &m_context;
    Import m_import;
    QHash<QString, std::size_t> m_named;
    std::optional<std::size_t> m_current;
    std::size_t m_items = 0; // of all lists
    bool m_overfull = false; // the list that was begun is one too many
};

// Whether a shop can be as it says.
bool isShop(const ExportedShop &shop);

// Without what surrounds it and what no field can hold.
QString importedText(QStringView text);

} // namespace larder::exchange
