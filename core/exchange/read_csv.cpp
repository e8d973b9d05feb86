#include "core/exchange/read_csv.h"

#include "core/exchange/csv_records.h"
#include "core/exchange/export_writer.h"
#include "core/exchange/import_number.h"
#include "core/grocery/text_match.h"

#include <algorithm>

namespace larder::exchange {

using namespace Qt::StringLiterals;
using model::Currency;
using enum WhyUnreadable;

namespace {

// Folded, separated by |; English, German, French, Spanish. By CsvColumn.
constexpr std::array<QStringView, kCsvColumnCount> kHeaders {
    u"list|list name|shopping list|liste|einkaufsliste|listenname|liste de courses|lista|lista de la compra",
    u"name|item|items|item name|product|product name|title|task|article|artikel|artikelname|produkt|"
    u"produktname|bezeichnung|titel|ware|nom|produit|titre|nombre|producto|articulo|titulo",
    u"quantity|qty|amount|count|menge|anzahl|quantite|qte|nombre d articles|cantidad|cant",
    u"unit|units|uom|einheit|einheiten|unite|unites|unidad|unidades",
    u"category|aisle|section|department|group|kategorie|abteilung|gruppe|categorie|rayon|groupe|categoria|"
    u"pasillo|seccion|grupo",
    u"price|cost|unit price|preis|einzelpreis|stuckpreis|kosten|prix|cout|prix unitaire|precio|coste|costo|"
    u"precio unitario",
    u"currency|wahrung|devise|monnaie|moneda|divisa",
    u"note|notes|comment|comments|description|details|specification|notiz|notizen|bemerkung|bemerkungen|"
    u"kommentar|beschreibung|remarque|remarques|commentaire|nota|notas|comentario|comentarios|descripcion",
    u"checked|checked off|crossed off|done|completed|complete|bought|purchased|status|erledigt|abgehakt|"
    u"gekauft|fertig|coche|fait|achete|termine|hecho|comprado|marcado|completado",
};
constexpr QStringView kYes
    = u"x|1|true|yes|y|done|completed|complete|checked|bought|purchased|ja|j|wahr|erledigt|"
      u"abgehakt|gekauft|oui|o|vrai|fait|achete|coche|termine|si|s|verdadero|hecho|"
      u"comprado|marcado|completado|✓|✔|☑|☒|✅";

bool isAmong(QStringView words, QStringView word)
{
    return std::ranges::any_of(words.split(u'|'), [word](QStringView each) { return each == word; });
}

std::optional<CsvRecord> headerOf(QStringView text, QChar separator)
{
    CsvRecords records(text, separator);
    auto record = records.next();
    // What spreadsheets of some languages write in front.
    while (record && (record->isBlank() || record->text.startsWith(u"sep="))) {
        record = records.next();
    }
    return record;
}

CsvLayout layoutOf(const CsvRecord &header, QChar separator)
{
    CsvLayout layout;
    layout.separator = separator;
    layout.columns = int(header.cells.size());
    layout.places.fill(-1);
    bool ours = header.cells.size() == kCsvColumns.size();
    for (int at = 0; at < layout.columns; ++at) {
        const QString &title = header.cells[std::size_t(at)];
        const QString folded = grocery::folded(title);
        for (std::size_t column = 0; column < kCsvColumnCount; ++column) {
            if (layout.places[column] < 0 && isAmong(kHeaders[column], folded)) {
                layout.places[column] = at;
                break;
            }
        }
        ours = ours && title == kCsvColumns[std::size_t(at)];
    }
    layout.format = ours ? ImportFormat::LarderCsv : ImportFormat::Csv;
    return layout;
}

auto understoodColumns(const CsvLayout &layout)
{
    return std::ranges::count_if(layout.places, [](int place) { return place >= 0; });
}

// Such as after a comma in a name that nobody quoted, where each cell would be taken for another.
bool hasMoreThan(int columns, const CsvRecord &record)
{
    const auto from = std::min(std::size_t(columns), record.cells.size());
    return std::any_of(record.cells.begin() + std::ptrdiff_t(from), record.cells.end(),
        [](const QString &each) { return !QStringView(each).trimmed().isEmpty(); });
}

class CsvReader {
public:
    CsvReader(const CsvLayout &layout, ImportBuilder &builder)
        : m_layout(layout)
        , m_builder(builder)
        , m_ours(layout.format == ImportFormat::LarderCsv)
    {
    }

    void read(const CsvRecord &record);

private:
    QString cell(const CsvRecord &record, CsvColumn column) const;
    std::optional<WhyUnreadable> readAmount(const CsvRecord &record, ExportedItem &item) const;
    std::optional<WhyUnreadable> readPrice(const CsvRecord &record, ExportedItem &item) const;

