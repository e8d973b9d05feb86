#include "server/feed/replication_targets.h"

#include <QtNetwork/QHostAddress>

#include <libpq-fe.h>

#include <memory>

namespace larder::server {

using namespace Qt::StringLiterals;

bool ReplicationTarget::needsLookup() const
{
    const bool isSocket = host.startsWith('/') || host.startsWith('@');
    return address.isEmpty() && !host.isEmpty() && !isSocket
        && QHostAddress(QString::fromUtf8(host)).isNull();
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
    const auto fits
        = [count](const QList<QByteArray> &values) { return values.size() == 1 || values.size() == count; };
    if (!fits(hosts) || !fits(addresses) || !fits(ports)) {
        return Failure(Code::Configuration,
            u"hosts, addresses and ports of the replication connection differ in number"_s);
    }
    for (qsizetype i = 0; i < count; ++i) {
        result.targets.push_back({ nth(hosts, i), nth(addresses, i), nth(ports, i) });
    }
    return result;
}

void ReplicationTargets::replaceByAddresses(std::size_t index, const QList<QHostAddress> &addresses)
{
    const ReplicationTarget named = targets[index];
    std::vector<ReplicationTarget> addressed;
    for (const QHostAddress &address : addresses) {
        addressed.push_back({ named.host, address.toString().toUtf8(), named.port });
    }
    const auto place = targets.erase(targets.begin() + std::ptrdiff_t(index));
    targets.insert(place, addressed.begin(), addressed.end());
}

pg_conn *ReplicationTargets::startConnecting(const ReplicationTarget &target) const
{
    // Of two values libpq takes the later, so these are: defaults, the operator's settings, and what must be.
    std::vector<std::pair<QByteArray, QByteArray>> all
        = { { "application_name", "larderd feed" }, { "keepalives_idle", "10" },
              { "keepalives_interval", "5" }, { "keepalives_count", "3" }, { "tcp_user_timeout", "15000" } };
    all.insert(all.end(), settings.begin(), settings.end());
    all.insert(all.end(),
        { { "host", target.host }, { "hostaddr", target.address }, { "port", target.port },
            { "replication", "database" }, { "client_encoding", "UTF8" } });
    std::vector<const char *> keywords;
    std::vector<const char *> values;
    for (const auto &[keyword, value] : all) {
        if (!value.isEmpty()) {
            keywords.push_back(keyword.constData());
            values.push_back(value.constData());
        }
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    return PQconnectStartParams(keywords.data(), values.data(), 0);
}

} // namespace larder::server
