#include "app/commands/command_table.h"

#include "core/assert.h"
#include "core/limits.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <array>

namespace larder::app {

using namespace Qt::StringLiterals;

static constexpr OptionSpec kList { "list"_L1, "NAME"_L1,
    "The list; else the one that the window last showed."_L1, Complete::Lists };

static constexpr std::array kShared = {
    OptionSpec { "json"_L1, ""_L1, "Answer with one line of JSON, for scripts."_L1 },
    OptionSpec { "database"_L1, "FILE"_L1, "The file that holds the lists."_L1, Complete::Files },
    OptionSpec { "help"_L1, ""_L1, "Say what the command does, and end."_L1 },
};

static constexpr std::array kProgram = {
    OptionSpec { "database"_L1, "FILE"_L1, "The file that holds the lists."_L1, Complete::Files },
    OptionSpec { "server"_L1, "URL"_L1, "The server's address."_L1 },
    OptionSpec { "sign-in-as"_L1, "E-MAIL"_L1,
        "Sign in with this e-mail; the password comes from LARDER_PASSWORD."_L1 },
    OptionSpec {
        "password-file"_L1, "FILE"_L1, "Read the password from this file instead."_L1, Complete::Files },
    OptionSpec {
        "register-as"_L1, "NAME"_L1, "Make the account first, under this name, unless it is there."_L1 },
    OptionSpec { "self-test"_L1, ""_L1, "Open every page on sample lists; fail on the first warning."_L1 },
    OptionSpec { "offline-demo"_L1, ""_L1, "Show sample lists that are gone when the window closes."_L1 },
    OptionSpec { "exit-after-first-list"_L1, ""_L1, "Say when the first list was shown, and exit."_L1 },
    OptionSpec { "version"_L1, ""_L1, "Say which version this is, and end."_L1 },
    OptionSpec { "help"_L1, ""_L1, "Say what there is, and end."_L1 },
};

static constexpr std::array kAddOptions
    = { kList, OptionSpec { "create"_L1, ""_L1, "Make the list if there is none of that name."_L1 } };
static constexpr std::array kListOptions
    = { kList, OptionSpec { "all"_L1, ""_L1, "Show what is checked too."_L1 } };
static constexpr std::array kItemOptions = { kList };
static constexpr std::array kExportOptions = { kList, OptionSpec { "all"_L1, ""_L1, "Every list."_L1 },
    OptionSpec { "format"_L1, "FORMAT"_L1,
        "json, csv, markdown or text; else as the file is called, else json."_L1, Complete::Formats } };
static constexpr std::array kImportOptions
    = { OptionSpec { "list"_L1, "NAME"_L1, "Put everything on this list."_L1, Complete::Lists },
          OptionSpec { "dry-run"_L1, ""_L1, "Only say what would come of it."_L1 } };
static constexpr std::array kSyncOptions
    = { OptionSpec { "wait"_L1, "SECONDS"_L1, "How long to wait for it; 30 unless told. 0 only asks."_L1 } };

static constexpr std::array kCommands = {
    CommandSpec { Verb::Add, "add"_L1, "ENTRY..."_L1,
        "Put things on a list, each as one would type it in the window: \"2 kg apples\". "
        "The entry - reads them from the standard input, one a line."_L1,
        1, limits::kCommandWords, Complete::Nothing, kAddOptions },
    CommandSpec { Verb::List, "list"_L1, ""_L1, "Show what is on a list, with the numbers of its items."_L1,
        0, 0, Complete::Nothing, kListOptions },
    CommandSpec { Verb::Check, "check"_L1, "ITEM..."_L1, "Check items off, as bought."_L1, 1,
        limits::kCommandItems, Complete::OpenItems, kItemOptions },
    CommandSpec { Verb::Uncheck, "uncheck"_L1, "ITEM..."_L1, "Take a check back."_L1, 1,
        limits::kCommandItems, Complete::CheckedItems, kItemOptions },
    CommandSpec { Verb::Remove, "remove"_L1, "ITEM..."_L1, "Take items off the list."_L1, 1,
        limits::kCommandItems, Complete::AllItems, kItemOptions },
    CommandSpec {
        Verb::Lists, "lists"_L1, ""_L1, "Show what lists there are."_L1, 0, 0, Complete::Nothing, {} },
    CommandSpec { Verb::Export, "export"_L1, "[FILE]"_L1,
        "Write a list to a file, or to the standard output. JSON carries everything of it."_L1, 0, 1,
        Complete::Files, kExportOptions },
    CommandSpec { Verb::Import, "import"_L1, "FILE"_L1,
        "Read lists that Larder or another app exported, or that somebody wrote. They go to the lists of "
        "their names, which are made if need be. The file - is the standard input."_L1,
        1, 1, Complete::Files, kImportOptions },
    CommandSpec { Verb::Sync, "sync"_L1, ""_L1,
        "Bring everything to the server and from it, and say when it is done."_L1, 0, 0, Complete::Nothing,
        kSyncOptions },
    CommandSpec { Verb::Status, "status"_L1, ""_L1,
        "Say whether all is synchronised, what waits for the server, and what it refused."_L1, 0, 0,
        Complete::Nothing, {} },
    CommandSpec { Verb::Complete, "complete"_L1, "WORD..."_L1,
        "Print how the last of the words could go on; the shells ask this."_L1, 0, limits::kCommandWords,
        Complete::Nothing, {}, true },
};

static constexpr std::array kFormats = { "json"_L1, "csv"_L1, "markdown"_L1, "text"_L1 };

bool writes(Verb verb)
{
    switch (verb) {
    case Verb::Add:
    case Verb::Check:
    case Verb::Uncheck:
    case Verb::Remove:
    case Verb::Import:
        return true;
    case Verb::List:
    case Verb::Lists:
    case Verb::Export:
    case Verb::Sync:
    case Verb::Status:
    case Verb::Complete:
        break;
    }
    return false;
}

std::span<const CommandSpec> commands()
{
    return kCommands;
}

std::span<const OptionSpec> sharedOptions()
{
    return kShared;
}

std::span<const OptionSpec> programOptions()
{
    return kProgram;
}

std::span<const QLatin1StringView> exportFormats()
{
    return kFormats;
}

const CommandSpec *findCommand(QStringView name)
{
    const auto at = std::find_if(
        kCommands.begin(), kCommands.end(), [&](const CommandSpec &each) { return each.name == name; });
    return at == kCommands.end() ? nullptr : &*at;
}

const CommandSpec &commandOf(Verb verb)
{
    const auto at = std::find_if(
        kCommands.begin(), kCommands.end(), [&](const CommandSpec &each) { return each.verb == verb; });
    LARDER_ASSERT(at != kCommands.end());
    return *at;
}

const OptionSpec *findOption(const CommandSpec &command, QStringView name)
{
    for (const std::span<const OptionSpec> options : { command.options, sharedOptions() }) {
        const auto at = std::find_if(
            options.begin(), options.end(), [&](const OptionSpec &each) { return each.name == name; });
        if (at != options.end()) {
            return &*at;
        }
    }
    return nullptr;
}

// Words, broken before the edge; the first line has `column` columns already, the others begin below
// `indent`.
static QString wrapped(QLatin1StringView text, int column, int indent)
{
    static constexpr int kLine = 79;
    QString lines;
    for (const QString &word : QString(text).split(u' ')) {
        if (column > indent && column + 1 + word.size() > kLine) {
            lines += u'\n' + QString(indent, u' ');
            column = indent;
        }
        lines += (column > indent ? u" "_s : QString()) + word;
        column += int(word.size()) + (column > indent ? 1 : 0);
    }
    return lines + u'\n';
}

// One line of two columns; what is too long for the second goes on below it.
static QString columns(const QString &left, QLatin1StringView right, int width)
{
    const int indent = width + 3;
    const QString begin = u"  "_s + left.leftJustified(width) + u' ';
    const QString text = wrapped(right, indent, indent);
    return left.size() > width ? QString(begin + u'\n' + QString(indent, u' ') + text)
                               : QString(begin + text);
}

static QString usage(const CommandSpec &command)
{
    QString text
        = QString(command.name) + (command.words.isEmpty() ? QString() : u' ' + QString(command.words));
    for (const OptionSpec &option : command.options) {
        text += u" [--"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + QString(option.value))
            + u']';
    }
    return text;
}

