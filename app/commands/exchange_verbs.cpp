#include "app/commands/exchange_verbs.h"

#include "app/lists/entry_habits.h"
#include "app/lists/import_writes.h"
#include "app/lists/list_export.h"
#include "app/viewmodels/category_text.h"
#include "app/viewmodels/import_text.h"
#include "core/exchange/export_writer.h"
#include "core/exchange/import_currency.h"
#include "core/grocery/text_match.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace larder::app {

using namespace Qt::StringLiterals;
using exchange::ExportedList;
using exchange::Import;
using exchange::ImportFormat;
using model::Kind;
using model::Record;
using model::SpaceId;

// What goes to one list.
struct ExchangeVerbs::Part {
    std::optional<SpaceId> to; // none: a new list of that name
    QString name;
    Import import;
    ImportPlan planned;
};

ExchangeVerbs::ExchangeVerbs(
    replica::ReplicaClient &replica, KnownLists &lists, HouseholdMemory &memory, const Clock &clock)
    : m_replica(replica)
    , m_lists(lists)
    , m_memory(memory)
    , m_writes(replica, clock)
{
}

QString ExchangeVerbs::currencyOf(SpaceId list) const
{
    const Record *head = m_lists.head(list);
    return head ? head->text(model::list::kCurrency) : QString();
}

// ---- export

Meant<std::vector<SpaceId>> ExchangeVerbs::listsMeant(const CommandRequest &request) const
{
    if (request.has("all"_L1)) {
        return m_lists.all();
    }
    const auto list = m_lists.find(request.option("list"_L1));
    if (!list) {
        return tl::unexpected(list.error());
    }
    return std::vector { *list };
}

// Markdown is for people, who read the names of the categories.
static std::vector<ExportedList> withTitles(std::vector<ExportedList> lists)
{
    for (ExportedList &list : lists) {
        for (exchange::ExportedItem &item : list.items) {
            item.category = item.category.isEmpty() ? QString() : categoryTitle(item.category);
        }
    }
    return lists;
}

// As asked for, else as the ending of the file says.
static QString exportFormatOf(const CommandRequest &request)
{
    static constexpr std::array kEndings
        = { std::pair { ".csv"_L1, "csv"_L1 }, std::pair { ".md"_L1, "markdown"_L1 },
              std::pair { ".markdown"_L1, "markdown"_L1 }, std::pair { ".txt"_L1, "text"_L1 } };
    if (request.has("format"_L1)) {
        return request.option("format"_L1);
    }
    const QString file = request.words.value(0);
    for (const auto &[ending, format] : kEndings) {
        if (file.endsWith(ending, Qt::CaseInsensitive)) {
            return format;
        }
    }
    return u"json"_s;
}

VerbOutcome ExchangeVerbs::exportLists(const CommandRequest &request)
{
    const auto meant = listsMeant(request);
    if (!meant) {
        return { meant.error(), {} };
    }
    std::vector<ExportedList> lists;
    QJsonArray named;
    for (const SpaceId &list : *meant) {
        const ExportedList &exported = lists.emplace_back(exportedList(m_replica, list));
        named.append(QJsonObject { { u"id"_s, list.toString() }, { u"name"_s, exported.details.name },
            { u"items"_s, qint64(exported.items.size()) } });
    }
    const QString format = exportFormatOf(request);
    const grocery::EntryHabits habits = entryHabits({});
    const QByteArray content = format == "csv"_L1 ? exchange::writeCsv(lists)
        : format == "markdown"_L1                 ? exchange::writeMarkdown(withTitles(lists), habits)
        : format == "text"_L1                     ? exchange::writeText(lists, habits)
                                                  : exchange::writeJson(lists);
    return { { Exit::Done,
                 { { u"format"_s, format }, { u"lists"_s, named },
                     { u"content"_s, QString::fromUtf8(content) } } },
        {} };
}

// ---- import

static QLatin1StringView formatName(ImportFormat format)
{
    switch (format) {
    case ImportFormat::Unknown:
        break;
    case ImportFormat::LarderJson:
        return "larder-json"_L1;
    case ImportFormat::LarderCsv:
        return "larder-csv"_L1;
    case ImportFormat::Markdown:
        return "markdown"_L1;
    case ImportFormat::Text:
        return "text"_L1;
    case ImportFormat::KitchenOwl:
        return "kitchenowl"_L1;
    case ImportFormat::Bring:
        return "bring"_L1;
    case ImportFormat::AnyList:
        return "anylist"_L1;
    case ImportFormat::GoogleKeep:
        return "google-keep"_L1;
    case ImportFormat::GoogleTasks:
        return "google-tasks"_L1;
    case ImportFormat::Csv:
        return "csv"_L1;
    case ImportFormat::Recipe:
        return "recipe"_L1;
    }
    return "unknown"_L1;
}

std::optional<SpaceId> ExchangeVerbs::listCalled(const QString &name) const
{
    for (const SpaceId &list : m_lists.all()) {
        if (grocery::folded(m_lists.nameOf(list)) == grocery::folded(name)) {
            return list;
        }
    }
    return std::nullopt;
}

