// Photos over REST, at a really started larderd: what is taken, who gets it, and what is refused.
#include "core/limits.h"
#include "core/model/photo.h"
#include "tests/integration/larderd_fixture.h"

using namespace larder;
using namespace larder::test;
using namespace Qt::StringLiterals;
using model::PhotoHash;

class LarderdPhotosTest : public LarderdFixture {
    Q_OBJECT

    static QByteArray jpeg(qsizetype size, char filling = 'x')
    {
        return QByteArray("\xff\xd8\xff") + QByteArray(size - 3, filling);
    }
    static QByteArray nameOf(const QByteArray &photo) { return PhotoHash::of(photo).bytes.toHex(); }
    HttpAnswer ask(const Larderd::User &user, const QByteArray &method, const QByteArray &path,
        const QByteArray &body = {}, const QList<std::pair<QByteArray, QByteArray>> &more = {})
    {
        HttpClient client(m_larderd->httpPort());
        return client.ask(method, path, body,
            QList<std::pair<QByteArray, QByteArray>> {
                { "Authorization", "Bearer " + user.token }, { "Content-Type", "image/jpeg" } }
                + more);
    }
    HttpAnswer put(const Larderd::User &user, const QByteArray &list, const QByteArray &photo)
    {
        return ask(user, "PUT", list + "/photos/" + nameOf(photo), photo);
    }
    static QJsonObject withoutId(const HttpAnswer &answer)
    {
        QJsonObject object = answer.json();
        object.remove(u"instance"_s);
        return object;
    }

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanupTestCase() { checkLogForSecrets(); }

    void aPhotoComesBackWithHeadersThatLetItBeKeptAndNothingElse()
    {
        const QByteArray list = makeList();
        const QByteArray photo = jpeg(300'000);
        QCOMPARE(put(m_ana, list, photo).status, 204);
        QCOMPARE(put(m_ana, list, photo).status, 204);
        const QByteArray path = list + "/photos/" + nameOf(photo);
        const HttpAnswer got = ask(m_ana, "GET", path);
        QCOMPARE(got.status, 200);
        QVERIFY(got.body == photo);
        QCOMPARE(got.headers.value("content-type"), QByteArray("image/jpeg"));
        QCOMPARE(got.headers.value("x-content-type-options"), QByteArray("nosniff"));
        QVERIFY(got.headers.value("content-security-policy").contains("sandbox"));
        QVERIFY(got.headers.value("content-disposition").startsWith("attachment;"));
        QCOMPARE(got.headers.value("cache-control"), QByteArray("private, max-age=31536000, immutable"));
        const QByteArray tag = got.headers.value("etag");
        QCOMPARE(tag, '"' + nameOf(photo) + '"');
        const HttpAnswer again = ask(m_ana, "GET", path, {}, { { "If-None-Match", tag } });
        QCOMPARE(again.status, 304);
        QCOMPARE(again.body, QByteArray());
        QCOMPARE(ask(m_bob, "GET", path, {}, { { "If-None-Match", tag } }).status, 404);
    }

    void theLargestPhotoIsTakenAndOneByteMoreIsNot()
    {
        const QByteArray list = makeList();
        const QByteArray largest = jpeg(limits::kPhotoBytes);
        QCOMPARE(put(m_ana, list, largest).status, 204);
        QVERIFY(ask(m_ana, "GET", list + "/photos/" + nameOf(largest)).body == largest);
        QCOMPARE(put(m_ana, list, jpeg(limits::kPhotoBytes + 1)).code(), u"too_large"_s);
        QCOMPARE(m_larderd
                     ->call("POST", list + "/items", { { u"name"_s, QString(limits::kJsonBodyBytes, u'x') } },
                         m_ana.token)
                     .status,
            413);
    }

    void whatIsNoPictureOrHasAnotherNameIsRefused()
    {
        const QByteArray list = makeList();
        for (const QByteArray &other :
            { QByteArray("<html><script>alert(1)</script></html>"), QByteArray("GIF89a\xff\xd8\xff"),
                QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>"), QByteArray() }) {
            QCOMPARE(put(m_ana, list, other).status, 415);
            QCOMPARE(ask(m_ana, "GET", list + "/photos/" + nameOf(other)).status, 404);
        }
        const QByteArray photo = jpeg(1'000);
        const QByteArray wrong = list + "/photos/" + nameOf(jpeg(1'000, 'y'));
        QCOMPARE(ask(m_ana, "PUT", wrong, photo).code(), u"invalid_value"_s);
        QCOMPARE(ask(m_ana, "GET", wrong).status, 404);
        const QList<QByteArray> names { nameOf(photo).toUpper(), nameOf(photo).chopped(1), "..%2f..", "x" };
        for (const QByteArray &name : names) {
            QCOMPARE(ask(m_ana, "PUT", list + "/photos/" + name, photo).status, 404);
        }
        QCOMPARE(ask(m_ana, "DELETE", wrong).status, 405);
    }

    void aViewerSeesAndDoesNotPut()
    {
        const QByteArray list = makeList();
        const QByteArray photo = jpeg(1'000);
        QCOMPARE(put(m_ana, list, photo).status, 204);
        share(list, u"viewer"_s);
        QVERIFY(ask(m_bob, "GET", list + "/photos/" + nameOf(photo)).body == photo);
        QCOMPARE(put(m_bob, list, jpeg(1'000, 'y')).code(), u"read_only"_s);
        share(list, u"editor"_s);
        QCOMPARE(put(m_bob, list, jpeg(1'000, 'y')).status, 204);
    }

    void aForeignListAndOneThatIsNotThereAnswerAlike()
    {
        const QByteArray list = makeList();
        const QByteArray none = "/api/lists/0190a0b0-c0d0-7000-8000-0000000000ff";
        const QByteArray photo = jpeg(1'000);
        QCOMPARE(put(m_ana, list, photo).status, 204);
        const QByteArray path = "/photos/" + nameOf(photo);
        QCOMPARE(put(m_bob, list, photo).status, 404);
        QCOMPARE(withoutId(put(m_bob, list, photo)), withoutId(put(m_bob, none, photo)));
        QCOMPARE(withoutId(ask(m_bob, "GET", list + path)), withoutId(ask(m_bob, "GET", none + path)));
        QCOMPARE(ask({}, "GET", list + path).status, 401);
        QCOMPARE(ask({}, "PUT", list + path, photo).status, 401);
        QCOMPARE(ana("DELETE", list).status, 204);
        QCOMPARE(ask(m_ana, "GET", list + path).status, 404);
    }
};

QTEST_GUILESS_MAIN(LarderdPhotosTest)
#include "larderd_photos_test.moc"
