// What of STYLE is mechanical: the direction of dependencies, the rooms of SQL and of sentences, calls that
// only adapters may make, names that say nothing. Sizes are aims: they are printed, and fail nothing.
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QMap>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace {

struct Source {
    QString path; // from the repository's root
    QStringList lines; // comments and string contents blanked where `code` says so
    QStringList code;
};

// Blanks comments and the insides of string literals, so that a rule about code is not broken by prose.
QStringList codeOf(const QStringList &lines)
{
    QStringList result;
    bool inComment = false;
    QString rawEnd;
    for (const QString &line : lines) {
        QString out;
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (!rawEnd.isEmpty()) {
                if (line.mid(i).startsWith(rawEnd)) {
                    i += rawEnd.size() - 1;
                    rawEnd.clear();
                }
                continue;
            }
            if (inComment) {
                if (line.mid(i, 2) == "*/"_L1) {
                    inComment = false;
                    ++i;
                }
                continue;
            }
            if (line.mid(i, 2) == "//"_L1) {
                break;
            }
            if (line.mid(i, 2) == "/*"_L1) {
                inComment = true;
                ++i;
                continue;
            }
            if (line.mid(i, 2) == "R\""_L1) {
                const qsizetype open = line.indexOf(u'(', i);
                rawEnd = u")"_s + line.mid(i + 2, open - i - 2) + u'"';
                i = open;
                out += u'"';
                continue;
            }
            if (line[i] == u'"' && !(i > 0 && line[i - 1] == u'\'')) {
                out += u'"';
                for (++i; i < line.size() && line[i] != u'"'; ++i) {
                    i += line[i] == u'\\' ? 1 : 0;
                }
            }
            out += i < line.size() ? line[i] : QChar();
        }
        result.append(out);
    }
    return result;
}

std::vector<Source> sources()
{
    std::vector<Source> result;
    const QDir root(QStringLiteral(LARDER_SOURCE_DIR));
    for (const char *room : { "core", "server", "app", "qml", "tests" }) {
        QDirIterator each(root.filePath(QString::fromLatin1(room)), { u"*.h"_s, u"*.cpp"_s, u"*.qml"_s },
            QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            if (!file.open(QIODevice::ReadOnly)) {
                qFatal("can't read %s", qPrintable(file.fileName()));
            }
            const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
            result.push_back({ root.relativeFilePath(file.fileName()), lines, codeOf(lines) });
        }
    }
    return result;
}

QString roomOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return parts.size() > 2 ? parts[0] + u'/' + parts[1] : parts[0];
}

// What each room may include beside itself; a room's children follow it.
const QMap<QString, QStringList> &allowed()
{
    static const QStringList values { u"core"_s, u"core/model"_s };
    static const QMap<QString, QStringList> map {
        { u"core"_s, {} },
        { u"core/model"_s, { u"core"_s } },
        { u"core/grocery"_s, values },
        { u"core/exchange"_s, values + QStringList { u"core/grocery"_s } },
        { u"core/protocol"_s, values },
        { u"core/storage"_s, { u"core"_s } },
        { u"core/replica"_s, values + QStringList { u"core/protocol"_s, u"core/storage"_s } },
        { u"core/sync"_s, values + QStringList { u"core/protocol"_s, u"core/replica"_s } },
        { u"server/store"_s, values + QStringList { u"core/protocol"_s, u"core/storage"_s } },
        { u"server/feed"_s, values + QStringList { u"core/protocol"_s, u"server/store"_s } },
        { u"server/gateway"_s,
            values + QStringList { u"core/protocol"_s, u"server/store"_s, u"server/feed"_s } },
        { u"server/accounts"_s,
            values
                + QStringList { u"core/storage"_s, u"server/store"_s, u"server/feed"_s,
                    u"server/gateway"_s } },
        { u"server/ops"_s, { u"core"_s } },
    };
    return map;
}

