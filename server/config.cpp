#include "server/config.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSettings>

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <vector>

#include <libpq-fe.h>
#include <unistd.h>

namespace larder::server {

using namespace Qt::StringLiterals;

static constexpr auto kSystemFile = "/etc/larder/larderd.ini"_L1;
static constexpr auto kSystemData = "/var/lib/larderd"_L1;

namespace {

// THE table of settings: what is not here can't be set.
struct Setting {
    QLatin1StringView name;
    QLatin1StringView value;
    QLatin1StringView help;
};

constexpr std::array kSettings = {
    Setting { "data-dir"_L1, "DIR"_L1,
        "Where the database file and the signing keys are. Default: /var/lib/larderd for root, else "
        "~/.local/share/larderd"_L1 },
    Setting { "listen"_L1, "ADDRESS"_L1,
        "The address to listen on; 0.0.0.0 or :: for all. Default: 127.0.0.1, for a proxy in front"_L1 },
    Setting { "http-port"_L1, "PORT"_L1, "The REST API's port; 0 picks a free one. Default: 3001"_L1 },
    Setting { "sync-port"_L1, "PORT"_L1, "The WebSocket's port; 0 picks a free one. Default: 4848"_L1 },
    Setting { "public-sync-url"_L1, "URL"_L1,
        "The WebSocket's address as clients reach it, such as wss://api.example.org/sync. Default: made of "
        "the host "
        "they asked for and the sync port"_L1 },
    Setting { "database"_L1, "WHERE"_L1,
        "postgres://user@host/name, a libpq connection string, or sqlite:FILE. Default: larder.sqlite in the "
        "data "
        "directory. A password belongs in the environment, the INI file or ~/.pgpass"_L1 },
    Setting { "replication-database"_L1, "WHERE"_L1,
        "The same PostgreSQL database for the change feed, with a role that may replicate. Default: as database"_L1 },
    Setting { "keys-file"_L1, "FILE"_L1,
        "The keys that sign access tokens; nodes of one service share it. Default: keys.json in the data directory"_L1 },
    Setting { "trusted-proxies"_L1, "ADDRESSES"_L1,
        "Addresses of our own proxies, by commas: their X-Forwarded-For is believed. Default: none"_L1 },
    Setting { "auth-attempts-per-minute"_L1, "N"_L1,
        "Sign-ins and registrations of one address and of one account; failed refreshes of one address. Default: 20"_L1 },
    Setting { "connections-per-address"_L1, "N"_L1,
        "Open connections of one address, per port; 0 leaves the bound to the proxy. Default: 256"_L1 },
    Setting { "sync-threads"_L1, "N"_L1, "Threads that serve WebSockets. Default: 2"_L1 },
    Setting { "store-writers"_L1, "N"_L1, "Database connections for writing (1 on SQLite). Default: 8"_L1 },
    Setting { "store-readers"_L1, "N"_L1, "Database connections for reading. Default: 4"_L1 },
    Setting { "log-level"_L1, "LEVEL"_L1, "debug, info, warning or error. Default: info"_L1 },
};

const Setting *findSetting(QStringView name)
{
    const auto found
        = std::find_if(kSettings.begin(), kSettings.end(), [&](const Setting &s) { return name == s.name; });
    return found == kSettings.end() ? nullptr : &*found;
}

// The settings as they were given, with where, for the sentences.
struct Given {
    QString value;
    QString source;
};
using GivenSettings = QHash<QString, Given>;

class Reader {
public:
    Reader(GivenSettings given, QStringList &faults)
        : m_given(std::move(given))
        , m_faults(faults)
    {
    }

