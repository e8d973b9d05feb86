#include "core/exchange/export_writer.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

namespace larder::exchange {

using namespace Qt::StringLiterals;
using grocery::EntryHabits;

// Text, for example, with an empty line between two lists:
//   Weekly shop
//   ===========
//   1.5 l Milk #dairy, 1.29 EUR
//   [x] Bread !the dark one
//
// Markdown, for example:
//   # Weekly shop
//
//   - [ ] Batteries
//     > AAA
//
//   ## dairy
//
//   - [x] 1.5 l Milk, 1.29 EUR

namespace {

EntryHabits habitsOf(const ListDetails &list, EntryHabits habits)
{
    habits.currency = list.currency == model::Currency() ? habits.currency : list.currency;
    return habits;
}

// As a line of its own it would be a heading, a note, a rule, or a box without an item.
bool looksLikeMore(const QString &line)
{
    return line.endsWith(u':') || QStringView(u"#>=-*_[~☐□◻⬜☑☒✓✔✅").contains(line.front());
}

QString escaped(const QString &text)
{
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool inFront = at == 0 && QStringView(u"-+>#=").contains(text[at]);
        // "1. " would begin a list inside of the list.
        const bool ordinal = (text[at] == u'.' || text[at] == u')') && at > 0 && text[at - 1].isDigit()
            && at + 1 < text.size() && text[at + 1] == u' ';
        if (inFront || ordinal || QStringView(u"\\`*_[]<>~&").contains(text[at])) {
            result += u'\\';
        }
        result += text[at];
    }
    return result;
}

// By first appearance, those of none in front.
QStringList categoriesOf(const ExportedList &list)
{
    QStringList result { QString() };
    QSet<QString> known { QString() };
    for (const ExportedItem &item : list.items) {
        if (!known.contains(item.category)) {
            known.insert(item.category);
            result.append(item.category);
        }
    }
    return result;
}

void appendTask(QString &markdown, ExportedItem item, const EntryHabits &habits)
{
    item.category.clear();
    markdown += item.checked ? "- [x] "_L1 : "- [ ] "_L1;
    markdown += escaped(entryLine(item, habits)) + u'\n';
    if (!item.note.isEmpty()) {
        for (const QString &line : item.note.split(u'\n')) {
            const QString text = escaped(line);
            markdown += (text.isEmpty() ? u"  >"_s : "  > "_L1 + text) + u'\n';
        }
    }
}

} // namespace

QByteArray writeText(std::span<const ExportedList> lists, const EntryHabits &habits)
{
    QString text;
    for (const ExportedList &list : lists) {
        const EntryHabits ours = habitsOf(list.details, habits);
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

QByteArray writeMarkdown(std::span<const ExportedList> lists, const EntryHabits &habits)
{
    QString markdown;
    for (const ExportedList &list : lists) {
        const EntryHabits ours = habitsOf(list.details, habits);
        markdown
            += (markdown.isEmpty() ? "# "_L1 : "\n# "_L1) + escaped(list.details.name.simplified()) + u'\n';
        QHash<QString, std::vector<const ExportedItem *>> byCategory;
        for (const ExportedItem &item : list.items) {
            byCategory[item.category].push_back(&item);
        }
        for (const QString &category : categoriesOf(list)) {
            const auto &items = byCategory[category];
            if (items.empty()) {
                continue;
            }
            markdown
                += category.isEmpty() ? u"\n"_s : "\n## "_L1 + escaped(category.simplified()) + "\n\n"_L1;
            for (const ExportedItem *item : items) {
                appendTask(markdown, *item, ours);
            }
        }
    }
    return markdown.toUtf8();
}

} // namespace larder::exchange