Meant<std::vector<ExchangeVerbs::Part>> ExchangeVerbs::partsOf(
    const CommandRequest &request, Import import) const
{
    std::vector<Part> parts;
    if (request.has("list"_L1)) {
        const auto list = m_lists.find(request.option("list"_L1));
        if (!list) {
            return tl::unexpected(list.error());
        }
        parts.push_back({ *list, m_lists.nameOf(*list), std::move(import), {} });
        return parts;
    }
    for (exchange::ImportedList &list : import.lists) {
        Part part { std::nullopt, list.details.name, {}, {} };
        if (part.name.isEmpty()) { // from the standard input
            const auto usual = m_lists.find({});
            if (!usual) {
                return tl::unexpected(usual.error());
            }
            part.to = *usual;
            part.name = m_lists.nameOf(*usual);
        } else {
            part.to = listCalled(part.name);
        }
        part.import.format = import.format;
        part.import.lists.push_back(std::move(list));
        parts.push_back(std::move(part));
    }
    return parts;
}

void ExchangeVerbs::plan(Part &part)
{
    const model::Currency written = entryHabits({}).currency;
    const auto target = model::Currency::fromCode(part.to ? currencyOf(*part.to) : QString());
    for (exchange::ImportedList &list : part.import.lists) {
        const model::Currency there = target ? *target : model::Currency();
        exchange::settleCurrencies(list, written, part.to ? there : list.details.currency);
    }
    if (!part.to) {
        part.planned = planApart(part.import);
        return;
    }
    std::vector<ItemThere> there;
    for (const ListedItem &item : m_lists.items(*part.to)) {
        const Record &record = *item.record;
        const qint64 quantity = record.integer(model::item::kQuantity);
        there.push_back({ record.key.id,
            { record.text(model::item::kName),
                { quantity > 0 ? std::optional(model::Thousandths { quantity }) : std::nullopt,
                    record.text(model::item::kUnit) } },
            record.text(model::item::kNote), item.checked });
    }
    part.planned = planInto(part.import, there, m_memory.catalogue(), HouseholdMemory::language());
}

// What it does to its list, and unless it is only a rehearsal, does it.
QJsonObject ExchangeVerbs::take(Part &part, bool dryRun, VerbOutcome &outcome)
{
    int added = 0;
    int merged = 0;
    int left = 0;
    for (const PlannedItem &item : part.planned.items) {
        ++(!item.chosen ? left : item.kind == PlannedItem::Kind::New ? added : merged);
    }
    QJsonObject json { { u"name"_s, part.name }, { u"made"_s, !part.to }, { u"added"_s, added },
        { u"merged"_s, merged }, { u"leftOut"_s, left } };
    if (dryRun) {
        return json;
    }
    const CategoryOf categoryOf = [this](const QString &name) { return m_memory.categoryOf(name); };
    const Imported done = part.to
        ? importInto(*part.to, part.import, part.planned, m_replica, m_writes, categoryOf)
        : importApart(part.import, part.planned, m_replica, m_writes, categoryOf);
    for (const Change &change : done.changes) {
        outcome.written.push_back(change.key);
    }
    if (done.stopped) {
        const CommandAnswer why = refusalOf(*done.stopped);
        outcome.answer.exit = why.exit;
        outcome.answer.json.insert(u"code"_s, why.json.value("code"_L1));
        outcome.answer.json.insert(u"message"_s,
            u"%1 of %2 went to %3. %4"_s.arg(done.things)
                .arg(added + merged)
                .arg(part.name, why.json.value("message"_L1).toString()));
    }
    const std::optional<SpaceId> list = part.to ? part.to
        : done.lists.empty()                    ? std::nullopt
                                                : std::optional(done.lists.front());
    if (list) {
        json.insert(u"id"_s, list->toString());
    }
    return json;
}

static QJsonArray unreadableJson(const Import &import)
{
    QJsonArray array;
    for (const exchange::Unreadable &each : import.unreadable) {
        array.append(QJsonObject { { u"line"_s, each.line }, { u"excerpt"_s, each.excerpt },
            { u"message"_s, unreadableText(each) } });
    }
    return array;
}

VerbOutcome ExchangeVerbs::importLists(const CommandRequest &request)
{
    exchange::ImportContext context;
    context.language = HouseholdMemory::language();
    context.catalogue = &m_memory.catalogue();
    context.habits = entryHabits({});
    const QString word = request.words.value(0);
    Import import = exchange::readImport(request.input, word == "-"_L1 ? QString() : word, context);

    VerbOutcome outcome;
    const bool dryRun = request.has("dry-run"_L1);
    QJsonObject json { { u"format"_s, QString(formatName(import.format)) }, { u"dryRun"_s, dryRun },
        { u"unreadable"_s, unreadableJson(import) }, { u"unreadableCount"_s, import.unreadableCount } };
    const bool nothing = std::ranges::all_of(
        import.lists, [](const exchange::ImportedList &list) { return list.items.empty(); });
    if (nothing && (import.lists.empty() || import.format != ImportFormat::LarderJson)) {
        const bool whole = !import.unreadable.empty() && import.unreadable.front().line == 0;
        outcome.answer = refusal(whole ? Exit::Failed : Exit::NotFound,
            whole ? unreadableText(import.unreadable.front()) : u"There was nothing to import."_s);
        json.insert(u"message"_s, outcome.answer.json.value("message"_L1));
        json.insert(u"code"_s, outcome.answer.json.value("code"_L1));
        outcome.answer.json = json;
        return outcome;
    }
    auto parts = partsOf(request, std::move(import));
    if (!parts) {
        return { parts.error(), {} };
    }
    outcome.answer.json = json;
    QJsonArray lists;
    for (Part &part : *parts) {
        plan(part);
        lists.append(take(part, dryRun, outcome));
        if (outcome.answer.exit != Exit::Done) {
            break;
        }
    }
    outcome.answer.json.insert(u"lists"_s, lists);
    return outcome;
}

} // namespace larder::app
