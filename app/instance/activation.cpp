#include "app/instance/activation.h"

#include "core/limits.h"
#include "core/model/kinds.h"
#include "core/model/text.h"

#include <QtCore/QFileInfo>
#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

#include <algorithm>
#include <array>

namespace larder::app {

using namespace Qt::StringLiterals;

static constexpr auto kScheme = "larder"_L1;

static Failure noLink()
{
    return Failure(Code::InvalidValue, u"This is no link that Larder knows."_s);
}

static bool isToken(QStringView text)
{
    return !text.isEmpty() && text.size() <= limits::kLinkTokenChars
        && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')
                   || c == u'-' || c == u'_' || c == u'.';
           });
}

// As it may stand in the entry line: what doesn't show, or shows as something else, is no part of a line.
static bool isPlainLine(const QString &text)
{
    const qint64 longest = model::findKind(model::Kind::Item)->find(model::item::kTyped)->max;
    return !text.trimmed().isEmpty() && text.size() <= longest && model::isKeepable(text)
        && std::none_of(text.begin(), text.end(), [](QChar c) {
               return c.category() == QChar::Other_Control || c == QChar::LineSeparator
                   || c == QChar::ParagraphSeparator || (c >= QChar(0x202A) && c <= QChar(0x202E))
                   || (c >= QChar(0x2066) && c <= QChar(0x2069));
           });
}

static Result<Activation> prefill(const QUrl &url)
{
    const QUrlQuery query(url);
    Activation activation { Activation::Kind::Prefill, {}, {} };
    for (const auto &[key, value] : query.queryItems(QUrl::FullyEncoded)) {
        const QString plain = QUrl::fromPercentEncoding(QByteArray(value.toUtf8()).replace('+', ' '));
        if (key == "text"_L1 && activation.text.isEmpty()) {
            activation.text = plain;
        } else if (key == "list"_L1 && activation.list.isNull()) {
            const auto list = model::SpaceId::fromString(plain);
            if (!list) {
                return noLink();
            }
            activation.list = *list;
        } else {
            return noLink();
        }
    }
    return isPlainLine(activation.text) ? Result<Activation>(activation) : noLink();
}

Result<Activation> Activation::fromLink(const QString &link)
{
    if (link.size() > limits::kLinkChars) {
        return noLink();
    }
    const QUrl url(link, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != kScheme || !url.userInfo().isEmpty() || url.port() != -1
        || url.hasFragment()) {
        return noLink();
    }
    const QString what = url.host();
    const QString path = url.path(QUrl::FullyEncoded);
    if (what == "add"_L1 && (path.isEmpty() || path == "/"_L1) && url.hasQuery()) {
        return prefill(url);
    }
    if (url.hasQuery() || !path.startsWith(u'/')) {
        return noLink();
    }
    const QString rest = path.mid(1);
    if (what == "list"_L1) {
        const auto list = model::SpaceId::fromString(rest);
        return list ? Result<Activation>(Activation { Kind::OpenList, *list, {} }) : noLink();
    }
    if (what == "invite"_L1 && isToken(rest)) {
        return Activation { Kind::Invite, {}, rest };
    }
    return noLink();
}

Result<Activation> Activation::fromArgument(const QString &argument)
{
    if (argument.startsWith(kScheme + u':', Qt::CaseInsensitive)) {
        return fromLink(argument);
    }
    // As a file manager may hand it over.
    const QUrl url(argument, QUrl::StrictMode);
    const QFileInfo file(url.isLocalFile() ? url.toLocalFile() : argument);
    if (file.suffix().compare(kScheme, Qt::CaseInsensitive) != 0) {
        return Failure(Code::InvalidValue,
            u"'%1' is neither a command, nor a link, nor a .larder file."_s.arg(argument.left(80)));
    }
    if (!file.isFile()) {
        return Failure(Code::NotFound, u"There is no file %1."_s.arg(file.filePath()));
    }
    return Activation { Kind::OpenFile, {}, file.absoluteFilePath() };
}

static constexpr std::array kNames = {
    std::pair { Activation::Kind::Raise, "raise"_L1 },
    std::pair { Activation::Kind::OpenList, "list"_L1 },
    std::pair { Activation::Kind::Prefill, "add"_L1 },
    std::pair { Activation::Kind::Invite, "invite"_L1 },
    std::pair { Activation::Kind::OpenFile, "file"_L1 },
};

QJsonObject Activation::toJson() const
{
    const auto name
        = std::find_if(kNames.begin(), kNames.end(), [this](const auto &each) { return each.first == kind; });
    QJsonObject json { { u"do"_s, QString(name->second) } };
    if (!list.isNull()) {
        json.insert(u"list"_s, list.toString());
    }
    if (!text.isEmpty()) {
        json.insert(u"text"_s, text);
    }
    return json;
}

Result<Activation> Activation::fromJson(const QJsonObject &json)
{
    const QString what = json.value("do"_L1).toString();
    const auto name
        = std::find_if(kNames.begin(), kNames.end(), [&](const auto &each) { return each.second == what; });
    if (name == kNames.end()) {
        return noLink();
    }
    Activation activation { name->first, {}, json.value("text"_L1).toString() };
    if (const QString id = json.value("list"_L1).toString(); !id.isEmpty()) {
        const auto list = model::SpaceId::fromString(id);
        if (!list) {
            return noLink();
        }
        activation.list = *list;
    }
    bool valid = false;
    switch (activation.kind) {
    case Kind::Raise:
        valid = activation.list.isNull() && activation.text.isEmpty();
        break;
    case Kind::OpenList:
        valid = !activation.list.isNull() && activation.text.isEmpty();
        break;
    case Kind::Prefill:
        valid = isPlainLine(activation.text);
        break;
    case Kind::Invite:
        valid = activation.list.isNull() && isToken(activation.text);
        break;
    case Kind::OpenFile:
        valid = activation.list.isNull() && QFileInfo(activation.text).isAbsolute();
        break;
    }
    return valid ? Result<Activation>(activation) : noLink();
}

} // namespace larder::app
