#include "server/feed/copy_data.h"

#include <QtCore/QtEndian>

namespace larder::server {

using namespace Qt::StringLiterals;
using pgoutput::Lsn;

static constexpr Micros kEpochOfPostgres = std::chrono::seconds(946'684'800); // 2000-01-01
static constexpr int kWalHeaderBytes = 25;
static constexpr int kKeepaliveBytes = 18;

Result<std::variant<WalData, Keepalive>> readCopyData(QByteArrayView bytes)
{
    if (bytes.size() >= kWalHeaderBytes && bytes.front() == 'w') {
        return WalData { qFromBigEndian<Lsn>(bytes.data() + 9), bytes.sliced(kWalHeaderBytes) };
    }
    if (bytes.size() == kKeepaliveBytes && bytes.front() == 'k') {
        return Keepalive { qFromBigEndian<Lsn>(bytes.data() + 1), bytes.back() != 0 };
    }
    return Failure(Code::Malformed, u"an unknown replication message"_s);
}

std::array<char, 34> standbyStatus(Lsn confirmed, Micros unixTime, bool replyWanted)
{
    std::array<char, 34> message;
    message[0] = 'r';
    for (const int at : { 1, 9, 17 }) {
        qToBigEndian(confirmed, message.data() + at);
    }
    qToBigEndian(qint64((unixTime - kEpochOfPostgres).count()), message.data() + 25);
    message[33] = char(replyWanted);
    return message;
}

Micros unixTime(qint64 microsSince2000)
{
    return kEpochOfPostgres + Micros(microsSince2000);
}

} // namespace larder::server
