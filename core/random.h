// Randomness, as an interface: production takes the system's generator, tests a seed.
#pragma once

#include <QtCore/QByteArray>

namespace larder {

class Random {
public:
    virtual ~Random() = default;
    virtual quint64 next() = 0;

    // In [0, bound); 0 when bound is 0.
    quint64 below(quint64 bound) { return bound == 0 ? 0 : next() % bound; }
    QByteArray bytes(int count);
};

// The operating system's generator: fit for tokens. Thread-safe: it has no state.
class SystemRandom final : public Random {
public:
    quint64 next() override;
};

} // namespace larder
