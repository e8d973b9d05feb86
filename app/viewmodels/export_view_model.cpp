#include "app/viewmodels/export_view_model.h"

#include "app/lists/entry_habits.h"
#include "app/lists/list_export.h"
#include "app/viewmodels/list_view_model.h"
#include "core/exchange/export_writer.h"

#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtCore/QSaveFile>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

namespace larder::app {

using namespace Qt::StringLiterals;

ExportViewModel::ExportViewModel(
    ListViewModel &list, replica::ReplicaClient &replica, UndoStack &undo, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_replica(replica)
    , m_undo(undo)
{
}

QStringList ExportViewModel::formats() const
{
    return { tr("Larder (JSON): everything, to keep or to read again"), tr("Table (CSV)"), tr("Markdown"),
        tr("Text") };
}

std::vector<exchange::ExportedList> ExportViewModel::lists(Scope scope) const
{
    std::vector<exchange::ExportedList> lists;
    if (scope == ThisList) {
        if (!m_list.isStarting() && m_list.isLoaded()) {
            lists.push_back(exportedList(m_replica, m_list.space()));
        }
        return lists;
    }
    for (const replica::Space &space : m_replica.spaces()) {
        const model::SpaceId id = space.grant.space;
        const model::Record *head = m_replica.isLoaded(id)
            ? m_replica.record({ id, model::Kind::List, model::RecordId { id.value } })
            : nullptr;
        if (head && !head->isDeleted()) {
            lists.push_back(exportedList(m_replica, id));
        }
    }
    std::ranges::sort(lists, [](const exchange::ExportedList &a, const exchange::ExportedList &b) {
        return a.details.name.localeAwareCompare(b.details.name) < 0;
    });
    return lists;
}

QByteArray ExportViewModel::written(Format format, Scope scope) const
{
    const auto all = lists(scope);
    const grocery::EntryHabits habits = entryHabits(m_list.currency());
    switch (format) {
    case Json:
        return exchange::writeJson(all);
    case Csv:
        return exchange::writeCsv(all);
    case Markdown:
        return exchange::writeMarkdown(all, habits);
    case Text:
        return exchange::writeText(all, habits);
    }
    return {};
}

void ExportViewModel::exportAs(int format, int scope)
{
    static const QStringList kEndings { u"larder"_s, u"csv"_s, u"md"_s, u"txt"_s };
    if (format < Json || format > Text || scope < ThisList || scope > AllLists) {
        return;
    }
    m_written = written(Format(format), Scope(scope));
    QString name = scope == AllLists ? tr("Larder lists") : m_list.name();
    name.replace(
        QRegularExpression(u"[^\\w\\- ]+"_s, QRegularExpression::UseUnicodePropertiesOption), u" "_s);
    name = name.simplified().left(80);
    Q_EMIT placeAsked(tr("Where to?"), (name.isEmpty() ? tr("List") : name) + u'.' + kEndings[format]);
}

void ExportViewModel::save(const QString &path)
{
    QSaveFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (file.open(QIODevice::WriteOnly) && file.write(m_written) == m_written.size() && file.commit()) {
        m_undo.say(tr("Saved as %1").arg(name));
    } else {
        m_undo.say(tr("%1 could not be written: %2").arg(name, file.errorString()));
    }
    m_written.clear();
}

void ExportViewModel::copyAsText()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(written(Text, ThisList)));
    m_undo.say(tr("Copied the list as text"));
}

} // namespace larder::app
