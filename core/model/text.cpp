#include "core/model/text.h"

#include <algorithm>

namespace larder::model {

static constexpr char16_t kByteOrderMark = 0xfeff;

// The code units of the code point at a place, negative when it can't be kept.
static int unitsAt(QStringView text, qsizetype place)
{
    const char16_t unit = text[place].unicode();
    if (QChar::isHighSurrogate(unit)) {
        return place + 1 < text.size() && text[place + 1].isLowSurrogate() ? 2 : -1;
    }
    return unit == 0 || unit >= 0xfffe || QChar::isLowSurrogate(unit) ? -1 : 1;
}

bool isKeepable(QStringView text)
{
    if (text.startsWith(kByteOrderMark)) {
        return false;
    }
    for (qsizetype place = 0; place < text.size();) {
        const int units = unitsAt(text, place);
        if (units < 0) {
            return false;
        }
        place += units;
    }
    return true;
}

QString keepable(QString text)
{
    if (isKeepable(text)) {
        return text;
    }
    const auto begin = std::find_if(text.cbegin(), text.cend(), [](QChar c) { return c != kByteOrderMark; });
    text.remove(0, begin - text.cbegin());
    for (qsizetype place = 0; place < text.size();) {
        const int units = unitsAt(text, place);
        if (units < 0) {
            text[place] = QChar::ReplacementCharacter;
        }
        place += std::max(units, 1);
    }
    return text;
}

} // namespace larder::model