    const CsvLayout &m_layout;
    ImportBuilder &m_builder;
    const bool m_ours;
};

QString CsvReader::cell(const CsvRecord &record, CsvColumn column) const
{
    const int place = m_layout.place(column);
    if (place < 0 || std::size_t(place) >= record.cells.size()) {
        return {};
    }
    QString text = record.cells[std::size_t(place)];
    const bool guarded = text.size() > 1 && text[0] == u'\'' && QStringView(u"=+-@\t\r'").contains(text[1]);
    text.remove(0, guarded ? 1 : 0);
    return importedText(text);
}

std::optional<WhyUnreadable> CsvReader::readAmount(const CsvRecord &record, ExportedItem &item) const
{
    const QString quantity = cell(record, CsvColumn::Quantity);
    item.unit = cell(record, CsvColumn::Unit);
    if (m_ours) {
        const auto read = model::Thousandths::parse(quantity);
        item.quantity = read ? std::optional(*read) : std::nullopt;
        return read || quantity.isEmpty() ? std::nullopt : std::optional(BadQuantity);
    }
    const auto amount = readAmountText(quantity, item.unit, m_builder.context().habits);
    if (!amount) {
        return BadQuantity;
    }
    item.quantity = amount->quantity;
    item.unit = amount->unit;
    return std::nullopt;
}

std::optional<WhyUnreadable> CsvReader::readPrice(const CsvRecord &record, ExportedItem &item) const
{
    const QString price = cell(record, CsvColumn::Price);
    const QString code = cell(record, CsvColumn::Currency).toUpper();
    if (price.isEmpty()) {
        return std::nullopt;
    }
    const auto currency = code.isEmpty() ? Result<Currency>(Currency()) : Currency::fromCode(code);
    if (!currency) {
        return BadCurrency;
    }
    grocery::EntryHabits habits = m_builder.context().habits;
    habits.decimal = m_ours ? QChar(u'.') : habits.decimal;
    item.price = readPriceText(price, *currency, habits);
    return item.price ? std::nullopt : std::optional(BadPrice);
}

void CsvReader::read(const CsvRecord &record)
{
    if (record.broken || hasMoreThan(m_layout.columns, record)) {
        m_builder.complain(record.line, record.text, BrokenSyntax);
        return;
    }
    if (record.isBlank()) {
        return;
    }
    if (m_layout.place(CsvColumn::List) >= 0) {
        m_builder.continueList(record.line, cell(record, CsvColumn::List));
    }
    if (!m_builder.hasRoom(record.line, record.text)) {
        return;
    }
    const bool checked = isAmong(kYes, grocery::folded(cell(record, CsvColumn::Checked)));
    const QString name = cell(record, CsvColumn::Name);
    ExportedItem item;
    item.category = cell(record, CsvColumn::Category);
    item.note = cell(record, CsvColumn::Note);
    item.checked = checked;
    if (m_layout.place(CsvColumn::Quantity) < 0 && !name.isEmpty()) {
        // Whoever has no column for it writes "2 kg apples".
        m_builder.addTyped(record.line, name, { checked, item.category, item.note });
        return;
    }
    item.name = name;
    auto objection = readAmount(record, item);
    objection = objection ? objection : readPrice(record, item);
    if (objection && !name.isEmpty()) {
        m_builder.complain(record.line, record.text, *objection);
        return;
    }
    m_builder.add(record.line, record.text, std::move(item));
}

} // namespace

std::optional<CsvLayout> csvLayoutOf(QStringView text, const QString &fileEnding)
{
    CsvLayout best;
    std::ptrdiff_t most = 0;
    for (const QChar separator : { u',', u';', u'\t' }) {
        const auto header = headerOf(text, separator);
        if (!header || header->broken) {
            continue;
        }
        const CsvLayout layout = layoutOf(*header, separator);
        const auto understood = layout.place(CsvColumn::Name) < 0 ? 0 : understoodColumns(layout);
        if (understood > most) {
            most = understood;
            best = layout;
        }
    }
    const bool named = fileEnding == u"csv" || fileEnding == u"tsv";
    return most >= (named ? 1 : 2) ? std::optional(best) : std::nullopt;
}

void readCsv(QStringView text, const CsvLayout &layout, ImportBuilder &builder)
{
    builder.setFormat(layout.format);
    CsvRecords records(text, layout.separator);
    const auto header = headerOf(text, layout.separator);
    CsvReader reader(layout, builder);
    while (const auto record = records.next()) {
        if (record->line > header->line) {
            reader.read(*record);
        }
    }
}

} // namespace larder::exchange
