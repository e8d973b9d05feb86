// What happens at every key in the entry line: reading it, and finding what to offer.
#include "core/grocery/duplicates.h"
#include "core/grocery/entry_parser.h"
#include "core/grocery/suggestions.h"
#include "tests/bench/moment.h"
#include "tests/bench/stage.h"

#include <QtCore/QDir>

namespace larder::bench {

using namespace Qt::StringLiterals;

static constexpr int kHistory = 10'000;

static std::vector<grocery::CatalogueFile> catalogueFiles()
{
    std::vector<grocery::CatalogueFile> files;
    const QDir folder(u":/larder/catalogue"_s);
    for (const QString &name : folder.entryList()) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("the catalogue is not in this program");
        }
        files.push_back({ name.section(u'.', 0, 0), file.readAll() });
    }
    return files;
}

static void measureParse(Stage &stage)
{
    const QStringList lines { u"2 kg apples"_s, u"milk 1.5l"_s,
        u"batteries AAA @hardware 4.99€ !the cheap ones"_s, u"ein halbes Pfund Butter"_s,
        u"une douzaine d'œufs 3,49 €"_s, u"6x330ml Cola"_s, u"tomates, medio kilo, 2,20"_s, u"bread"_s,
        u"Bio-Vollmilch 3,8 % #dairy"_s, u"½ lb butter"_s };
    const grocery::EntryHabits habits { u'.', model::Currency::fromCode(u"EUR").value() };
    constexpr int kRounds = 1'000;
    std::vector<double> micros;
    for (int run = 0; run < stage.runs(); ++run) {
        qsizetype read = 0;
        const Moment begun = now();
        for (int round = 0; round < kRounds; ++round) {
            for (const QString &line : lines) {
                read += grocery::parseEntry(line, habits).name.size();
            }
        }
        micros.push_back(1'000 * millis(now() - begun) / double(kRounds * lines.size()));
        if (read == 0) {
            qFatal("nothing was read");
        }
    }
    stage.report().add({ "grocery.parse_line", "us", Goal::atMost(20) }, micros);
}

static void measureCatalogue(Stage &stage)
{
    const auto files = catalogueFiles();
    std::vector<double> times;
    std::vector<double> sizes;
    for (int run = 0; run < stage.runs(); ++run) {
        const Moment begun = now();
        const auto reading = grocery::Catalogue::read(files);
        times.push_back(millis(now() - begun));
        // Of 1,500 groceries, so that the figure stays the same when more are added.
        sizes.push_back(double(reading.catalogue.bytes()) * 1'500 / reading.catalogue.size() / (1 << 20));
        times.back() *= 1'500.0 / reading.catalogue.size();
    }
    stage.report().add({ "grocery.catalogue_load_1500", "ms", Goal::atMost(10) }, times);
    stage.report().add({ "grocery.catalogue_size_1500", "MB", Goal::atMost(2) }, sizes);
}

// A history of names that are alike in the way names of groceries are: one word of a few before another.
static std::vector<grocery::Bought> history(const grocery::Catalogue &catalogue)
{
    std::vector<grocery::Bought> all;
    for (int i = 0; i < kHistory; ++i) {
        const QString name = catalogue.at(i % catalogue.size(), grocery::Language::English).name;
        all.push_back({ u"%1 %2"_s.arg(name).arg(i / catalogue.size()), u"pantry"_s, u"kg"_s,
            model::Thousandths { 1'000 }, Micros(i) });
    }
    return all;
}

static void measureSuggestions(Stage &stage)
{
    const auto reading = grocery::Catalogue::read(catalogueFiles());
    const auto purchases = history(reading.catalogue);
    std::vector<double> learnt;
    grocery::Suggestions suggestions(reading.catalogue, grocery::Language::English);
    for (int run = 0; run < stage.runs(); ++run) {
        const Moment begun = now();
        grocery::Suggestions again(reading.catalogue, grocery::Language::English);
        again.learnAll(purchases);
        learnt.push_back(millis(now() - begun));
    }
    suggestions.learnAll(purchases);
    stage.report().add({ "grocery.learn_10000", "ms", Goal() }, learnt);
    // Every beginning of these, as the keys come; among them typos, what is nowhere, and one letter alone.
    const QStringList typed { u"milk"_s, u"whole milk"_s, u"tomatos"_s, u"chocolat"_s, u"vollmilch"_s,
        u"brocolli"_s, u"spagetti"_s, u"xylophone"_s, u"qqqqqqqq"_s, u"bread rolls"_s, u"aubergine"_s,
        u"zahnpasta"_s, u"s"_s, u"poulet rôti"_s };
    std::vector<double> worst;
    for (int run = 0; run < stage.runs(); ++run) {
        std::vector<double> times;
        for (const QString &text : typed) {
            for (qsizetype length = 1; length <= text.size(); ++length) {
                const Moment begun = now();
                const auto found = suggestions.find(QStringView(text).first(length), Micros(kHistory), 8);
                times.push_back(millis(now() - begun));
            }
        }
        worst.push_back(percentile(times, 99));
    }
    stage.report().add({ "grocery.suggestion_p99_of_10000", "ms", Goal::atMost(10) }, worst);
}

static void measureDuplicates(Stage &stage)
{
    const auto reading = grocery::Catalogue::read(catalogueFiles());
    std::vector<grocery::Listed> items;
    for (const grocery::Bought &bought : history(reading.catalogue)) {
        items.push_back({ bought.name, { bought.quantity, bought.unit } });
    }
    std::vector<double> one;
    std::vector<double> all;
    for (int run = 0; run < stage.runs(); ++run) {
        const Moment begun = now();
        const auto found = grocery::findDuplicate(
            { u"oat milk"_s, {} }, items, reading.catalogue, grocery::Language::English);
        const Moment grouping = now();
        const auto groups = grocery::duplicatesAmong(items, reading.catalogue, grocery::Language::English);
        all.push_back(millis(now() - grouping));
        one.push_back(millis(grouping - begun));
    }
    stage.report().add({ "grocery.duplicate_of_one_in_10000", "ms", Goal() }, one);
    stage.report().add({ "grocery.duplicates_among_10000", "ms", Goal() }, all);
}

std::vector<Measure> groceryMeasures()
{
    return { { { "grocery.duplicate_of_one_in_10000", "grocery.duplicates_among_10000" }, measureDuplicates },
        { { "grocery.parse_line" }, measureParse },
        { { "grocery.catalogue_load_1500", "grocery.catalogue_size_1500" }, measureCatalogue },
        { { "grocery.learn_10000", "grocery.suggestion_p99_of_10000" }, measureSuggestions } };
}

} // namespace larder::bench
