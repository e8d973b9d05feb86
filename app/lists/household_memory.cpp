#include "app/lists/household_memory.h"

#include "core/logging.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QLocale>

namespace larder::app {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using model::Kind;
using model::Record;

static constexpr std::size_t kSlice = 500; // records, a few milliseconds

static grocery::Catalogue readCatalogue()
{
    std::vector<grocery::CatalogueFile> files;
    const QDir folder(u":/larder/catalogue"_s);
    for (const QString &name : folder.entryList({ u"*.tsv"_s }, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            files.push_back({ name.chopped(4), file.readAll() });
        }
    }
    return grocery::Catalogue::read(files).catalogue; // a test holds that every line of it can be read
}

HouseholdMemory::Known::Known(grocery::Catalogue read)
    : catalogue(std::make_shared<const grocery::Catalogue>(std::move(read)))
    , suggestions(*catalogue, language())
    , guess(*catalogue)
{
}

HouseholdMemory::HouseholdMemory(
    replica::ReplicaClient &replica, Timers &timers, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_timers(timers)
    , m_clock(clock)
{
    connect(&m_replica, &replica::ReplicaClient::loaded, this,
        qOverload<model::SpaceId>(&HouseholdMemory::queue));
    connect(&m_replica, &replica::ReplicaClient::spacesChanged, this, [this] {
        const auto isGone = [this](model::SpaceId space) { return m_replica.space(space) == nullptr; };
        if (std::any_of(m_spaces.begin(), m_spaces.end(), isGone)) {
            forget();
        }
    });
    connect(&m_replica, &replica::ReplicaClient::rowsChanged, this,
        [this](model::SpaceId space, Kind kind, const std::vector<model::RecordId> &ids) {
            for (const model::RecordId &id : ids) {
                queue({ space, kind, id });
            }
        });
}

HouseholdMemory::~HouseholdMemory()
{
    m_timers.stop(m_slice);
}

grocery::Language HouseholdMemory::language()
{
    return grocery::languageOf(QLocale().name());
}

void HouseholdMemory::forget()
{
    m_timers.stop(std::exchange(m_slice, 0));
    m_known.reset();
    m_backlog.clear();
    m_spaces.clear();
}

void HouseholdMemory::prepare()
{
    if (m_known) {
        return;
    }
    m_known.emplace(readCatalogue());
    for (const replica::Space &space : m_replica.spaces()) {
        queue(space.grant.space);
    }
}

void HouseholdMemory::queue(model::SpaceId space)
{
    if (!m_known || !m_replica.isLoaded(space) || !m_spaces.insert(space).second) {
        return;
    }
    for (const Kind kind : { Kind::Purchase, Kind::Item }) {
        for (const Record *record : m_replica.records(space, kind)) {
            queue(record->key);
        }
    }
}

void HouseholdMemory::queue(const model::RecordKey &key)
{
    if (!m_known || (key.kind != Kind::Purchase && key.kind != Kind::Item)) {
        return;
    }
    m_backlog.push_back(key);
    if (m_slice == 0) {
        m_slice = m_timers.start(0ms, [this] { takeSlice(); });
    }
}

void HouseholdMemory::takeSlice()
{
    m_slice = 0;
    take(kSlice);
    if (!m_backlog.empty()) {
        m_slice = m_timers.start(0ms, [this] { takeSlice(); });
    }
}

void HouseholdMemory::take(std::size_t most)
{
    std::vector<grocery::Bought> bought;
    for (; most > 0 && !m_backlog.empty(); --most) {
        if (const Record *record = m_replica.record(m_backlog.front())) {
            if (auto one = learn(*record)) {
                bought.push_back(std::move(*one));
            }
        }
        m_backlog.pop_front();
    }
    m_known->suggestions.learnAll(bought);
}

// A purchase is a visit, and so is the first time that something stood on a list: who has bought nothing yet
// has a history all the same.
std::optional<grocery::Bought> HouseholdMemory::learn(const Record &record)
{
    const bool isItem = record.key.kind == Kind::Item;
    const auto field
        = [isItem](model::FieldNumber item, model::FieldNumber purchase) { return isItem ? item : purchase; };
    const QString name = record.text(field(model::item::kName, model::purchase::kName));
    const model::Register *category = record.find(field(model::item::kCategory, model::purchase::kCategory));
    if (category && !name.isEmpty()) {
        const QString *chosen = std::get_if<QString>(&category->value);
        m_known->guess.remember(name, chosen ? *chosen : QString(), Micros(category->stamp.micros));
    }
    const bool counts = !name.isEmpty() && (isItem || !record.isDeleted());
    if (!counts || !m_known->learnt.insert(record.key).second) {
        return std::nullopt;
    }
    const qint64 quantity = record.integer(field(model::item::kQuantity, model::purchase::kQuantity));
    const model::Register *named = record.find(model::item::kName);
    return grocery::Bought { name, record.text(field(model::item::kCategory, model::purchase::kCategory)),
        record.text(field(model::item::kUnit, model::purchase::kUnit)),
        quantity > 0 ? std::optional(model::Thousandths { quantity }) : std::nullopt,
        isItem ? Micros(named ? named->stamp.micros : 0) : Micros(record.integer(model::purchase::kBought)) };
}

HouseholdMemory::Known &HouseholdMemory::known()
{
    prepare();
    take(m_backlog.size());
    return *m_known;
}

std::vector<grocery::Suggestion> HouseholdMemory::find(QStringView typed, int most)
{
    return known().suggestions.find(typed, m_clock.now(), most);
}

QString HouseholdMemory::categoryOf(QStringView name)
{
    return known().guess.categoryOf(name, language());
}

std::optional<QString> HouseholdMemory::productOf(const QString &barcode) const
{
    const Record *latest = nullptr;
    model::Stamp at;
    for (const replica::Space &space : m_replica.spaces()) {
        if (!m_replica.isLoaded(space.grant.space)) {
            continue;
        }
        for (const Record *item : m_replica.records(space.grant.space, Kind::Item)) {
            const model::Register *code = item->find(model::item::kBarcode);
            if (code && code->value == model::Value(barcode) && (!latest || at < code->stamp)) {
                latest = item;
                at = code->stamp;
            }
        }
    }
    const QString name = latest ? latest->text(model::item::kName) : QString();
    return name.isEmpty() ? std::nullopt : std::optional(name);
}

const grocery::Catalogue &HouseholdMemory::catalogue()
{
    return *known().catalogue;
}

std::shared_ptr<const grocery::Catalogue> HouseholdMemory::sharedCatalogue()
{
    prepare();
    return m_known->catalogue;
}

} // namespace larder::app
