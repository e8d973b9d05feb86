// Whether this node should get traffic, and if not, which part of it is the reason.
//
// Each part says of itself when it becomes ready and when it stops being so; a part that was never heard of
// is not ready. When the node as a whole becomes ready or stops being so, the log says it. Lives on the main
// thread.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

namespace larder::server {

class Health {
public:
    // All of them must be ready for the node to be.
    explicit Health(std::vector<QByteArray> parts);

    void set(const QByteArray &part, bool ready, const QString &why = {});
    // We are asked to stop: nothing is wrong with that part, and whoever heard it has said it.
    void drain(const QByteArray &part);
    bool isReady() const;

    struct Part {
        QByteArray name;
        bool ready = false;
        QString why;
    };
    std::vector<Part> parts() const;

private:
    Part &find(const QByteArray &part);

    std::vector<Part> m_parts;
};

} // namespace larder::server
