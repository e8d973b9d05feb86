// What an entry line is made of, before anything is understood: clean text, the note, words in segments; and
// the words that stand for numbers and currencies.
#pragma once

#include "core/model/money.h"

#include <QtCore/QString>

#include <optional>
#include <vector>

namespace larder::grocery {

struct Word {
    QString text;
    int segment = 0; // segments are separated by commas and semicolons
    bool used = false; // understood as something else than a part of the name
    bool behind = false; // a size, which stands at the end of the name: "cola 330ml"
};
using Words = std::vector<Word>;

// Well-formed, composed (NFC), spaces single and trimmed, no control characters, a list's bullet taken off,
// at most so many code points. Empty when nothing visible is in it.
QString cleaned(QStringView text, qint64 mostCodePoints);

// At most so many code points, and ending with a whole word where that costs less than a quarter.
QString cutAtWord(const QString &text, qint64 mostCodePoints);

struct TextAndNote {
    QStringView text;
    QStringView note; // empty when there is none, or nothing would be left of the text
};
TextAndNote splitNote(QStringView line);

Words splitWords(QStringView text);

// Thousandths, to a dozen: "a" and "eine" are 1000, "half" and "medio" 500.
std::optional<int> readNumberWord(QStringView word);
// "halbes" and "media" follow their noun, so that they are no part of a name as "half" is in "half fat".
bool isInflectedHalf(QStringView word);
// What after "a" or "two" says that no thing follows: "a few", "seven up".
bool isNoNoun(QStringView word);

bool isAnd(QStringView word);
// Between two numbers, of which one is enough: "2 to 3", "2 - 3".
bool isTo(QStringView word);
// Before a price: "for", "à", "@".
bool isPriceConnector(QStringView word);
// A word whose number belongs to it: "Omega 3", "SPF 50".
bool isNumbered(QStringView word);
// Nothing but what people put between a name and an amount.
bool isSeparator(QStringView word);

// "of" between a unit and a name; French d' in front of one.
bool isConnector(QStringView word);
QString withoutElision(const QString &word);

// A symbol, a code in capitals, or "euro"; `own` settles which dollar or krona it is.
std::optional<model::Currency> readCurrency(QStringView text, model::Currency own);
// "cents", of the list's own currency; "p" only where that is sterling.
bool isHundredth(QStringView text, model::Currency own);
// How many characters of a symbol or code stand in front of the digits of a price.
qsizetype currencyLength(QStringView word);

} // namespace larder::grocery