    std::optional<QString> text(QLatin1StringView name) const
    {
        const auto given = m_given.constFind(QString(name));
        return given == m_given.constEnd() ? std::nullopt : std::optional(given->value);
    }
    void fault(QLatin1StringView name, const QString &what)
    {
        m_faults.append(u"%1 (%2): %3"_s.arg(name, m_given.value(QString(name)).source, what));
    }
    template<typename Number> void number(QLatin1StringView name, Number &into, int min, int max)
    {
        if (const auto value = text(name)) {
            bool ok = false;
            const int read = value->toInt(&ok);
            if (ok && read >= min && read <= max) {
                into = Number(read);
            } else {
                fault(name, u"must be a whole number from %1 to %2."_s.arg(min).arg(max));
            }
        }
    }

private:
    GivenSettings m_given;
    QStringList &m_faults;
};

QString environmentName(QLatin1StringView setting)
{
    return u"LARDER_"_s + QString(setting).toUpper().replace(u'-', u'_');
}

struct Arguments {
    GivenSettings given;
    Commands commands;
    std::optional<QString> file;
};

Arguments readArguments(const QStringList &arguments, QStringList &faults)
{
    Arguments read;
    const QHash<QString, bool *> commands { { u"--help"_s, &read.commands.help },
        { u"-h"_s, &read.commands.help }, { u"--version"_s, &read.commands.version },
        { u"--check-config"_s, &read.commands.checkConfig },
        { u"--rotate-keys"_s, &read.commands.rotateKeys } };
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (bool *command = commands.value(argument)) {
            *command = true;
            continue;
        }
        const qsizetype equals = argument.indexOf(u'=');
        const QString flag = equals < 0 ? argument : argument.left(equals);
        const QString name = flag.startsWith("--"_L1) ? flag.sliced(2) : QString();
        if (name != "config"_L1 && !findSetting(name)) {
            faults.append(u"%1: there is no such flag; larderd --help lists them."_s.arg(flag));
            continue;
        }
        if (equals < 0 && i + 1 >= arguments.size()) {
            faults.append(u"%1: a value must follow."_s.arg(flag));
            continue;
        }
        const QString value = equals < 0 ? arguments[++i] : argument.sliced(equals + 1);
        if (name == "config"_L1) {
            read.file = value;
        } else {
            read.given.insert(name, { value, u"flag"_s });
        }
    }
    return read;
}

// How many letters have to be put in, left out or changed to make one of the other.
qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(std::size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const qsizetype changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[std::size_t(j) + 1];
            row[std::size_t(j) + 1] = std::min({ changed, diagonal + 1, row[std::size_t(j)] + 1 });
        }
    }
    return row.back();
}

// Others have variables that begin alike, the client among them: a fault is only what nearly is one of ours.
void findMisspelt(const QProcessEnvironment &environment, QStringList &faults)
{
    constexpr qsizetype kNear = 2;
    QStringList ours;
    for (const Setting &setting : kSettings) {
        ours.append(environmentName(setting.name));
    }
    for (const QString &name : environment.keys()) {
        if (!name.startsWith("LARDER_"_L1) || ours.contains(name)) {
            continue;
        }
        for (const QString &meant : ours) {
            if (distance(name, meant) <= kNear || name.startsWith(meant + u'_')) {
                faults.append(u"%1: there is no such setting; is %2 meant? larderd --help lists them."_s.arg(
                    name, meant));
                break;
            }
        }
    }
}

void readEnvironment(const QProcessEnvironment &environment, GivenSettings &given, QStringList &faults)
{
    findMisspelt(environment, faults);
    for (const Setting &setting : kSettings) {
        const QString name = environmentName(setting.name);
        if (environment.contains(name) && !given.contains(QString(setting.name))) {
            given.insert(QString(setting.name), { environment.value(name), name });
        }
    }
}

