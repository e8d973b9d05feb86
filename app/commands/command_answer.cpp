#include "app/commands/command_answer.h"

#include <array>

namespace larder::app {

using namespace Qt::StringLiterals;

CommandAnswer refusal(Exit exit, const QString &message)
{
    static constexpr std::array kNames = { "done"_L1, "failed"_L1, "usage"_L1, "not_found"_L1, "ambiguous"_L1,
        "offline"_L1, "in_use"_L1, "unknown"_L1 };
    return { exit, { { u"code"_s, QString(kNames[size_t(exit)]) }, { u"message"_s, message } } };
}

} // namespace larder::app
