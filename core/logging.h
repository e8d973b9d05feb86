// The log categories. Bound SQL values, tokens and mail addresses never reach a log.
#pragma once

#include <QtCore/QLoggingCategory>

namespace larder {

Q_DECLARE_LOGGING_CATEGORY(lcReplica)
Q_DECLARE_LOGGING_CATEGORY(lcSync)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcFeed)
Q_DECLARE_LOGGING_CATEGORY(lcGateway)
Q_DECLARE_LOGGING_CATEGORY(lcApi)
Q_DECLARE_LOGGING_CATEGORY(lcOps)
Q_DECLARE_LOGGING_CATEGORY(lcApp)

} // namespace larder
