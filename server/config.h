// What the server can be told, by flags, by the environment and by one INI file, in that order: the first
// that says something wins. The table of settings is in config.cpp; --help, --check-config and the reading
// follow it.
//
//     larderd --http-port 8080        LARDER_HTTP_PORT=8080 larderd        http-port = 8080   in larderd.ini
//
// Nothing here opens, makes or changes anything but the reading of that file.
#pragma once

#include "core/result.h"
#include "core/storage/database.h"
#include "server/ops/json_log.h"

#include <QtCore/QProcessEnvironment>
#include <QtCore/QStringList>
#include <QtNetwork/QHostAddress>

namespace larder::server {

struct Config {
    QString file; // the INI file that was read; empty: none
    QString dataDir;
    QHostAddress listenAddress = QHostAddress::LocalHost;
    quint16 httpPort = 3001; // 0: any that is free
    quint16 syncPort = 4848;
    QString publicSyncUrl;
    storage::Options database;
    QByteArray replication; // a libpq connection string; only with PostgreSQL
    QString keysFile;
    QSet<QHostAddress> trustedProxies;
    int authAttemptsPerMinute = 20;
    int connectionsPerAddress = 256;
    int syncThreads = 2;
    int storeWriters = 8;
    int storeReaders = 4;
    LogLevel logLevel = LogLevel::Info;
};

struct Commands {
    bool help = false;
    bool version = false;
    bool checkConfig = false;
    bool rotateKeys = false;
};

struct ReadConfig {
    Config config;
    Commands commands;
    QStringList faults; // each a sentence that says which setting, what is wrong and what to do
};

// `arguments` without the program's name.
ReadConfig readConfig(const QStringList &arguments, const QProcessEnvironment &environment);
QString helpText();

} // namespace larder::server
