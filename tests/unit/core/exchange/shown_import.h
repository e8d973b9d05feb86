// An import as lines of text, for comparing.
#pragma once

#include "core/exchange/import_reader.h"

#include <QtCore/QStringList>

namespace larder::test {

// "Weekly shop:" for each list, then "7 1.5 l Milk #dairy 1.29EUR [x] !note" for each item, with its line.
inline QStringList shown(const exchange::Import &import)
{
    QStringList result;
    for (const exchange::ImportedList &list : import.lists) {
        result.append(list.details.name + u':');
        for (const exchange::ImportedItem &each : list.items) {
            const exchange::ExportedItem &item = each.item;
            QString text = QString::number(each.line) + u' ';
            text += item.quantity ? item.quantity->format() + u' ' : QString();
            text += item.unit.isEmpty() ? QString() : item.unit + u' ';
            text += item.name;
            text += item.category.isEmpty() ? QString() : QStringLiteral(" #") + item.category;
            text += item.price ? u' ' + item.price->formatAmount() + item.price->currency.code() : QString();
            text += item.checked ? QStringLiteral(" [x]") : QString();
            text += item.note.isEmpty() ? QString() : QStringLiteral(" !") + item.note;
            result.append(text);
        }
    }
    return result;
}

inline QString complaint(int line, exchange::WhyUnreadable why, const QString &excerpt)
{
    return QStringLiteral("%1 %2 %3").arg(line).arg(int(why)).arg(excerpt);
}

inline QStringList complaints(const exchange::Import &import)
{
    QStringList result;
    for (const exchange::Unreadable &each : import.unreadable) {
        result.append(complaint(each.line, each.why, each.excerpt));
    }
    return result;
}

} // namespace larder::test
