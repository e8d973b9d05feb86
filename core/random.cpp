#include "core/random.h"

#include <QtCore/QRandomGenerator>

#include <cstring>

namespace larder {

QByteArray Random::bytes(int count)
{
    QByteArray result(count, Qt::Uninitialized);
    for (int at = 0; at < count; at += 8) {
        const quint64 word = next();
        std::memcpy(result.data() + at, &word, std::size_t(std::min(8, count - at)));
    }
    return result;
}

quint64 SystemRandom::next()
{
    return QRandomGenerator::system()->generate64();
}

} // namespace larder
