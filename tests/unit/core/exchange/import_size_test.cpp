// Files of the largest size. What is compared is how the time grows, because how long it takes depends on the
// machine: twice the file may take a bit more than twice as long, while a loop in a loop takes four times.
#include "core/exchange/import_reader.h"

#include "core/limits.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace larder;
using namespace larder::exchange;
using namespace Qt::StringLiterals;

namespace {

// The fastest of some readings, in nanoseconds.
qint64 timeOf(const QByteArray &bytes, const QString &file)
{
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 3; ++i) {
        QElapsedTimer timer;
        timer.start();
        const Import import = readImport(bytes, file, {});
        best = std::min(best, timer.nsecsElapsed());
        if (import.lists.empty() && import.unreadableCount == 0) {
            qFatal("nothing was read");
        }
    }
    return best;
}

} // namespace

class ImportSizeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTimeGrowsAsTheFileDoes_data();
    void theTimeGrowsAsTheFileDoes();
};

void ImportSizeTest::theTimeGrowsAsTheFileDoes_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<QString>("file");

    const auto row = [](const char *name, const QByteArray &head, const QByteArray &piece,
                         const QString &file) { QTest::newRow(name) << head << piece << file; };
    const QByteArray larder
        = "{\"format\": \"larder\", \"version\": 1, \"lists\": [{\"name\": \"A\", \"items\": [";
    row("Larder", larder,
        "{\"name\": \"Milk\", \"quantity\": \"1.5\", \"unit\": \"l\", \"price\": \"1.29\"},\n", u"a.json"_s);
    row("Larder, broken", larder, "{\"name\": \"Milk, \"quantity\": [{\n", u"a.json"_s);
    row("CSV", "name,quantity,price\n", "Milk,1.5,\"1.29\"\n", u"a.csv"_s);
    row("CSV, broken", "name,quantity,price\n", "Milk,\"1.5,1.29\n", u"a.csv"_s);
    row("Markdown", "# A\n", "- [ ] 1.5 l Milk\n  > a note\n", u"a.md"_s);
    row("Markdown of one long note", "# A\n- [ ] Milk\n", "> a note\n", u"a.md"_s);
    row("text", "", "1.5 l milk #dairy 1.29 !note\n", u"a.txt"_s);
    row("text in one line", "", "milk ", u"a.txt"_s);
    row("text of many lists", "", "# a\nx\n", u"a.txt"_s);
    row("a page", "<html>", "<script>x</script><script type=\"application/ld+json\">{}</script>\n",
        u"a.html"_s);
    row("a page of tags that stay open", "<html>", "<script type=\"application/ld+json\">[", u"a.html"_s);
    row("Keep", "{\"title\": \"A\", \"listContent\": [", "{\"text\": \"milk\", \"isChecked\": false},\n",
        u"a.json"_s);
}

void ImportSizeTest::theTimeGrowsAsTheFileDoes()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, piece);
    QFETCH(QString, file);
    constexpr qsizetype kParts = 8;
    const auto ofSize = [&](qsizetype bytes) -> QByteArray {
        return head + piece.repeated((bytes - head.size()) / piece.size());
    };
    const qint64 part = timeOf(ofSize(limits::kImportBytes / kParts), file);
    const qint64 whole = timeOf(ofSize(limits::kImportBytes), file);
    // Squared it would be 64 times.
    QVERIFY2(whole < part * kParts * 3,
        qPrintable(u"%1 ms, and %2 ms of an eighth"_s.arg(whole / 1'000'000).arg(part / 1'000'000)));
    qInfo("%lld ms", whole / 1'000'000);
}

QTEST_GUILESS_MAIN(ImportSizeTest)
#include "import_size_test.moc"
