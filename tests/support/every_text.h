// Every code point of the first plane that a register may hold, and odd ones of the others, in texts that fit
// a note.
#pragma once

#include "core/model/text.h"

#include <vector>

namespace larder::test {

inline std::vector<QString> everyKeepableText()
{
    constexpr qsizetype kChars = 1'900;
    std::vector<QString> texts;
    QString text;
    const auto add = [&](char32_t point) {
        const QString one = QString::fromUcs4(&point, 1);
        if (!model::isKeepable(QString(u'x' + one))) {
            return;
        }
        text += one;
        if (text.size() >= kChars) {
            texts.push_back(u'<' + text + u'>');
            text.clear();
        }
    };
    for (char32_t point = 1; point <= 0xffff; ++point) {
        if (!QChar::isSurrogate(point)) {
            add(point);
        }
    }
    for (const char32_t point :
        { U'\U00010000', U'\U0001f410', U'\U0001fffe', U'\U0001ffff', U'\U0010fffe', U'\U0010ffff' }) {
        add(point);
    }
    texts.push_back(u'<' + text + u'>');
    // At the beginning, where a decoder may look for something else.
    for (const char16_t first : { u'\u200b', u'\u2060', u'\ufffd', u'\ufdd0', u'\u0301', u'\u202e' }) {
        texts.push_back(QString(QChar(first)) + QStringLiteral("first"));
    }
    return texts;
}

} // namespace larder::test
