// How much of something, as it stands in the words of an entry line: "2 kg", "1 1/2 cups", "2-3", "half a
// dozen", "un litre et demi", "6x".
//
// Each function reads from one word on, and only words that nothing else was understood from; which of them
// is asked where, and what is then done with the words, is the parser's business.
#pragma once

#include "core/grocery/entry_words.h"
#include "core/grocery/units.h"

namespace larder::grocery {

struct ReadAmount {
    qint64 thousandths = 0;
    const Unit *unit = nullptr;
    std::size_t words = 0; // how many of them say so
    // Of "6x330ml": what each is, to be kept with the name.
    QString size;
};

class AmountReader {
public:
    AmountReader(const Words &words, QChar decimal)
        : m_words(words)
        , m_decimal(decimal)
    {
    }

    // "2 kg", "2kg", "1-1/2 cups", "2 to 3 l"
    std::optional<ReadAmount> withUnit(std::size_t at) const;
    // "a dozen", "ein halbes Pfund", "medio kilo", "kilo y medio"
    std::optional<ReadAmount> inWords(std::size_t at) const;
    // "two", "half a", "eine" before a name
    std::optional<ReadAmount> countInWords(std::size_t at) const;
    // "6x", "x6", "6 x", "6x330ml"
    std::optional<ReadAmount> times(std::size_t at) const;
    // "6", "2-3", "1 1/2"
    std::optional<ReadAmount> bare(std::size_t at) const;

    std::optional<TypedUnit> unitAt(std::size_t at) const;

    bool isFree(std::size_t at) const { return at < m_words.size() && !m_words[at].used; }
    bool isNext(std::size_t at, std::size_t later) const
    {
        return isFree(later) && m_words[at].segment == m_words[later].segment;
    }

private:
    struct Leading {
        qint64 thousandths = 0;
        std::size_t words = 1;
        QStringView rest; // of the last word
    };

    std::optional<Leading> leading(std::size_t at) const;
    std::optional<Leading> joined(QStringView word) const;
    void goOn(Leading &leading, std::size_t at, bool whole) const;
    std::optional<Leading> numberWords(std::size_t at) const;
    bool isThousands(std::size_t at) const;
    std::size_t andHalf(std::size_t at) const;
    ReadAmount amountOf(qint64 thousandths, const TypedUnit &unit, std::size_t at, std::size_t before) const;

    const Words &m_words;
    const QChar m_decimal;
};

} // namespace larder::grocery
