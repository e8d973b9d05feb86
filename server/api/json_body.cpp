#include "server/api/json_body.h"

#include "core/limits.h"

#include <QtCore/QJsonDocument>

namespace larder::server {

using namespace Qt::StringLiterals;

std::variant<QJsonObject, Answer> jsonObjectOf(const Request &request)
{
    const QByteArray type = request.contentType.split(';').value(0).trimmed().toLower();
    if (type != "application/json") {
        return Answer::of(problemOfStatus(415));
    }
    if (request.body.size() > limits::kJsonBodyBytes) {
        return Answer::of(problemOf(Code::TooLarge));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (!document.isObject()) {
        Problem problem = problemOf(Code::Malformed);
        problem.detail = error.error == QJsonParseError::NoError
            ? u"The body must be a JSON object."_s
            : u"The body is not JSON: %1, at byte %2."_s.arg(error.errorString()).arg(error.offset);
        return Answer::of(problem);
    }
    return document.object();
}

Answer faulty(std::vector<FieldFault> faults)
{
    Problem problem = problemOf(Code::InvalidValue);
    problem.detail = u"Some fields can't be taken as they are; `errors` says which and what they take."_s;
    problem.faults = std::move(faults);
    return Answer::of(problem);
}

QString JsonFields::text(const QString &name)
{
    const QJsonValue value = m_object.take(name);
    if (!value.isString()) {
        m_faults.push_back({ name, u"A text must be here."_s });
    }
    return value.toString();
}

QString JsonFields::optionalText(const QString &name)
{
    return m_object.contains(name) ? text(name) : QString();
}

std::vector<FieldFault> JsonFields::faults() const
{
    std::vector<FieldFault> faults = m_faults;
    for (const QString &name : m_object.keys()) {
        faults.push_back({ name.left(64), u"There is no such field."_s });
    }
    return faults;
}

} // namespace larder::server
