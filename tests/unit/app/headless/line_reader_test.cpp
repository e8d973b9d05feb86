#include "app/headless/line_reader.h"

#include "core/limits.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <csignal>
#include <thread>
#include <unistd.h>

using namespace larder;
using namespace larder::app;
using namespace Qt::StringLiterals;

class LineReaderTest : public QObject {
    Q_OBJECT

    int m_in = -1;
    int m_out = -1;
    std::unique_ptr<LineReader> m_reader;
    QStringList m_lines;
    bool m_ended = false;
    std::optional<std::thread> m_writer;

    // From another thread, because a pipe holds less than a line may have.
    void say(const QByteArray &bytes)
    {
        m_writer.emplace([this, bytes] {
            for (qsizetype done = 0; done < bytes.size();) {
                const auto wrote = ::write(m_out, bytes.constData() + done, size_t(bytes.size() - done));
                if (wrote <= 0) {
                    return;
                }
                done += wrote;
            }
        });
    }
    void endInput()
    {
        if (m_writer) {
            m_writer->join();
            m_writer.reset();
        }
        if (m_out >= 0) {
            ::close(m_out);
            m_out = -1;
        }
    }

private Q_SLOTS:
    void init()
    {
        std::array<int, 2> ends {};
        QCOMPARE(::pipe(ends.data()), 0);
        m_in = ends[0];
        m_out = ends[1];
        m_lines.clear();
        m_ended = false;
        m_reader = std::make_unique<LineReader>(m_in);
        connect(m_reader.get(), &LineReader::lineRead, this, [this](const QString &l) { m_lines += l; });
        connect(m_reader.get(), &LineReader::ended, this, [this] { m_ended = true; });
    }
    void cleanup()
    {
        m_reader.reset();
        ::close(m_in); // and a writer that nobody reads any more gets an error
        endInput();
    }

    void linesComeAsTheyWereWritten()
    {
        say("add milk\n  lists \n\nadd grüner Tee\n");
        QTRY_COMPARE(m_lines, (QStringList { u"add milk"_s, u"lists"_s, QString(), u"add grüner Tee"_s }));
        QVERIFY(!m_ended);
    }

    void theEndOfTheInputEndsTheReading()
    {
        say("lists\nadd mi");
        endInput();
        QTRY_VERIFY(m_ended);
        QCOMPARE(m_lines, QStringList { u"lists"_s });
    }

    void theLongestLineIsTakenWhateverComesWithIt()
    {
        say(QByteArray(limits::kCommandBytes, 'a') + "\nlists\n" + QByteArray(limits::kCommandBytes, 'b')
            + '\n');
        QTRY_COMPARE(m_lines.size(), 3);
        QCOMPARE(m_lines.at(0).size(), limits::kCommandBytes);
        QCOMPARE(m_lines.at(2).size(), limits::kCommandBytes);
        QVERIFY(!m_ended);
    }

    void aLongerLineEndsTheReading()
    {
        say("lists\n" + QByteArray(limits::kCommandBytes + 1, 'a') + "\nlists\n");
        QTRY_VERIFY(m_ended);
        QCOMPARE(m_lines, QStringList { u"lists"_s });
    }

    void aLineWithoutEndEndsTheReading()
    {
        say(QByteArray(8 * limits::kCommandBytes, 'a'));
        QTRY_VERIFY(m_ended);
        QVERIFY(m_lines.isEmpty());
    }
};

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN); // of the writer that nobody reads any more
    QCoreApplication application(argc, argv);
    LineReaderTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "line_reader_test.moc"
