// A connection that was accepted and that nobody has taken over yet. It is hung up on when it is let go of,
// as with a call to a worker that ends before it comes to it.
#pragma once

#include <QtCore/qglobal.h>

#include <unistd.h>

#include <utility>

namespace larder::server {

class Descriptor {
public:
    explicit Descriptor(qintptr value)
        : m_value(value)
    {
    }
    ~Descriptor()
    {
        if (m_value >= 0) {
            ::close(int(m_value));
        }
    }
    Q_DISABLE_COPY_MOVE(Descriptor)

    qintptr value() const { return m_value; }
    // Whoever took it over closes it.
    void release() { m_value = -1; }

private:
    qintptr m_value;
};

} // namespace larder::server
