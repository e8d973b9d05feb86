// A connection that carries whole binary messages, as an interface: a WebSocket in production, a lossy queue
// in tests. Lives on the thread of its owner. After `closed` it is dead; open() starts anew.
#pragma once

#include "core/error_code.h"

#include <QtCore/QObject>
#include <QtCore/QUrl>

namespace larder::sync {

class Transport : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void open(const QUrl &url) = 0;
    // Harmless when it is not open. `closed` follows on a later turn, or not at all.
    virtual void close() = 0;
    // Messages sent before `opened` or after `closed` are dropped.
    virtual void send(const QByteArray &message) = 0;

Q_SIGNALS:
    void opened();
    void received(const QByteArray &message);
    void closed(larder::Code reason, const QString &detail);
};

} // namespace larder::sync
