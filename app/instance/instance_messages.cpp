#include "app/instance/instance_messages.h"

#include <QtCore/QJsonDocument>

namespace larder::app {

using namespace Qt::StringLiterals;

static constexpr int kFormat = 1;

static QByteArray line(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray encodeRequest(const InstanceRequest &request)
{
    QJsonObject json { { u"larder"_s, kFormat } };
    if (const auto *command = std::get_if<CommandRequest>(&request)) {
        json.insert(u"run"_s, command->toJson());
    } else {
        json.insert(u"activate"_s, std::get<Activation>(request).toJson());
    }
    return line(json);
}

Result<InstanceRequest> decodeRequest(const QByteArray &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    if (const QJsonValue format = json.value("larder"_L1); format.isDouble() && format != kFormat) {
        return Failure(Code::UnsupportedVersion);
    } else if (!format.isDouble()) {
        return Failure(Code::InvalidValue);
    }
    if (json.contains("run"_L1)) {
        auto command = CommandRequest::fromJson(json.value("run"_L1).toObject());
        return command ? Result<InstanceRequest>(std::move(*command)) : Failure(command.error());
    }
    auto activation = Activation::fromJson(json.value("activate"_L1).toObject());
    return activation ? Result<InstanceRequest>(std::move(*activation)) : Failure(activation.error());
}

QByteArray encodeTaken()
{
    return line({ { u"taken"_s, true } });
}

bool isTaken(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object().value("taken"_L1).toBool();
}

QByteArray encodeAnswer(const CommandAnswer &answer)
{
    return line({ { u"exit"_s, int(answer.exit) }, { u"json"_s, answer.json } });
}

Result<CommandAnswer> decodeAnswer(const QByteArray &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    const int exit = json.value("exit"_L1).toInt(-1);
    if (exit < 0 || exit > int(Exit::Unknown) || !json.value("json"_L1).isObject()) {
        return Failure(Code::Malformed);
    }
    return CommandAnswer { Exit(exit), json.value("json"_L1).toObject() };
}

} // namespace larder::app
