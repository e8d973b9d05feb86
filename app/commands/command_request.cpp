#include "app/commands/command_request.h"

#include "core/limits.h"

#include <QtCore/QJsonArray>

namespace larder::app {

using namespace Qt::StringLiterals;

// The options of the program that have a value and may stand before a command.
static constexpr std::array kProgramOptions
    = { "database"_L1, "server"_L1, "sign-in-as"_L1, "password-file"_L1, "register-as"_L1 };

// Where the command's name stands; 0 when there is none.
static qsizetype nameAt(const QStringList &arguments)
{
    for (qsizetype at = 1; at < arguments.size(); ++at) {
        const QString &argument = arguments[at];
        if (!argument.startsWith(u'-')) {
            return findCommand(argument) ? at : 0;
        }
        const QStringView name = QStringView(argument).mid(argument.startsWith("--"_L1) ? 2 : 1);
        const bool valueFollows = std::any_of(kProgramOptions.begin(), kProgramOptions.end(),
            [&](QLatin1StringView option) { return option == name; });
        at += valueFollows ? 1 : 0;
    }
    return 0;
}

bool CommandRequest::isIn(const QStringList &arguments)
{
    return nameAt(arguments) > 0;
}

static Failure wrong(const QString &sentence, const CommandSpec &command)
{
    return Failure(
        Code::Configuration, sentence + u" 'larder %1 --help' says more."_s.arg(QString(command.name)));
}

static Result<void> checkWords(const CommandRequest &request, const CommandSpec &command)
{
    if (request.words.size() < command.least) {
        return wrong(u"'larder %1' needs %2."_s.arg(QString(command.name),
                         command.words.startsWith("ENTRY"_L1)      ? u"something to add"_s
                             : command.words.startsWith("ITEM"_L1) ? u"the name, number or id of an item"_s
                                                                   : u"a file"_s),
            command);
    }
    if (request.words.size() > command.most) {
        return wrong(command.most == 0
                ? u"'larder %1' takes no '%2'."_s.arg(QString(command.name), request.words.first().left(80))
                : u"That is too much for 'larder %1'."_s.arg(QString(command.name)),
            command);
    }
    if (request.has("format"_L1)) {
        const std::span<const QLatin1StringView> formats = exportFormats();
        const QString format = request.option("format"_L1);
        if (std::none_of(
                formats.begin(), formats.end(), [&](QLatin1StringView each) { return each == format; })) {
            return wrong(u"--format is json, csv, markdown or text."_s, command);
        }
    }
    if (request.verb == Verb::Export && request.has("all"_L1) && request.has("list"_L1)) {
        return wrong(u"It is one list or --all."_s, command);
    }
    if (request.has("wait"_L1)) {
        bool number = false;
        const double seconds = request.option("wait"_L1).toDouble(&number);
        if (!number || !(seconds >= 0)
            || seconds > std::chrono::duration<double>(limits::kCommandWait).count()) {
            return wrong(u"--wait needs a number of seconds, at most a day."_s, command);
        }
    }
    return {};
}

// Takes `--name`, `--name value` or `--name=value`, and moves `at` to what was read last.
static Result<void> takeOption(
    CommandRequest &request, const CommandSpec &command, const QStringList &arguments, qsizetype &at)
{
    const QString written = arguments[at] == "-h"_L1 ? u"--help"_s : arguments[at];
    const qsizetype equals = written.indexOf(u'=');
    const QString name = written.mid(2, equals < 0 ? -1 : equals - 2);
    const OptionSpec *option = findOption(command, name);
    if (!written.startsWith("--"_L1) || !option) {
        return wrong(
            u"'larder %1' has no option '%2'."_s.arg(QString(command.name), written.left(80)), command);
    }
    if (option->value.isEmpty() != (equals < 0) && option->value.isEmpty()) {
        return wrong(u"--%1 takes no value."_s.arg(name), command);
    }
    QString value;
    if (!option->value.isEmpty()) {
        if (equals < 0 && at + 1 >= arguments.size()) {
            return wrong(u"--%1 needs a value."_s.arg(name), command);
        }
        value = equals < 0 ? arguments[++at] : written.mid(equals + 1);
        if (value.isEmpty()) {
            return wrong(u"--%1 needs a value."_s.arg(name), command);
        }
    }
    request.options.insert(name, value);
    return {};
}

Result<CommandRequest> CommandRequest::parse(const QStringList &arguments)
{
    const qsizetype begin = nameAt(arguments);
    const CommandSpec *command = begin > 0 ? findCommand(arguments[begin]) : nullptr;
    if (!command) {
        return Failure(Code::Configuration, u"There is no such command."_s);
    }
    CommandRequest request { command->verb, {}, {}, {} };
    for (qsizetype at = 1; at < begin; ++at) {
        if (auto taken = takeOption(request, *command, arguments, at); !taken) {
            return Failure(taken.error());
        }
    }
    bool onlyWords = false;
    for (qsizetype at = begin + 1; at < arguments.size(); ++at) {
        const QString &argument = arguments[at];
        if (onlyWords || argument == "-"_L1 || !argument.startsWith(u'-')) {
            request.words.append(argument);
        } else if (argument == "--"_L1) {
            onlyWords = true;
        } else if (auto taken = takeOption(request, *command, arguments, at); !taken) {
            return Failure(taken.error());
        }
    }
    if (!request.has("help"_L1)) {
        if (auto checked = checkWords(request, *command); !checked) {
            return Failure(checked.error());
        }
    }
    return request;
}

QJsonObject CommandRequest::toJson() const
{
    QJsonObject named;
    for (auto option = options.begin(); option != options.end(); ++option) {
        named.insert(option.key(), option.value());
    }
    QJsonObject json { { u"command"_s, QString(commandOf(verb).name) },
        { u"words"_s, QJsonArray::fromStringList(words) }, { u"options"_s, named } };
    if (!input.isNull()) {
        json.insert(u"input"_s, QString::fromLatin1(input.toBase64()));
    }
    return json;
}

Result<CommandRequest> CommandRequest::fromJson(const QJsonObject &json)
{
    const Failure invalid(Code::InvalidValue, u"This is no command."_s);
    const CommandSpec *command = findCommand(json.value("command"_L1).toString());
    if (!command) {
        return invalid;
    }
    CommandRequest request { command->verb, {}, {}, {} };
    const QJsonArray words = json.value("words"_L1).toArray();
    for (const QJsonValue &word : words) {
        request.words.append(word.toString());
    }
    const QJsonObject options = json.value("options"_L1).toObject();
    for (auto option = options.begin(); option != options.end(); ++option) {
        if (!findOption(*command, option.key())) {
            return invalid;
        }
        request.options.insert(option.key(), option.value().toString());
    }
    if (const QJsonValue input = json.value("input"_L1); !input.isUndefined()) {
        auto bytes = QByteArray::fromBase64Encoding(
            input.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!bytes) {
            return invalid;
        }
        request.input = bytes.decoded;
    }
    if (auto checked = checkWords(request, *command); !checked) {
        return invalid;
    }
    return request;
}

} // namespace larder::app
