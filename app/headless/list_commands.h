// The commands of `larder headless` that read and change lists, over the same memory image as the window's.
//
// They answer at once; what they wrote is on the disk when ReplicaClient says so, which CommandLoop waits
// for. Lives on the main thread.
#pragma once

#include "core/replica/replica_client.h"

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

namespace larder::app {

class ListCommands final : public QObject {
    Q_OBJECT

public:
    explicit ListCommands(replica::ReplicaClient &replica);
    ~ListCommands() override;

    Result<QJsonObject> newList(const QString &name);
    // By id or name; what follows is about this one.
    Result<QJsonObject> use(const QString &list);
    Result<QJsonObject> add(const QString &line);
    Result<QJsonObject> edit(const QString &item, const QString &field, const QString &value);
    Result<QJsonObject> check(const QString &item, bool checked);
    Result<QJsonObject> remove(const QString &item);
    QJsonObject lists() const;
    Result<QJsonObject> items() const;

    model::SpaceId current() const { return m_current; }
    // Whether the records of every list are in memory.
    bool isLoaded() const;

private:
    void watchAll();
    std::optional<model::SpaceId> findList(const QString &list) const;
    const model::Record *findItem(const QString &item) const;
    Result<QJsonObject> write(const QString &item, std::vector<replica::ReplicaClient::Field> fields);
    QString nameOf(model::SpaceId space) const;

    replica::ReplicaClient &m_replica;
    std::vector<model::SpaceId> m_watched;
    model::SpaceId m_current;
};

} // namespace larder::app
