// A device with its threads and files, and a runner of commands over it: commands are asked for as on the
// command line, and answered as there.
#pragma once

#include "app/commands/command_runner.h"
#include "tests/support/app_device.h"

#include <QtTest/QTest>

namespace larder::test {

struct CommandHome : AppDevice {
    CommandHome()
        : runner(thread, *replica, *preferences, timers, clock, app::CommandRunner::Network::InUse)
    {
    }

    static app::CommandRequest request(const QStringList &words, const QByteArray &input = {})
    {
        auto parsed = app::CommandRequest::parse(QStringList { QStringLiteral("larder") } + words);
        if (!parsed) {
            qFatal("no command: %s", qPrintable(parsed.error().detail));
        }
        parsed->input = input;
        return *parsed;
    }

    app::CommandAnswer run(const QStringList &words, const QByteArray &input = {})
    {
        std::optional<app::CommandAnswer> answer;
        runner.run(request(words, input), [&](const app::CommandAnswer &given) { answer = given; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 60'000)) {
            qFatal("no answer to %s", qPrintable(words.join(QLatin1Char(' '))));
        }
        return *answer;
    }

    app::CommandRunner runner;
};

} // namespace larder::test