bool mayInclude(const QString &from, const QString &what)
{
    const QString room = roomOf(from);
    const QString target = roomOf(what);
    if (room == target || room.startsWith(u"tests"_s)) {
        return true;
    }
    if (target.startsWith(u"tests"_s)) {
        return false;
    }
    if (const auto known = allowed().find(room); known != allowed().end()) {
        return known->contains(target);
    }
    if (room.startsWith(u"server"_s)) { // api and main.cpp see the server's rooms and core
        return target.startsWith(u"core"_s) || target.startsWith(u"server"_s);
    }
    if (room.startsWith(u"app"_s)) {
        return target.startsWith(u"core"_s) || target.startsWith(u"app"_s);
    }
    return false;
}

struct Banned {
    QString what; // a regular expression over code
    QString rooms; // over paths: where the rule holds
    QString except; // over paths: the adapters
    QString why;
};

const std::vector<Banned> &banned()
{
    static const QString ours = u"^(core|server|app)/"_s;
    static const std::vector<Banned> rules {
        { u"\\b(qsT|t)r\\s*\\("_s, u"^(core|server)/"_s, {}, u"codes become sentences in app/"_s },
        { u"QDateTime::currentDateTime|QDateTime::currentMSecs|system_clock::now|steady_clock::now|QElapsedTimer"_s,
            ours, u"^core/clock\\."_s, u"time comes from core/clock.h"_s },
        { u"QRandomGenerator|std::mt19937|\\brand\\(\\)"_s, ours, u"^core/random\\."_s,
            u"randomness comes from core/random.h"_s },
        { u"QTimer::singleShot"_s, ours, {}, u"timers come from core/clock.h"_s },
        { u"BlockingQueuedConnection|processEvents"_s, ours, {},
            u"a thread never waits for another's event loop"_s },
        { u":\\s*public\\s+QThread\\b"_s, ours, {},
            u"objects move to threads; threads are not subclassed"_s },
        { u"setContextProperty|qmlRegister"_s, ours, {},
            u"QML takes types from its module and values from properties"_s },
        { u"\\bco_await\\b"_s, u"^(core|server/(store|feed|gateway))/"_s, {}, u"these run to completion"_s },
        { u"\\bQ_OBJECT\\b|\\bQ_GADGET\\b"_s, u"^core/(model|grocery|exchange)/"_s, {},
            u"values in, values out"_s },
        { u"\\b(class|struct)\\s+\\w*(Manager|Helper|Utils?|Common|Misc)\\b"_s,
            u"^(core|server|app|tests)/"_s, {}, u"a name says what the thing is"_s },
        { u"\\bstd::this_thread::sleep|QThread::m?u?sleep|\\busleep\\("_s, u"^(core|server|app|tests)/"_s,
            u"^tests/(bench|support)/"_s, u"wait for a condition, not for a time"_s },
    };
    return rules;
}

} // namespace

class TidyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sources = sources(); }

    void dependenciesPointOneWay()
    {
        static const QRegularExpression include(u"^\\s*#include \"([^\"]+)\""_s);
        for (const Source &source : m_sources) {
            for (const QString &line : source.lines) {
                const auto match = include.match(line);
                if (!match.hasMatch() || match.captured(1).endsWith(u".moc"_s)
                    || !match.captured(1).contains(u'/')) {
                    continue;
                }
                if (!mayInclude(source.path, match.captured(1))) {
                    QTest::qFail(qPrintable(source.path + u" may not include "_s + match.captured(1)),
                        __FILE__, __LINE__);
                }
            }
        }
    }

    void includesStartAtTheRoot()
    {
        static const QRegularExpression include(u"^\\s*#include \"([^\"/]+)\""_s);
        for (const Source &source : m_sources) {
            for (const QString &line : source.lines) {
                const auto match = include.match(line);
                if (match.hasMatch() && !match.captured(1).endsWith(u".moc"_s)) {
                    QTest::qFail(qPrintable(source.path + u": "_s + line), __FILE__, __LINE__);
                }
            }
        }
    }

    void bannedCallsStayInTheirAdapters()
    {
        for (const Banned &rule : banned()) {
            const QRegularExpression what(rule.what);
            const QRegularExpression rooms(rule.rooms);
            const QRegularExpression except(rule.except);
            for (const Source &source : m_sources) {
                if (!rooms.match(source.path).hasMatch()
                    || (!rule.except.isEmpty() && except.match(source.path).hasMatch())) {
                    continue;
                }
                for (qsizetype i = 0; i < source.code.size(); ++i) {
                    if (what.match(source.code[i]).hasMatch()) {
                        QTest::qFail(qPrintable(u"%1:%2: %3 (%4)"_s.arg(source.path)
                                                    .arg(i + 1)
                                                    .arg(source.code[i].trimmed(), rule.why)),
                            __FILE__, __LINE__);
                    }
                }
            }
        }
    }

    void sqlStandsInOnePlacePerStore()
    {
        static const QRegularExpression sql(
            u"\"\\s*(SELECT |INSERT INTO|UPDATE \\w+ SET|DELETE FROM|CREATE TABLE|ALTER TABLE)"_s);
        static const QRegularExpression place(
            u"^(core|server)/.*(statements|migrations)\\.(h|cpp)$|^(app|tests)/"_s);
        for (const Source &source : m_sources) {
            if (place.match(source.path).hasMatch()) {
                continue;
            }
            for (qsizetype i = 0; i < source.lines.size(); ++i) {
                if (sql.match(source.lines[i]).hasMatch()) {
                    QTest::qFail(qPrintable(u"%1:%2: SQL outside statements"_s.arg(source.path).arg(i + 1)),
                        __FILE__, __LINE__);
                }
            }
        }
    }

    void headersOpenWithProse()
    {
        for (const Source &source : m_sources) {
            if (source.path.endsWith(u".h"_s) && !source.lines.value(0).startsWith(u"// "_s)) {
                QTest::qFail(qPrintable(source.path + u" doesn't say what it is for"_s), __FILE__, __LINE__);
            }
        }
    }

    void everyIconIsShown()
    {
        QString all;
        for (const Source &source : m_sources) {
            all += source.path.startsWith(u"tests/"_s) ? QString() : source.lines.join(u'\n');
        }
        const QDir icons(QStringLiteral(LARDER_SOURCE_DIR) + "/resources/icons"_L1);
        for (const QFileInfo &icon : icons.entryInfoList({ u"*.svg"_s })) {
            const QRegularExpression shown(u"\"%1\"|icons/%1\\b"_s.arg(icon.baseName()));
            QVERIFY2(all.contains(shown), qPrintable(icon.fileName()));
        }
    }

    void nothingIsLeftForLater()
    {
        static const QRegularExpression left(u"\\b(TO"
                                             "DO|FIX"
                                             "ME|XX"
                                             "X)\\b"_s);
        for (const Source &source : m_sources) {
            for (const QString &line : source.lines) {
                if (left.match(line).hasMatch()) {
                    QTest::qFail(qPrintable(source.path + u": "_s + line.trimmed()), __FILE__, __LINE__);
                }
            }
        }
    }

    void sizesAreAims()
    {
        for (const Source &source : m_sources) {
            const int aim = source.path.startsWith(u"tests/"_s) ? 800
                : source.path.endsWith(u".h"_s)                 ? 150
                : source.path.endsWith(u".qml"_s)               ? 250
                                                                : 400;
            if (source.lines.size() > aim * 5 / 4) {
                qInfo("%s has %lld lines (aim: %d)", qPrintable(source.path), qlonglong(source.lines.size()),
                    aim);
            }
        }
        QVERIFY(m_sources.size() > 20);
    }

private:
    std::vector<Source> m_sources;
};

QTEST_GUILESS_MAIN(TidyTest)
#include "tidy_test.moc"
