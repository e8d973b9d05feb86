// Randomness that a seed repeats: splitmix64 (Steele, Lea and Flood, 2014).
#pragma once

#include "core/random.h"

namespace larder::test {

class SeededRandom final : public Random {
public:
    explicit SeededRandom(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next() override
    {
        quint64 word = (m_state += 0x9E3779B97F4A7C15ull);
        word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9ull;
        word = (word ^ (word >> 27)) * 0x94D049BB133111EBull;
        return word ^ (word >> 31);
    }
    // True once in `of` times.
    bool once(quint64 of) { return below(of) == 0; }

private:
    quint64 m_state;
};

} // namespace larder::test
