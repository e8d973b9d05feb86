// `larder headless`: the client without a window, driven by lines on the standard input. For scripts, for
// `./run` on a machine with no display, and for the tests that kill it.
//
// It is the same replica, sync client and memory image as behind the window. Commands are taken in order, and
// each is answered by one line of JSON on the standard output: {"ok": true, …} or {"ok": false, "code",
// "message"}. A command that changes something is answered only when the change is on the disk, so what was
// answered survives kill -9.
//
//     register EMAIL PASSWORD NAME   login EMAIL PASSWORD   logout
//     new-list NAME   use LIST   lists   list   digest
//     add 2 kg apples   edit ITEM FIELD VALUE   check ITEM   uncheck ITEM   delete ITEM
//     status   queue   offline   online   wait-live [S]   wait-synced [S]   wait-digest DIGEST [S]
//     share EMAIL ROLE   quit
//
// LIST and ITEM are an id or a name; a word with spaces is put in double quotes, but what ends a line need
// not be. Lives on the main thread.
#pragma once

#include "app/headless/list_commands.h"
#include "app/platform/sync_thread.h"
#include "core/sync/rest_client.h"

#include <deque>
#include <functional>

namespace larder::app {

class CommandLoop final : public QObject {
    Q_OBJECT

public:
    CommandLoop(SyncThread &thread, replica::ReplicaClient &replica, Timers &timers, const QUrl &server);

    void take(const QString &line);
    // No more lines come: it ends when those that came are answered.
    void end();

Q_SIGNALS:
    void answered(const QByteArray &line);
    void finished();

private:
    struct Command {
        QString verb;
        QStringList words;

        QString word(qsizetype at) const { return words.value(at); }
        // The words from there on, as one text.
        QString rest(qsizetype from) const { return words.mid(from).join(u' '); }
        // The word as seconds; half a minute when it is none.
        std::chrono::milliseconds seconds(qsizetype at) const;
    };
    using Handler = void (CommandLoop::*)(const Command &);

    void next();
    void run(const Command &command);
    bool runList(const Command &command);
    void answer(const Result<QJsonObject> &result);
    // Goes on when `condition` holds, which is looked at after whatever happens; else fails with Timeout.
    void waitFor(
        std::chrono::milliseconds limit, std::function<bool()> condition, std::function<void()> then);
    void lookAgain();
    void answerWhenSaved(const Result<QJsonObject> &result);
    bool isSynced() const;

    void signIn(const Command &command);
    void logOut(const Command &command);
    void tellStatus(const Command &command);
    void tellQueue(const Command &command);
    void tellDigest(const Command &command);
    void switchOffline(const Command &command);
    void waitLive(const Command &command);
    void waitSynced(const Command &command);
    void waitDigest(const Command &command);
    void askDigest(const QString &wanted);
    void share(const Command &command);

    SyncThread &m_thread;
    replica::ReplicaClient &m_replica;
    Timers &m_timers;
    QUrl m_server;
    ListCommands m_lists;
    sync::RestClient m_rest;

    sync::SyncStatus m_status;
    std::optional<sync::Account> m_account;
    std::optional<Code> m_signInFailed;
    std::optional<Code> m_writeFailed;
    bool m_digestMatched = false;
    bool m_digestAsked = false;
    bool m_changedSinceAsked = false;
    bool m_accountTold = false;

    std::deque<QString> m_lines;
    bool m_busy = true; // until the lists are in memory
    bool m_ending = false;
    std::function<bool()> m_condition;
    std::function<void()> m_then;
    Timers::Id m_timeout = 0;
};

} // namespace larder::app
