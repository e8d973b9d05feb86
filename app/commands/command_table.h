// Every command of `larder` and every option, once: what the parser takes, what --help says and what the
// shells complete all follow this table. Tests hold the man page against it.
#pragma once

#include <QtCore/QLatin1StringView>
#include <QtCore/QString>

#include <span>

namespace larder::app {

enum class Verb : quint8 {
    Add,
    List,
    Check,
    Uncheck,
    Remove,
    Lists,
    Export,
    Import,
    Sync,
    Status,
    Complete,
};

// What stands behind an option or a command, for the shells.
enum class Complete : quint8 { Nothing, Files, Lists, OpenItems, CheckedItems, AllItems, Formats };

struct OptionSpec {
    QLatin1StringView name; // without its dashes
    QLatin1StringView value; // what --help calls it; empty: a switch
    QLatin1StringView says;
    Complete complete = Complete::Nothing;
};

struct CommandSpec {
    Verb verb;
    QLatin1StringView name;
    QLatin1StringView words; // what --help calls them
    QLatin1StringView says;
    int least; // words
    int most;
    Complete complete;
    std::span<const OptionSpec> options;
    bool hidden = false;
};

// Whether doing it twice would be something else than doing it once.
bool writes(Verb verb);

std::span<const CommandSpec> commands();
const CommandSpec *findCommand(QStringView name);
const CommandSpec &commandOf(Verb verb);
// The options that every command has.
std::span<const OptionSpec> sharedOptions();
// Those of the program without a command.
std::span<const OptionSpec> programOptions();
const OptionSpec *findOption(const CommandSpec &command, QStringView name);

// The formats of `larder export`.
std::span<const QLatin1StringView> exportFormats();

// `larder COMMAND --help` and `larder --help`.
QString helpOf(const CommandSpec &command);
QString helpOfAll();

} // namespace larder::app
