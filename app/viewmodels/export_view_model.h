// Handing lists to other programs and people: as a file in one of four formats, or as text on the clipboard.
// Lives on the UI thread; owned by AppViewModel.
#pragma once

#include "app/viewmodels/undo_stack.h"
#include "core/exchange/exported_list.h"

#include <QtQml/qqmlregistration.h>

namespace larder::app {

class ListViewModel;

class ExportViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(QStringList formats READ formats CONSTANT)

public:
    enum Format { Json, Csv, Markdown, Text };
    Q_ENUM(Format)
    enum Scope { ThisList, AllLists };
    Q_ENUM(Scope)

    ExportViewModel(
        ListViewModel &list, replica::ReplicaClient &replica, UndoStack &undo, QObject *parent = nullptr);

    // In the order of Format, in words.
    QStringList formats() const;
    // Asks for a place first.
    Q_INVOKABLE void exportAs(int format, int scope);
    Q_INVOKABLE void copyAsText();
    // Says whether it went well.
    void save(const QString &path);

Q_SIGNALS:
    // The answer is save().
    void placeAsked(const QString &title, const QString &fileName);

private:
    std::vector<exchange::ExportedList> lists(Scope scope) const;
    QByteArray written(Format format, Scope scope) const;

    ListViewModel &m_list;
    replica::ReplicaClient &m_replica;
    UndoStack &m_undo;
    QByteArray m_written; // when the place for it was asked for
};

} // namespace larder::app
