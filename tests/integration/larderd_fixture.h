// A really started larderd that Ana and Bob have accounts at, and a device that listens to it. Over SQLite
// and, compiled again, over PostgreSQL.
#pragma once

#include "core/protocol/codec.h"
#include "core/protocol/version.h"
#include "tests/support/larderd.h"
#ifdef LARDER_ON_POSTGRES
#include "tests/support/postgres.h"
#endif

#include <QtCore/QJsonArray>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>

namespace larder::test {

using namespace Qt::StringLiterals;

inline std::unique_ptr<Larderd> startLarderd(const QStringList &arguments = {})
{
#ifdef LARDER_ON_POSTGRES
    return std::make_unique<Larderd>(PostgresServer::shared().createDatabase(), arguments);
#else
    return std::make_unique<Larderd>(arguments);
#endif
}

// A device that says hello and then listens.
class Listener {
public:
    Listener(quint16 port, const QByteArray &token)
    {
        QObject::connect(
            &m_socket, &QWebSocket::binaryMessageReceived, &m_socket, [this](const QByteArray &bytes) {
                if (const auto message = protocol::decodeDown(bytes)) {
                    std::visit([this](const auto &content) { take(content); }, *message);
                }
            });
        QObject::connect(&m_socket, &QWebSocket::connected, &m_socket, [this, token] {
            protocol::Hello hello;
            hello.version = protocol::kVersion;
            hello.token = QString::fromLatin1(token);
            hello.device = { *model::Uuid::fromString(u"0190a0b0-c0d0-7000-8000-000000000001") };
            m_socket.sendBinaryMessage(protocol::encode(protocol::Up(hello)));
        });
        m_socket.open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(port)));
    }
    bool isWelcome() const { return m_welcome; }
    QString epoch() const { return m_epoch; }
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    QStringList itemNames() const { return m_items.values(); }
    bool wasDropped() const { return m_dropped; }

private:
    void take(const protocol::Welcome &welcome)
    {
        m_welcome = true;
        m_epoch = welcome.epoch;
    }
    void take(const protocol::Rows &rows)
    {
        for (const model::Record &row : rows.rows) {
            if (row.key.kind == model::Kind::Item) {
                m_items.insert(row.key.id.toString(), row.text(model::item::kName));
            }
        }
    }
    void take(const protocol::Drop &) { m_dropped = true; }
    template<typename Other> void take(const Other &) { }

    QWebSocket m_socket;
    bool m_welcome = false;
    bool m_dropped = false;
    QString m_epoch;
    QMap<QString, QString> m_items;
};

inline QByteArray textOf(const HttpAnswer &answer, const char *name)
{
    return answer.json().value(QLatin1StringView(name)).toString().toUtf8();
}

inline QStringList itemNames(const HttpAnswer &items)
{
    QStringList names;
    for (const QJsonValue &item : items.json().value("items"_L1).toArray()) {
        names.append(item.toObject().value("name"_L1).toString());
    }
    return names;
}

// Each test program has one of them, from its first function to its last.
class LarderdFixture : public QObject {
protected:
    void begin()
    {
        m_larderd = startLarderd();
        m_ana = m_larderd->registerUser("Ana");
        m_bob = m_larderd->registerUser("Bob");
        QTRY_COMPARE_WITH_TIMEOUT(m_larderd->call("GET", "/ready").status, 200, 30'000);
    }
    HttpAnswer ana(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {})
    {
        return m_larderd->call(method, path, body, m_ana.token);
    }
    HttpAnswer bob(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {})
    {
        return m_larderd->call(method, path, body, m_bob.token);
    }
    HttpAnswer refresh(const QByteArray &token)
    {
        return m_larderd->call(
            "POST", "/api/auth/refresh", { { u"refreshToken"_s, QString::fromLatin1(token) } });
    }
    QByteArray makeList(const QString &name = u"Weekly"_s)
    {
        const HttpAnswer made = ana("POST", "/api/lists", { { u"name"_s, name } });
        if (made.status != 200) {
            qFatal("no list: %s", made.body.constData());
        }
        return "/api/lists/" + textOf(made, "id");
    }
    void share(const QByteArray &list, const QString &role)
    {
        const HttpAnswer shared = ana("PUT", list + "/members/" + m_bob.email, { { u"role"_s, role } });
        QVERIFY2(shared.status == 204, shared.body.constData());
    }

    // What no log may have: passwords, tokens, mail addresses.
    void checkLogForSecrets(QList<QByteArray> secrets = {}) const
    {
        const QByteArray log = m_larderd->log();
        secrets += { "correct horse", "ana@example.org", m_ana.token, m_ana.refreshToken,
            m_ana.token.split('.').last() };
        for (const QByteArray &secret : std::as_const(secrets)) {
            QVERIFY2(!log.contains(secret), secret.constData());
        }
        QVERIFY2(!log.contains(R"("level":"error")"), log.constData());
    }

    std::unique_ptr<Larderd> m_larderd;
    Larderd::User m_ana;
    Larderd::User m_bob;
};

} // namespace larder::test
