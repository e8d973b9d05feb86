#include "core/exchange/decoded_text.h"
#include "core/exchange/import_number.h"
#include "core/exchange/read_json.h"
#include "core/grocery/text_match.h"

namespace larder::exchange {

using namespace Qt::StringLiterals;
using Value = JsonTree::Value;
using Type = JsonTree::Type;

namespace {

// An item as KitchenOwl and Bring! keep it: a name, and beside it whatever somebody typed, "2 kg, ripe".
ExportedItem described(const QString &name, const QString &description, const grocery::EntryHabits &habits)
{
    ExportedItem item;
    item.name = name;
    const QString text = importedText(description);
    if (text.isEmpty()) {
        return item;
    }
    if (const auto amount = readAmountText(text, {}, habits)) {
        item.quantity = amount->quantity;
        item.unit = amount->unit;
        return item;
    }
    const grocery::Entry entry = grocery::parseEntry(text, habits);
    item.note = text;
    if (entry.quantity && !entry.price && entry.category.isEmpty() && entry.note.isEmpty()) {
        item.quantity = entry.quantity;
        item.unit = entry.unit;
        item.note = entry.name;
    }
    return item;
}

void beginList(const Value &value, const QString &name, ImportBuilder &builder)
{
    ListDetails details;
    details.name = name;
    builder.beginList(value.line(), std::move(details));
}

QString nameOf(const Value &value)
{
    return value.isObject() ? value.find(u"name").text() : value.text();
}

// ---- KitchenOwl

void readKitchenOwlItems(const Value &items, ImportBuilder &builder)
{
    for (Value each = items.first(); each.exists(); each = each.next()) {
        if (each.isBroken()) {
            continue; // the tree has told so
        }
        const QString name = nameOf(each);
        ExportedItem item = described(name, each.find(u"description").text(), builder.context().habits);
        item.category = nameOf(each.find(u"category"));
        builder.add(each.line(), name, std::move(item));
    }
}

// ---- Bring!

// Bring! keeps its own groceries under their German names, whatever language they are shown in.
QString bringName(const Value &value, const ImportContext &context)
{
    const QString name = value.find(u"itemId").isSaid() ? value.find(u"itemId").text() : nameOf(value);
    if (!context.catalogue || context.language == grocery::Language::German) {
        return name;
    }
    const auto known = context.catalogue->findExactly(grocery::folded(name), grocery::Language::German);
    return known ? context.catalogue->at(*known, context.language).name : name;
}

void readBringItems(const Value &items, bool checked, ImportBuilder &builder)
{
    for (Value each = items.first(); each.exists(); each = each.next()) {
        if (each.isBroken()) {
            continue;
        }
        const QString name = bringName(each, builder.context());
        ExportedItem item = described(name, each.find(u"specification").text(), builder.context().habits);
        item.checked = checked;
        builder.add(each.line(), name, std::move(item));
    }
}

void readBringList(const Value &list, ImportBuilder &builder)
{
    beginList(list, nameOf(list), builder);
    const Value items = list.find(u"items").isObject() ? list.find(u"items") : list;
    readBringItems(items.find(u"purchase"), false, builder);
    readBringItems(items.find(u"recently"), true, builder);
}

// ---- Google Tasks

void readTasks(const Value &tasks, ImportBuilder &builder)
{
    for (Value each = tasks.first(); each.exists(); each = each.next()) {
        const QString title = each.find(u"title").text();
        if (!each.isBroken() && each.find(u"deleted").type() != Type::True && !title.trimmed().isEmpty()) {
            builder.addTyped(each.line(), title.simplified(),
                { each.find(u"status").text() == u"completed", {},
                    importedText(each.find(u"notes").text()) });
        }
    }
}

} // namespace

void readKitchenOwl(const Value &root, ImportBuilder &builder)
{
    if (root.isArray()) {
        readKitchenOwlItems(root, builder);
        return;
    }
    if (const Value items = root.find(u"items"); items.first().exists()) {
        beginList(items, nameOf(root), builder);
        readKitchenOwlItems(items, builder);
    }
    for (Value recipe = root.find(u"recipes").first(); recipe.exists(); recipe = recipe.next()) {
        beginList(recipe, nameOf(recipe), builder);
        readKitchenOwlItems(recipe.find(u"items"), builder);
    }
}

void readBring(const Value &root, ImportBuilder &builder)
{
    const Value lists = root.find(u"lists").isArray() ? root.find(u"lists") : root;
    if (!lists.isArray()) {
        readBringList(lists, builder);
        return;
    }
    for (Value list = lists.first(); list.exists(); list = list.next()) {
        readBringList(list, builder);
    }
}

void readGoogleKeep(const Value &root, ImportBuilder &builder)
{
    beginList(root, root.find(u"title").text(), builder);
    for (Value each = root.find(u"listContent").first(); each.exists(); each = each.next()) {
        if (!each.isBroken()) {
            builder.addTyped(each.line(), each.find(u"text").text().simplified(),
                { each.find(u"isChecked").type() == Type::True, {}, {} });
        }
    }
    const Value written = root.find(u"textContent");
    const QString text = written.text();
    TextLines lines(text);
    while (const auto line = lines.next()) {
        builder.addTyped(written.line(), line->text, {});
    }
}

void readGoogleTasks(const Value &root, ImportBuilder &builder)
{
    const Value items = root.find(u"items");
    if (!items.first().find(u"items").isArray() && items.first().find(u"status").isSaid()) {
        beginList(root, root.find(u"title").text(), builder);
        readTasks(items, builder);
        return;
    }
    for (Value list = items.first(); list.exists(); list = list.next()) {
        beginList(list, list.find(u"title").text(), builder);
        readTasks(list.find(u"items"), builder);
    }
}

} // namespace larder::exchange
