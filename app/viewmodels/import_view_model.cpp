#include "app/viewmodels/import_view_model.h"

#include "app/lists/entry_habits.h"
#include "app/lists/household_memory.h"
#include "app/viewmodels/error_text.h"
#include "app/viewmodels/import_text.h"
#include "app/viewmodels/item_text.h"
#include "app/viewmodels/list_view_model.h"
#include "core/limits.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QUrl>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

namespace larder::app {

using exchange::Import;
using model::Record;

ImportViewModel::ImportViewModel(ListViewModel &list, replica::ReplicaClient &replica,
    HouseholdMemory &memory, UndoStack &undo, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_replica(replica)
    , m_memory(memory)
    , m_undo(undo)
    , m_rows(*this)
{
    connect(&m_rows, &ImportRows::chosenChanged, this, &ImportViewModel::changed);
    connect(&m_reading, &QFutureWatcher<Found>::finished, this, &ImportViewModel::takeFound);
}

void ImportViewModel::setStage(Stage stage)
{
    m_stage = stage;
    Q_EMIT changed();
}

void ImportViewModel::refuse(const QString &sentence)
{
    m_refusal = sentence;
    setStage(Asking);
}

void ImportViewModel::ask()
{
    refuse({});
}

void ImportViewModel::tellNoDialog()
{
    refuse(tr("This system has no window to choose a file with. Drop the file here, or paste its text."));
}

void ImportViewModel::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty()) {
        refuse(tr("There is no text on the clipboard. Copy a list somewhere else first."));
        return;
    }
    readText(text);
}

void ImportViewModel::readUrl(const QUrl &url)
{
    if (!url.isLocalFile()) {
        refuse(tr("Only files on this device can be read. Save it here first."));
        return;
    }
    readFile(url.toLocalFile());
}

bool ImportViewModel::canGoToList() const
{
    return m_list.isEditable() && m_list.isLoaded();
}

std::vector<ItemThere> ImportViewModel::listed() const
{
    std::vector<ItemThere> there;
    if (!m_list.isStarting() && m_list.isLoaded()) {
        for (const Record *item : m_list.items()) {
            there.push_back({ item->key.id, { item->text(model::item::kName), amountOf(*item) },
                item->text(model::item::kNote), item->truth(model::item::kChecked) });
        }
    }
    return there;
}

std::function<ImportPlan(const Import &, ImportViewModel::Target)> ImportViewModel::planner() const
{
    return [there = listed(), catalogue = m_memory.sharedCatalogue(), in = HouseholdMemory::language()](
               const Import &import, Target target) {
        return target == OwnLists ? planApart(import) : planInto(import, there, *catalogue, in);
    };
}

void ImportViewModel::start(std::function<Found()> read, const QString &source)
{
    m_source = source;
    m_refusal.clear();
    m_rows.clear();
    setStage(Reading);
    m_reading.setFuture(QtConcurrent::run(std::move(read)));
}

// A list needs a name, which a text has none of.
static Import readNamed(
    const QByteArray &bytes, const QString &fileName, const exchange::ImportContext &context)
{
    Import import = exchange::readImport(bytes, fileName, context);
    for (exchange::ImportedList &list : import.lists) {
        if (list.details.name.isEmpty()) {
            list.details.name = ImportViewModel::tr("New list");
        }
    }
    return import;
}

// A file that names its lists, as an export does, is likelier a list of its own; a text is more for this one.
static ImportViewModel::Target likelier(const Import &import, bool canGoToList)
{
    const bool whole = import.format == exchange::ImportFormat::LarderJson || import.lists.size() > 1;
    return whole || !canGoToList ? ImportViewModel::OwnLists : ImportViewModel::ThisList;
}

void ImportViewModel::readText(const QString &text)
{
    start(
        [text, plan = planner(), to = canGoToList(), catalogue = m_memory.sharedCatalogue(),
            habits = entryHabits(m_list.currency()), in = HouseholdMemory::language()] {
            const exchange::ImportContext context { in, catalogue.get(), habits };
            auto import = std::make_shared<const Import>(readNamed(text.toUtf8(), {}, context));
            const Target target = likelier(*import, to);
            return Found { import, plan(*import, target), target, {} };
        },
        {});
}

