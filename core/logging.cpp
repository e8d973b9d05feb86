#include "core/logging.h"

namespace larder {

Q_LOGGING_CATEGORY(lcReplica, "larder.replica", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSync, "larder.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "larder.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcFeed, "larder.feed", QtInfoMsg)
Q_LOGGING_CATEGORY(lcGateway, "larder.gateway", QtInfoMsg)
Q_LOGGING_CATEGORY(lcApi, "larder.api", QtInfoMsg)
Q_LOGGING_CATEGORY(lcOps, "larder.ops", QtInfoMsg)
Q_LOGGING_CATEGORY(lcApp, "larder.app", QtInfoMsg)

} // namespace larder