static QString optionLines(std::span<const OptionSpec> options, int width)
{
    QString text;
    for (const OptionSpec &option : options) {
        const QString left
            = u"--"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + QString(option.value));
        text += columns(left, option.says, width);
    }
    return text;
}

QString helpOf(const CommandSpec &command)
{
    static constexpr int kOptionColumn = 18;
    return u"Usage: larder "_s + usage(command) + u"\n\n"_s + wrapped(command.says, 0, 0) + u'\n'
        + optionLines(command.options, kOptionColumn) + optionLines(sharedOptions(), kOptionColumn);
}

QString helpOfAll()
{
    static constexpr int kColumn = 24;
    QString text = u"Larder: a grocery list that works without a network.\n\n"
                   "  larder                   the window; what is open already comes to the front\n"
                   "  larder LINK              the window, at a link that begins with larder://\n"
                   "  larder headless          the client without a window, driven by lines on the\n"
                   "                           standard input\n"
                   "  larder COMMAND           one of these; 'larder COMMAND --help' says more\n\n"_s;
    for (const CommandSpec &command : kCommands) {
        if (!command.hidden) {
            const QString left = QString(command.name)
                + (command.words.isEmpty() ? QString() : u' ' + QString(command.words));
            text += columns(left, command.says, kColumn);
        }
    }
    return text + u'\n' + optionLines(kProgram, kColumn);
}

} // namespace larder::app
