#include "server/feed/replication_targets.h"

#include <QtCore/QList>
#include <QtNetwork/QHostAddress>

#include <libpq-fe.h>

#include <memory>

namespace larder::server {

using namespace Qt::StringLiterals;

bool ReplicationTarget::needsLookup() const
{
    const bool isSocket = host.startsWith('/') || host.startsWith('@');
    return address.isEmpty() && !host.isEmpty() && !isSocket && QHostAddress(QString::fromUtf8(host)).isNull();
}

QByteArray ReplicationTarget::describe() const
{
    QByteArray text = host.isEmpty() ? "the default host"_ba : host;
    if (!address.isEmpty() && address != host) {
        text += " (" + address + ')';
    }
    return port.isEmpty() ? text : text + " port " + port;
}

// libpq takes one value for all hosts, or one for each.
static QByteArray nth(const QList<QByteArray> &values, qsizetype index)
{
    return values.size() == 1 ? values.front() : values.value(index);
}

Result<ReplicationTargets> parseTargets(const QByteArray &conninfo)
{
    char *complaint = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(conninfo.constData(), &complaint), &PQconninfoFree);
    if (!options) {
        // libpq's complaint quotes the string, and that may hold a password.
        PQfreemem(complaint);
        return Failure(Code::Configuration, u"the replication connection string can't be parsed"_s);
    }
    ReplicationTargets result;
    QList<QByteArray> hosts { QByteArray() };
    QList<QByteArray> addresses { QByteArray() };
    QList<QByteArray> ports { QByteArray() };
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        const QByteArray keyword = option->keyword;
        if (!option->val) {
            continue;
        }
        if (keyword == "host") {
            hosts = QByteArray(option->val).split(',');
        } else if (keyword == "hostaddr") {
            addresses = QByteArray(option->val).split(',');
        } else if (keyword == "port") {
            ports = QByteArray(option->val).split(',');
        } else {
            result.settings.emplace_back(keyword, option->val);
        }
    }
    const qsizetype count = std::max(hosts.size(), addresses.size());
    const auto fits = [count](const QList<QByteArray> &values) { return values.size() == 1 || values.size() == count; };
    if (!fits(hosts) || !fits(addresses) || !fits(ports)) {
        return Failure(Code::Configuration, u"hosts, addresses and ports of the replication connection differ in number"_s);
    }
    for (qsizetype i = 0; i < count; ++i) {
        result.targets.push_back({ nth(hosts, i), nth(addresses, i), nth(ports, i) });
    }
    return result;
}

} // namespace larder::server
