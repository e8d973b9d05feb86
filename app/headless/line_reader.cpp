#include "app/headless/line_reader.h"

#include "core/limits.h"

#include <array>
#include <unistd.h>

namespace larder::app {

LineReader::LineReader(int descriptor)
    : m_descriptor(descriptor)
    , m_notifier(descriptor, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &LineReader::read);
}

void LineReader::read()
{
    std::array<char, 4096> buffer;
    const auto got = ::read(m_descriptor, buffer.data(), buffer.size());
    if (got <= 0) {
        stop();
        return;
    }
    m_rest.append(buffer.data(), qsizetype(got));
    qsizetype end = m_rest.indexOf('\n');
    for (; end >= 0 && end <= limits::kCommandBytes; end = m_rest.indexOf('\n')) {
        const QString line = QString::fromUtf8(m_rest.left(end)).trimmed();
        m_rest.remove(0, end + 1);
        Q_EMIT lineRead(line);
    }
    if (m_rest.size() > limits::kCommandBytes) {
        stop();
    }
}

void LineReader::stop()
{
    m_notifier.setEnabled(false);
    Q_EMIT ended();
}

} // namespace larder::app
