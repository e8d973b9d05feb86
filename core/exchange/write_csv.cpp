#include "core/exchange/export_writer.h"

namespace larder::exchange {

using namespace Qt::StringLiterals;

// RFC 4180. Example, of which each line ends with CRLF:
//   list,name,quantity,unit,category,price,currency,note,checked
//   Weekly shop,Milk,1.5,l,dairy,1.29,EUR,,no
//   Weekly shop,'=cheap=,,,,,,"the ""dark"" one",yes
// Numbers have a decimal point. A cell that begins with what makes it a formula, or with the apostrophe that
// guards against that, gets an apostrophe in front (OWASP, CSV injection).

namespace {

QString cell(const QString &text)
{
    const bool isFormula = !text.isEmpty() && QStringView(u"=+-@\t\r'").contains(text.front());
    QString result = isFormula ? QString(u'\'' + text) : text;
    const bool quoted = std::any_of(result.cbegin(), result.cend(),
        [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
    if (quoted) {
        result = u'"' + result.replace(u'"', u"\"\""_s) + u'"';
    }
    return result;
}

QString row(const ExportedItem &item, const ListDetails &list)
{
    model::Money price = item.price.value_or(model::Money());
    if (price.currency == model::Currency()) {
        price.currency = list.currency;
    }
    const QStringList cells { list.name, item.name, item.quantity ? item.quantity->format() : QString(),
        item.unit, item.category, item.price ? price.formatAmount() : QString(),
        item.price ? price.currency.code() : QString(), item.note, item.checked ? u"yes"_s : u"no"_s };
    QString result;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        result += (i > 0 ? u","_s : QString()) + cell(cells[i]);
    }
    return result + "\r\n"_L1;
}

} // namespace

QByteArray writeCsv(std::span<const ExportedList> lists)
{
    QString csv;
    for (const QLatin1StringView &column : kCsvColumns) {
        csv += (csv.isEmpty() ? QString() : u","_s) + column;
    }
    csv += "\r\n"_L1;
    for (const ExportedList &list : lists) {
        for (const ExportedItem &item : list.items) {
            csv += row(item, list.details);
        }
    }
    return csv.toUtf8();
}

} // namespace larder::exchange
