// The photo of the item that is open, and the photos that the list shows.
//
// A picture is made small and kept on another thread; then it is marked to be sent, and then the item names
// it. What other devices added is asked for when it is to be seen. A photo of an item that is copied to
// another list is sent there too. Lives on the UI thread; owned by AppViewModel.
#pragma once

#include "app/photos/photo_files.h"
#include "app/viewmodels/undo_stack.h"
#include "core/replica/replica_client.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QUrl>
#include <QtGui/QImage>

#include <functional>
#include <set>

namespace larder::app {

class ItemViewModel;
class ListViewModel;

class PhotoViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(QString photo READ photo NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(bool wrong READ isWrong NOTIFY changed)
    Q_PROPERTY(int arrived READ arrived NOTIFY arrivedChanged)

public:
    PhotoViewModel(ItemViewModel &item, ListViewModel &list, replica::ReplicaClient &replica, UndoStack &undo,
        const PhotoFiles &files, QObject *parent = nullptr);
    ~PhotoViewModel() override;

    // The name of the open item's; empty when it has none.
    QString photo() const;
    // One is being made of what was chosen.
    bool isBusy() const { return m_making.isRunning(); }
    // Where the photo is on its way, or what was wrong with the picture; empty when there is nothing to say.
    QString sentence() const;
    bool isWrong() const;
    // How many have come since the start: has() may answer otherwise when it changes.
    int arrived() const { return m_arrived; }
    // Whether it is on this device and can be shown.
    Q_INVOKABLE bool has(const QString &hash) const { return m_files.has(hash); }
    // Those that are only on this device.
    int unsent() const { return int(m_files.awaited().size()); }

    Q_INVOKABLE void choose();
    void takeFile(const QString &path);
    Q_INVOKABLE void takeUrl(const QUrl &url);
    Q_INVOKABLE void paste();
    Q_INVOKABLE void remove();
    void tellNoDialog();

    void noteSent(const larder::app::PhotoName &photo);
    void noteRefused(const larder::app::PhotoName &photo, larder::Code code);
    void noteFetched(const QString &hash);
    // Whoever signs out takes the photos along.
    void forget();

Q_SIGNALS:
    void changed();
    void arrivedChanged();
    void fileAsked();
    void fetchAsked(const larder::app::PhotoName &photo);
    void sendAsked();

private:
    struct Made {
        std::optional<Error> stopped;
        QString hash;
    };
    using Key = std::pair<model::SpaceId, QString>;

    void make(std::function<Result<QByteArray>()> picture);
    void takeMade();
    // Whether the item has another photo now.
    bool write(const model::RecordKey &item, const model::Value &photo);
    void refuse(const QString &sentence);
    void onItemChanged();
    void onRowsChanged(model::SpaceId space, const std::vector<model::RecordId> &ids, bool remote);
    void wish(const model::Record &item);

    ItemViewModel &m_item;
    ListViewModel &m_list;
    replica::ReplicaClient &m_replica;
    UndoStack &m_undo;
    PhotoFiles m_files;
    QFutureWatcher<Made> m_making;
    model::RecordKey m_for; // the item that the picture is for
    QString m_wrong;
    std::map<Key, Code> m_refused;
    std::set<Key> m_marked; // in this run
    int m_arrived = 0;
};

} // namespace larder::app
