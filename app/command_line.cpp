#include "app/command_line.h"

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

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Larder: a grocery list that works without a network.\n\n"
        "larder                 the window\n"
        "larder headless        the client without a window, driven by lines on the standard input"_s);
    const QCommandLineOption help = parser.addHelpOption();
    parser.addPositionalArgument(
        u"headless"_s, u"No window: read commands, answer in JSON."_s, u"[headless]"_s);
    parser.addOptions({
        { u"database"_s, u"The file that holds the lists."_s, u"file"_s },
        { u"server"_s, u"The server's address."_s, u"url"_s, u"http://localhost:3001"_s },
        { u"sign-in-as"_s, u"Sign in with this e-mail; the password comes from LARDER_PASSWORD."_s,
            u"e-mail"_s },
        { u"password-file"_s, u"Read the password from this file instead."_s, u"file"_s },
        { u"register-as"_s, u"Make the account first, under this name, unless it is there."_s, u"name"_s },
        { u"self-test"_s, u"Open every page on sample lists; fail on the first warning."_s },
        { u"offline-demo"_s, u"Show sample lists that are gone when the window closes."_s },
        { u"exit-after-first-list"_s, u"Say when the first list was shown, and exit."_s },
    });
    if (!parser.parse(arguments)) {
        return Failure(Code::Configuration, parser.errorText() + u" larder --help lists them."_s);
    }

    CommandLine line;
    const QStringList rest = parser.positionalArguments();
    if (rest.size() > 1 || (rest.size() == 1 && rest.front() != "headless"_L1)) {
        return Failure(Code::Configuration, u"The one command is 'headless'; larder --help says more."_s);
    }
    line.mode = parser.isSet(help)        ? Mode::Help
        : parser.isSet(u"self-test"_s)    ? Mode::SelfTest
        : parser.isSet(u"offline-demo"_s) ? Mode::OfflineDemo
        : rest.isEmpty()                  ? Mode::Window
                                          : Mode::Headless;
    line.help = parser.helpText();
    line.database = parser.isSet(u"database"_s)
        ? parser.value(u"database"_s)
        : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/larder/larder.sqlite"_L1;
    // What is at the path and no database would be set aside as a damaged one, with all that is in it.
    if (QFileInfo(line.database).isDir()) {
        return Failure(Code::Configuration, u"--database names a folder; name a file in it."_s);
    }
    line.server = QUrl(parser.value(u"server"_s));
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
