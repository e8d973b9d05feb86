// The way of somebody new, by hand on a phone: no account, a list pasted from a message, the shop without a
// network, an account afterwards, and everything is on the computer at home.
#include "tests/support/larderd.h"
#include "tests/support/window_device.h"

#include <QtGui/QClipboard>
#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::AppViewModel;
using test::kPatienceMs;
using test::WindowDevice;

static const char *const kMessage
    = "2 kg potatoes\n1 kg onions\n6 eggs\nmilk 1.5 l\nbutter 250 g\n"
      "plain yoghurt\nsourdough bread\n3 cans chopped tomatoes\nspaghetti 500 g\nolive oil\n"
      "garlic\n4 lemons\nflat parsley\n1 bunch carrots\n2 cucumbers\n"
      "chicken thighs 800 g\nsalmon 400 g\nfrozen peas\nvanilla ice cream\n2 bottles sparkling water\n"
      "coffee 500 g\nblack tea\nbrown sugar\nflour 1 kg\nrice 1 kg\n"
      "dark chocolate 2.49\ntoilet paper\nwashing-up liquid\ntoothpaste\ncat food 12 cans";
static constexpr int kLines = 30;
static constexpr int kBought = 12;

class JourneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void somebodyNewEndsWithTwoDevices();

private:
    static void pasteTheMessage(WindowDevice &phone);
    static void buy(WindowDevice &phone, int items);
    static void makeAccount(WindowDevice &phone);
    // What every item says, and what was bought, in the order of ids.
    static QStringList contents(WindowDevice &device, model::SpaceId space);
};

void JourneyTest::pasteTheMessage(WindowDevice &phone)
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(kMessage));
    QVERIFY(phone.window->tap(u"Add something"_s));
    phone.window->press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(phone.app->importing()->stage(), app::ImportViewModel::Preview);
    QTRY_VERIFY(phone.window->shows(u"30 new"_s));
    QCOMPARE(phone.app->list()->openCount(), 0); // nothing before it was seen
    QVERIFY(phone.window->tap(phone.app->importing()->answer()));
    QTRY_COMPARE(phone.app->list()->openCount(), kLines);
    QTRY_VERIFY(phone.app->list()->rows()->isIdle());
}

void JourneyTest::buy(WindowDevice &phone, int items)
{
    QVERIFY(phone.window->tap(u"Start shopping"_s));
    QTRY_VERIFY(phone.app->list()->arrangement()->isShopping());
    app::ItemRows &rows = *phone.app->list()->rows();
    for (int bought = 0; bought < items; ++bought) {
        QTRY_VERIFY(rows.isIdle());
        QString next;
        for (int row = 0; row < rows.rowCount() && next.isEmpty(); ++row) {
            next = rows.data(rows.index(row), app::ItemRows::ItemIdRole).toString().isEmpty()
                ? QString()
                : rows.data(rows.index(row), app::ItemRows::SpokenRole).toString();
        }
        next.replace(QChar::Nbsp, QChar::Space); // as a test hears it
        QVERIFY2(phone.window->tap(next), qPrintable(next));
        QTRY_COMPARE(phone.app->list()->checkedCount(), bought + 1);
    }
    QVERIFY(phone.window->tap(u"Stop shopping"_s));
    QTRY_VERIFY(!phone.app->list()->arrangement()->isShopping());
}

void JourneyTest::makeAccount(WindowDevice &phone)
{
    QVERIFY(phone.window->tap(u"You"_s));
    QVERIFY(phone.window->tap(u"Sign in or new account: New account"_s));
    const std::pair<QString, QString> answers[] = { { u"Your name"_s, u"Ana"_s },
        { u"E-mail"_s, u"ana@larder.example"_s }, { u"Password"_s, u"correct horse battery"_s } };
    for (const auto &[field, answer] : answers) {
        QVERIFY2(phone.window->tap(field), qPrintable(field));
        QTRY_COMPARE(phone.window->focused(), field);
        phone.window->type(answer);
    }
    phone.window->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(phone.app->account()->isSignedIn(), kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(phone.app->sync()->badge(), app::SyncViewModel::Done, kPatienceMs);
    QCOMPARE(phone.app->sync()->failures()->count(), 0);
}

QStringList JourneyTest::contents(WindowDevice &device, model::SpaceId space)
{
    QStringList contents;
    for (const model::Kind kind : { model::Kind::List, model::Kind::Item, model::Kind::Purchase }) {
        for (const model::Record *record : device.replica->records(space, kind)) {
            QString line = record->key.id.toString();
            for (const model::Register &reg : record->registers) {
                line += u" %1@%2"_s.arg(reg.field).arg(reg.stamp.micros);
            }
            contents.append(line + u' ' + record->text(model::item::kName));
        }
    }
    contents.sort();
    return contents;
}

void JourneyTest::somebodyNewEndsWithTwoDevices()
{
    const QTemporaryDir folder;
    auto larderd = std::make_unique<test::Larderd>(QStringList(), folder.path());
    const QStringList ports { u"--http-port"_s, QString::number(larderd->httpPort()), u"--sync-port"_s,
        QString::number(larderd->syncPort()) };
    const QUrl server(u"http://127.0.0.1:%1"_s.arg(larderd->httpPort()));
    larderd->kill(); // there is no network at first, and none in the shop
    WindowDevice phone(server, QSize(390, 844));
    phone.window->render();
    QVERIFY(phone.window->find(u"Sync: On this device only"_s));
    pasteTheMessage(phone);
    buy(phone, kBought);
    QCOMPARE(phone.app->list()->openCount(), kLines - kBought);
    const model::SpaceId space = phone.app->list()->space();

    larderd = std::make_unique<test::Larderd>(ports, folder.path());
    makeAccount(phone);

    WindowDevice desktop(server, QSize(1280, 800));
    desktop.signIn(false);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.replica->space(space), kPatienceMs);
    desktop.app->openList(space.toString());
    QTRY_COMPARE_WITH_TIMEOUT(desktop.app->list()->openCount(), kLines - kBought, kPatienceMs);
    QCOMPARE(desktop.app->list()->checkedCount(), kBought);
    QCOMPARE(contents(desktop, space).size(), 1 + kLines + kBought);
    QCOMPARE(contents(desktop, space), contents(phone, space));
    QTRY_VERIFY(desktop.window->shows(u"1 kg"_s));
    QCOMPARE(phone.window->warnings(), QStringList());
    QCOMPARE(desktop.window->warnings(), QStringList());
}

QTEST_MAIN(JourneyTest)
#include "journey_test.moc"
