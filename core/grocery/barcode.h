// Barcodes as they are kept: one text for one product, however the number on the packet was printed or read.
//
// UPC-A is kept as the EAN-13 that it is with a 0 before it, UPC-E as the UPC-A that it stands for, and a
// GTIN-14 that begins with 0 as the EAN-13 behind it, because scanners hand over the same packet in any of
// these forms. A number of the trade whose check digit is wrong is no barcode. Other codes (Code 128 and the
// like) are kept as their text.
#pragma once

#include <QtCore/QString>

#include <optional>

namespace larder::grocery {

// Of 8, 12, 13 or 14 digits, as a person types them from the packet, or a scanner that is a keyboard does.
// Eight digits that begin with 0 are UPC-E where its check digit allows it, and otherwise EAN-8: what GS1
// has for EAN-8 under 0 never leaves the shop.
std::optional<QString> tradeBarcode(QStringView digits);
// Of exactly these 8 or 13 digits, which are known to be an EAN.
std::optional<QString> eanBarcode(QStringView digits);
// Of the 8 digits of UPC-E.
std::optional<QString> upcEBarcode(QStringView digits);
// Of whatever a code holds: printable text of at most the field's length.
std::optional<QString> otherBarcode(QStringView content);

} // namespace larder::grocery
