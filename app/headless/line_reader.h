// Lines of the standard input, as they come, without blocking the event loop. A line longer than
// kCommandBytes ends the reading, as the end of the input does. Lives on the main thread.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QSocketNotifier>

namespace larder::app {

class LineReader final : public QObject {
    Q_OBJECT

public:
    explicit LineReader(int descriptor);

Q_SIGNALS:
    void lineRead(const QString &line);
    void ended();

private:
    void read();
    void stop();

    int m_descriptor;
    QSocketNotifier m_notifier;
    QByteArray m_rest; // of a line that has not come to its end
};

} // namespace larder::app
