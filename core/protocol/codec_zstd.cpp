#include "core/protocol/codec.h"

#include "core/assert.h"

#include <zstd.h>

#include <memory>

namespace larder::protocol {

using namespace Qt::StringLiterals;

namespace {

// A context holds tables of some hundred KB that cost more to make than a page to compress.
struct Contexts {
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> in { ZSTD_createCCtx(), ZSTD_freeCCtx };
    std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> out { ZSTD_createDCtx(), ZSTD_freeDCtx };
};

Contexts &contextsOfThisThread()
{
    thread_local Contexts contexts;
    return contexts;
}

constexpr int kLevel = 1;

} // namespace

QByteArray compress(QByteArrayView message)
{
    QByteArray result(qsizetype(ZSTD_compressBound(std::size_t(message.size()))), Qt::Uninitialized);
    const std::size_t size = ZSTD_compressCCtx(contextsOfThisThread().in.get(), result.data(),
        std::size_t(result.size()), message.data(), std::size_t(message.size()), kLevel);
    LARDER_ASSERT(!ZSTD_isError(size));
    result.resize(qsizetype(size));
    result.squeeze();
    return result;
}

bool isCompressed(QByteArrayView bytes)
{
    return bytes.startsWith(QByteArrayView("\x28\xb5\x2f\xfd", 4));
}

Result<QByteArray> decompress(QByteArrayView bytes)
{
    const auto claimed = ZSTD_getFrameContentSize(bytes.data(), std::size_t(bytes.size()));
    if (claimed == ZSTD_CONTENTSIZE_UNKNOWN || claimed == ZSTD_CONTENTSIZE_ERROR) {
        return Failure(Code::Malformed, u"not a Zstandard frame with its content size"_s);
    }
    if (claimed > quint64(limits::kDownMessageBytes)) {
        return Failure(Code::TooLarge, u"a message of %1 bytes"_s.arg(claimed));
    }
    if (ZSTD_findFrameCompressedSize(bytes.data(), std::size_t(bytes.size())) != std::size_t(bytes.size())) {
        return Failure(Code::Malformed, u"not exactly one Zstandard frame"_s);
    }
    QByteArray result(qsizetype(claimed), Qt::Uninitialized);
    const std::size_t size = ZSTD_decompressDCtx(contextsOfThisThread().out.get(), result.data(),
        std::size_t(result.size()), bytes.data(), std::size_t(bytes.size()));
    if (size != claimed) {
        return Failure(Code::Malformed, u"a damaged Zstandard frame"_s);
    }
    return result;
}

} // namespace larder::protocol
