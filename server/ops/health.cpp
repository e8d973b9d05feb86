#include "server/ops/health.h"

#include "core/assert.h"
#include "core/logging.h"

#include <algorithm>

namespace larder::server {

Health::Health(std::vector<QByteArray> parts)
{
    for (QByteArray &name : parts) {
        m_parts.push_back({ std::move(name), false, QStringLiteral("starting") });
    }
}

Health::Part &Health::find(const QByteArray &part)
{
    const auto place
        = std::find_if(m_parts.begin(), m_parts.end(), [&](const Part &known) { return known.name == part; });
    LARDER_ASSERT(place != m_parts.end());
    return *place;
}

void Health::set(const QByteArray &part, bool ready, const QString &why)
{
    const bool before = isReady();
    Part &known = find(part);
    known.ready = ready;
    known.why = why;
    if (isReady() && !before) {
        qCInfo(lcOps, "ready");
    } else if (before && !ready) {
        qCWarning(lcOps, "not ready: %s: %s", part.constData(), qUtf8Printable(why));
    }
}

void Health::drain(const QByteArray &part)
{
    Part &known = find(part);
    known.ready = false;
    known.why = QStringLiteral("draining");
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
