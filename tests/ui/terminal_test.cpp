// A terminal beside the window: what a command changes is on the page at once, what a hand changes there the
// next command says, and a link waits in the entry line for a person.
#include "app/commands/command_runner.h"
#include "app/instance/follow_activation.h"
#include "app/instance/instance_address.h"
#include "app/instance/instance_server.h"
#include "tests/support/app_device.h"
#include "tests/support/app_window.h"
#include "tests/support/larder_process.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace larder::app;
using namespace larder::test;
using namespace Qt::StringLiterals;

namespace {

// The window as main.cpp builds it, in this process, so that the page can be looked at.
struct OpenWindow {
    OpenWindow()
        : runner(device.thread, *device.replica, *device.preferences, device.timers, device.clock,
            CommandRunner::Network::InUse)
        , server(runner, device.timers, InstanceServer::Window::Shown)
        , window(*device.app, device.photos, { 1180, 800 })
    {
        QObject::connect(&server, &InstanceServer::activated, &window.window(),
            [this](const Activation &what) { followActivation(what, *device.app, *device.replica); });
        const auto socket = instanceSocket(
            canonicalDatabase(database()), { home.environment.value(u"XDG_RUNTIME_DIR"_s) + u"/larder"_s });
        if (!socket || !server.listen(*socket)) {
            qFatal("can't listen");
        }
    }

    QString database() const { return device.folder.filePath(u"larder.sqlite"_s); }
    Ended run(const QStringList &words)
    {
        return home.run(words + QStringList { u"--database"_s, database() });
    }

    LarderHome home;
    AppDevice device;
    CommandRunner runner;
    InstanceServer server;
    AppWindow window;
};

} // namespace

class TerminalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatACommandAddsIsOnThePageAtOnce()
    {
        OpenWindow open;
        const Ended added = open.run({ u"add"_s, u"2 kg apples"_s, u"bread"_s });
        QVERIFY2(added.code == 0, qPrintable(added.complained));
        QTRY_VERIFY(open.window.shows(u"apples"_s));
        QVERIFY(open.window.shows(u"bread"_s));
        QCOMPARE(open.run({ u"check"_s, u"bread"_s }).code, 0);
        QTRY_VERIFY(open.window.shows(u"1 left"_s));
        QCOMPARE(open.window.warnings(), QStringList());
    }

    void whatAHandChangesTheNextCommandSays()
    {
        OpenWindow open;
        open.device.app->entry()->add(u"apples"_s);
        open.device.app->entry()->add(u"bread"_s);
        QVERIFY(open.run({ u"list"_s }).said.contains(u"apples\n"_s));
        QTRY_VERIFY(open.window.findStarting(u"apples"_s));
        open.device.app->list()->toggle(
            open.device.app->list()
                ->rows()
                ->data(open.device.app->list()->rows()->index(1), ItemRows::ItemIdRole)
                .toString());
        const Ended list = open.run({ u"list"_s });
        QVERIFY2(list.said.contains(u"· 1 left, 1 checked\n"_s), qPrintable(list.said));
    }

    void aLinkWaitsInTheEntryLine()
    {
        OpenWindow open;
        QCOMPARE(open.run({ u"add"_s, u"bread"_s }).code, 0);
        QCOMPARE(
            open.home.run({ u"--database"_s, open.database(), u"larder://add?text=2+kg+apples"_s }).code, 0);
        QTRY_COMPARE(open.device.app->entry()->text(), u"2 kg apples"_s);
        QVERIFY(!open.run({ u"list"_s }).said.contains(u"apples"_s)); // until a person adds it
        open.device.app->entry()->submit();
        QVERIFY(open.run({ u"list"_s }).said.contains(u"apples"_s));
    }

    void aLinkOpensAListOfOnesOwnAndNoOther()
    {
        OpenWindow open;
        QCOMPARE(open.run({ u"add"_s, u"bread"_s }).code, 0);
        const QString first = open.device.app->list()->listId();
        QCOMPARE(open.run({ u"add"_s, u"--create"_s, u"--list"_s, u"Party"_s, u"ice"_s }).code, 0);
        const auto follow = [&](const QString &list) {
            return open.home.run({ u"--database"_s, open.database(), u"larder://list/"_s + list }).code;
        };
        QString party;
        for (const replica::Space &space : open.device.replica->spaces()) {
            party = space.grant.space.toString() == first ? party : space.grant.space.toString();
        }
        QCOMPARE(follow(party), 0);
        QTRY_COMPARE(open.device.app->list()->name(), u"Party"_s);
        QCOMPARE(follow(u"01a2088c-1867-7324-8760-df581be1d52f"_s), 0);
        QTRY_VERIFY(open.window.shows(u"The list of this link isn't on this device."_s));
        QCOMPARE(open.device.app->list()->name(), u"Party"_s);
    }

    void aFileIsShownBeforeAnythingIsAdded()
    {
        OpenWindow open;
        QFile file(open.home.folder() + u"/Weekly.larder"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("oat milk\nrye bread\n");
        file.close();
        QCOMPARE(open.home.run({ u"--database"_s, open.database(), file.fileName() }).code, 0);
        QTRY_VERIFY(open.window.shows(u"Weekly.larder: a text"_s));
        QVERIFY(open.window.shows(u"rye bread"_s));
        QCOMPARE(open.device.app->list()->openCount(), 0);
    }

    void anInvitationIsToldToBeOfALaterLarder()
    {
        OpenWindow open;
        QCOMPARE(open.home.run({ u"--database"_s, open.database(), u"larder://invite/abc"_s }).code, 0);
        QTRY_VERIFY(open.window.shows(
            u"This Larder can't open invitations yet. Ask whoever sent it to share the list with your e-mail "
            "address."_s));
    }
};

QTEST_MAIN(TerminalTest)
#include "terminal_test.moc"