void readFile(const QString &path, GivenSettings &given, QStringList &faults)
{
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable()) {
        faults.append(
            u"%1: the file can't be read. Give --config another, or mend its permissions."_s.arg(path));
        return;
    }
    const QSettings file(path, QSettings::IniFormat);
    if (file.status() != QSettings::NoError) {
        faults.append(u"%1: not an INI file; it has lines like \"http-port = 3001\"."_s.arg(path));
    }
    for (const QString &key : file.allKeys()) {
        if (!findSetting(key)) {
            faults.append(u"%1: there is no setting \"%2\"; larderd --help lists them."_s.arg(path, key));
        } else if (!given.contains(key)) {
            // A comma makes QSettings see a list.
            given.insert(key, { file.value(key).toStringList().join(u','), path });
        }
    }
}

Result<storage::Options> postgresOptions(const QString &where)
{
    char *complaint = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(
        PQconninfoParse(where.toUtf8().constData(), &complaint), &PQconninfoFree);
    if (!parsed) {
        // libpq's words may quote the password.
        PQfreemem(complaint);
        return Failure(Code::Configuration,
            u"is no connection string that libpq understands; write postgres://user@host/name."_s);
    }
    storage::Options options { .dialect = storage::Dialect::Postgres };
    QStringList others;
    for (const PQconninfoOption *option = parsed.get(); option->keyword; ++option) {
        if (!option->val) {
            continue;
        }
        const QByteArray keyword(option->keyword);
        const QString value = QString::fromUtf8(option->val);
        if (keyword == "dbname") {
            options.name = value;
        } else if (keyword == "host") {
            options.host = value;
        } else if (keyword == "port" && !value.contains(u',')) {
            options.port = value.toInt();
        } else if (keyword == "user") {
            options.user = value;
        } else if (keyword == "password") {
            options.password = value;
        } else if (value.contains(u';') || value.contains(u' ')) {
            return Failure(Code::Configuration,
                u"has a %1 with a space or semicolon, which Qt can't pass on."_s.arg(
                    QString::fromUtf8(keyword)));
        } else {
            others.append(QString::fromUtf8(keyword) + u'=' + value);
        }
    }
    if (options.name.isEmpty()) {
        return Failure(Code::Configuration, u"names no database; write postgres://user@host/name."_s);
    }
    options.connectOptions = others.join(u';');
    return options;
}

QString defaultDataDir(const QProcessEnvironment &environment)
{
    if (::geteuid() == 0) {
        return QString(kSystemData);
    }
    const QString share
        = environment.value(u"XDG_DATA_HOME"_s, environment.value(u"HOME"_s) + u"/.local/share"_s);
    return share + u"/larderd"_s;
}

void readDatabase(Reader &reader, Config &config)
{
    const QString where = reader.text("database"_L1).value_or(QString());
    const bool postgres = !where.isEmpty() && !where.startsWith("sqlite:"_L1);
    if (postgres) {
        auto options = postgresOptions(where);
        if (options) {
            config.database = *options;
        } else {
            reader.fault("database"_L1, options.error().detail);
        }
    } else {
        config.database.name
            = where.isEmpty() ? QString(config.dataDir + u"/larder.sqlite"_s) : where.sliced(7);
    }
    const auto replication = reader.text("replication-database"_L1);
    if (replication && !postgres) {
        reader.fault("replication-database"_L1,
            u"only goes with a PostgreSQL database; leave it out, or set database."_s);
    } else if (replication) {
        if (auto parsed = postgresOptions(*replication); !parsed) {
            reader.fault("replication-database"_L1, parsed.error().detail);
        }
    }
    config.replication = replication.value_or(where).toUtf8();
}

