#include "app/platform/language.h"

#include "tests/support/app_home.h"

#include <QtGui/QClipboard>
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
    void cleanup()
    {
        m_home->settle();
        m_home.reset();
    }

    void everyStateHasItsBadge_data();
    void everyStateHasItsBadge();
    void theQueueIsCountedWhileThereIsSomewhereToSendIt();
    void aSessionThatTheServerEndedIsToldOnEveryPage();
    void aDamagedFileIsToldInWords();
    void twoDamagedFilesAreTwoNotices();
    void anUndamagedFileIsNotSpokenOf();
    void refusalsThatAreTooManyToKeepAreCounted();
    void whatWaitsIsListedWhileThePageIsOpen();
    void onlyTheNewestOfALongQueueAreListed();
    void everyRefusedChangeIsTriedAgainAtOnce();
    void whatWasRefusedCanBeKeptElsewhere();
    void unsentChangesOfALostListAreTold();
    void takingMineCanBeUndone();
    void whatSomebodyRemovedCanBeTakenBack();
    void anotherLanguageListsAnew();

private:
    // A list of another person's with that many items, opened.
    model::SpaceId openReceived(int items)
    {
        const model::SpaceId list = m_home->receiveList(items, model::Role::Editor);
        m_home->settle();
        m_home->app->openList(list.toString());
        m_home->settle();
        return list;
    }
    // Refused, as by a server where one may only read.
    void refuse(std::initializer_list<QString> names);
    QString sentence(app::NoticeRows &rows, int row) const
    {
        return rows.data(rows.index(row), app::NoticeRows::SentenceRole).toString();
    }
    QStringList titles(app::NoticeRows &rows) const
    {
        QStringList titles;
        for (int row = 0; row < rows.rowCount(); ++row) {
            titles.append(rows.data(rows.index(row), app::NoticeRows::TitleRole).toString());
        }
        return titles;
    }
    qint64 idOf(app::NoticeRows &rows, int row) const
    {
        return rows.data(rows.index(row), app::NoticeRows::NoticeIdRole).toLongLong();
    }
    void write(const QString &name, std::vector<replica::ReplicaClient::Field> fields)
    {
        QVERIFY(m_home->client->write(
            { m_home->app->list()->space(), model::Kind::Item, m_home->item(name) }, std::move(fields)));
    }
    // What somebody else wrote later than what waits here.
    void arrives(const model::RecordKey &key, model::FieldNumber field, const model::Value &value);
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

void SyncViewModelTest::refuse(std::initializer_list<QString> names)
{
    m_home->settle();
    for (const QString &name : names) {
        auto sent = *m_home->replica->takeQueued(limits::kWritesPerPush, limits::kUpMessageBytes);
        const model::RecordKey key { m_home->app->list()->space(), model::Kind::Item, m_home->item(name) };
        std::erase_if(sent, [&](const replica::QueuedWrite &each) { return each.write.key != key; });
        QCOMPARE(sent.size(), std::size_t(1));
        model::Record theirs = *m_home->client->record(key);
        QVERIFY(m_home->replica->acknowledge(sent, { 1, {}, { { 0, Code::ReadOnly, {}, theirs } } }));
        m_home->replica->releaseInFlight();
    }
    m_home->settle();
    QTRY_COMPARE(page().failures()->count(), int(names.size()));
}

void SyncViewModelTest::arrives(
    const model::RecordKey &key, model::FieldNumber field, const model::Value &value)
{
    m_home->settle();
    const model::Stamp later { m_home->clock.now().count() + 1'000'000 };
    model::Record theirs { key, {}, 2, {} };
    theirs.set(field, value, later);
    QVERIFY(m_home->replica->applyRows({ key.space, 1, 2, 0, true, false, { theirs } }));
    QTRY_COMPARE(page().conflicts()->count(), 1);
}

