#include "server/api/problem.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace larder::server {

using namespace Qt::StringLiterals;

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Internal Server Error";
    }
}

Problem problemOf(Code code)
{
    switch (code) {
    case Code::Malformed:
        return { 400, code, u"The request is not the JSON that this address takes."_s };
    case Code::UnsupportedVersion:
        return { 400, code,
            u"This server speaks another version of the protocol. Update the app or the server."_s };
    case Code::TooLarge:
        return { 413, code, u"The request is larger than this server takes. Send it in parts."_s };
    case Code::RateLimited:
        return { 429, code, u"Too many attempts in a short time. Wait a little and try again."_s, {}, 10 };
    case Code::UnknownKind:
    case Code::UnknownField:
        return { 400, code, u"The request has a field that this address does not know."_s };
    case Code::InvalidValue:
        return { 400, code, u"A value is outside of what its field takes."_s };
    case Code::Incomplete:
        return { 400, code, u"A field that must be there is missing."_s };
    case Code::ServerAuthored:
        return { 400, code, u"This is written by the server alone."_s };
    case Code::SpaceFull:
        return { 409, code,
            u"The list holds as many items as it may. Delete some, or begin another list."_s };
    case Code::StampClamped:
        return { 409, code,
            u"Somebody else changed this at the same moment. Read it again and repeat the change."_s };
    case Code::Unauthenticated:
        return { 401, code, u"Sign in, and send the access token as a Bearer token."_s };
    case Code::TokenExpired:
        return { 401, code,
            u"The token has expired. Get a new one with the refresh token, or sign in again."_s };
    case Code::InvalidCredentials:
        return { 401, code, u"E-mail address and password do not belong together."_s };
    case Code::NotAMember:
    case Code::SpaceGone:
    case Code::NotFound:
        // One answer for what is not there and for what is not yours: an id must not be worth guessing.
        return { 404, Code::NotFound, u"There is nothing here, or nothing that you may see."_s };
    case Code::ReadOnly:
        return { 403, code, u"Your role in this list does not allow that. Ask an owner for another role."_s };
    case Code::AlreadyExists:
        return { 409, code, u"This exists already."_s };
    case Code::MethodNotAllowed:
        return { 405, code,
            u"This address does not take that method; the Allow header says which it does."_s };
    case Code::Timeout:
        return { 408, code, u"The request took too long to arrive. Send it again."_s };
    case Code::Network:
    case Code::Unavailable:
        return { 503, Code::Unavailable,
            u"The server can't reach its database at the moment. Try again shortly."_s, {}, 5 };
    case Code::Storage:
    case Code::Corrupt:
    case Code::SchemaTooNew:
    case Code::Configuration:
    case Code::Cancelled:
    case Code::Internal:
        break;
    }
    return { 500, Code::Internal,
        u"Something went wrong in the server. Its log has more under this request's id."_s };
}

Problem problemOf(const Error &error)
{
    return problemOf(error.code);
}

Problem problemOfStatus(int status)
{
    switch (status) {
    case 408:
        return problemOf(Code::Timeout);
    case 413:
        return problemOf(Code::TooLarge);
    case 415:
        return { status, Code::Malformed, u"Send the body as application/json."_s };
    case 417:
        return { status, Code::Malformed, u"The only expectation this server meets is 100-continue."_s };
    case 429:
        return { status, Code::RateLimited,
            u"Too many connections from your address. Close some and try again."_s, {}, 10 };
    case 431:
        return { status, Code::TooLarge, u"The header is larger than this server takes."_s };
    case 501:
        return { status, Code::Malformed, u"The only transfer coding this server takes is chunked."_s };
    case 503:
        return { status, Code::Unavailable, u"The server has as much to do as it can. Try again shortly."_s,
            {}, 5 };
    case 505:
        return { status, Code::UnsupportedVersion, u"This server speaks HTTP/1.1."_s };
    default:
        return { 400, Code::Malformed, u"The request is not well-formed HTTP."_s };
    }
}

QByteArray toJson(const Problem &problem, const QByteArray &requestId)
{
    const QString code = QString(wireName(problem.code));
    QJsonObject object {
        { u"type"_s, QString(u"urn:larder:problem:"_s + code) },
        { u"title"_s, QString::fromLatin1(reasonPhrase(problem.status)) },
        { u"status"_s, problem.status },
        { u"code"_s, code },
        { u"detail"_s, problem.detail },
        { u"instance"_s, QString::fromLatin1(requestId) },
    };
    if (!problem.faults.empty()) {
        QJsonArray faults;
        for (const FieldFault &fault : problem.faults) {
            faults.append(QJsonObject { { u"field"_s, fault.field }, { u"detail"_s, fault.detail } });
        }
        object.insert(u"errors"_s, faults);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace larder::server
