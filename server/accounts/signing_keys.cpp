#include "server/accounts/signing_keys.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace larder::server {

using namespace Qt::StringLiterals;

static constexpr int kSecretBytes = 32;
static constexpr qint64 kFileBytesMax = 64 << 10;
static constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

static SigningKey makeKey(Random &random)
{
    return { random.bytes(6).toBase64(kBase64), random.bytes(kSecretBytes) };
}

static QByteArray toJson(const std::vector<SigningKey> &keys)
{
    QJsonArray array;
    for (const SigningKey &key : keys) {
        array.append(QJsonObject { { u"kid"_s, QString::fromLatin1(key.kid) },
            { u"secret"_s, QString::fromLatin1(key.secret.toBase64(kBase64)) } });
    }
    return QJsonDocument(QJsonObject { { u"keys"_s, array } }).toJson();
}

static Error unusable(const QString &path, const QString &why)
{
    return { Code::Configuration, u"the signing keys in %1 %2"_s.arg(path, why) };
}

static Result<std::vector<SigningKey>> parse(const QString &path, const QByteArray &json)
{
    std::vector<SigningKey> keys;
    for (const QJsonValue &value : QJsonDocument::fromJson(json).object().value("keys"_L1).toArray()) {
        const QJsonObject object = value.toObject();
        SigningKey key { object.value("kid"_L1).toString().toLatin1(),
            QByteArray::fromBase64(object.value("secret"_L1).toString().toLatin1(), kBase64) };
        if (key.kid.isEmpty() || key.secret.size() < kSecretBytes) {
            return Failure(unusable(
                path, u"hold a key without kid or with a secret under 32 bytes; mend or delete the file"_s));
        }
        keys.push_back(std::move(key));
    }
    if (keys.empty()) {
        return Failure(unusable(path,
            u"are not the JSON that they should be; restore the file, or delete it to sign everybody out"_s));
    }
    return keys;
}

// Whoever comes second, with another process that starts at the same time, finds the first one's file.
static Result<void> create(const QString &path, Random &random)
{
    const QByteArray json = toJson({ makeKey(random) });
    const QByteArray name = QFile::encodeName(path);
    // Not named for the process: in containers that share a volume, all of them are number 1.
    QByteArray draft = name + ".XXXXXX";
    const int file = ::mkostemp(draft.data(), O_CLOEXEC);
    if (file < 0) {
        return Failure(unusable(path, u"can't be made: %1"_s.arg(qt_error_string(errno))));
    }
    const bool written
        = ::write(file, json.constData(), size_t(json.size())) == json.size() && ::fsync(file) == 0;
    const QString reason = qt_error_string(errno);
    ::close(file);
    const bool placed = written && (::link(draft.constData(), name.constData()) == 0 || errno == EEXIST);
    ::unlink(draft.constData());
    if (!placed) {
        return Failure(unusable(path, u"can't be written: %1"_s.arg(reason)));
    }
    return {};
}

Result<std::vector<SigningKey>> openSigningKeys(const QString &path, Random &random)
{
    if (!QFile::exists(path)) {
        if (auto made = create(path, random); !made) {
            return Failure(made.error());
        }
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure(unusable(path, u"can't be read: %1"_s.arg(file.errorString())));
    }
    static constexpr auto kOthers
        = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (file.permissions() & kOthers) {
        return Failure(unusable(
            path, u"may be read by others; chmod 600 the file, and delete it if somebody may have"_s));
    }
    return parse(path, file.read(kFileBytesMax));
}

Result<std::vector<SigningKey>> rotateSigningKeys(const QString &path, Random &random)
{
    auto keys = openSigningKeys(path, random);
    if (!keys) {
        return keys;
    }
    keys->resize(1);
    keys->insert(keys->begin(), makeKey(random));
    QSaveFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!opened || file.write(toJson(*keys)) < 0 || !file.commit()) {
        return Failure(unusable(path, u"can't be written: %1"_s.arg(file.errorString())));
    }
    return keys;
}

} // namespace larder::server
