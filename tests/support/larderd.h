// A really started larderd for tests, on ports of its own, with its data in a folder that goes with it.
//
// The program is the one that was just built. Its log goes to a file, so that it can be searched for what
// must not be there. Everything aborts the test with what happened, rather than leaving a test to guess.
#pragma once

#include "core/storage/database.h"
#include "tests/support/http_client.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <memory>

namespace larder::test {

class Larderd {
public:
    // On SQLite in `folder`, or in a folder of its own; or on PostgreSQL.
    explicit Larderd(QStringList arguments = {}, const QString &folder = {});
    Larderd(const storage::Options &postgres, QStringList arguments = {});
    ~Larderd();
    Q_DISABLE_COPY_MOVE(Larderd)

    // Returns when it said where it listens.
    void start();
    // SIGTERM, or SIGKILL; both return when it is gone, and give the exit code.
    int terminate();
    void kill();

    quint16 httpPort() const { return m_httpPort; }
    quint16 syncPort() const { return m_syncPort; }
    qint64 pid() const { return m_process.processId(); }
    QString folder() const { return m_folder; }
    QByteArray log() const;
    qint64 residentBytes() const;

    // A connection of its own, one request.
    HttpAnswer call(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {},
        const QByteArray &token = {}) const;

    struct User {
        QByteArray token;
        QByteArray refreshToken;
        QByteArray id;
        QByteArray email;
    };
    // Makes an account; the password is "correct horse".
    User registerUser(const QByteArray &name) const;

private:
    std::unique_ptr<QTemporaryDir> m_owned;
    QString m_folder;
    QStringList m_arguments;
    QProcess m_process;
    quint16 m_httpPort = 0;
    quint16 m_syncPort = 0;
};

} // namespace larder::test
