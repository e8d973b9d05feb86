// The text of a file whose encoding nobody knows.
//
// A byte order mark settles it. Without one it is UTF-8, unless more of the bytes beyond ASCII contradict
// that than agree with it; then it is Windows-1252, of which Latin-1 is a part. So a single broken character
// does not turn all the others of a UTF-8 file into nonsense. Pure.
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <optional>

namespace larder::exchange {

// Nothing for what is no text: an archive, a picture.
std::optional<QString> decodedText(QByteArrayView bytes);

struct TextLine {
    int number = 0; // from 1
    QStringView text; // without its end
};

// Line by line, whether they end with LF, CRLF or CR. The last one may be empty.
class TextLines {
public:
    explicit TextLines(QStringView text)
        : m_text(text)
    {
    }

    std::optional<TextLine> next();

private:
    QStringView m_text;
    qsizetype m_at = 0;
    int m_number = 0;
};

} // namespace larder::exchange
