// What `larder` was asked to do when it was no command: those are app/commands.
#pragma once

#include "app/instance/activation.h"
#include "core/result.h"

#include <QtCore/QStringList>
#include <QtCore/QUrl>

namespace larder::app {

struct CommandLine {
    enum class Mode : quint8 { Window, Headless, SelfTest, OfflineDemo, Help, Version };

    Mode mode = Mode::Window;
    QString database; // the replica's file; the account's tokens and the preferences lie beside it
    QUrl server;
    QString signInAs; // an e-mail address; empty: as the last run left it
    QString password; // read from the environment or a file, never from the command line
    QString registerAs; // a name: make the account first
    bool exitAfterFirstList = false; // for the benchmark of the start
    Activation activation; // of the window: what it was given to open

    // Configuration, with a sentence as detail, when it can't be understood. `arguments` begin with the
    // program.
    static Result<CommandLine> parse(const QStringList &arguments);
    // Where the lists are when nobody says so.
    static QString standardDatabase();
};

} // namespace larder::app
