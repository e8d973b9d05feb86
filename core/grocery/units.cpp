#include "core/grocery/units.h"

#include <QtCore/QString>

#include <algorithm>
#include <array>

namespace larder::grocery {

using namespace Qt::StringLiterals;
using enum UnitType;

static constexpr std::array kUnits = {
    Unit { "mg"_L1, Measure },
    Unit { "g"_L1, Measure },
    Unit { "kg"_L1, Measure },
    Unit { "oz"_L1, Measure },
    Unit { "lb"_L1, Measure },
    Unit { "ml"_L1, Measure },
    Unit { "cl"_L1, Measure },
    Unit { "dl"_L1, Measure },
    Unit { "l"_L1, Measure },
    Unit { "tsp"_L1, Measure },
    Unit { "tbsp"_L1, Measure },
    Unit { "cup"_L1, Measure },
    Unit { "fl oz"_L1, Measure },
    Unit { "pint"_L1, Measure },
    Unit { "quart"_L1, Measure },
    Unit { "gallon"_L1, Measure },
    Unit { "cm"_L1, Measure },
    Unit { "m"_L1, Measure },
    Unit { "pcs"_L1, Measure },
    Unit { "pack"_L1, Package },
    Unit { "bottle"_L1, Package },
    Unit { "can"_L1, Package },
    Unit { "jar"_L1, Package },
    Unit { "tub"_L1, Package },
    Unit { "tube"_L1, Package },
    Unit { "bag"_L1, Package },
    Unit { "box"_L1, Package },
    Unit { "crate"_L1, Package },
    Unit { "bunch"_L1, Package },
    Unit { "head"_L1, Package },
    Unit { "clove"_L1, Package },
    Unit { "slice"_L1, Package },
    Unit { "loaf"_L1, Package },
    Unit { "roll"_L1, Package },
    Unit { "bar"_L1, Package },
    Unit { "pinch"_L1, Package },
};

namespace {

// Folded to lower case and without full stops, as readUnit() compares them; English, German, French, Spanish.
struct Words {
    QLatin1StringView unit;
    int factor;
    QStringView words; // separated by |
};

constexpr Words kWords[] = {
    { "mg"_L1, 1, u"mg" },
    { "g"_L1, 1, u"g|gr|grs|gm|gram|grams|gramme|gramm|grammes|gramo|gramos" },
    { "g"_L1, 10, u"dag|deka" },
    { "g"_L1, 500, u"pfund|pfd|livre|livres" },
    { "kg"_L1, 1,
        u"kg|kgs|kilo|kilos|kilogram|kilograms|kilogramm|kilogramme|kilogrammes|kilogramo|kilogramos" },
    { "oz"_L1, 1, u"oz|ounce|ounces|unze|unzen|once|onces|onza|onzas" },
    { "lb"_L1, 1, u"lb|lbs|pound|pounds|libra|libras" },
    { "ml"_L1, 1, u"ml|millilitre|millilitres|milliliter|milliliters|mililitro|mililitros" },
    { "cl"_L1, 1, u"cl|centilitre|centilitres|zentiliter|centilitro|centilitros" },
    { "dl"_L1, 1, u"dl|decilitre|decilitres|deziliter|decilitro|decilitros" },
    { "l"_L1, 1, u"l|lt|ltr|litre|litres|liter|liters|litro|litros" },
    { "tsp"_L1, 1,
        u"tsp|teaspoon|teaspoons|tl|teelöffel|cc|càc|cac|c à c|c à café|cuillère à café|cuillères à café|"
        "cdta|cdtas|cucharadita|cucharaditas" },
    { "tbsp"_L1, 1,
        u"tbsp|tablespoon|tablespoons|el|esslöffel|cs|càs|cas|c à s|c à soupe|cuillère à soupe|"
        "cuillères à soupe|cda|cdas|cucharada|cucharadas" },
    { "cup"_L1, 1, u"cup|cups|tasse|tassen|tasses|taza|tazas" },
    { "fl oz"_L1, 1, u"fl oz|floz|fluid ounce|fluid ounces" },
    { "pint"_L1, 1, u"pt|pint|pints|pinte|pintes|pinta|pintas" },
    { "quart"_L1, 1, u"qt|quart|quarts" },
    { "gallon"_L1, 1, u"gal|gallon|gallons|gallone|gallonen|galón|galones" },
    { "cm"_L1, 1, u"cm" },
    { "m"_L1, 1, u"m|metre|metres|meter|meters|mètre|mètres|metro|metros" },
    { "pcs"_L1, 1,
        u"pc|pcs|piece|pieces|ea|each|stück|stücke|stk|stck|st|pièce|pièces|pce|pces|pieza|piezas|ud|uds|"
        "unidad|unidades" },
    { "pcs"_L1, 12, u"dozen|dozens|doz|dz|dutzend|dtzd|douzaine|douzaines|docena|docenas" },
    { "pack"_L1, 1,
        u"pack|packs|packet|packets|package|packages|pkg|pkgs|pk|pkt|packung|packungen|pck|pckg|päckchen|"
        "paket|pakete|paquet|paquets|paquete|paquetes|pqt|pqts|pqte|pqtes" },
    { "bottle"_L1, 1, u"bottle|bottles|btl|fl|flasche|flaschen|bouteille|bouteilles|botella|botellas" },
    { "can"_L1, 1, u"can|cans|tin|tins|dose|dosen|boîte|boîtes|boite|boites|canette|canettes|lata|latas|ds" },
    { "jar"_L1, 1, u"jar|jars|glas|gläser|bocal|bocaux|tarro|tarros|frasco|frascos|gl|bote|botes" },
    { "tub"_L1, 1,
        u"tub|tubs|becher|pot|pots|tarrina|tarrinas|schale|schalen|punnet|punnets|barquette|barquettes|"
        u"bandeja|bandejas" },
    { "tube"_L1, 1, u"tube|tubes|tuben|tubo|tubos" },
    { "bag"_L1, 1,
        u"bag|bags|beutel|tüte|tüten|sack|säcke|netz|netze|sac|sacs|sachet|sachets|filet|filets|bolsa|bolsas|"
        "malla|mallas" },
    { "box"_L1, 1, u"box|boxes|carton|cartons|schachtel|schachteln|karton|kartons|caja|cajas" },
    { "crate"_L1, 1, u"crate|crates|kiste|kisten|kasten|kästen|caisse|caisses|cajón|cajones" },
    { "bunch"_L1, 1, u"bunch|bunches|bund|bünde|botte|bottes|manojo|manojos|bd" },
    { "head"_L1, 1, u"head|heads|kopf|köpfe|tête|têtes|cabeza|cabezas" },
    { "clove"_L1, 1, u"clove|cloves|zehe|zehen|gousse|gousses|diente|dientes" },
    { "slice"_L1, 1, u"slice|slices|scheibe|scheiben|tranche|tranches|rebanada|rebanadas|loncha|lonchas" },
    { "loaf"_L1, 1, u"loaf|loaves|laib|laibe|miche|miches|hogaza|hogazas" },
    { "roll"_L1, 1, u"roll|rolls|rolle|rollen|rouleau|rouleaux|rollo|rollos" },
    { "bar"_L1, 1, u"bar|bars|tafel|tafeln|riegel|tablette|tablettes|tableta|tabletas" },
    { "pinch"_L1, 1, u"pinch|pinches|prise|prisen|pincée|pincées|pizca|pizcas" },
};

constexpr qsizetype kMostWords = 3;

const Words *findWords(QStringView typed)
{
    for (const Words &each : kWords) {
        for (const QStringView word : each.words.tokenize(u'|')) {
            if (word == typed) {
                return &each;
            }
        }
    }
    return nullptr;
}

} // namespace

std::span<const Unit> units()
{
    return kUnits;
}

const Unit *findUnit(QStringView id)
{
    const auto at
        = std::find_if(kUnits.begin(), kUnits.end(), [id](const Unit &unit) { return id == unit.id; });
    return at != kUnits.end() ? &*at : nullptr;
}

bool isLength(const Unit &unit)
{
    return unit.id == "cm"_L1 || unit.id == "m"_L1;
}

std::optional<TypedUnit> readUnit(std::span<const QString> words)
{
    for (qsizetype count = std::min(kMostWords, qsizetype(words.size())); count > 0; --count) {
        QString typed;
        for (qsizetype i = 0; i < count; ++i) {
            typed += (i > 0 ? u" "_s : QString()) + words[std::size_t(i)].toCaseFolded().remove(u'.');
        }
        if (const Words *found = findWords(typed)) {
            return TypedUnit { findUnit(QString(found->unit)), found->factor, count };
        }
    }
    return std::nullopt;
}

} // namespace larder::grocery
