#include "app/commands/completion.h"

#include "core/grocery/text_match.h"
#include "core/limits.h"

#include <QtCore/QJsonObject>

namespace larder::app {

using namespace Qt::StringLiterals;

template<typename Begins>
static std::vector<Candidate> those(const std::vector<Candidate> &all, const Begins &begins)
{
    std::vector<Candidate> found;
    for (const Candidate &each : all) {
        if (int(found.size()) < limits::kCompletions && begins(each.value)) {
            found.push_back(each);
        }
    }
    return found;
}

// Of what we made up ourselves; its dashes count.
static std::vector<Candidate> beginningWith(const std::vector<Candidate> &all, const QString &beginning)
{
    return those(all, [&](const QString &value) { return value.startsWith(beginning); });
}

static const OptionSpec *optionNamed(const CommandSpec *command, const QString &word)
{
    if (!word.startsWith("--"_L1)) {
        return nullptr;
    }
    if (command) {
        return findOption(*command, QStringView(word).mid(2));
    }
    for (const OptionSpec &option : programOptions()) {
        if (option.name == QStringView(word).mid(2)) {
            return &option;
        }
    }
    return nullptr;
}

static std::vector<Candidate> optionsOf(const CommandSpec *command)
{
    std::vector<Candidate> all;
    const auto append = [&all](std::span<const OptionSpec> options) {
        for (const OptionSpec &option : options) {
            all.push_back({ u"--"_s + option.name, option.says });
        }
    };
    if (command) {
        append(command->options);
        append(sharedOptions());
    } else {
        append(programOptions());
    }
    return all;
}

static std::vector<Candidate> commandNames()
{
    std::vector<Candidate> all;
    for (const CommandSpec &command : commands()) {
        if (!command.hidden) {
            all.push_back({ command.name, command.says });
        }
    }
    all.push_back({ u"headless"_s, u"The client without a window."_s });
    return all;
}

static std::vector<Candidate> formats()
{
    std::vector<Candidate> all;
    for (const QLatin1StringView &format : exportFormats()) {
        all.push_back({ format, {} });
    }
    return all;
}

Completion completionOf(const QStringList &words)
{
    Completion completion;
    completion.beginning = words.isEmpty() ? QString() : words.last();
    const CommandSpec *command = nullptr;
    const OptionSpec *open = nullptr; // whose value comes next
    bool onlyWords = false;
    for (const QString &word : words.mid(0, qMax(qsizetype(0), words.size() - 1))) {
        if (open) {
            if (open->complete == Complete::Lists) {
                completion.list = word;
            } else if (open->name == "database"_L1) {
                completion.database = word;
            }
            open = nullptr;
        } else if (word == "--"_L1) {
            onlyWords = true;
        } else if (!onlyWords && word.startsWith(u'-')) {
            const OptionSpec *option = optionNamed(command, word);
            open = option && !option->value.isEmpty() ? option : nullptr;
        } else if (!command) {
            command = findCommand(word);
            if (!command) {
                return completion; // a link or a file: nothing follows
            }
        }
    }
    if (open) {
        completion.kind = open->complete;
    } else if (!onlyWords && completion.beginning.startsWith(u'-')) {
        completion.candidates = beginningWith(optionsOf(command), completion.beginning);
        return completion;
    } else {
        completion.kind = command ? command->complete : Complete::Files;
        if (!command) {
            completion.candidates = beginningWith(commandNames(), completion.beginning);
        }
    }
    if (completion.kind == Complete::Formats) {
        completion.candidates = beginningWith(formats(), completion.beginning);
    }
    return completion;
}

bool needsLists(const Completion &completion)
{
    switch (completion.kind) {
    case Complete::Lists:
    case Complete::OpenItems:
    case Complete::CheckedItems:
    case Complete::AllItems:
        return true;
    case Complete::Nothing:
    case Complete::Files:
    case Complete::Formats:
        break;
    }
    return false;
}

std::vector<Candidate> matching(const std::vector<Candidate> &all, const QString &beginning)
{
    const QString folded = grocery::folded(beginning);
    return those(all, [&](const QString &value) { return grocery::folded(value).startsWith(folded); });
}

QJsonArray candidatesJson(const std::vector<Candidate> &candidates)
{
    QJsonArray array;
    for (const Candidate &each : candidates) {
        array.append(QJsonObject { { u"value"_s, each.value }, { u"says"_s, each.says } });
    }
    return array;
}

} // namespace larder::app
