#include "tests/bench/bare_reader.h"

#include <QtCore/QtEndian>

#include <libpq-fe.h>

#include <array>
#include <poll.h>

namespace larder::bench {

using namespace std::chrono_literals;

struct BareReader::Connection {
    PGconn *conn = nullptr;
    quint64 end = 0;

    ~Connection() { PQfinish(conn); }
    void run(const QByteArray &command, ExecStatusType expected) const
    {
        PGresult *result = PQexec(conn, command.constData());
        if (PQresultStatus(result) != expected) {
            qFatal("%s: %s", command.constData(), PQerrorMessage(conn));
        }
        PQclear(result);
    }
    void confirm() const
    {
        std::array<char, 34> status {};
        status[0] = 'r';
        for (const int at : { 1, 9, 17 }) {
            qToBigEndian(end, status.data() + at);
        }
        PQputCopyData(conn, status.data(), int(status.size()));
        PQflush(conn);
    }
};

BareReader::BareReader(const QByteArray &conninfo)
    : m_connection(std::make_unique<Connection>())
{
    m_connection->conn = PQconnectdb(QByteArray(conninfo + " replication=database").constData());
    if (PQstatus(m_connection->conn) != CONNECTION_OK) {
        qFatal("can't connect: %s", PQerrorMessage(m_connection->conn));
    }
    m_connection->run(
        "CREATE_REPLICATION_SLOT bare TEMPORARY LOGICAL pgoutput NOEXPORT_SNAPSHOT", PGRES_TUPLES_OK);
    m_connection->run("START_REPLICATION SLOT bare LOGICAL 0/0 (proto_version '1', messages 'true', "
                      "publication_names 'larder')",
        PGRES_COPY_BOTH);
    m_thread = std::thread([this] { read(); });
}

BareReader::~BareReader()
{
    m_stop = true;
    m_thread.join();
}

std::vector<Moment> BareReader::commits(std::size_t count)
{
    std::unique_lock lock(m_mutex);
    m_arrived.wait_for(lock, 60s, [&] { return m_commits.size() >= count; });
    return m_commits;
}

void BareReader::take(const char *data, int size)
{
    if (size > 25 && data[0] == 'w') {
        m_connection->end = std::max(m_connection->end, qFromBigEndian<quint64>(data + 9));
        if (data[25] == 'C') {
            const std::lock_guard lock(m_mutex);
            m_commits.push_back(now());
            m_arrived.notify_all();
        }
    } else if (size == 18 && data[0] == 'k') {
        m_connection->end = std::max(m_connection->end, qFromBigEndian<quint64>(data + 1));
    }
}

void BareReader::read()
{
    PGconn *conn = m_connection->conn;
    Moment confirmed = now();
    while (!m_stop) {
        char *data = nullptr;
        for (int size = PQgetCopyData(conn, &data, 1); size != 0; size = PQgetCopyData(conn, &data, 1)) {
            if (size < 0) {
                qFatal("the bare reader lost its stream: %s", PQerrorMessage(conn));
            }
            take(data, size);
            PQfreemem(data);
        }
        if (now() - confirmed > 1s) {
            m_connection->confirm();
            confirmed = now();
        }
        pollfd socket { PQsocket(conn), POLLIN, 0 };
        ::poll(&socket, 1, 100);
        PQconsumeInput(conn);
    }
}

} // namespace larder::bench
