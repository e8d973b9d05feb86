#include "app/command_line.h"

#include "app/commands/command_table.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

namespace larder::app {

using namespace Qt::StringLiterals;

static Result<QString> readPassword(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"password-file"_s)) {
        return qEnvironmentVariable("LARDER_PASSWORD");
    }
    QFile file(parser.value(u"password-file"_s));
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure(Code::Configuration, u"The file with the password can't be read."_s);
    }
    return QString::fromUtf8(file.readAll()).trimmed();
}

QString CommandLine::standardDatabase()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/larder/larder.sqlite"_L1;
}

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const OptionSpec &option : programOptions()) {
        QCommandLineOption known(option.name);
        known.setValueName(option.value);
        parser.addOption(known);
    }
    parser.addOption(QCommandLineOption(u"h"_s));
    parser.addOption(QCommandLineOption(u"v"_s));
    if (!parser.parse(arguments)) {
        return Failure(Code::Configuration, parser.errorText() + u" larder --help lists them."_s);
    }

    CommandLine line;
    const QStringList rest = parser.positionalArguments();
    if (rest.size() > 1) {
        return Failure(Code::Configuration, u"One thing at a time; larder --help says more."_s);
    }
    const bool headless = rest == QStringList { u"headless"_s };
    if (rest.size() == 1 && !headless) {
        auto activation = Activation::fromArgument(rest.front());
        if (!activation) {
            return Failure(
                Code::Configuration, activation.error().detail + u" larder --help says what there is."_s);
        }
        line.activation = *activation;
    }
    line.mode = parser.isSet(u"help"_s) || parser.isSet(u"h"_s) ? Mode::Help
        : parser.isSet(u"version"_s) || parser.isSet(u"v"_s)    ? Mode::Version
        : parser.isSet(u"self-test"_s)                          ? Mode::SelfTest
        : parser.isSet(u"offline-demo"_s)                       ? Mode::OfflineDemo
        : headless                                              ? Mode::Headless
                                                                : Mode::Window;
    line.database = parser.isSet(u"database"_s) ? parser.value(u"database"_s) : standardDatabase();
    // What is at the path and no database would be set aside as a damaged one, with all that is in it.
    if (QFileInfo(line.database).isDir()) {
        return Failure(Code::Configuration, u"--database names a folder; name a file in it."_s);
    }
    line.server = QUrl(parser.isSet(u"server"_s) ? parser.value(u"server"_s) : u"http://localhost:3001"_s);
    if (!line.server.isValid() || line.server.host().isEmpty()) {
        return Failure(
            Code::Configuration, u"--server needs an address such as https://larder.example.org."_s);
    }
    line.signInAs = parser.value(u"sign-in-as"_s);
    line.registerAs = parser.value(u"register-as"_s);
    line.exitAfterFirstList = parser.isSet(u"exit-after-first-list"_s);
    if (!line.signInAs.isEmpty()) {
        auto password = readPassword(parser);
        if (!password) {
            return Failure(password.error());
        }
        line.password = std::move(*password);
    }
    return line;
}

} // namespace larder::app