void SyncViewModelTest::whatWaitsIsListedWhileThePageIsOpen()
{
    const QAbstractItemModelTester tester(
        page().queue(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    openReceived(3);
    page().setStatus(status(Phase::Offline, Code::Network));
    m_home->app->list()->toggle(m_home->idOf(u"Item 0"_s));
    write(u"Item 1"_s, { { model::item::kQuantity, qint64(30'000) }, { model::item::kNote, u"salted"_s } });
    m_home->app->entry()->setText(u"capers"_s);
    m_home->app->entry()->submit();
    m_home->settle();
    QTRY_COMPARE(page().waiting(), 3);
    QCOMPARE(page().queue()->count(), 0); // nobody looks
    m_home->app->go(app::AppViewModel::Sync);
    QTRY_COMPARE(page().queue()->count(), 3);
    QCOMPARE(titles(*page().queue()), QStringList({ u"capers"_s, u"Item 1"_s, u"Item 0"_s }));
    QCOMPARE(sentence(*page().queue(), 0), u"Added – Everything"_s);
    QVERIFY(sentence(*page().queue(), 1).contains(u"30"_s));
    QVERIFY(sentence(*page().queue(), 1).contains(u"salted"_s));
    QCOMPARE(sentence(*page().queue(), 2), u"Checked – Everything"_s);
    QCOMPARE(page().olderQueued(), QString());
    m_home->app->undo()->undo(); // while it is looked at
    QTRY_COMPARE(titles(*page().queue()).value(0), u"capers"_s);
    QTRY_COMPARE(sentence(*page().queue(), 0), u"Deleted – Everything"_s);
    m_home->acknowledgeAll();
    QTRY_COMPARE(page().queue()->count(), 0);
    m_home->app->go(app::AppViewModel::List);
    m_home->app->list()->toggle(m_home->idOf(u"Item 1"_s));
    m_home->settle();
    QCOMPARE(page().queue()->count(), 0);
}

void SyncViewModelTest::onlyTheNewestOfALongQueueAreListed()
{
    constexpr int kOlder = 7;
    const model::SpaceId list = m_home->receiveList(limits::kQueueShown + kOlder);
    m_home->app->openList(list.toString());
    QTRY_COMPARE(int(m_home->client->records(list, model::Kind::Item).size()), limits::kQueueShown + kOlder);
    page().setStatus(status(Phase::Offline, Code::Network));
    for (const model::Record *item : m_home->client->records(list, model::Kind::Item)) {
        QVERIFY(m_home->client->write(item->key, { { model::item::kNote, u"n"_s } }));
    }
    m_home->settle();
    m_home->app->go(app::AppViewModel::Sync);
    QTRY_COMPARE(page().queue()->count(), limits::kQueueShown);
    QCOMPARE(page().queue()->rowCount(), app::NoticeRows::kPage);
    QCOMPARE(page().olderQueued(), u"And 7 older."_s);
}

void SyncViewModelTest::everyRefusedChangeIsTriedAgainAtOnce()
{
    m_home->openDemo();
    m_home->acknowledgeAll();
    page().setStatus(status(Phase::Live));
    write(u"Milk"_s, { { model::item::kNote, u"oat"_s } });
    write(u"Butter"_s, { { model::item::kNote, u"salted"_s } });
    refuse({ u"Milk"_s, u"Butter"_s });
    QVERIFY(page().wantsAttention());
    page().retryFailures();
    m_home->settle();
    QTRY_COMPARE(page().failures()->count(), 0);
    QTRY_COMPARE(page().waiting(), 2);
    m_home->acknowledgeAll();
    QTRY_COMPARE(page().waiting(), 0);
    QVERIFY(!page().wantsAttention());
}

void SyncViewModelTest::whatWasRefusedCanBeKeptElsewhere()
{
    m_home->openDemo();
    m_home->acknowledgeAll();
    write(u"Milk"_s, { { model::item::kNote, u"oat"_s } });
    write(u"Butter"_s, { { model::item::kNote, u"salted"_s } });
    refuse({ u"Milk"_s, u"Butter"_s });
    const int butter = int(titles(*page().failures()).indexOf(u"Butter"_s));
    QVERIFY(sentence(*page().failures(), butter).contains(u"salted"_s));
    page().copyFailure(idOf(*page().failures(), butter));
    const QString one = QGuiApplication::clipboard()->text();
    QVERIFY(one.startsWith(u"Butter\n"_s));
    QVERIFY(one.contains(u"salted"_s));
    QVERIFY(!one.contains(u"oat"_s));
    page().copyFailures();
    const QString all = QGuiApplication::clipboard()->text();
    QVERIFY(all.contains(one));
    QVERIFY(all.contains(u"oat"_s));
    QCOMPARE(page().failures()->count(), 2); // which stay until they are let go
    page().dismissFailure(idOf(*page().failures(), butter));
    QTRY_COMPARE(titles(*page().failures()), QStringList { u"Milk"_s });
}

void SyncViewModelTest::unsentChangesOfALostListAreTold()
{
    const model::SpaceId list = openReceived(3);
    write(u"Item 1"_s, { { model::item::kName, u"Oat milk"_s } });
    m_home->settle();
    QVERIFY(m_home->replica->applyDrop({ list, protocol::DropReason::Revoked }));
    QTRY_COMPARE(page().failures()->count(), 1);
    QVERIFY(page().wantsAttention());
    QCOMPARE(titles(*page().failures()), QStringList { u"Oat milk"_s });
    QVERIFY(sentence(*page().failures(), 0).contains(u"no longer"_s));
    page().copyFailures();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Oat milk"_s));
}

void SyncViewModelTest::takingMineCanBeUndone()
{
    const model::SpaceId list = openReceived(2);
    const model::RecordKey key { list, model::Kind::Item, m_home->item(u"Item 0"_s) };
    write(u"Item 0"_s, { { model::item::kNote, u"mine"_s } });
    arrives(key, model::item::kNote, u"theirs"_s);
    m_home->settle();
    const auto note = [&] { return m_home->client->record(key)->text(model::item::kNote); };
    QCOMPARE(note(), u"theirs"_s);
    QVERIFY(sentence(*page().conflicts(), 0).contains(u"mine"_s));
    QVERIFY(sentence(*page().conflicts(), 0).contains(u"theirs"_s));
    page().takeMine(idOf(*page().conflicts(), 0));
    QCOMPARE(note(), u"mine"_s);
    QTRY_COMPARE(page().conflicts()->count(), 0);
    m_home->app->undo()->undo();
    QCOMPARE(note(), u"theirs"_s);
}

void SyncViewModelTest::whatSomebodyRemovedCanBeTakenBack()
{
    const model::SpaceId list = openReceived(2);
    const model::RecordKey key { list, model::Kind::Item, m_home->item(u"Item 0"_s) };
    write(u"Item 0"_s, { { model::item::kNote, u"mine"_s } });
    arrives(key, model::kDeleted, true);
    m_home->settle();
    QVERIFY(sentence(*page().conflicts(), 0).contains(u"removed it"_s));
    page().takeMine(idOf(*page().conflicts(), 0));
    QVERIFY(!m_home->client->record(key)->isDeleted());
    QCOMPARE(m_home->client->record(key)->text(model::item::kNote), u"mine"_s);
}

void SyncViewModelTest::anotherLanguageListsAnew()
{
    openReceived(1);
    page().setStatus(status(Phase::Offline, Code::Network));
    m_home->app->list()->toggle(m_home->idOf(u"Item 0"_s));
    page().tellSetAside({ u"/lists/one"_s, 0 });
    m_home->settle();
    m_home->app->go(app::AppViewModel::Sync);
    QTRY_COMPARE(page().queue()->count(), 1);
    m_home->preferences->setLanguage(u"de"_s);
    app::Language language(*m_home->preferences);
    m_home->app->retranslate();
    QTRY_COMPARE(sentence(*page().queue(), 0), u"Abgehakt – Everything"_s);
    QVERIFY(sentence(*page().repairs(), 0).contains(u"/lists/one"_s));
    QVERIFY(!sentence(*page().repairs(), 0).contains(u"could not be read"_s));
    m_home->settle();
}

QTEST_MAIN(SyncViewModelTest)
#include "sync_view_model_test.moc"
