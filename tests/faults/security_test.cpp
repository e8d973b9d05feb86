// Invariant 4: no byte of a space reaches a user without a role in it; no write by a viewer is kept. Tried
// over the real socket of a real larderd, by clients that say what ours never would.
#include "tests/faults/security_fixture.h"

#include <QtCore/QCborArray>
#include <QtCore/QCborMap>

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;
using protocol::DropReason;

class SecurityTest : public SecurityFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanupTestCase() { checkLogForSecrets(); }
    void init() { makeList(); }
    void cleanup() { deleteList(); }

    void aViewersWritesAreNotKept()
    {
        share(m_bob, u"viewer"_s);
        Intruder bob(m_larderd->syncPort());
        bob.greets(m_bob.token);
        QVERIFY(bob.hears<protocol::Welcome>());
        const QByteArray before = items();
        for (const protocol::Write &write :
            { itemWrite(m_space, 7, now(), { { model::item::kName, u"Mine"_s } }),
                listWrite(m_space, now(), { { model::list::kName, u"Mine"_s } }),
                listWrite(m_space, now(), { { model::kDeleted, true } }) }) {
            bob.says(pushOf(write));
            const auto answer = bob.hears<protocol::Pushed>();
            QVERIFY(answer);
            QCOMPARE(answer->corrections.size(), std::size_t(1));
            QCOMPARE(answer->corrections.front().code, Code::ReadOnly);
            QVERIFY(answer->versions.empty());
        }
        QCOMPARE(items(), before);
        QVERIFY(!ana("GET", "/api/lists").body.contains("Mine"));
    }

    void nobodyMakesThemselvesAMember()
    {
        share(m_bob, u"editor"_s);
        for (const Larderd::User &user : { m_bob, m_eve }) {
            Intruder intruder(m_larderd->syncPort());
            intruder.greets(user.token);
            QVERIFY(intruder.hears<protocol::Welcome>());
            protocol::Write write;
            write.key = { m_space, model::Kind::Member,
                model::RecordId { model::Uuid::fromString(QString::fromLatin1(user.id)).value() } };
            write.registers
                = { { model::member::kRole, model::Stamp { now().count() }, qint64(model::Role::Owner) },
                      { model::member::kName, model::Stamp { now().count() }, u"Owner"_s } };
            intruder.says(pushOf(write));
            const auto answer = intruder.hears<protocol::Pushed>();
            QVERIFY(answer && answer->corrections.size() == 1 && answer->versions.empty());
            QCOMPARE(answer->corrections.front().code,
                user.id == m_bob.id ? Code::ServerAuthored : Code::NotAMember);
        }
        const QByteArray members = ana("GET", m_list + "/members").body;
        QCOMPARE(members.count("owner"), 1);
        QVERIFY(!members.contains(m_eve.id));
    }

    void anotherUsersSpaceTakesAndGivesNothing()
    {
        Intruder eve(m_larderd->syncPort());
        eve.greets(m_eve.token, { { m_space, 0 } });
        const auto welcome = eve.hears<protocol::Welcome>();
        QVERIFY(welcome && welcome->spaces.empty());
        // A space that is somebody else's looks like one that never was.
        const auto drop = eve.hears<protocol::Drop>();
        QVERIFY(drop);
        QCOMPARE(drop->reason, DropReason::Unknown);
        eve.says(protocol::Pull { m_space, 0 });
        QCOMPARE(eve.hears<protocol::Drop>()->reason, DropReason::Unknown);
        eve.says(protocol::Pull { space(99), 0 });
        QCOMPARE(eve.hears<protocol::Drop>()->reason, DropReason::Unknown);

        const QByteArray before = items();
        for (const protocol::Write &write :
            { itemWrite(m_space, 7, now(), { { model::item::kName, u"Hers"_s } }),
                listWrite(m_space, now(), { { model::list::kName, u"Hers"_s } }) }) {
            eve.says(pushOf(write));
            const auto answer = eve.hears<protocol::Pushed>();
            QVERIFY(answer && answer->corrections.size() == 1 && answer->versions.empty());
            QCOMPARE(answer->corrections.front().code, Code::NotAMember);
            QVERIFY(answer->corrections.front().row.registers.empty());
        }
        QCOMPARE(items(), before);
        QVERIFY(ana("POST", m_list + "/items", { { u"name"_s, u"later"_s } }).status / 100 == 2);
        QVERIFY(eve.isThrough());
        QVERIFY(eve.rowsOf(m_space).empty());
        QVERIFY(!eve.heardOf(m_secret) && !eve.heardOf(u"later"_s) && !eve.heardOf(u"Weekly"_s));
    }

    // REST says of it what it says of a list that never was.
    void anotherUsersListIsNotFoundOverRest()
    {
        const QByteArray nowhere = "/api/lists/" + space(99).toString().toLatin1();
        struct Request {
            QByteArray method;
            QByteArray path;
        };
        for (const Request &request : { Request { "GET", "" }, Request { "PATCH", "" },
                 Request { "DELETE", "" }, Request { "GET", "/items" }, Request { "POST", "/items" },
                 Request { "GET", "/items/" + m_item }, Request { "PATCH", "/items/" + m_item },
                 Request { "DELETE", "/items/" + m_item }, Request { "GET", "/members" },
                 Request { "PUT", "/members/" + m_eve.email },
                 Request { "DELETE", "/members/" + m_ana.id } }) {
            const QJsonObject body = request.path.startsWith("/members")
                ? QJsonObject { { u"role"_s, u"owner"_s } }
                : QJsonObject { { u"name"_s, u"Hers"_s } };
            const HttpAnswer hers = m_larderd->call(request.method, m_list + request.path, body, m_eve.token);
            const HttpAnswer none
                = m_larderd->call(request.method, nowhere + request.path, body, m_eve.token);
            QVERIFY(hers.status == 403 || hers.status == 404);
            QCOMPARE(hers.status, none.status);
            QCOMPARE(hers.code(), none.code());
            QVERIFY(!hers.body.contains(m_secret.toUtf8()) && !hers.body.contains("Weekly"));
            QCOMPARE(m_larderd->call(request.method, m_list + request.path, body).status, 401);
        }
        QVERIFY(!m_larderd->call("GET", "/api/lists", {}, m_eve.token).body.contains("Weekly"));
        QVERIFY(items().contains(m_secret.toUtf8()) && !items().contains("Hers"));
        QVERIFY(!ana("GET", m_list + "/members").body.contains(m_eve.id));
    }

    void aViewerChangesNothingOverRest()
    {
        share(m_bob, u"viewer"_s);
        const QByteArray before = items();
        const QJsonObject name { { u"name"_s, u"Mine"_s } };
        for (const auto &[method, path] : { std::pair<QByteArray, QByteArray>("PATCH", m_list),
                 { "DELETE", m_list }, { "POST", m_list + "/items" },
                 { "PATCH", m_list + "/items/" + m_item }, { "DELETE", m_list + "/items/" + m_item } }) {
            QCOMPARE(m_larderd->call(method, path, name, m_bob.token).status, 403);
        }
        const QJsonObject owner { { u"role"_s, u"owner"_s } };
        QCOMPARE(m_larderd->call("PUT", m_list + "/members/" + m_bob.email, owner, m_bob.token).status, 403);
        QCOMPARE(m_larderd->call("DELETE", m_list + "/members/" + m_ana.id, {}, m_bob.token).status, 403);
        QCOMPARE(items(), before);
    }

    // Whose a write is follows from the token; what a message claims beside it is not looked at.
    void anotherAuthorCanNotBeClaimed()
    {
        share(m_bob, u"editor"_s);
        Intruder bob(m_larderd->syncPort());
        bob.greets(m_bob.token);
        QVERIFY(bob.hears<protocol::Rows>());
        bob.forget();
        const auto ana = model::Uuid::fromString(QString::fromLatin1(m_ana.id));
        const auto himself = model::Uuid::fromString(QString::fromLatin1(m_bob.id));
        const protocol::Push push
            = pushOf(itemWrite(m_space, 7, now(), { { model::item::kName, u"hers"_s } }));
        QCborMap message = QCborValue::fromCbor(protocol::encode(protocol::Up(push))).toMap();
        QCborArray writes = message["writes"_L1].toArray();
        QCborArray write = writes[0].toArray();
        write.append(ana->toBytes());
        writes[0] = write;
        message["writes"_L1] = writes;
        message["author"_L1] = ana->toBytes();
        message["user"_L1] = ana->toBytes();
        bob.saysBytes(QCborValue(message).toCbor());
        const auto answer = bob.hears<protocol::Pushed>();
        QVERIFY(answer && answer->corrections.empty());
        QVERIFY(QTest::qWaitFor([&] { return !bob.rowsOf(m_space).empty(); }));
        QCOMPARE(bob.rowsOf(m_space).front().author.value, *himself);
    }

    void aSpaceThatIsGoneTakesNothing()
    {
        const HttpAnswer made = ana("POST", "/api/lists", { { u"name"_s, u"Short"_s } });
        const QByteArray path = "/api/lists/" + made.json()["id"_L1].toString().toLatin1();
        const auto gone = *model::SpaceId::fromString(made.json()["id"_L1].toString());
        QVERIFY(ana("DELETE", path).status / 100 == 2);
        Intruder owner(m_larderd->syncPort());
        owner.greets(m_ana.token, { { gone, 1 } });
        QVERIFY(owner.hears<protocol::Welcome>());
        QCOMPARE(owner.hears<protocol::Drop>()->reason, DropReason::Deleted);
        struct Try {
            protocol::Write write;
            Code code;
        };
        for (const Try &each :
            { Try { itemWrite(gone, 7, now(), { { model::item::kName, u"x"_s } }), Code::SpaceGone },
                Try { listWrite(gone, now(), { { model::list::kName, u"x"_s } }), Code::SpaceGone },
                Try { itemWrite(space(98), 7, now(), { { model::item::kName, u"x"_s } }),
                    Code::NotAMember } }) {
            owner.says(pushOf(each.write));
            const auto answer = owner.hears<protocol::Pushed>();
            QVERIFY(answer && answer->corrections.size() == 1 && answer->versions.empty());
            QCOMPARE(answer->corrections.front().code, each.code);
        }
        QVERIFY(
            !m_larderd->call("GET", "/api/lists", {}, m_ana.token).body.contains(gone.toString().toLatin1()));
    }

    void aRevokedMembersSocketHearsNoMore()
    {
        share(m_bob, u"editor"_s);
        Intruder bob(m_larderd->syncPort());
        bob.greets(m_bob.token);
        QVERIFY(bob.hears<protocol::Rows>());
        QVERIFY(bob.heardOf(m_secret));
        QVERIFY(ana("DELETE", m_list + "/members/" + m_bob.id).status / 100 == 2);
        QCOMPARE(bob.hears<protocol::Drop>()->reason, DropReason::Revoked);
        bob.forget();
        for (int round = 0; round < 20; ++round) {
            QVERIFY(ana("POST", m_list + "/items", { { u"name"_s, u"after %1"_s.arg(round) } }).status / 100
                == 2);
        }
        bob.says(protocol::Pull { m_space, 0 });
        QCOMPARE(bob.hears<protocol::Drop>()->reason, DropReason::Revoked);
        bob.says(pushOf(itemWrite(m_space, 7, now(), { { model::item::kName, u"still here"_s } })));
        const auto answer = bob.hears<protocol::Pushed>();
        QVERIFY(answer && answer->versions.empty());
        QCOMPARE(answer->corrections.front().code, Code::NotAMember);
        QVERIFY(answer->corrections.front().row.registers.empty());
        QVERIFY(bob.isThrough());
        QVERIFY(bob.rowsOf(m_space).empty());
        QVERIFY(!bob.heardOf(u"after"_s) && !bob.heardOf(m_secret));
        QVERIFY(!items().contains("still here"));
        // Nor does a new connection, whatever it claims to hold.
        Intruder again(m_larderd->syncPort());
        again.greets(m_bob.token, { { m_space, 1 } });
        QVERIFY(again.hears<protocol::Welcome>()->spaces.empty());
        QCOMPARE(again.hears<protocol::Drop>()->reason, DropReason::Revoked);
        QVERIFY(again.isThrough() && !again.heardOf(u"after"_s));
    }

    // The last write goes out in the same moment in which the role ends; whichever is first, nothing follows
    // the drop.
    void nothingFollowsADrop()
    {
        for (int round = 0; round < 10; ++round) {
            share(m_bob, u"viewer"_s);
            Intruder bob(m_larderd->syncPort());
            bob.greets(m_bob.token);
            QVERIFY(bob.hears<protocol::Rows>());
            Intruder writer(m_larderd->syncPort());
            writer.greets(m_ana.token);
            QVERIFY(writer.hears<protocol::Welcome>());
            for (quint64 item = 0; item < 20; ++item) {
                protocol::Push push
                    = pushOf(itemWrite(m_space, 100 + item, now(), { { model::item::kName, u"burst"_s } }));
                push.seq = qint64(item);
                writer.says(push);
            }
            QVERIFY(ana("DELETE", m_list + "/members/" + m_bob.id).status / 100 == 2);
            QVERIFY(bob.hears<protocol::Drop>());
            bob.forget();
            QVERIFY(writer.isThrough() && bob.isThrough());
            QVERIFY(bob.rowsOf(m_space).empty());
        }
    }

    void aSignedOutSessionsSocketIsClosed()
    {
        const Larderd::User zoe = m_larderd->registerUser("Zoe");
        share(zoe, u"editor"_s);
        Intruder socket(m_larderd->syncPort());
        socket.greets(zoe.token);
        QVERIFY(socket.hears<protocol::Rows>());
        const QJsonObject body { { u"refreshToken"_s, QString::fromLatin1(zoe.refreshToken) } };
        const HttpAnswer out = m_larderd->call("POST", "/api/auth/logout", body, zoe.token);
        QVERIFY2(out.status / 100 == 2, out.body.constData());
        QVERIFY(socket.isClosedWith(Code::Unauthenticated));
        Intruder again(m_larderd->syncPort());
        again.greets(zoe.token);
        QVERIFY(again.hears<protocol::Denied>());
        QVERIFY(!again.heardOf(m_secret));
        QCOMPARE(m_larderd->call("POST", "/api/auth/refresh", body).status, 401);
    }
};

QTEST_GUILESS_MAIN(SecurityTest)
#include "security_test.moc"
