// The body of a request as a JSON object, and its members as what a handler asked for. Whatever does not fit
// is collected, so that the answer names every fault at once.
#pragma once

#include "server/api/request.h"

#include <QtCore/QJsonObject>

namespace larder::server {

// The object, or the problem to answer with.
std::variant<QJsonObject, Answer> jsonObjectOf(const Request &request);

// 400 with the faults.
Answer faulty(std::vector<FieldFault> faults);

// Takes strings out of an object by name, then says what was wrong.
class JsonFields {
public:
    explicit JsonFields(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    QString text(const QString &name);
    // Empty when it is not there.
    QString optionalText(const QString &name);
    // What was asked for and not there, or no text; and what nobody asked for.
    std::vector<FieldFault> faults() const;

private:
    QJsonObject m_object;
    std::vector<FieldFault> m_faults;
};

} // namespace larder::server
