#include "tests/support/app_home.h"

#include <QtGui/QKeySequence>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::AppViewModel;
using app::CommandRows;
using test::AppHome;

class CommandRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<AppHome>();
        m_tester = std::make_unique<QAbstractItemModelTester>(&rows());
    }
    void cleanup()
    {
        m_tester.reset();
        m_home.reset();
    }

    void everyActionHasItsWordsAndNoKeyMeansTwo();
    void whatCanNotBeDoneIsTold();
    void whatCanNotBeDoneIsNotDone();
    void placesAreGoneTo();
    void looksAreChosen();
    void theWindowIsAskedForWhatOnlyItCanDo();

private:
    CommandRows &rows() { return *m_home->app->commands(); }
    QVariant of(CommandRows::Command command, CommandRows::Role role)
    {
        const auto found
            = rows().match(rows().index(0), CommandRows::CommandRole, int(command), 1, Qt::MatchExactly);
        return found.isEmpty() ? QVariant() : found.front().data(role);
    }

    std::unique_ptr<AppHome> m_home;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void CommandRowsTest::everyActionHasItsWordsAndNoKeyMeansTwo()
{
    QSet<QString> taken;
    for (int row = 0; row < rows().rowCount(); ++row) {
        const QModelIndex index = rows().index(row);
        QVERIFY(!index.data(CommandRows::TitleRole).toString().isEmpty());
        QVERIFY(!index.data(CommandRows::GroupRole).toString().isEmpty());
        for (const QString &keys : index.data(CommandRows::KeysRole).toStringList()) {
            const QKeySequence sequence(keys, QKeySequence::PortableText);
            QCOMPARE(sequence.count(), 1);
            QVERIFY2(sequence[0].key() != Qt::Key_unknown, qPrintable(keys));
            QVERIFY2(!taken.contains(sequence.toString()), qPrintable(keys));
            taken.insert(sequence.toString());
        }
    }
    const QMetaEnum every = QMetaEnum::fromType<CommandRows::Command>();
    QCOMPARE(rows().rowCount(), every.keyCount());
    QCOMPARE(rows().keysOf(CommandRows::Redo), u"Ctrl+Shift+Z, Ctrl+Y"_s);
    QCOMPARE(of(CommandRows::Redo, CommandRows::KeyTextRole), u"Ctrl+Shift+Z"_s);
}

void CommandRowsTest::whatCanNotBeDoneIsTold()
{
    m_home->openDemo();
    QSignalSpy told(&rows(), &QAbstractItemModel::dataChanged);
    QVERIFY(!of(CommandRows::Undo, CommandRows::PossibleRole).toBool());
    m_home->app->list()->remove(m_home->idOf(u"Milk"_s));
    QVERIFY(of(CommandRows::Undo, CommandRows::PossibleRole).toBool());
    QVERIFY(std::any_of(told.begin(), told.end(), [this](const QList<QVariant> &one) {
        return one[0].toModelIndex().data(CommandRows::CommandRole).toInt() == CommandRows::Undo;
    }));
    rows().run(CommandRows::Undo);
    QVERIFY(m_home->names().contains(u"Milk"_s));
    QVERIFY(of(CommandRows::Redo, CommandRows::PossibleRole).toBool());
    rows().run(CommandRows::Redo);
    QVERIFY(!m_home->names().contains(u"Milk"_s));
}

void CommandRowsTest::whatCanNotBeDoneIsNotDone()
{
    QSignalSpy asked(m_home->app->sync(), &app::SyncViewModel::manualOfflineAsked);
    QVERIFY(!of(CommandRows::StayOffline, CommandRows::PossibleRole).toBool());
    rows().run(CommandRows::StayOffline);
    QCOMPARE(asked.count(), 0);
    sync::SyncStatus status;
    status.phase = sync::Phase::Live;
    m_home->app->sync()->setStatus(status);
    rows().run(CommandRows::StayOffline);
    QCOMPARE(asked.count(), 1);
    status.manualOffline = true;
    m_home->app->sync()->setStatus(status);
    QCOMPARE(of(CommandRows::StayOffline, CommandRows::TitleRole), u"Go online again"_s);
    rows().run(-1);
    rows().run(10'000);
}

void CommandRowsTest::placesAreGoneTo()
{
    m_home->openDemo();
    const std::pair<CommandRows::Command, AppViewModel::Place> places[] = {
        { CommandRows::GoToLists, AppViewModel::Lists },
        { CommandRows::GoToList, AppViewModel::List },
        { CommandRows::GoToSync, AppViewModel::Sync },
        { CommandRows::GoToYou, AppViewModel::Account },
        { CommandRows::Shortcuts, AppViewModel::Shortcuts },
        { CommandRows::GoBack, AppViewModel::List },
    };
    for (const auto &[command, place] : places) {
        rows().run(command);
        QCOMPARE(m_home->app->place(), place);
    }
    QVERIFY(m_home->app->list()->checkedCount() > 0);
    rows().run(CommandRows::ClearChecked);
    QCOMPARE(m_home->app->list()->checkedCount(), 0);
    QVERIFY(!of(CommandRows::ClearChecked, CommandRows::PossibleRole).toBool());
}

void CommandRowsTest::looksAreChosen()
{
    app::Preferences &preferences = *m_home->preferences;
    rows().run(CommandRows::DarkColours);
    QCOMPARE(preferences.themeMode(), 2);
    QVERIFY(!rows().can(CommandRows::DarkColours));
    rows().run(CommandRows::LightColours);
    QCOMPARE(preferences.themeMode(), 1);
    rows().run(CommandRows::SystemColours);
    QCOMPARE(preferences.themeMode(), 0);
    const QString title = of(CommandRows::HighContrast, CommandRows::TitleRole).toString();
    rows().run(CommandRows::HighContrast);
    QVERIFY(preferences.highContrast());
    QVERIFY(of(CommandRows::HighContrast, CommandRows::TitleRole).toString() != title);
    rows().run(CommandRows::LessMotion);
    QVERIFY(preferences.reducedMotion());
}

void CommandRowsTest::theWindowIsAskedForWhatOnlyItCanDo()
{
    QSignalSpy item(&rows(), &CommandRows::newItemAsked);
    QSignalSpy list(&rows(), &CommandRows::newListAsked);
    QSignalSpy palette(&rows(), &CommandRows::paletteAsked);
    QSignalSpy quit(&rows(), &CommandRows::quitAsked);
    m_home->app->go(AppViewModel::Sync);
    rows().run(CommandRows::NewItem);
    QCOMPARE(m_home->app->place(), AppViewModel::List);
    rows().run(CommandRows::NewList);
    rows().run(CommandRows::Palette);
    rows().run(CommandRows::Quit);
    QCOMPARE(item.count() + list.count() + palette.count() + quit.count(), 4);
}

QTEST_GUILESS_MAIN(CommandRowsTest)
#include "command_rows_test.moc"
