#include "core/sync/file_token_store.h"

#include "core/limits.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

namespace larder::sync {

using namespace Qt::StringLiterals;

QByteArray toJson(const Credentials &credentials)
{
    const QJsonObject object {
        { "server"_L1, credentials.server.toString() },
        { "sync"_L1, credentials.sync.toString() },
        { "user"_L1, credentials.user.toString() },
        { "email"_L1, credentials.email },
        { "name"_L1, credentials.name },
        { "accessToken"_L1, credentials.accessToken },
        { "refreshToken"_L1, credentials.refreshToken },
        { "clockOffsetMicros"_L1, qint64(credentials.clockOffset.count()) },
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Credentials> credentialsFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto user = model::UserId::fromString(object["user"_L1].toString());
    Credentials credentials {
        .server = QUrl(object["server"_L1].toString()),
        .sync = QUrl(object["sync"_L1].toString()),
        .user = user.value_or(model::UserId {}),
        .email = object["email"_L1].toString(),
        .name = object["name"_L1].toString(),
        .accessToken = object["accessToken"_L1].toString(),
        .refreshToken = object["refreshToken"_L1].toString(),
        .clockOffset = Micros(object["clockOffsetMicros"_L1].toInteger()),
    };
    if (credentials.user.isNull() || !credentials.server.isValid() || credentials.refreshToken.isEmpty()) {
        return std::nullopt;
    }
    return credentials;
}

FileTokenStore::FileTokenStore(QString path)
    : m_path(std::move(path))
{
}

void FileTokenStore::load(std::function<void(Result<std::optional<Credentials>>)> done)
{
    QFile file(m_path);
    if (!file.exists()) {
        done(std::optional<Credentials> {});
        return;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        done(Failure(Code::Storage, file.errorString()));
        return;
    }
    done(credentialsFromJson(file.read(limits::kRestAnswerBytes)));
}

void FileTokenStore::save(const Credentials &credentials, std::function<void(Result<void>)> done)
{
    QSaveFile file(m_path);
    const QByteArray json = toJson(credentials);
    // The mode is set while the file is still empty, so that no other reader ever had it open.
    const bool saved = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(json) == json.size()
        && file.commit();
    if (!saved) {
        done(Failure(Code::Storage, file.errorString()));
        return;
    }
    done({});
}

void FileTokenStore::clear(std::function<void(Result<void>)> done)
{
    QFile file(m_path);
    if (file.exists() && !file.remove()) {
        done(Failure(Code::Storage, file.errorString()));
        return;
    }
    done({});
}

} // namespace larder::sync
