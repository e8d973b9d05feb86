#include "core/exchange/export_writer.h"

namespace larder::exchange {

using namespace Qt::StringLiterals;

// Example:
//   Weekly shop
//   ===========
//   1.5 l Milk #dairy, 1.29 EUR
//   [x] Bread !the dark one
// with an empty line between two lists.

// As a line of its own it would be a heading, a note, a rule, or a box without an item.
static bool looksLikeMore(const QString &line)
{
    return line.endsWith(u':') || QStringView(u"#>=-*_[~☐□◻⬜☑☒✓✔✅").contains(line.front());
}

QByteArray writeText(std::span<const ExportedList> lists, const grocery::EntryHabits &habits)
{
    QString text;
    for (const ExportedList &list : lists) {
        grocery::EntryHabits ours = habits;
        ours.currency = list.details.currency == model::Currency() ? habits.currency : list.details.currency;
        const QString name = list.details.name.simplified();
        text += text.isEmpty() ? QString() : u"\n"_s;
        text += name + u'\n' + QString(std::max<qsizetype>(3, name.size()), u'=') + u'\n';
        for (const ExportedItem &item : list.items) {
            const QString note = item.note.simplified();
            QString line = entryLine(item, ours);
            line += note.isEmpty() ? QString() : " !"_L1 + note;
            text += item.checked ? "[x] "_L1 : looksLikeMore(line) ? "[ ] "_L1 : ""_L1;
            text += line + u'\n';
        }
    }
    return text.toUtf8();
}

} // namespace larder::exchange
