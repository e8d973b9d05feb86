#include "core/exchange/decoded_text.h"

#include <QtCore/QStringConverter>

#include <array>

namespace larder::exchange {

namespace {

// Bytes 0x80 to 0x9f; those that stand for nothing are the control characters of Latin-1.
constexpr std::array<char16_t, 32> kWindows1252 = { 0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020,
    0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d,
    0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178 };

constexpr qsizetype kBytesPerControl = 200; // fewer than that between two: no text

bool isControl(char byte)
{
    return quint8(byte) < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f';
}

bool isText(QByteArrayView bytes)
{
    const auto controls = std::count_if(bytes.begin(), bytes.end(), isControl);
    return controls * kBytesPerControl <= bytes.size();
}

// The bytes of the UTF-8 sequence at a place; 0 when there is none.
int sequenceAt(QByteArrayView bytes, qsizetype at)
{
    const auto lead = quint8(bytes[at]);
    const int length = lead < 0x80    ? 1
        : lead >= 0xc2 && lead < 0xe0 ? 2
        : lead >= 0xe0 && lead < 0xf0 ? 3
        : lead >= 0xf0 && lead < 0xf5 ? 4
                                      : 0;
    if (length == 0 || at + length > bytes.size()) {
        return 0;
    }
    for (int i = 1; i < length; ++i) {
        if ((quint8(bytes[at + i]) & 0xc0) != 0x80) {
            return 0;
        }
    }
    return length;
}

bool isUtf8(QByteArrayView bytes)
{
    qsizetype sequences = 0;
    qsizetype broken = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const int length = sequenceAt(bytes, at);
        sequences += length > 1;
        broken += length == 0;
        at += std::max(length, 1);
    }
    return broken == 0 || sequences > broken;
}

QString fromWindows1252(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xa0) {
            c = kWindows1252[c.unicode() - 0x80];
        }
    }
    return text;
}

} // namespace

std::optional<QString> decodedText(QByteArrayView bytes)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff")) {
        const auto encoding
            = bytes.startsWith("\xff\xfe") ? QStringConverter::Utf16LE : QStringConverter::Utf16BE;
        return QString(QStringDecoder(encoding).decode(bytes.sliced(2)));
    }
    if (bytes.startsWith("\xef\xbb\xbf")) {
        bytes = bytes.sliced(3);
    }
    if (!isText(bytes)) {
        return std::nullopt;
    }
    return isUtf8(bytes) ? QString::fromUtf8(bytes) : fromWindows1252(bytes);
}

std::optional<TextLine> TextLines::next()
{
    if (m_at > m_text.size()) {
        return std::nullopt;
    }
    qsizetype end = m_at;
    while (end < m_text.size() && m_text[end] != u'\n' && m_text[end] != u'\r') {
        ++end;
    }
    const QStringView line = m_text.sliced(m_at, end - m_at);
    const bool both = end + 1 < m_text.size() && m_text[end] == u'\r' && m_text[end + 1] == u'\n';
    m_at = end + (both ? 2 : 1);
    return TextLine { ++m_number, line };
}

} // namespace larder::exchange
