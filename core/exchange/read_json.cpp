#include "core/exchange/read_json.h"

namespace larder::exchange {

using namespace Qt::StringLiterals;
using Value = JsonTree::Value;

namespace {

// Of an array the first element, else the value itself.
Value sampleOf(const Value &value)
{
    return value.isArray() ? value.first() : value;
}

bool isBring(const Value &root)
{
    const Value list = sampleOf(root.find(u"lists").isArray() ? root.find(u"lists") : root);
    return list.find(u"purchase").isArray() || list.find(u"items").find(u"purchase").isArray();
}

bool isGoogleTasks(const Value &root)
{
    if (root.find(u"kind").text().startsWith("tasks#"_L1)) {
        return true;
    }
    const Value list = sampleOf(root.find(u"items"));
    return list.find(u"kind").text().startsWith("tasks#"_L1)
        || (list.find(u"title").isSaid() && list.find(u"items").isArray());
}

bool isKitchenOwl(const Value &root)
{
    if (root.isArray()) {
        return root.first().find(u"name").isSaid();
    }
    return (root.find(u"items").isArray() && sampleOf(root.find(u"items")).find(u"name").isSaid())
        || (root.find(u"recipes").isArray() && sampleOf(root.find(u"recipes")).find(u"items").isArray())
        || root.find(u"shoppinglists").isArray();
}

} // namespace

ImportFormat formatOf(const Value &root)
{
    if (root.find(u"format").text() == u"larder") {
        return ImportFormat::LarderJson;
    }
    if (root.find(u"listContent").isArray()
        || (root.find(u"textContent").isSaid() && root.find(u"isTrashed").isSaid())) {
        return ImportFormat::GoogleKeep;
    }
    if (isBring(root)) {
        return ImportFormat::Bring;
    }
    if (isGoogleTasks(root)) {
        return ImportFormat::GoogleTasks;
    }
    if (hasRecipe(root)) {
        return ImportFormat::Recipe;
    }
    if (sampleOf(root.find(u"lists")).find(u"items").isArray()) {
        return ImportFormat::LarderJson; // written by hand
    }
    return isKitchenOwl(root) ? ImportFormat::KitchenOwl : ImportFormat::Unknown;
}

void readJson(ImportFormat format, const Value &root, ImportBuilder &builder)
{
    switch (format) {
    case ImportFormat::LarderJson:
        readLarder(root, builder);
        break;
    case ImportFormat::KitchenOwl:
        readKitchenOwl(root, builder);
        break;
    case ImportFormat::Bring:
        readBring(root, builder);
        break;
    case ImportFormat::GoogleKeep:
        readGoogleKeep(root, builder);
        break;
    case ImportFormat::GoogleTasks:
        readGoogleTasks(root, builder);
        break;
    case ImportFormat::Recipe:
        readRecipes(root, builder);
        break;
    case ImportFormat::Unknown:
    case ImportFormat::LarderCsv:
    case ImportFormat::Markdown:
    case ImportFormat::Text:
    case ImportFormat::AnyList:
    case ImportFormat::Csv:
        builder.complain(0, {}, WhyUnreadable::UnknownFormat);
        break;
    }
}

void complainOf(const JsonTree &tree, ImportBuilder &builder)
{
    for (const JsonTree::Problem &problem : tree.problems()) {
        builder.complain(problem.line, problem.excerpt, WhyUnreadable::BrokenSyntax);
    }
    builder.countMore(tree.problemCount() - int(tree.problems().size()));
}

} // namespace larder::exchange
