// docs/protocol.md against the code: every example, and every name and number that it gives.
#include "core/grocery/units.h"
#include "core/protocol/close_code.h"
#include "core/protocol/version.h"

#include "tests/unit/core/protocol/full_messages.h"

#include <QtCore/QCborMap>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <map>
#include <set>

using namespace larder;
using namespace larder::protocol;
using namespace larder::test;
using namespace Qt::StringLiterals;

namespace {

QString readFile(const QString &path)
{
    QFile file(QFINDTESTDATA(QString(u"../../../../"_s + path)));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Example {
    QString direction; // up, down, or down zstd
    QByteArray bytes; // decompressed
    QString diagnostic;
};

QByteArray bytesOf(const QString &hex)
{
    QString digits;
    for (const QString &line : hex.split(u'\n')) {
        digits += line.section(u'#', 0, 0);
    }
    return QByteArray::fromHex(digits.toLatin1());
}

// Qt escapes what is beyond ASCII as \uXXXX or \UXXXXXXXX.
QString withoutEscapes(QString text)
{
    static const QRegularExpression escape(u"\\\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))"_s);
    for (auto match = escape.match(text); match.hasMatch(); match = escape.match(text)) {
        const char32_t code = QString(match.captured(1) + match.captured(2)).toUInt(nullptr, 16);
        text.replace(match.capturedStart(), match.capturedLength(), QString::fromUcs4(&code, 1));
    }
    return text;
}

QString squeezed(QString text)
{
    static const QRegularExpression space(u"\\s"_s);
    return text.remove(space);
}

std::vector<Example> examplesOf(const QString &page)
{
    static const QRegularExpression pair(
        u"```hex ([a-z ]+)\n(.*?)```\\s*```diag\n(.*?)```"_s, QRegularExpression::DotMatchesEverythingOption);
    std::vector<Example> examples;
    for (const auto &match : pair.globalMatch(page)) {
        Example example { match.captured(1), bytesOf(match.captured(2)), match.captured(3) };
        if (example.direction.endsWith(u"zstd")) {
            example.bytes = decompress(example.bytes).value();
        }
        examples.push_back(std::move(example));
    }
    return examples;
}

QString typeOf(const QByteArray &message)
{
    return QCborValue::fromCbor(message).toMap()[u"t"_s].toString();
}

// Encoded again; empty when it does not decode to a message that we know.
template<typename Known, typename Any> QByteArray encodedAgain(const Result<Any> &decoded)
{
    if (!decoded) {
        return {};
    }
    return std::visit(
        [](const auto &message) {
            using Message = std::decay_t<decltype(message)>;
            if constexpr (std::is_same_v<Message, UnknownMessage>) {
                return QByteArray();
            } else {
                return encode(Known(message));
            }
        },
        *decoded);
}

// The text from a heading to the next of its level or above.
QString sectionOf(const QString &page, const QString &heading)
{
    const QRegularExpression section(u"^%1$(.*?)(?=^##)"_s.arg(QRegularExpression::escape(heading)),
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    return section.match(QString(page + u"\n## "_s)).captured(1);
}

// The cells of a section's table rows, without the head of a table.
std::vector<QStringList> rowsOf(const QString &section)
{
    std::vector<QStringList> rows;
    bool body = false;
    for (const QString &line : section.split(u'\n')) {
        if (!line.startsWith(u'|')) {
            body = false;
        } else if (line.startsWith(u"|---")) {
            body = true;
        } else if (body) {
            QStringList cells;
            for (const QString &cell : line.mid(1, line.lastIndexOf(u'|') - 1).split(u'|')) {
                cells += cell.trimmed().remove(u'`');
            }
            rows.push_back(cells);
        }
    }
    return rows;
}

struct Bound {
    qint64 value; // durations in milliseconds, the tolerance in microseconds
    qint64 perSecond = 0;
};

template<typename T> Bound bound(T value)
{
    return { qint64(value) };
}
Bound bound(std::chrono::milliseconds value)
{
    return { value.count(), 1'000 };
}

const std::map<QString, Bound> &bounds()
{
    static const std::map<QString, Bound> all = { { u"kRecordsPerSpace"_s, bound(limits::kRecordsPerSpace) },
        { u"kRememberedPerSpace"_s, bound(limits::kRememberedPerSpace) },
        { u"kSpacesPerUser"_s, bound(limits::kSpacesPerUser) },
        { u"kClockToleranceMicros"_s, { limits::kClockToleranceMicros, 1'000'000 } },
        { u"kLatelyMicros"_s, { limits::kLatelyMicros, 1'000'000 } },
        { u"kWritesPerPush"_s, bound(limits::kWritesPerPush) },
        { u"kCorrectionsPerPush"_s, bound(limits::kCorrectionsPerPush) },
        { u"kRegistersPerRecord"_s, bound(limits::kRegistersPerRecord) },
        { u"kUpMessageBytes"_s, bound(limits::kUpMessageBytes) },
        { u"kHelloBytes"_s, bound(limits::kHelloBytes) },
        { u"kDownMessageBytes"_s, bound(limits::kDownMessageBytes) },
        { u"kPageRows"_s, bound(limits::kPageRows) }, { u"kPageBytes"_s, bound(limits::kPageBytes) },
        { u"kCompressAboveBytes"_s, bound(limits::kCompressAboveBytes) },
        { u"kCborDepth"_s, bound(limits::kCborDepth) },
        { u"kCursorsPerHello"_s, bound(limits::kCursorsPerHello) },
        { u"kClientBacklogBytes"_s, bound(limits::kClientBacklogBytes) },
        { u"kClientCutOffBytes"_s, bound(limits::kClientCutOffBytes) },
        { u"kMessagesPerSecond"_s, bound(limits::kMessagesPerSecond) },
        { u"kMessagesBurst"_s, bound(limits::kMessagesBurst) },
        { u"kPushesInFlight"_s, bound(limits::kPushesInFlight) },
        { u"kSocketConnectionsPerAddress"_s, bound(limits::kSocketConnectionsPerAddress) },
        { u"kHandshakeTimeout"_s, bound(limits::kHandshakeTimeout) },
        { u"kHelloTimeout"_s, bound(limits::kHelloTimeout) }, { u"kHeartbeat"_s, bound(limits::kHeartbeat) },
        { u"kHeartbeatTimeout"_s, bound(limits::kHeartbeatTimeout) },
        { u"kClosingTimeout"_s, bound(limits::kClosingTimeout) },
        { u"kBackoffFirst"_s, bound(limits::kBackoffFirst) },
        { u"kBackoffMax"_s, bound(limits::kBackoffMax) } };
    return all;
}

} // namespace

class ExamplesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_page = readFile(u"docs/protocol.md"_s);
        QVERIFY(!m_page.isEmpty());
        m_examples = examplesOf(m_page);
    }

    void everyHexBlockIsAnExampleWithItsDiagnosticNotation()
    {
        QVERIFY(m_examples.size() >= 18);
        QCOMPARE(m_page.count(u"```hex"_s), qsizetype(m_examples.size()));
        QCOMPARE(m_page.count(u"```diag"_s), qsizetype(m_examples.size()));
    }

    void examplesDecodeAndEncodeToTheSameBytes()
    {
        for (const Example &example : m_examples) {
            const QByteArray again = example.direction == u"up"
                ? encodedAgain<Up>(decodeUp(example.bytes))
                : encodedAgain<Down>(decodeDown(example.bytes));
            QCOMPARE(again.toHex(), example.bytes.toHex());
        }
    }

    void diagnosticNotationSaysTheSame()
    {
        for (const Example &example : m_examples) {
            const QString ours = QCborValue::fromCbor(example.bytes).toDiagnosticNotation();
            QCOMPARE(squeezed(example.diagnostic), squeezed(withoutEscapes(ours)));
        }
    }

    void everyMessageHasASectionWithAllItsKeysAndAnExample()
    {
        std::set<QString> known;
        for (const QByteArray &message : fullMessages()) {
            const QCborMap keys = QCborValue::fromCbor(message).toMap();
            const QString type = keys[u"t"_s].toString();
            known.insert(type);
            const QString section = sectionOf(m_page, u"### `%1`"_s.arg(type));
            QVERIFY2(!section.isEmpty(), qPrintable(type));
            std::set<QString> told;
            for (const QStringList &row : rowsOf(section)) {
                told.insert(row.front());
            }
            QCborMap expected = keys;
            expected.remove(u"t"_s);
            if (type == u"pushed") {
                for (const auto &[key, value] : keys[u"corrections"_s].toArray()[0].toMap()) {
                    expected[key] = value;
                }
            }
            for (const auto &[key, value] : std::as_const(expected)) {
                QVERIFY2(told.erase(key.toString()) == 1, qPrintable(QString(type + u'.' + key.toString())));
            }
            QVERIFY2(told.empty(), qPrintable(type));
            const bool shown = std::any_of(m_examples.begin(), m_examples.end(), [&](const Example &example) {
                return typeOf(example.bytes) == type && section.contains(example.diagnostic);
            });
            QVERIFY2(shown, qPrintable(type));
        }
        static const QRegularExpression heading(u"^### `([a-z]+)`$"_s, QRegularExpression::MultilineOption);
        for (const auto &match : heading.globalMatch(m_page)) {
            QVERIFY2(known.contains(match.captured(1)), qPrintable(match.captured(1)));
        }
    }

    void theFieldTableIsTheCodes()
    {
        const QMap<model::FieldType, QString> types { { model::FieldType::Bool, u"truth"_s },
            { model::FieldType::Integer, u"integer"_s }, { model::FieldType::Text, u"text"_s },
            { model::FieldType::Id, u"id"_s } };
        QCOMPARE(m_page.count(u"\n### Kind "_s), qsizetype(model::kinds().size()));
        for (const model::KindInfo &kind : model::kinds()) {
            const QString writer = kind.writer == model::Writer::Server ? u"the server"_s : u"editors"_s;
            std::vector<QStringList> expected;
            for (const model::Field &field : kind.fields) {
                const bool limited
                    = field.type == model::FieldType::Integer || field.type == model::FieldType::Text;
                expected.push_back({ QString::number(field.number), field.name, types[field.type],
                    field.presence == model::Presence::Required ? u"required"_s : QString(),
                    limited ? u"%1 to %2"_s.arg(field.min).arg(field.max) : QString(),
                    QString::number(field.since) });
            }
            const QString heading = u"### Kind %1: `%2`, written by %3, since %4"_s.arg(quint16(kind.kind))
                                        .arg(kind.name, writer)
                                        .arg(kind.since);
            QCOMPARE(rowsOf(sectionOf(m_page, heading)), expected);
        }
    }

    void unitsAreTheCodes()
    {
        QString all;
        for (const grocery::Unit &unit : grocery::units()) {
            all += u"`%1`,"_s.arg(QString(unit.id).remove(u' '));
        }
        QVERIFY(squeezed(m_page).contains(all));
    }

    void valuesAscendInCanonicalOrder()
    {
        const auto rows = rowsOf(sectionOf(m_page, u"## 4. Merging"_s));
        QVERIFY(rows.size() >= 10);
        std::optional<model::Value> last;
        for (const QStringList &row : rows) {
            const QByteArray canonical = QByteArray::fromHex(row[1].toLatin1());
            const auto read = decodeRegisters(QByteArray(QByteArray::fromHex("a1018201") + canonical));
            QVERIFY(read);
            const model::Value value = read->front().value;
            QCOMPARE(model::canonicalCbor(value), canonical);
            QVERIFY(!last || model::compareCanonical(*last, value) < 0);
            last = value;
        }
    }

    void theDigestIsThatOfTheFirstRows()
    {
        const auto first = std::find_if(m_examples.begin(), m_examples.end(),
            [](const Example &example) { return typeOf(example.bytes) == u"rows"; });
        QVERIFY(first != m_examples.end());
        const auto rows = decodeDown(first->bytes);
        QVERIFY(rows);
        const QString digest = QString::fromLatin1(model::digest(std::get<Rows>(*rows).rows).toHex());
        QVERIFY2(m_page.contains(QString(u"\n    "_s + digest + u'\n')), qPrintable(digest));
    }

    void codesAndClosesAreTheCodes()
    {
        const auto rows = rowsOf(sectionOf(m_page, u"## 10. Codes"_s));
        QCOMPARE(rows.size(), std::size_t(Code::Internal) + 1);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto code = codeFromWireName(rows[i][0]);
            QVERIFY2(code == Code(i), qPrintable(rows[i][0]));
            const auto close = std::find_if(kCloseCodes.begin(), kCloseCodes.end(),
                [&](const auto &each) { return each.first == *code; });
            QCOMPARE(rows[i][2], close != kCloseCodes.end() ? QString::number(close->second) : QString());
        }
        QVERIFY(m_page.contains(u"closes with %1 when it goes away"_s.arg(kGoingAway)));
        QVERIFY(m_page.contains(u"with %1 when a message is so"_s.arg(kMessageTooBig)));
    }

