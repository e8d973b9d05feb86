#include "tests/support/app_home.h"

#include <QtTest/QtTest>

using namespace larder;
using namespace Qt::StringLiterals;
using app::AccountViewModel;
using test::AppHome;

class AccountViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_home.reset(); }

    void whatIsWrongIsSaidBesideItsFieldAndNothingIsSent_data();
    void whatIsWrongIsSaidBesideItsFieldAndNothingIsSent();
    void anAddressWithoutASchemeIsAskedInSecret();
    void nothingIsSentTwice();
    void whoRegistersHasAName();
    void aPasswordIsForgottenOnceOneIsSignedIn();
    void aRefusalStandsWhereItBelongs_data();
    void aRefusalStandsWhereItBelongs();
    void signingOutIsAskedOfTheSession();
    void whatOnlyThisDeviceHasIsCounted();

private:
    using Reader = QString (AccountViewModel::*)() const;

    AccountViewModel &page() { return *m_home->app->account(); }
    QString errors()
    {
        return page().serverError() + page().nameError() + page().emailError() + page().passwordError()
            + page().error();
    }

    std::unique_ptr<AppHome> m_home;
};

void AccountViewModelTest::init()
{
    m_home = std::make_unique<AppHome>();
    page().setServer(u"https://larder.example.org"_s);
    page().setEmail(u" ana@example.org "_s);
    page().setPassword(u"correct horse"_s);
}

void AccountViewModelTest::whatIsWrongIsSaidBesideItsFieldAndNothingIsSent_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("password");
    QTest::addColumn<Reader>("error");
    using V = AccountViewModel;
    const auto row
        = [](const char *name, const QString &server, const QString &email, const QString &password,
              Reader error) { QTest::newRow(name) << server << email << password << error; };
    const QString good = u"https://larder.example.org"_s;
    row("no server", {}, u"ana@example.org"_s, u"x"_s, &V::serverError);
    row("another scheme", u"ftp://larder.example.org"_s, u"ana@example.org"_s, u"x"_s, &V::serverError);
    row("no host", u"https://"_s, u"ana@example.org"_s, u"x"_s, &V::serverError);
    row("no e-mail", good, {}, u"x"_s, &V::emailError);
    row("half an e-mail", good, u"ana@"_s, u"x"_s, &V::emailError);
    row("no password", good, u"ana@example.org"_s, {}, &V::passwordError);
}

void AccountViewModelTest::whatIsWrongIsSaidBesideItsFieldAndNothingIsSent()
{
    QFETCH(QString, server);
    QFETCH(QString, email);
    QFETCH(QString, password);
    QFETCH(Reader, error);
    QSignalSpy asked(&page(), &AccountViewModel::logInAsked);
    page().setServer(server);
    page().setEmail(email);
    page().setPassword(password);
    page().submit();
    QVERIFY(!(page().*error)().isEmpty());
    QCOMPARE(errors(), (page().*error)());
    QCOMPARE(asked.count(), 0);
    QVERIFY(!page().isBusy());
}

void AccountViewModelTest::anAddressWithoutASchemeIsAskedInSecret()
{
    QSignalSpy asked(&page(), &AccountViewModel::logInAsked);
    page().setServer(u" larder.example.org:3001 "_s);
    page().submit();
    QCOMPARE(asked.count(), 1);
    const auto entry = asked[0][0].value<sync::SignIn>();
    QCOMPARE(entry.server, QUrl(u"https://larder.example.org:3001"_s));
    QCOMPARE(entry.email, u"ana@example.org"_s);
    QCOMPARE(entry.password, u"correct horse"_s);
}

void AccountViewModelTest::nothingIsSentTwice()
{
    QSignalSpy asked(&page(), &AccountViewModel::logInAsked);
    page().submit();
    page().submit();
    QVERIFY(page().isBusy());
    QCOMPARE(asked.count(), 1);
    page().setSignInFailed(Code::Network);
    QVERIFY(!page().isBusy());
    page().submit();
    QCOMPARE(asked.count(), 2);
}

void AccountViewModelTest::whoRegistersHasAName()
{
    QSignalSpy asked(&page(), &AccountViewModel::registerAsked);
    QSignalSpy loggedIn(&page(), &AccountViewModel::logInAsked);
    page().setRegistering(true);
    page().submit();
    QVERIFY(!page().nameError().isEmpty());
    page().setName(u" Ana "_s);
    page().submit();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].value<sync::SignIn>().name, u"Ana"_s);
    QCOMPARE(loggedIn.count(), 0);
}

void AccountViewModelTest::aPasswordIsForgottenOnceOneIsSignedIn()
{
    page().submit();
    page().setSignInFailed(Code::InvalidCredentials);
    QCOMPARE(page().password(), u"correct horse"_s); // to be mended
    sync::Account ana;
    ana.email = u"ana@example.org"_s;
    ana.name = u"Ana"_s;
    page().setAccount(ana);
    QVERIFY(page().isSignedIn());
    QCOMPARE(page().password(), QString());
    QCOMPARE(page().userName(), u"Ana"_s);
    QCOMPARE(errors(), QString());
    page().setAccount(std::nullopt);
    QVERIFY(!page().isSignedIn());
    QCOMPARE(page().userName(), QString());
}

void AccountViewModelTest::aRefusalStandsWhereItBelongs_data()
{
    QTest::addColumn<Code>("code");
    QTest::addColumn<bool>("registering");
    QTest::addColumn<Reader>("error");
    using V = AccountViewModel;
    const auto row = [](const char *name, Code code, bool registering, Reader error) {
        QTest::newRow(name) << code << registering << error;
    };
    row("a wrong password", Code::InvalidCredentials, false, &V::passwordError);
    row("an e-mail that is taken", Code::AlreadyExists, true, &V::emailError);
    row("somebody else's lists", Code::AlreadyExists, false, &V::error);
    row("no network", Code::Network, false, &V::serverError);
    row("no answer", Code::Timeout, true, &V::serverError);
    row("a weak password", Code::InvalidValue, true, &V::error);
    row("too many attempts", Code::RateLimited, false, &V::error);
}

void AccountViewModelTest::aRefusalStandsWhereItBelongs()
{
    QFETCH(Code, code);
    QFETCH(bool, registering);
    QFETCH(Reader, error);
    page().setRegistering(registering);
    page().setName(u"Ana"_s);
    page().submit();
    page().setSignInFailed(code);
    QVERIFY(!(page().*error)().isEmpty());
    QCOMPARE(errors(), (page().*error)());
    page().setRegistering(!registering); // another form, of which nothing was refused
    QCOMPARE(errors(), QString());
}

void AccountViewModelTest::signingOutIsAskedOfTheSession()
{
    QSignalSpy asked(&page(), &AccountViewModel::signOutAsked);
    page().signOut();
    QCOMPARE(asked.count(), 1);
}

void AccountViewModelTest::whatOnlyThisDeviceHasIsCounted()
{
    QCOMPARE(page().unsent(), 0);
    QSignalSpy told(&page(), &AccountViewModel::unsentChanged);
    m_home->openDemo();
    QVERIFY(page().unsent() > 0);
    QVERIFY(!told.isEmpty());
    m_home->acknowledgeAll();
    QTRY_COMPARE(page().unsent(), 0);
}

QTEST_GUILESS_MAIN(AccountViewModelTest)
#include "account_view_model_test.moc"
