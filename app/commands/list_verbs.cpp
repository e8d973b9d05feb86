#include "app/commands/list_verbs.h"

#include "app/commands/completion.h"
#include "app/lists/entry_habits.h"
#include "app/viewmodels/category_text.h"
#include "app/viewmodels/error_text.h"
#include "app/viewmodels/item_text.h"
#include "core/grocery/entry_parser.h"
#include "core/limits.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QLocale>

#include <algorithm>

namespace larder::app {

using namespace Qt::StringLiterals;
using model::Kind;
using model::Record;
using model::SpaceId;
using Field = replica::ReplicaClient::Field;

CommandAnswer refusalOf(const Error &error)
{
    CommandAnswer answer = refusal(Exit::Failed, errorSentence(error.code));
    answer.json.insert(u"code"_s, QString(wireName(error.code)));
    return answer;
}

ListVerbs::ListVerbs(
    replica::ReplicaClient &replica, KnownLists &lists, HouseholdMemory &memory, const Clock &clock)
    : m_replica(replica)
    , m_lists(lists)
    , m_memory(memory)
    , m_clock(clock)
    , m_writes(replica, clock)
{
}

QString ListVerbs::currencyOf(SpaceId list) const
{
    const Record *head = m_lists.head(list);
    return head ? head->text(model::list::kCurrency) : QString();
}

QJsonObject ListVerbs::listJson(SpaceId list) const
{
    return { { u"id"_s, list.toString() }, { u"name"_s, m_lists.nameOf(list) } };
}

// ---- add

// A first start needs no question here either: the first thing that is added makes the first list.
Meant<SpaceId> ListVerbs::listToAddTo(const CommandRequest &request, std::vector<model::RecordKey> &written)
{
    const QString typed = request.option("list"_L1);
    const bool first = m_lists.all().empty();
    auto found = m_lists.find(typed);
    const bool make = first || (request.has("create"_L1) && !typed.isEmpty());
    if (found || found.error().exit != Exit::NotFound || !make) {
        return found;
    }
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.now().count() / 1'000);
    const QString name = !typed.isEmpty() ? typed.trimmed()
        : now.date().dayOfWeek() >= 5     ? u"Weekend shop"_s
                                          : u"This week"_s;
    auto made = m_replica.createList({ { model::list::kName, name }, { model::list::kIcon, u"🧺"_s } });
    if (!made) {
        return tl::unexpected(refusalOf(made.error()));
    }
    written.push_back({ *made, Kind::List, model::RecordId { made->value } });
    return *made;
}

static QStringList entriesOf(const CommandRequest &request)
{
    QStringList entries;
    for (const QString &word : request.words) {
        if (word != "-"_L1) {
            entries.append(word);
            continue;
        }
        for (const QString &line : QString::fromUtf8(request.input).split(u'\n')) {
            entries.append(line);
        }
    }
    erase_if(entries, [](const QString &entry) { return entry.trimmed().isEmpty(); });
    return entries;
}

VerbOutcome ListVerbs::add(const CommandRequest &request)
{
    const QStringList entries = entriesOf(request);
    if (entries.isEmpty()) {
        return { refusal(Exit::NotFound, u"There was nothing to add."_s), {} };
    }
    if (entries.size() > limits::kCommandWords) {
        return { refusal(Exit::Usage,
                     u"That is too much at once: a list holds %1 items."_s.arg(limits::kRecordsPerSpace)),
            {} };
    }
    std::vector<model::RecordKey> written;
    const auto list = listToAddTo(request, written);
    if (!list) {
        return { list.error(), {} };
    }
    const grocery::EntryHabits habits = entryHabits(currencyOf(*list));
    std::vector<std::vector<Field>> items;
    for (const QString &line : entries) {
        grocery::Entry entry = grocery::parseEntry(line, habits);
        entry.category
            = entry.category.isEmpty() ? m_memory.categoryOf(entry.name) : categoryFromText(entry.category);
        std::vector<Field> &fields = items.emplace_back();
        for (model::Register &reg : grocery::registersOf(entry, {})) {
            fields.push_back({ reg.field, std::move(reg.value) });
        }
    }
    const ItemWrites::Added added = m_writes.addAll(*list, std::move(items));
    for (const model::RecordId &id : added.items) {
        written.push_back({ *list, Kind::Item, id });
    }
    if (added.items.empty()) {
        return { refusalOf(*added.stopped), std::move(written) };
    }
    return { addedAnswer(*list, added, entries.size()), std::move(written) };
}

// In the order in which they were named.
CommandAnswer ListVerbs::addedAnswer(SpaceId list, const ItemWrites::Added &added, qsizetype asked) const
{
    QHash<model::RecordId, ListedItem> listed;
    for (const ListedItem &item : m_lists.items(list)) {
        listed.insert(item.record->key.id, item);
    }
    QJsonArray items;
    for (const model::RecordId &id : added.items) {
        if (const auto item = listed.constFind(id); item != listed.constEnd()) {
            items.append(itemJson(*item, currencyOf(list)));
        }
    }
    CommandAnswer answer { Exit::Done, { { u"list"_s, listJson(list) }, { u"added"_s, items } } };
    if (added.stopped) {
        const CommandAnswer why = refusalOf(*added.stopped);
        answer.exit = why.exit;
        answer.json.insert(u"code"_s, why.json.value("code"_L1));
        answer.json.insert(u"message"_s,
            u"%1 of %2 were added. %3"_s.arg(added.items.size())
                .arg(asked)
                .arg(why.json.value("message"_L1).toString()));
    }
    return answer;
}

// ---- list, lists

VerbOutcome ListVerbs::list(const CommandRequest &request)
{
    const auto list = m_lists.find(request.option("list"_L1));
    if (!list) {
        return { list.error(), {} };
    }
    QJsonArray items;
    int left = 0;
    int checked = 0;
    for (const ListedItem &item : m_lists.items(*list)) {
        ++(item.checked ? checked : left);
        if (!item.checked || request.has("all"_L1)) {
            items.append(itemJson(item, currencyOf(*list)));
        }
    }
    QJsonObject head = listJson(*list);
    head.insert(u"left"_s, left);
    head.insert(u"checked"_s, checked);
    return { { Exit::Done, { { u"list"_s, head }, { u"items"_s, items } } }, {} };
}

VerbOutcome ListVerbs::lists()
{
    static constexpr std::array kRoles = { "none"_L1, "viewer"_L1, "editor"_L1, "owner"_L1 };
    const auto usual = m_lists.find({});
    QJsonArray array;
    for (const SpaceId &list : m_lists.all()) {
        int left = 0;
        int checked = 0;
        for (const ListedItem &item : m_lists.items(list)) {
            ++(item.checked ? checked : left);
        }
        const replica::Space *space = m_replica.space(list);
        QJsonObject json = listJson(list);
        json.insert(u"left"_s, left);
        json.insert(u"checked"_s, checked);
        json.insert(u"role"_s, QString(kRoles[size_t(space ? space->grant.role : model::Role::None)]));
        json.insert(u"default"_s, usual && *usual == list);
        array.append(json);
    }
    return { { Exit::Done, { { u"lists"_s, array } } }, {} };
}

// ---- check, uncheck, remove

Meant<std::vector<ListedItem>> ListVerbs::itemsMeant(
    SpaceId list, const QStringList &words, std::optional<bool> checked) const
{
    const std::vector<ListedItem> all = m_lists.items(list);
    std::vector<ListedItem> items;
    for (const QString &word : words) {
        const auto item = m_lists.findItem(list, all, word, checked);
        if (!item) {
            return tl::unexpected(item.error());
        }
        const bool twice = std::any_of(
            items.begin(), items.end(), [&](const ListedItem &each) { return each.record == item->record; });
        if (!twice) {
            items.push_back(*item);
        }
    }
    return items;
}

VerbOutcome ListVerbs::check(const CommandRequest &request)
{
    const bool on = request.verb == Verb::Check;
    const auto list = m_lists.find(request.option("list"_L1));
    if (!list) {
        return { list.error(), {} };
    }
    const auto items = itemsMeant(*list, request.words, !on);
    if (!items) {
        return { items.error(), {} };
    }
    std::vector<std::pair<model::RecordKey, QJsonObject>> meant; // the records move when one is written
    QJsonArray already;
    for (const ListedItem &item : *items) {
        QJsonObject json = itemJson(item, currencyOf(*list));
        json.insert(u"checked"_s, on);
        if (item.checked == on) {
            already.append(json);
        } else {
            meant.emplace_back(item.record->key, json);
        }
    }
    QJsonArray done;
    std::vector<model::RecordKey> written;
    for (const auto &[key, json] : meant) {
        const auto changes = m_writes.setChecked(key, on);
        if (!changes) {
            return { refusalOf(changes.error()), std::move(written) };
        }
        for (const Change &change : *changes) {
            written.push_back(change.key);
        }
        done.append(json);
    }
    return { { Exit::Done,
                 { { u"list"_s, listJson(*list) }, { on ? u"checked"_s : u"unchecked"_s, done },
                     { u"already"_s, already } } },
        std::move(written) };
}

VerbOutcome ListVerbs::remove(const CommandRequest &request)
{
    const auto list = m_lists.find(request.option("list"_L1));
    if (!list) {
        return { list.error(), {} };
    }
    const auto items = itemsMeant(*list, request.words, {});
    if (!items) {
        return { items.error(), {} };
    }
    std::vector<std::pair<model::RecordKey, QJsonObject>> meant;
    for (const ListedItem &item : *items) {
        meant.emplace_back(item.record->key, itemJson(item, currencyOf(*list)));
    }
    QJsonArray done;
    std::vector<model::RecordKey> written;
    for (const auto &[key, json] : meant) {
        if (const auto removed = m_writes.remove(key); !removed) {
            return { refusalOf(removed.error()), std::move(written) };
        }
        written.push_back(key);
        done.append(json);
    }
    return { { Exit::Done, { { u"list"_s, listJson(*list) }, { u"removed"_s, done } } }, std::move(written) };
}

// ---- complete

VerbOutcome ListVerbs::complete(const CommandRequest &request)
{
    const Completion completion = completionOf(request.words);
    std::vector<Candidate> all;
    if (completion.kind == Complete::Lists) {
        for (const SpaceId &list : m_lists.all()) {
            all.push_back({ m_lists.nameOf(list), {} });
        }
    } else if (const auto list = m_lists.find(completion.list); list) {
        for (const ListedItem &item : m_lists.items(*list)) {
            const bool offered = completion.kind == Complete::AllItems
                || item.checked == (completion.kind == Complete::CheckedItems);
            if (offered) {
                all.push_back({ item.record->text(model::item::kName), amountText(*item.record) });
            }
        }
    }
    return { { Exit::Done, { { u"candidates"_s, candidatesJson(matching(all, completion.beginning)) } } },
        {} };
}

} // namespace larder::app
