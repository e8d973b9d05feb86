#include "core/exchange/import_reader.h"

#include "core/exchange/decoded_text.h"
#include "core/exchange/import_builder.h"
#include "core/exchange/read_csv.h"
#include "core/exchange/read_json.h"
#include "core/exchange/read_lines.h"
#include "core/exchange/read_recipe.h"
#include "core/limits.h"

namespace larder::exchange {

using enum WhyUnreadable;

namespace {

// "/home/ada/Weekly shop.txt" is "Weekly shop".
QString nameOf(QStringView file)
{
    const qsizetype slash = std::max(file.lastIndexOf(u'/'), file.lastIndexOf(u'\\'));
    const QStringView name = file.mid(slash + 1);
    const qsizetype dot = name.lastIndexOf(u'.');
    return importedText(dot > 0 ? name.first(dot) : name);
}

QString endingOf(QStringView file)
{
    return file.mid(file.lastIndexOf(u'.') + 1).toString().toLower();
}

// An array of objects, and not "[ ] milk".
bool isJson(QStringView text)
{
    const QStringView begin = text.trimmed();
    return begin.startsWith(u'{') || (begin.startsWith(u'[') && begin.sliced(1).trimmed().startsWith(u'{'));
}

Import readText(QStringView text, const QString &fileName, const ImportContext &context)
{
    ImportBuilder builder(ImportFormat::Text, context);
    const QString ending = endingOf(fileName);
    if (isJson(text)) {
        const JsonTree tree(text);
        builder.setFormat(formatOf(tree.root()));
        complainOf(tree, builder);
        readJson(builder.format(), tree.root(), builder);
    } else if (isPage(text, ending)) {
        readPage(text, builder);
    } else if (const auto layout = csvLayoutOf(text, ending)) {
        readCsv(text, *layout, builder);
    } else {
        readLines(text, ending, builder);
    }
    return builder.finish(nameOf(fileName));
}

Import refused(WhyUnreadable why)
{
    Import result;
    result.unreadable.push_back({ 0, {}, why });
    result.unreadableCount = 1;
    return result;
}

} // namespace

Import readImport(QByteArrayView bytes, const QString &fileName, const ImportContext &context)
{
    if (bytes.size() > limits::kImportBytes) {
        return refused(FileTooLarge);
    }
    const auto text = decodedText(bytes);
    return text ? readText(*text, fileName, context) : refused(NotText);
}

} // namespace larder::exchange