void ImportViewModel::readFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    start(
        [path, name, plan = planner(), to = canGoToList(), catalogue = m_memory.sharedCatalogue(),
            habits = entryHabits(m_list.currency()), in = HouseholdMemory::language()] {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly)) {
                return Found { {}, {}, ThisList, tr("%1 can't be read: %2").arg(name, file.errorString()) };
            }
            // One byte too many is enough for the reader to say that it is too large.
            const QByteArray bytes = file.read(limits::kImportBytes + 1);
            const exchange::ImportContext context { in, catalogue.get(), habits };
            auto import = std::make_shared<const Import>(readNamed(bytes, name, context));
            const Target target = likelier(*import, to);
            return Found { import, plan(*import, target), target, {} };
        },
        name);
}

void ImportViewModel::takeFound()
{
    if (m_stage != Reading) {
        return; // somebody thought better of it
    }
    const Found found = m_reading.result();
    if (!found.refusal.isEmpty()) {
        refuse(found.refusal);
        return;
    }
    m_import = found.import;
    m_target = found.target;
    if (m_target == OwnLists) {
        m_rows.showApart(m_import, found.plan);
    } else {
        m_rows.showInto(m_import, found.plan, m_list.currency());
    }
    setStage(Preview);
}

void ImportViewModel::setTarget(int target)
{
    if (m_stage != Preview || target == m_target || (target != ThisList && target != OwnLists)
        || (target == ThisList && !canGoToList())) {
        return;
    }
    m_stage = Reading;
    m_reading.setFuture(QtConcurrent::run([import = m_import, plan = planner(), to = Target(target)] {
        return Found { import, plan(*import, to), to, {} };
    }));
    Q_EMIT changed();
}

QString ImportViewModel::source() const
{
    if (!m_import) {
        return m_source;
    }
    const QString format = formatText(m_import->format);
    return m_source.isEmpty() ? tr("What you pasted: %1").arg(format) : tr("%1: %2").arg(m_source, format);
}

QString ImportViewModel::summary() const
{
    QStringList parts;
    const int fresh = m_rows.count(ImportRows::New);
    const int there = m_rows.count(ImportRows::Raise) + m_rows.count(ImportRows::Again);
    const int broken = m_import ? m_import->unreadableCount : 0;
    if (fresh > 0) {
        parts.append(tr("%Ln new", nullptr, fresh));
    }
    if (there > 0) {
        parts.append(tr("%Ln on the list already", nullptr, there));
    }
    if (broken > 0) {
        parts.append(tr("%Ln can't be read", nullptr, broken));
    }
    return parts.isEmpty() ? tr("There is nothing in it.") : parts.join(QStringLiteral(" · "));
}

QStringList ImportViewModel::targets() const
{
    if (!m_import || m_import->lists.empty()) {
        return {};
    }
    const int lists = int(m_import->lists.size());
    const QString own = lists == 1 ? tr("A list of its own") : tr("%Ln lists of their own", nullptr, lists);
    return canGoToList() ? QStringList { tr("Into %1").arg(m_list.name()), own } : QStringList { own };
}

QString ImportViewModel::answer() const
{
    const int chosen = m_rows.chosenCount();
    return m_stage != Preview || (chosen == 0 && (m_target == ThisList || targets().isEmpty()))
        ? QString()
        : tr("Add %Ln items", nullptr, chosen);
}

void ImportViewModel::take()
{
    if (answer().isEmpty()) {
        return;
    }
    const CategoryOf categoryOf = [this](const QString &name) { return m_memory.categoryOf(name); };
    Imported done;
    QString where;
    if (m_target == ThisList) {
        const model::SpaceId list = m_list.begin();
        if (list.isNull()) {
            return;
        }
        where = m_list.name();
        done = importInto(list, *m_import, m_rows.plan(), m_replica, m_list.writes(), categoryOf);
    } else {
        done = importApart(*m_import, m_rows.plan(), m_replica, m_list.writes(), categoryOf);
        where = done.lists.size() == 1 ? m_import->lists.front().details.name
                                       : tr("%Ln lists", nullptr, int(done.lists.size()));
    }
    if (!done.changes.empty()) {
        m_undo.push({ .kind = UndoStep::Kind::Imported,
            .changes = std::move(done.changes),
            .things = done.things,
            .where = where });
    }
    if (done.stopped) {
        m_undo.say(errorSentence(done.stopped->code));
    }
    cancel();
    if (!done.lists.empty()) {
        Q_EMIT listMade(done.lists.front().toString());
    }
}

void ImportViewModel::cancel()
{
    m_import.reset();
    m_rows.clear();
    m_refusal.clear();
    setStage(Closed);
}

} // namespace larder::app
