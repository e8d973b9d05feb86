#include "core/grocery/catalogue.h"

#include "core/grocery/text_match.h"
#include "core/grocery/units.h"
#include "core/limits.h"
#include "core/model/kinds.h"

#include <QtCore/QSet>

#include <algorithm>
#include <bit>

namespace larder::grocery {

using namespace Qt::StringLiterals;
using Why = UnreadLine::Why;

namespace {

constexpr QByteArrayView kHeader = "key\tunit\ten\tde\tfr\tes";
constexpr qsizetype kColumns = 6;

std::vector<QByteArrayView> partsOf(QByteArrayView text, char separator)
{
    std::vector<QByteArrayView> parts;
    qsizetype from = 0;
    for (qsizetype to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
        parts.push_back(text.sliced(from, to - from));
        from = to + 1;
    }
    parts.push_back(text.sliced(from));
    return parts;
}

bool isKey(QByteArrayView key)
{
    return !key.isEmpty() && key.size() <= limits::kCatalogueKeyBytes
        && std::all_of(key.begin(), key.end(),
            [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::optional<qint8> unitNumber(QByteArrayView id)
{
    if (id == "-") {
        return -1;
    }
    const auto all = units();
    const auto at = std::find_if(all.begin(), all.end(),
        [id](const Unit &unit) { return QByteArrayView(unit.id.data(), unit.id.size()) == id; });
    return at != all.end() ? std::optional(qint8(at - all.begin())) : std::nullopt;
}

} // namespace

Language languageOf(QStringView locale)
{
    const QStringView code = locale.first(std::min<qsizetype>(locale.size(), 2));
    return code == u"de" ? Language::German
        : code == u"fr"  ? Language::French
        : code == u"es"  ? Language::Spanish
                         : Language::English;
}

// Lives for the length of read().
class Catalogue::Reader {
public:
    void readFile(const CatalogueFile &file);
    Reading finish();

private:
    std::optional<Why> readLine(QByteArrayView line);
    std::optional<quint32> keep(QByteArrayView text);
    bool readNames(QByteArrayView column, Language language);

    Reading m_reading;
    QStringList m_folded; // of the names so far
    QSet<QByteArray> m_keys;
};

void Catalogue::Reader::readFile(const CatalogueFile &file)
{
    Catalogue &catalogue = m_reading.catalogue;
    const auto leave = [&](int line, Why why) { m_reading.unread.push_back({ file.category, line, why }); };
    if (catalogue.m_categories.size() >= limits::kCatalogueCategories
        || file.bytes.size() > limits::kCatalogueFileBytes) {
        leave(1, Why::TooMany);
        return;
    }
    catalogue.m_categories += file.category;
    int number = 0;
    for (QByteArrayView line : partsOf(file.bytes, '\n')) {
        ++number;
        if (line.endsWith('\r')) {
            line.chop(1);
        }
        if (number == 1) {
            // Without it nobody knows what the columns are.
            if (line != kHeader) {
                leave(number, Why::Header);
                return;
            }
        } else if (!line.isEmpty()) {
            if (const auto why = readLine(line)) {
                leave(number, *why);
            }
        }
    }
}

std::optional<Why> Catalogue::Reader::readLine(QByteArrayView line)
{
    Catalogue &catalogue = m_reading.catalogue;
    const auto columns = partsOf(line, '\t');
    if (columns.size() != kColumns) {
        return Why::Columns;
    }
    if (catalogue.size() >= limits::kCatalogueEntries) {
        return Why::TooMany;
    }
    const QByteArray key = columns[0].toByteArray();
    const auto unit = unitNumber(columns[1]);
    if (!isKey(key) || m_keys.contains(key) || !unit) {
        return !isKey(key) ? Why::Key : m_keys.contains(key) ? Why::RepeatedKey : Why::Unit;
    }
    const auto names = catalogue.m_names.size();
    const auto text = catalogue.m_text.size();
    Entry entry;
    for (std::size_t language = 0; language < kLanguages; ++language) {
        entry.names[language] = quint32(catalogue.m_names.size());
        if (!readNames(columns[2 + language], Language(language))) {
            catalogue.m_names.resize(names);
            catalogue.m_text.truncate(text);
            m_folded.resize(qsizetype(names));
            return Why::Name;
        }
    }
    entry.key = quint32(catalogue.m_text.size());
    entry.keyLength = quint16(key.size());
    entry.unit = *unit;
    entry.category = quint8(catalogue.m_categories.size() - 1);
    catalogue.m_text += key;
    catalogue.m_entries.push_back(entry);
    m_keys += key;
    return std::nullopt;
}

bool Catalogue::Reader::readNames(QByteArrayView column, Language language)
{
    Catalogue &catalogue = m_reading.catalogue;
    const auto names = partsOf(column, '|');
    if (names.size() > std::size_t(limits::kCatalogueNames)) {
        return false;
    }
    const qint64 longest = model::findKind(model::Kind::Item)->find(model::item::kName)->max;
    for (const QByteArrayView bytes : names) {
        const QString name = QString::fromUtf8(bytes);
        QString folding = folded(name);
        if (folding.isEmpty() || name.size() > longest || name.contains(QChar::ReplacementCharacter)) {
            return false;
        }
        catalogue.m_names.push_back({ quint32(catalogue.m_text.size()), quint16(bytes.size()),
            quint16(catalogue.m_entries.size()), language, bytes.data() == column.data() });
        catalogue.m_text += bytes;
        m_folded += std::move(folding);
    }
    return true;
}

Catalogue::Reading Catalogue::Reader::finish()
{
    m_reading.catalogue.m_index.addAll(m_folded);
    m_reading.catalogue.fillTable();
    return std::move(m_reading);
}

Catalogue::Reading Catalogue::read(std::span<const CatalogueFile> files)
{
    Reader reader;
    for (const CatalogueFile &file : files) {
        reader.readFile(file);
    }
    return reader.finish();
}

void Catalogue::fillTable()
{
    m_text.squeeze();
    m_names.shrink_to_fit();
    m_entries.shrink_to_fit();
    m_table.assign(std::bit_ceil(2 * m_names.size() + 2), 0);
    for (quint32 name = 0; name < m_names.size(); ++name) {
        auto slot = qHash(m_index.at(name), 0) & (m_table.size() - 1);
        while (m_table[slot] != 0) {
            slot = (slot + 1) & (m_table.size() - 1);
        }
        m_table[slot] = name + 1;
    }
}

template<typename Visit> void Catalogue::visitEqual(QStringView folded, Visit visit) const
{
    if (m_table.empty()) {
        return;
    }
    auto slot = qHash(folded, 0) & (m_table.size() - 1);
    for (; m_table[slot] != 0; slot = (slot + 1) & (m_table.size() - 1)) {
        if (m_index.at(m_table[slot] - 1) == folded) {
            visit(m_names[m_table[slot] - 1]);
        }
    }
}

Grocery Catalogue::at(int number, Language language) const
{
    const Entry &entry = m_entries[std::size_t(number)];
    return { QString::fromLatin1(QByteArrayView(m_text).sliced(entry.key, entry.keyLength)),
        m_categories[entry.category],
        entry.unit < 0 ? QString() : QString(units()[std::size_t(entry.unit)].id),
        shownName(entry.names[std::size_t(language)]) };
}

QString Catalogue::shownName(quint32 name) const
{
    return QString::fromUtf8(QByteArrayView(m_text).sliced(m_names[name].at, m_names[name].length));
}

Catalogue::NameRange Catalogue::namesOf(int number) const
{
    const auto next = std::size_t(number) + 1;
    return { m_entries[std::size_t(number)].names.front(),
        next < m_entries.size() ? m_entries[next].names.front() : m_index.size() };
}

std::optional<int> Catalogue::find(QStringView name, Language language) const
{
    return findFolded(folded(name), language);
}

std::optional<int> Catalogue::findFolded(QStringView folded, Language language) const
{
    // The language weighs most, then the number, then whether it is the shown name.
    struct Best {
        int cost = std::numeric_limits<int>::max();
        int entry = 0;
    } best;
    const auto look = [&](QStringView text, int cost) {
        visitEqual(text, [&](const Name &name) {
            const int all = cost + (name.language == language ? 0 : 4) + (name.first ? 0 : 1);
            if (all < best.cost) {
                best = { all, name.entry };
            }
        });
    };
    look(folded, 0);
    if (best.cost > 1) {
        for (const QStringList &forms : { singularsOf(folded), pluralsOf(folded) }) {
            for (const QString &form : forms) {
                look(form, 2);
            }
        }
    }
    return best.cost < std::numeric_limits<int>::max() ? std::optional(best.entry) : std::nullopt;
}

std::optional<int> Catalogue::findExactly(QStringView folded, Language language) const
{
    std::optional<int> found;
    visitEqual(folded, [&](const Name &name) {
        if (name.language == language && (!found || name.first)) {
            found = name.entry;
        }
    });
    return found;
}

qsizetype Catalogue::bytes() const
{
    return m_text.capacity() + qsizetype(m_names.capacity() * sizeof(Name))
        + qsizetype(m_entries.capacity() * sizeof(Entry)) + qsizetype(m_table.capacity() * sizeof(quint32))
        + m_index.bytes();
}

} // namespace larder::grocery
