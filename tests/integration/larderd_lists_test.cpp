// Lists, items and members over REST, at a really started larderd: what is kept, and who may what.
#include "tests/integration/larderd_fixture.h"

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;

class LarderdListsTest : public LarderdFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanupTestCase() { checkLogForSecrets(); }

    void aListIsMadeChangedAndDeleted()
    {
        const HttpAnswer made = ana("POST", "/api/lists",
            { { u"name"_s, u" Weekly "_s }, { u"icon"_s, u"🛒"_s }, { u"currency"_s, u"EUR"_s },
                { u"budget"_s, 5'000 } });
        QCOMPARE(made.status, 200);
        QCOMPARE(textOf(made, "name"), QByteArray("Weekly"));
        const QByteArray list = "/api/lists/" + textOf(made, "id");
        HttpAnswer got = ana("GET", list);
        QCOMPARE(textOf(got, "role"), QByteArray("owner"));
        QCOMPARE(got.json().value("budget"_L1).toInt(), 5'000);
        QCOMPARE(
            ana("PATCH", list, { { u"name"_s, u"Monthly"_s }, { u"budget"_s, QJsonValue::Null } }).status,
            200);
        got = ana("GET", list);
        QCOMPARE(textOf(got, "name"), QByteArray("Monthly"));
        QVERIFY(!got.json().contains("budget"_L1));
        bool listed = false;
        for (const QJsonValue &each : ana("GET", "/api/lists").json().value("lists"_L1).toArray()) {
            listed = listed || each.toObject().value("name"_L1) == u"Monthly"_s;
        }
        QVERIFY(listed);
        QCOMPARE(ana("DELETE", list).status, 204);
        QCOMPARE(ana("GET", list).status, 404);
        QCOMPARE(ana("GET", list + "/items").status, 404);
        QCOMPARE(ana("DELETE", list).status, 404);
    }

    void anItemIsMadeChangedAndDeleted()
    {
        const QByteArray list = makeList();
        const HttpAnswer made = ana("POST", list + "/items",
            { { u"name"_s, u"Apples"_s }, { u"quantity"_s, 1'500 }, { u"unit"_s, u"kg"_s } });
        QCOMPARE(made.status, 200);
        const QByteArray item = list + "/items/" + textOf(made, "id");
        QCOMPARE(ana("GET", item).json(), made.json());
        QCOMPARE(ana("PATCH", item, { { u"checked"_s, true } }).json().value("checked"_L1).toBool(), true);
        QCOMPARE(itemNames(ana("GET", list + "/items")), QStringList { u"Apples"_s });
        QCOMPARE(ana("DELETE", item).status, 204);
        QCOMPARE(ana("GET", item).status, 404);
        QCOMPARE(ana("PATCH", item, { { u"checked"_s, false } }).status, 404);
        QCOMPARE(ana("DELETE", item).status, 404);
        QCOMPARE(itemNames(ana("GET", list + "/items")), QStringList());
    }

    void whatIsNotWellFormedIsToldWhy()
    {
        const QByteArray list = makeList();
        QCOMPARE(
            ana("POST", list + "/items", { { u"name"_s, u""_s }, { u"quantity"_s, 1.5 }, { u"colour"_s, 1 } })
                .json()
                .value("errors"_L1)
                .toArray()
                .size(),
            3);
        QCOMPARE(ana("POST", list + "/items", {}).status, 400);
        QCOMPARE(ana("PATCH", list, {}).status, 400);
        HttpClient client(m_larderd->httpPort());
        const auto post = [&](const QByteArray &body, const QByteArray &type) {
            client.send("POST " + list + "/items HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + m_ana.token
                + "\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size())
                + "\r\n\r\n" + body);
            return client.receive();
        };
        QCOMPARE(post("{\"name\":", "application/json").status, 400);
        QCOMPARE(post("[]", "application/json").status, 400);
        QCOMPARE(post("", "application/json").status, 400);
        QCOMPARE(post(QByteArray(100'000, '['), "application/json").status, 400);
        QCOMPARE(post("{\"name\":\"x\"}", "text/plain").status, 415);
        QCOMPARE(post("{\"name\":\"x\"}", "application/json; charset=utf-8").status, 200);
        QCOMPARE(ana("GET", "/api/lists/no-id/items").status, 404);
        QCOMPARE(ana("GET", list + "/items/no-id").status, 404);
        QCOMPARE(ana("PUT", list).status, 405);
    }

    void aListThatDidNotChangeIsNotSentAgain()
    {
        const QByteArray list = makeList();
        ana("POST", list + "/items", { { u"name"_s, u"Milk"_s } });
        HttpClient client(m_larderd->httpPort());
        const std::pair<QByteArray, QByteArray> token { "Authorization", "Bearer " + m_ana.token };
        for (int i = 0; i < 3; ++i) {
            const HttpAnswer first = client.ask("GET", list + "/items", {}, { token });
            const QByteArray tag = first.headers.value("etag");
            QVERIFY(tag.startsWith('"'));
            const HttpAnswer again
                = client.ask("GET", list + "/items", {}, { token, { "If-None-Match", tag } });
            QCOMPARE(again.status, 304);
            QCOMPARE(again.body, QByteArray());
            ana("POST", list + "/items", { { u"name"_s, u"More"_s } });
            QCOMPARE(client.ask("GET", list + "/items", {}, { token, { "If-None-Match", tag } }).status, 200);
        }
    }

    void whoWroteReadsWhatTheyWrote()
    {
        const QByteArray list = makeList();
        QStringList expected;
        for (int i = 0; i < 50; ++i) {
            expected.append(u"Item %1"_s.arg(10 + i));
            QCOMPARE(ana("POST", list + "/items", { { u"name"_s, expected.last() } }).status, 200);
            QCOMPARE(itemNames(ana("GET", list + "/items")), expected);
        }
    }

    void anItemPostedReachesAConnectedDevice()
    {
        const QByteArray list = makeList();
        share(list, u"viewer"_s);
        Listener listener(m_larderd->syncPort(), m_bob.token);
        QTRY_VERIFY(listener.isWelcome());
        QCOMPARE(ana("POST", list + "/items", { { u"name"_s, u"Live milk"_s } }).status, 200);
        QTRY_VERIFY(listener.itemNames().contains(u"Live milk"_s));
    }

    void aStrangerSeesNothingAtAll()
    {
        const QByteArray list = makeList();
        const QByteArray item
            = list + "/items/" + textOf(ana("POST", list + "/items", { { u"name"_s, u"Milk"_s } }), "id");
        ana("GET", list + "/items"); // it is in the cache now
        const QByteArray none = "/api/lists/0190a0b0-c0d0-7000-8000-0000000000ff";
        const auto bare = [](const HttpAnswer &answer) {
            QJsonObject object = answer.json();
            object.remove(u"instance"_s);
            return object;
        };
        for (const char *method : { "GET", "DELETE" }) {
            for (const char *path :
                { "", "/items", "/members", "/items/0190a0b0-c0d0-7000-8000-0000000000fe" }) {
                const HttpAnswer theirs = bob(method, list + path);
                QVERIFY2(theirs.status == 404 || theirs.status == 405,
                    qPrintable(u"%1 %2: %3"_s.arg(QLatin1StringView(method), QLatin1StringView(path))
                                   .arg(theirs.status)));
                QCOMPARE(bare(theirs), bare(bob(method, none + path)));
            }
        }
        QCOMPARE(bob("PATCH", list, { { u"name"_s, u"Mine"_s } }).status, 404);
        QCOMPARE(bob("POST", list + "/items", { { u"name"_s, u"Mine"_s } }).status, 404);
        QCOMPARE(bob("PATCH", item, { { u"name"_s, u"Mine"_s } }).status, 404);
        QCOMPARE(bob("DELETE", item).status, 404);
        QCOMPARE(bob("PUT", list + "/members/me", { { u"role"_s, u"owner"_s } }).status, 404);
        QCOMPARE(itemNames(ana("GET", list + "/items")), QStringList { u"Milk"_s });
    }

    void rolesHold()
    {
        const QByteArray list = makeList();
        share(list, u"viewer"_s);
        QCOMPARE(bob("GET", list + "/items").status, 200);
        QCOMPARE(textOf(bob("GET", list), "role"), QByteArray("viewer"));
        QCOMPARE(bob("POST", list + "/items", { { u"name"_s, u"Mine"_s } }).code(), u"read_only"_s);
        QCOMPARE(bob("PATCH", list, { { u"name"_s, u"Mine"_s } }).status, 403);
        QCOMPARE(bob("DELETE", list).status, 403);
        QCOMPARE(bob("PUT", list + "/members/me", { { u"role"_s, u"owner"_s } }).status, 403);
        share(list, u"editor"_s);
        QCOMPARE(bob("POST", list + "/items", { { u"name"_s, u"Mine"_s } }).status, 200);
        QCOMPARE(bob("PUT", list + "/members/" + m_ana.id, { { u"role"_s, u"viewer"_s } }).status, 403);
        QCOMPARE(bob("DELETE", list + "/members/" + m_ana.id).status, 403);
        QCOMPARE(bob("GET", list + "/members").json().value("members"_L1).toArray().size(), 2);
    }

    void aMemberWhoWasRemovedSeesNothingFromThenOn()
    {
        const QByteArray list = makeList();
        share(list, u"editor"_s);
        Listener listener(m_larderd->syncPort(), m_bob.token);
        QTRY_VERIFY(listener.isWelcome());
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(bob("GET", list + "/items").status, 200);
        }
        QCOMPARE(ana("DELETE", list + "/members/" + m_bob.id).status, 204);
        QCOMPARE(bob("GET", list + "/items").status, 404);
        QCOMPARE(bob("POST", list + "/items", { { u"name"_s, u"Mine"_s } }).status, 404);
        QTRY_VERIFY(listener.wasDropped());
    }

    void membersAreNamedByOwnersAndMayLeave()
    {
        const QByteArray list = makeList();
        QCOMPARE(
            ana("PUT", list + "/members/nobody@example.org", { { u"role"_s, u"editor"_s } }).status, 404);
        QCOMPARE(ana("PUT", list + "/members/" + m_bob.id, { { u"role"_s, u"king"_s } }).status, 400);
        QCOMPARE(ana("PUT", list + "/members/" + m_bob.id, { { u"role"_s, u"editor"_s } }).status, 204);
        QCOMPARE(bob("DELETE", list + "/members/me").status, 204);
        QCOMPARE(bob("GET", list).status, 404);
        const HttpAnswer last = ana("DELETE", list + "/members/me");
        QCOMPARE(last.status, 409);
        QVERIFY(textOf(last, "detail").contains("owner"));
    }
};

QTEST_GUILESS_MAIN(LarderdListsTest)
#include "larderd_lists_test.moc"
