#include "app/barcode/zxing_reader.h"

#include "core/assert.h"
#include "core/logging.h"

#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>

#include <exception>

namespace larder::app {

static Symbology symbologyOf(ZXing::BarcodeFormat format)
{
    switch (format) {
    case ZXing::BarcodeFormat::EAN8:
    case ZXing::BarcodeFormat::EAN13:
        return Symbology::Ean;
    case ZXing::BarcodeFormat::UPCA:
        return Symbology::UpcA;
    case ZXing::BarcodeFormat::UPCE:
        return Symbology::UpcE;
    default:
        return Symbology::Other;
    }
}

std::optional<SeenCode> seeCode(const QImage &grey, Family family)
{
    LARDER_ASSERT(grey.format() == QImage::Format_Grayscale8);
    using enum ZXing::BarcodeFormat;
    // ITF without its check digit would be seen in any row of stripes.
    const ZXing::DecodeHints hints
        = ZXing::DecodeHints()
              .setFormats(family == Family::Trade ? EAN13 | EAN8 | UPCA | UPCE : Code128 | ITF)
              .setValidateITFCheckSum(true)
              .setTryHarder(true)
              .setTryRotate(true)
              .setTryDownscale(false);
    const ZXing::ImageView view(
        grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, int(grey.bytesPerLine()));
    try {
        const ZXing::Result result = ZXing::ReadBarcode(view, hints);
        if (result.isValid()) {
            return SeenCode { symbologyOf(result.format()), QString::fromStdString(result.text()) };
        }
    } catch (const std::exception &error) {
        qCWarning(lcApp, "a picture was not read: %s", error.what());
    }
    return std::nullopt;
}

} // namespace larder::app
