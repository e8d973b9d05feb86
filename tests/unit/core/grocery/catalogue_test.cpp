#include "core/grocery/catalogue.h"

#include "core/limits.h"

#include "tests/support/generators.h"
#include "tests/support/properties.h"

#include <QtCore/QDir>

using namespace larder;
using namespace larder::grocery;
using namespace larder::test;
using namespace Qt::StringLiterals;
using Why = UnreadLine::Why;

namespace {

const QByteArray kHeader = "key\tunit\ten\tde\tfr\tes\n";
const CatalogueFile kProduce { u"produce"_s,
    kHeader
        + "apples\t-\tApples\tÄpfel|Apfel\tPommes\tManzanas\r\n"
          "limes\t-\tLimes\tLimetten\tCitrons verts\tLimas\n"
          "cherries\tkg\tCherries|Sweet cherries\tKirschen\tCerises\tCerezas" };
const CatalogueFile kFrozen { u"frozen"_s,
    kHeader + "chips\tbag\tChips|Fries\tPommes\tFrites\tPatatas fritas\n" };

QString keyOf(const Catalogue &catalogue, QStringView name, Language language = Language::English)
{
    const auto found = catalogue.find(name, language);
    return found ? catalogue.at(*found, language).key : QString();
}

std::vector<UnreadLine> unreadOf(const QByteArray &lines)
{
    const CatalogueFile file { u"x"_s, kHeader + lines };
    return Catalogue::read(std::span(&file, 1)).unread;
}

std::vector<CatalogueFile> shipped()
{
    std::vector<CatalogueFile> files;
    const QDir folder(u":/larder/catalogue"_s);
    for (const QString &name : folder.entryList({ u"*.tsv"_s }, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            files.push_back({ name.chopped(4), file.readAll() });
        }
    }
    return files;
}

} // namespace

class CatalogueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const CatalogueFile files[] = { kProduce, kFrozen };
        Catalogue::Reading reading = Catalogue::read(files);
        QVERIFY(reading.unread.empty());
        m_catalogue = std::move(reading.catalogue);
    }

    void aNameIsFoundInAnyLanguageAndNumber()
    {
        for (const QStringView name :
            { u"Apples", u"apple", u"APFEL", u"Äpfel", u"apfel", u"pomme", u"manzana", u" Manzanas! " }) {
            QCOMPARE(keyOf(m_catalogue, name), u"apples"_s);
        }
        QCOMPARE(keyOf(m_catalogue, u"citron vert"), u"limes"_s);
        QCOMPARE(keyOf(m_catalogue, u"sweet cherry"), u"cherries"_s);
        QCOMPARE(keyOf(m_catalogue, u"apples and pears"), QString());
        QCOMPARE(keyOf(m_catalogue, u""), QString());
        QCOMPARE(keyOf(Catalogue(), u"apples"), QString());
    }

    void oneNameOfTwoGroceriesIsTheOneOfTheReadersLanguage()
    {
        QCOMPARE(keyOf(m_catalogue, u"pommes", Language::German), u"chips"_s);
        QCOMPARE(keyOf(m_catalogue, u"pommes", Language::French), u"apples"_s);
    }

    void whatIsFoundSaysAllThatIsKnown()
    {
        const Grocery cherries { u"cherries"_s, u"produce"_s, u"kg"_s, u"Kirschen"_s };
        QCOMPARE(m_catalogue.at(*m_catalogue.find(u"cerises", Language::German), Language::German), cherries);
        const Grocery apples { u"apples"_s, u"produce"_s, QString(), u"Apples"_s };
        QCOMPARE(m_catalogue.at(*m_catalogue.find(u"Apfel", Language::English), Language::English), apples);
    }

    void aBrokenLineCostsOnlyItself()
    {
        const CatalogueFile file { u"x"_s,
            kHeader
                + "good\t-\ta\tb\tc\td\n"
                  "no columns\n"
                  "\n"
                  "Bad Key\t-\ta\tb\tc\td\n"
                  "good\t-\ta\tb\tc\td\n"
                  "unit\tparsec\ta\tb\tc\td\n"
                  "noname\t-\ta\t\tc\td\n"
                  "gap\t-\ta\tb||e\tc\td\n"
                  "utf8\t-\ta\tb\tc\t\xff\n"
                  "last\tl\tlast\tb\tc\td\n" };
        const auto [catalogue, unread] = Catalogue::read(std::span(&file, 1));
        const std::vector<UnreadLine> expected { { u"x"_s, 3, Why::Columns }, { u"x"_s, 5, Why::Key },
            { u"x"_s, 6, Why::RepeatedKey }, { u"x"_s, 7, Why::Unit }, { u"x"_s, 8, Why::Name },
            { u"x"_s, 9, Why::Name }, { u"x"_s, 10, Why::Name } };
        QCOMPARE(unread, expected);
        QCOMPARE(catalogue.size(), 2);
        QCOMPARE(catalogue.at(*catalogue.find(u"last", Language::English), Language::German).name, u"b"_s);
    }

    void aFileWithoutItsHeaderIsNotGuessedAt()
    {
        const CatalogueFile files[] = { { u"x"_s, "good\t-\ta\tb\tc\td\n" }, kProduce, { u"y"_s, "" } };
        const auto [catalogue, unread] = Catalogue::read(files);
        const std::vector<UnreadLine> expected { { u"x"_s, 1, Why::Header }, { u"y"_s, 1, Why::Header } };
        QCOMPARE(unread, expected);
        QCOMPARE(keyOf(catalogue, u"apple"), u"apples"_s);
    }

    void boundsHold()
    {
        QByteArray many;
        for (int i = 0; i <= limits::kCatalogueEntries; ++i) {
            many += "k" + QByteArray::number(i) + "\t-\ta\tb\tc\td\n";
        }
        const std::vector<UnreadLine> tooMany { { u"x"_s, limits::kCatalogueEntries + 2, Why::TooMany } };
        QCOMPARE(unreadOf(many), tooMany);
        QVERIFY(unreadOf("k\t-\ta" + QByteArray("|a").repeated(limits::kCatalogueNames - 1) + "\tb\tc\td")
                    .empty());
        QCOMPARE(
            unreadOf("k\t-\ta" + QByteArray("|a").repeated(limits::kCatalogueNames) + "\tb\tc\td")[0].why,
            Why::Name);
        QVERIFY(unreadOf(QByteArray(limits::kCatalogueKeyBytes, 'k') + "\t-\ta\tb\tc\td").empty());
        QCOMPARE(
            unreadOf(QByteArray(limits::kCatalogueKeyBytes + 1, 'k') + "\t-\ta\tb\tc\td")[0].why, Why::Key);
        QCOMPARE(unreadOf("k\t-\t" + QByteArray(256, 'a') + "\tb\tc\td")[0].why, Why::Name);
        QCOMPARE(unreadOf(QByteArray(limits::kCatalogueFileBytes, ' '))[0].why, Why::TooMany);
        const std::vector<CatalogueFile> files(std::size_t(limits::kCatalogueCategories) + 1, kProduce);
        QCOMPARE(Catalogue::read(files).unread.back().why, Why::TooMany);
    }

    void whateverTheBytesAreTheyAreReadOrReported()
    {
        const auto any = built(
            [](Choices &choices) {
                QByteArray text = kProduce.bytes;
                for (quint32 left = choices.below(6); left > 0; --left) {
                    const auto at = qsizetype(choices.below(quint32(text.size())));
                    choices.coin() ? text.insert(at, bytes(choices, 5)) : text.remove(at, choices.below(9));
                }
                return text;
            },
            60);
        holds(
            "bytes",
            [&] {
                const CatalogueFile file { u"x"_s, *any };
                const auto [catalogue, unread] = Catalogue::read(std::span(&file, 1));
                const auto lines = file.bytes.count('\n') + 1;
                RC_ASSERT(catalogue.size() + qsizetype(unread.size()) <= lines);
                for (int i = 0; i < catalogue.size(); ++i) {
                    const Grocery grocery = catalogue.at(i, Language::French);
                    RC_ASSERT(!grocery.name.isEmpty());
                    RC_ASSERT(catalogue.find(grocery.name, Language::French).has_value());
                }
            },
            2'000);
    }

    void theShippedCatalogueIsReadToTheLastLine()
    {
        const auto files = shipped();
        QVERIFY(!files.empty());
        const auto [catalogue, unread] = Catalogue::read(files);
        for (const UnreadLine &line : unread) {
            qWarning("%s:%d is not read: %d", qPrintable(line.category), line.line, int(line.why));
        }
        QVERIFY(unread.empty());
        // 2 MB for 1,500 groceries.
        QVERIFY2(
            catalogue.bytes() / catalogue.size() < 1'400, qPrintable(QString::number(catalogue.bytes())));
        for (int i = 0; i < catalogue.size(); ++i) {
            for (std::size_t language = 0; language < kLanguages; ++language) {
                const Grocery grocery = catalogue.at(i, Language(language));
                QVERIFY2(catalogue.find(grocery.name, Language(language)), qPrintable(grocery.name));
            }
        }
    }

private:
    Catalogue m_catalogue;
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
