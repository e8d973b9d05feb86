// The adapter over zxing-cpp: a grey picture in, a code that stands in it out. zxing-cpp throws, so its
// headers and its exceptions stay in this one .cpp.
//
// It is asked for one code at a time. In zxing-cpp 1.4 an assertion that Debian builds in ends the program
// when the same code is seen twice, which two packets of one kind in a picture are enough for, and so is its
// own trying of other sizes; whoever wants other sizes makes them.
#pragma once

#include <QtGui/QImage>

#include <optional>

namespace larder::app {

enum class Symbology : quint8 { Ean, UpcA, UpcE, Other };
enum class Family : quint8 { Trade, Other }; // what is paid by, and what is only printed beside it

struct SeenCode {
    Symbology symbology = Symbology::Other;
    QString text;
};

// In a picture in Format_Grayscale8: the first from the middle of it.
std::optional<SeenCode> seeCode(const QImage &grey, Family family);

} // namespace larder::app
