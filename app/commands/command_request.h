// One command as it was asked for: read from the arguments of a process, run in it or handed to the process
// that has the lists open. What a command needs of the disk (a file, the standard input) is read before and
// travels as its input, so that nothing here names a file of somebody else's.
//
// Values in, values out.
#pragma once

#include "app/commands/command_table.h"
#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

namespace larder::app {

struct CommandRequest {
    Verb verb = Verb::Status;
    QStringList words;
    QHash<QString, QString> options; // by name; a switch that is set is there with an empty value
    QByteArray input;

    bool has(QLatin1StringView option) const { return options.contains(option); }
    QString option(QLatin1StringView name) const { return options.value(name); }

    // Whether these arguments, the program first, ask for a command; what stands before it may be options of
    // the program.
    static bool isIn(const QStringList &arguments);
    // Configuration, with a sentence as detail, for what can't be understood. Asked for its help, a command
    // need not be complete.
    static Result<CommandRequest> parse(const QStringList &arguments);

    QJsonObject toJson() const;
    // From another process: InvalidValue for anything that parse() would not make.
    static Result<CommandRequest> fromJson(const QJsonObject &json);

    friend bool operator==(const CommandRequest &, const CommandRequest &) = default;
};

} // namespace larder::app
