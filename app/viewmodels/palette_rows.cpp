#include "app/viewmodels/palette_rows.h"

#include "app/viewmodels/app_view_model.h"
#include "app/viewmodels/fuzzy_match.h"

namespace larder::app {

using namespace Qt::StringLiterals;

static constexpr size_t kShown = 50; // more than anybody reads
static constexpr int kKeywordCost = 250; // of a word that only stands for the title

PaletteRows::PaletteRows(AppViewModel &app, const replica::ReplicaClient &replica)
    : m_app(app)
    , m_replica(replica)
{
}

void PaletteRows::setQuery(const QString &query)
{
    if (query == m_query) {
        return;
    }
    m_query = query;
    Q_EMIT queryChanged();
    show(find());
}

void PaletteRows::open()
{
    show({});
    m_query.clear();
    Q_EMIT queryChanged();
    gather();
    show(find());
}

void PaletteRows::retranslate()
{
    if (m_targets.empty()) {
        return; // it is closed
    }
    beginResetModel();
    gather();
    m_found = find();
    endResetModel();
    Q_EMIT countChanged();
}

void PaletteRows::close()
{
    show({});
    m_targets = {};
}

void PaletteRows::add(Target target)
{
    target.foldedTitle = folded(target.title);
    m_targets.push_back(std::move(target));
}

void PaletteRows::gather()
{
    m_targets.clear();
    gatherActions();
    gatherLists();
    gatherItems();
}

void PaletteRows::gatherActions()
{
    const CommandRows &commands = *m_app.commands();
    for (int row = 0; row < commands.rowCount(); ++row) {
        const QModelIndex index = commands.index(row);
        const int command = commands.data(index, CommandRows::CommandRole).toInt();
        if (command == CommandRows::Palette || !commands.data(index, CommandRows::PossibleRole).toBool()) {
            continue;
        }
        Target target { Action, QString::number(command) };
        target.title = commands.data(index, CommandRows::TitleRole).toString();
        target.foldedKeywords = folded(commands.data(index, CommandRows::KeywordsRole).toString());
        target.keyText = commands.data(index, CommandRows::KeyTextRole).toString();
        add(std::move(target));
    }
}

void PaletteRows::gatherLists()
{
    const ListsViewModel &lists = *m_app.lists();
    for (int row = 0; row < lists.rowCount(); ++row) {
        const QModelIndex index = lists.index(row);
        add({ List, lists.data(index, ListsViewModel::ListIdRole).toString(),
            lists.data(index, ListsViewModel::NameRole).toString() });
    }
}

void PaletteRows::gatherItems()
{
    const ListViewModel &list = *m_app.list();
    for (const model::Record *record : m_replica.records(list.space(), model::Kind::Item)) {
        if (QString name = record->text(model::item::kName); !record->isDeleted() && !name.isEmpty()) {
            add({ Item, record->key.id.toString(), std::move(name) });
        }
    }
}

// Nothing typed yet: what one can do, and the lists. The items are on the page already.
std::vector<int> PaletteRows::find() const
{
    struct Hit {
        int score = 0;
        int target = 0;
    };
    const QStringList words = folded(m_query).split(u' ', Qt::SkipEmptyParts);
    std::vector<Hit> hits;
    for (size_t i = 0; i < m_targets.size(); ++i) {
        const Target &target = m_targets[i];
        if (words.isEmpty()) {
            if (target.kind != Item) {
                hits.push_back({ 0, int(i) });
            }
            continue;
        }
        auto score = fuzzyScore(words, target.foldedTitle);
        if (const auto other = fuzzyScore(words, target.foldedKeywords)) {
            score = qMax(score.value_or(0), *other - kKeywordCost);
        }
        if (score) {
            hits.push_back({ *score, int(i) });
        }
    }
    const auto shown = hits.begin() + std::ptrdiff_t(qMin(kShown, hits.size()));
    std::partial_sort(hits.begin(), shown, hits.end(), [](const Hit &a, const Hit &b) {
        return a.score != b.score ? a.score > b.score : a.target < b.target;
    });
    std::vector<int> found;
    for (auto hit = hits.begin(); hit != shown; ++hit) {
        found.push_back(hit->target);
    }
    return found;
}

void PaletteRows::show(std::vector<int> found)
{
    const int before = count();
    const int after = int(found.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_found.resize(size_t(after));
        endRemoveRows();
    }
    const int kept = qMin(before, after);
    std::copy_n(found.begin(), kept, m_found.begin());
    if (kept > 0) {
        Q_EMIT dataChanged(index(0), index(kept - 1));
    }
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_found = std::move(found);
        endInsertRows();
    }
    if (after != before) {
        Q_EMIT countChanged();
    }
}

void PaletteRows::run(int row)
{
    if (row < 0 || row >= count()) {
        return;
    }
    const Target target = m_targets[size_t(m_found[size_t(row)])];
    switch (target.kind) {
    case Action:
        m_app.commands()->run(target.id.toInt());
        return;
    case List:
        m_app.openList(target.id);
        return;
    case Item:
        m_app.openItem(target.id);
        return;
    }
}

QString PaletteRows::detail(const Target &target) const
{
    switch (target.kind) {
    case Action:
        return {};
    case List:
        return tr("List");
    case Item:
        return m_app.list()->name();
    }
    return {};
}

int PaletteRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant PaletteRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Target &target = m_targets[size_t(m_found[size_t(index.row())])];
    switch (role) {
    case KindRole:
        return target.kind;
    case Qt::DisplayRole:
    case TitleRole:
        return target.title;
    case DetailRole:
        return detail(target);
    case KeyTextRole:
        return target.keyText;
    default:
        return {};
    }
}

QHash<int, QByteArray> PaletteRows::roleNames() const
{
    return {
        { KindRole, "kind" },
        { TitleRole, "title" },
        { DetailRole, "detail" },
        { KeyTextRole, "keyText" },
    };
}

} // namespace larder::app