    void numbersOfRolesSpacesAndReasonsAreTheCodes()
    {
        const auto rows = rowsOf(sectionOf(m_page, u"## 6. The connection"_s));
        const std::vector<std::pair<QString, int>> expected { { u"viewer"_s, int(Role::Viewer) },
            { u"editor"_s, int(Role::Editor) }, { u"owner"_s, int(Role::Owner) },
            { u"list"_s, int(SpaceKind::List) }, { u"book"_s, int(SpaceKind::Book) },
            { u"personal"_s, int(SpaceKind::Personal) } };
        QCOMPARE(rows.size(), expected.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows[i][0], expected[i].first);
            QCOMPARE(rows[i][1].toInt(), expected[i].second);
        }
        const QString drop = sectionOf(m_page, u"### `drop`"_s);
        QVERIFY(drop.contains(u"%1 revoked"_s.arg(int(DropReason::Revoked))));
        QVERIFY(drop.contains(u"%1 deleted"_s.arg(int(DropReason::Deleted))));
        QVERIFY(drop.contains(u"%1 unknown"_s.arg(int(DropReason::Unknown))));
    }

    void limitsAreTheCodes()
    {
        const auto rows = rowsOf(sectionOf(m_page, u"## 11. Limits"_s));
        std::set<QString> told;
        for (const QStringList &row : rows) {
            QVERIFY2(bounds().contains(row[2]), qPrintable(row[2]));
            QCOMPARE(row[1].toLongLong(), bounds().at(row[2]).value);
            QVERIFY2(told.insert(row[2]).second, qPrintable(row[2]));
        }
        // All that a client meets are told.
        const QString header = readFile(u"core/limits.h"_s);
        QVERIFY(!header.isEmpty());
        static const QRegularExpression name(u"\\b(k[A-Z]\\w+) ="_s);
        for (const QString &part : { u"// Data"_s, u"// The socket"_s }) {
            const qsizetype begin = header.indexOf(part);
            QVERIFY(begin >= 0);
            const QString names = header.mid(begin, header.indexOf(u"\n\n"_s, begin) - begin);
            for (const auto &match : name.globalMatch(names)) {
                QVERIFY2(told.contains(match.captured(1)), qPrintable(match.captured(1)));
            }
        }
    }

    void limitsInTheTextAreTheCodes()
    {
        static const QRegularExpression mention(u"(\\d+) ?(s|ms|bytes|)\\s\\(`(k\\w+)`\\)"_s);
        int found = 0;
        for (const auto &match : mention.globalMatch(m_page)) {
            ++found;
            QVERIFY2(bounds().contains(match.captured(3)), qPrintable(match.captured(3)));
            const Bound &known = bounds().at(match.captured(3));
            QCOMPARE(match.captured(1).toLongLong() * (match.captured(2) == u"s" ? known.perSecond : 1),
                known.value);
        }
        QVERIFY(found >= 6);
        QCOMPARE(m_page.count(u"(`k"_s), found);
    }

    void everyVersionHasItsLine()
    {
        const auto rows = rowsOf(sectionOf(m_page, u"## 12. Versions"_s));
        QCOMPARE(int(rows.size()), kVersion);
        QVERIFY(m_page.startsWith(u"# The sync protocol, version %1\n"_s.arg(kVersion)));
    }

private:
    QString m_page;
    std::vector<Example> m_examples;
};

QTEST_GUILESS_MAIN(ExamplesTest)
#include "examples_test.moc"