void readAddresses(Reader &reader, Config &config)
{
    if (const auto listen = reader.text("listen"_L1)) {
        config.listenAddress = QHostAddress(*listen);
        if (config.listenAddress.isNull()) {
            reader.fault("listen"_L1, u"must be an IP address, such as 127.0.0.1 or 0.0.0.0."_s);
        }
    }
    const QString proxies = reader.text("trusted-proxies"_L1).value_or(QString());
    for (const QString &text : proxies.split(u',', Qt::SkipEmptyParts)) {
        const QHostAddress address(text.trimmed());
        if (address.isNull()) {
            reader.fault("trusted-proxies"_L1, u"must be IP addresses, separated by commas."_s);
        }
        config.trustedProxies.insert(address);
    }
    const QString sync = reader.text("public-sync-url"_L1).value_or(QString());
    if (!sync.isEmpty() && !sync.startsWith("ws://"_L1) && !sync.startsWith("wss://"_L1)) {
        reader.fault("public-sync-url"_L1, u"must begin with wss:// or ws://."_s);
    }
    config.publicSyncUrl = sync;
}

void readLogLevel(Reader &reader, Config &config)
{
    static const QHash<QString, LogLevel> levels { { u"debug"_s, LogLevel::Debug },
        { u"info"_s, LogLevel::Info }, { u"warning"_s, LogLevel::Warning }, { u"error"_s, LogLevel::Error } };
    if (const auto level = reader.text("log-level"_L1)) {
        if (levels.contains(*level)) {
            config.logLevel = levels.value(*level);
        } else {
            reader.fault("log-level"_L1, u"must be debug, info, warning or error."_s);
        }
    }
}

} // namespace

ReadConfig readConfig(const QStringList &arguments, const QProcessEnvironment &environment)
{
    ReadConfig result;
    Arguments read = readArguments(arguments, result.faults);
    result.commands = read.commands;
    readEnvironment(environment, read.given, result.faults);
    Config &config = result.config;
    if (read.file || QFileInfo::exists(QString(kSystemFile))) {
        config.file = read.file.value_or(QString(kSystemFile));
        readFile(config.file, read.given, result.faults);
    }
    Reader reader(std::move(read.given), result.faults);
    config.dataDir = reader.text("data-dir"_L1).value_or(defaultDataDir(environment));
    if (QDir::isRelativePath(config.dataDir)) {
        config.dataDir = QDir::current().absoluteFilePath(config.dataDir);
    }
    readAddresses(reader, config);
    readDatabase(reader, config);
    readLogLevel(reader, config);
    config.keysFile = reader.text("keys-file"_L1).value_or(config.dataDir + u"/keys.json"_s);
    reader.number("http-port"_L1, config.httpPort, 0, 65535);
    reader.number("sync-port"_L1, config.syncPort, 0, 65535);
    reader.number("auth-attempts-per-minute"_L1, config.authAttemptsPerMinute, 1, 1'000'000);
    reader.number("connections-per-address"_L1, config.connectionsPerAddress, 0, 1'000'000);
    reader.number("sync-threads"_L1, config.syncThreads, 1, 64);
    reader.number("store-writers"_L1, config.storeWriters, 1, 256);
    reader.number("store-readers"_L1, config.storeReaders, 1, 256);
    if (config.httpPort != 0 && config.httpPort == config.syncPort) {
        result.faults.append(
            u"http-port and sync-port are both %1: give each its own."_s.arg(config.httpPort));
    }
    return result;
}

QString helpText()
{
    QString text
        = u"larderd serves Larder: grocery lists that agree on every device.\n\n"
          "Usage: larderd [--SETTING VALUE]…\n"
          "       larderd --check-config | --rotate-keys | --version | --help\n\n"
          "Each setting can also stand in the environment (LARDER_HTTP_PORT=3001) or in an INI file\n"
          "(http-port = 3001); flags come before the environment, and that before the file.\n\n"
          "  --config FILE\n      The INI file. Default: /etc/larder/larderd.ini, if there is one\n"_s;
    for (const Setting &setting : kSettings) {
        text += u"  --%1 %2\n      %3\n"_s.arg(setting.name, setting.value, setting.help);
    }
    text += u"\n  --check-config  Say what is wrong with the settings, and go\n"
            "  --rotate-keys   Put a new signing key in front of the present one, and go\n"_s;
    return text;
}

} // namespace larder::server
