#include "server/ops/health.h"

#include "core/assert.h"

#include <algorithm>

namespace larder::server {

Health::Health(std::vector<QByteArray> parts)
{
    for (QByteArray &name : parts) {
        m_parts.push_back({ std::move(name), false, QStringLiteral("starting") });
    }
}

void Health::set(const QByteArray &part, bool ready, const QString &why)
{
    const auto place = std::find_if(m_parts.begin(), m_parts.end(), [&](const Part &known) { return known.name == part; });
    LARDER_ASSERT(place != m_parts.end());
    place->ready = ready;
    place->why = why;
}

bool Health::isReady() const
{
    return std::all_of(m_parts.begin(), m_parts.end(), [](const Part &part) { return part.ready; });
}

std::vector<Health::Part> Health::parts() const
{
    return m_parts;
}

} // namespace larder::server
