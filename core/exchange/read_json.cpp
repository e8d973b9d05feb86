#include "core/exchange/read_json.h"

namespace larder::exchange {

ImportFormat formatOf(JsonTree::Value root)
{
    if (root.find(u"format").text() == u"larder" || root.find(u"lists").isArray()) {
        return ImportFormat::LarderJson;
    }
    return ImportFormat::Unknown;
}

} // namespace larder::exchange
