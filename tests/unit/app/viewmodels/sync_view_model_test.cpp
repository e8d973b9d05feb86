#include "tests/support/app_home.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::SyncViewModel;
using sync::Phase;
using test::AppHome;

class SyncViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<AppHome>(); }
    void cleanup() { m_home.reset(); }

    void everyStateHasItsBadge_data();
    void everyStateHasItsBadge();
    void theQueueIsCountedWhileThereIsSomewhereToSendIt();
    void aSessionThatTheServerEndedIsToldOnEveryPage();
    void aDamagedFileIsToldInWords();
    void twoDamagedFilesAreTwoNotices();
    void anUndamagedFileIsNotSpokenOf();
    void refusalsThatAreTooManyToKeepAreCounted();

private:
    SyncViewModel &page() { return *m_home->app->sync(); }
    static sync::SyncStatus status(Phase phase, std::optional<Code> reason = {})
    {
        sync::SyncStatus made;
        made.phase = phase;
        made.reason = reason;
        return made;
    }

    std::unique_ptr<AppHome> m_home;
};

void SyncViewModelTest::everyStateHasItsBadge_data()
{
    QTest::addColumn<int>("phase");
    QTest::addColumn<bool>("queued");
    QTest::addColumn<bool>("ended");
    QTest::addColumn<int>("badge");
    const auto row = [](const char *name, Phase phase, bool queued, bool ended, SyncViewModel::Badge badge) {
        QTest::newRow(name) << int(phase) << queued << ended << int(badge);
    };
    row("no account", Phase::SignedOut, true, false, SyncViewModel::Local);
    row("the session ended", Phase::SignedOut, true, true, SyncViewModel::Attention);
    row("offline", Phase::Offline, true, false, SyncViewModel::Offline);
    row("connecting", Phase::Connecting, false, false, SyncViewModel::Working);
    row("catching up", Phase::CatchingUp, false, false, SyncViewModel::Working);
    row("catching up with a queue", Phase::CatchingUp, true, false, SyncViewModel::Waiting);
    row("sending", Phase::Live, true, false, SyncViewModel::Waiting);
    row("all done", Phase::Live, false, false, SyncViewModel::Done);
}

void SyncViewModelTest::everyStateHasItsBadge()
{
    QFETCH(int, phase);
    QFETCH(bool, queued);
    QFETCH(bool, ended);
    QFETCH(int, badge);
    if (queued) {
        m_home->openDemo();
        QTRY_VERIFY(m_home->client->queueState().queued > 0);
    }
    page().setStatus(status(Phase(phase), ended ? std::optional(Code::Unauthenticated) : std::nullopt));
    QCOMPARE(int(page().badge()), badge);
    QVERIFY(!page().headline().isEmpty());
    QCOMPARE(page().wantsAttention(), ended);
}

void SyncViewModelTest::theQueueIsCountedWhileThereIsSomewhereToSendIt()
{
    m_home->openDemo();
    m_home->acknowledgeAll();
    m_home->app->list()->toggle(m_home->idOf(u"Milk"_s));
    m_home->settle();
    QTRY_COMPARE(m_home->client->queueState().queued, 2); // the check, and what was bought by it
    QCOMPARE(page().waiting(), 0); // no account
    page().setStatus(status(Phase::Offline, Code::Network));
    QCOMPARE(page().waiting(), 1);
    page().setStatus(status(Phase::SignedOut, Code::Unauthenticated));
    QCOMPARE(page().waiting(), 1); // it is sent once one signs in again
    page().setStatus(status(Phase::Live));
    m_home->acknowledgeAll();
    QTRY_COMPARE(page().waiting(), 0);
    QCOMPARE(page().badge(), SyncViewModel::Done);
}

void SyncViewModelTest::aSessionThatTheServerEndedIsToldOnEveryPage()
{
    page().tellSessionEnded(Code::Unauthenticated);
    const app::UndoStack &bars = *m_home->app->undo();
    QCOMPARE(bars.rowCount(), 1);
    QVERIFY(bars.data(bars.index(0), app::UndoStack::SentenceRole).toString().contains(u"Sign in again"_s));
}

void SyncViewModelTest::aDamagedFileIsToldInWords()
{
    const QAbstractItemModelTester tester(
        page().repairs(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    page().tellSetAside({ u"/lists/larder.sqlite.damaged"_s, 3 });
    QVERIFY(page().wantsAttention());
    QCOMPARE(page().repairs()->count(), 1);
    const QModelIndex first = page().repairs()->index(0);
    const QString sentence = page().repairs()->data(first, app::NoticeRows::SentenceRole).toString();
    QVERIFY(sentence.contains(u"could not be read any more and was replaced"_s));
    QVERIFY(sentence.contains(u"saved: 3"_s));
    QVERIFY(sentence.contains(u"/lists/larder.sqlite.damaged"_s));
    page().dismissRepair(page().repairs()->data(first, app::NoticeRows::NoticeIdRole).toLongLong());
    QCOMPARE(page().repairs()->count(), 0);
    QVERIFY(!page().wantsAttention());
}

void SyncViewModelTest::twoDamagedFilesAreTwoNotices()
{
    page().tellSetAside({ u"/lists/one"_s, 0 });
    page().tellSetAside({ u"/lists/two"_s, 0 });
    QCOMPARE(page().repairs()->count(), 2);
    page().dismissRepair(
        page().repairs()->data(page().repairs()->index(0), app::NoticeRows::NoticeIdRole).toLongLong());
    QCOMPARE(page().repairs()->count(), 1);
    QVERIFY(page()
                .repairs()
                ->data(page().repairs()->index(0), app::NoticeRows::SentenceRole)
                .toString()
                .contains(u"/lists/two"_s));
}

void SyncViewModelTest::anUndamagedFileIsNotSpokenOf()
{
    page().tellSetAside({});
    QCOMPARE(page().repairs()->count(), 0);
    QVERIFY(!page().wantsAttention());
}

void SyncViewModelTest::refusalsThatAreTooManyToKeepAreCounted()
{
    constexpr int kOlder = 3;
    const model::SpaceId list = m_home->receiveList(limits::kFailuresKept + kOlder);
    m_home->app->openList(list.toString());
    QTRY_COMPARE(m_home->client->records(list, model::Kind::Item).size(), limits::kFailuresKept + kOlder);
    std::vector<replica::LocalWrite> writes;
    for (const model::Record *item : m_home->client->records(list, model::Kind::Item)) {
        writes.push_back(
            { { item->key, { { model::item::kChecked, m_home->stamps.tick(m_home->clock.now()), true } } } });
    }
    for (const auto &written : m_home->replica->writeAll(writes)) {
        QVERIFY(written);
    }
    QCOMPARE(page().olderFailures(), QString());
    QVERIFY(m_home->replica->applyDrop({ list, protocol::DropReason::Revoked }));
    QTRY_COMPARE(page().failures()->count(), limits::kFailuresKept);
    QCOMPARE(page().olderFailures(), u"And 3 older, too many to keep."_s);
}

QTEST_GUILESS_MAIN(SyncViewModelTest)
#include "sync_view_model_test.moc"
